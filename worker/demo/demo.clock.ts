import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import type { Clock, Database } from "../platform/platform.ts";
import { selectDemoDay } from "./demo.repository.ts";

/** A demonstration's clock: the day that was set, else the machine's. Hours and instants stay real. */
export function createDemoClock(system: Clock, database: Database): Clock {
  return {
    instant: system.instant,
    pause: system.pause,
    async read() {
      const [rows] = await database.read(selectDemoDay());
      const { hour } = await system.read();
      return { today: rows[0]?.today ?? vietnamDateAt(system.instant()), hour };
    },
  };
}
