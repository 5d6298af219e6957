import { Hono } from "hono";
import * as v from "valibot";
import { committeeIdSchema, sequenceSchema } from "../../src/envelope/schemas.ts";
import { answerRefusal, UnreadableRequest } from "../http/errors.ts";
import { readParameter } from "../http/parameters.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import { readAudit } from "./audit.usecases.ts";

/** What a committee's officers did, for its officers. Stands behind the session guard. */
export function createAuditRoutes(platform: Platform): Hono<WithSession> {
  return new Hono<WithSession>().get("/committees/:committee/audit", async (c) => {
    const committee = readParameter(committeeIdSchema, c.req.param("committee"));
    const after = v.safeParse(sequenceSchema, Number(c.req.query("after") ?? 0));
    if (!after.success) throw new UnreadableRequest("malformed");
    const page = await readAudit(platform, c.get("session"), committee, after.output);
    return "code" in page ? answerRefusal(c, page.code) : c.json(page);
  });
}
