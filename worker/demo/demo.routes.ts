import { Hono } from "hono";
import * as v from "valibot";
import { caseIdSchema, plainDateSchema } from "../../src/envelope/schemas.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { readJson } from "../http/body.ts";
import { answerRefusal } from "../http/errors.ts";
import { runScheduledJobs } from "../jobs/jobs.scheduled.ts";
import type { Platform } from "../platform/platform.ts";
import { clearDemoDay, selectRowsOf, setDemoDay } from "./demo.repository.ts";

const clockRequestSchema = v.strictObject({ today: v.nullable(plainDateSchema) });

/**
 * What a demonstration can do and no real server: move the day, have done at once what time does by itself every hour, and
 * show the rows that the server holds.
 */
export function createDemoRoutes(platform: Platform, source: DirectorySource): Hono {
  return new Hono()
    .get("/demo/api/clock", async (c) => c.json(await platform.clock.read()))
    .post("/demo/api/clock", async (c) => {
      const { today } = await readJson(c.req.raw, clockRequestSchema);
      await platform.database.write(today === null ? clearDemoDay() : setDemoDay(today));
      return c.json(await platform.clock.read());
    })
    .post("/demo/api/time", async (c) => {
      await runScheduledJobs(platform, source);
      return c.json(await platform.clock.read());
    })
    .get("/demo/api/rows/:case", async (c) => {
      const id = v.safeParse(caseIdSchema, c.req.param("case"));
      if (!id.success) return answerRefusal(c, "not-found");
      const [
        cases,
        cores,
        slots,
        entries,
        steps,
        case_keys,
        case_key_wraps,
        reporter_messages,
        index_entries,
        search_entries,
        audit,
      ] = await platform.database.read(...selectRowsOf(id.output));
      if (cases.length === 0) return answerRefusal(c, "not-found");
      const rest = { case_keys, case_key_wraps, reporter_messages, index_entries, search_entries, audit };
      return c.json({ cases, cores, slots, entries, steps, ...rest });
    });
}
