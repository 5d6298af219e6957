import { vietnamDateAt, vietnamHourAt } from "../../src/domain/plain-date.ts";
import type { Clock } from "./platform.ts";

/** The machine's clock, read as the day and the hour in Vietnam. */
export function createSystemClock(instant: () => number = Date.now): Clock {
  return {
    instant,
    pause: async (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    read: async () => ({ today: vietnamDateAt(instant()), hour: vietnamHourAt(instant()) }),
  };
}
