import { Hono } from "hono";
import { putEntryRequestSchema } from "../../src/api/officer.schema.ts";
import { caseIdSchema, committeeIdSchema, sequenceSchema } from "../../src/envelope/schemas.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { readJson } from "../http/body.ts";
import { answerRefusal } from "../http/errors.ts";
import { readParameter } from "../http/parameters.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import { sayNextPage } from "./cases.routes.ts";
import { putSealedEntry } from "./cases.sealed-entries.ts";
import { listSearches } from "./cases.search.ts";
import { openDesk } from "./cases.sight.ts";

/** The sealed words by which opened cases are found. Every route stands behind the session guard. */
export function createSearchRoutes(platform: Platform, source: DirectorySource): Hono<WithSession> {
  return new Hono<WithSession>()
    .get("/committees/:committee/searches", async (c) => {
      const committee = readParameter(committeeIdSchema, c.req.param("committee"));
      const after = readParameter(sequenceSchema, Number(c.req.query("after") ?? 0));
      const desk = await openDesk(platform, source, c.get("session"));
      const list = await listSearches(platform, desk, committee, after);
      if ("code" in list) return answerRefusal(c, list.code);
      sayNextPage(c, list.more ? list.revision : null);
      return c.json(list);
    })
    .put("/cases/:case/search", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const put = await readJson(c.req.raw, putEntryRequestSchema);
      const desk = await openDesk(platform, source, c.get("session"));
      const outcome = await putSealedEntry(platform, source, desk, id, { kind: "search", ...put });
      return outcome.kind === "put" ? c.body(null, 204) : answerRefusal(c, outcome.code);
    });
}
