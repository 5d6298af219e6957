import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  appendEventRequestSchema,
  type ListMark,
  listMarkSchema,
  putEntryRequestSchema,
  readLetterRequestSchema,
  showStatementRequestSchema,
} from "../../src/api/officer.schema.ts";
import { caseIdSchema, committeeIdSchema } from "../../src/envelope/schemas.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { readJson, rekeyLimit } from "../http/body.ts";
import { answerRefusal, UnreadableRequest } from "../http/errors.ts";
import { readParameter } from "../http/parameters.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import type { Appended } from "./cases.commit.ts";
import { appendEvent } from "./cases.events.usecase.ts";
import { putSealedEntry } from "./cases.sealed-entries.ts";
import { openDesk } from "./cases.sight.ts";
import { showStatement } from "./cases.statements.usecase.ts";
import { listCases, listChanges, listUrgent } from "./cases.list.ts";
import { getCase, listLate, readLetter } from "./cases.usecases.ts";

/** What officers do with cases. Every route stands behind the session guard. */
export function createCaseRoutes(platform: Platform, source: DirectorySource): Hono<WithSession> {
  const desk = (c: Context<WithSession>) => openDesk(platform, source, c.get("session"));
  return new Hono<WithSession>()
    .get("/committees/:committee/cases", async (c) => {
      const committee = readParameter(committeeIdSchema, c.req.param("committee"));
      const after = readParameter(v.nullable(caseIdSchema), c.req.query("after") ?? null);
      const list = await listCases(platform, await desk(c), committee, after);
      if ("code" in list) return answerRefusal(c, list.code);
      sayNextPage(c, list.next);
      return c.json(list);
    })
    .get("/committees/:committee/urgent", async (c) => {
      const committee = readParameter(committeeIdSchema, c.req.param("committee"));
      const list = await listUrgent(platform, await desk(c), committee);
      return "code" in list ? answerRefusal(c, list.code) : c.json(list);
    })
    .get("/committees/:committee/changes", async (c) => {
      const committee = readParameter(committeeIdSchema, c.req.param("committee"));
      const known = readMark(c.req.query());
      const changes = await listChanges(platform, await desk(c), committee, known);
      return "code" in changes ? answerRefusal(c, changes.code) : c.json(changes);
    })
    .get("/committees/:committee/late", async (c) => {
      const committee = readParameter(committeeIdSchema, c.req.param("committee"));
      const list = await listLate(platform, await desk(c), committee);
      return "code" in list ? answerRefusal(c, list.code) : c.json(list);
    })
    .get("/cases/:case", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const detail = await getCase(platform, source, await desk(c), id);
      return detail === undefined ? answerRefusal(c, "not-found") : c.json(detail);
    })
    .post("/cases/:case/events", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const request = await readJson(c.req.raw, appendEventRequestSchema, rekeyLimit);
      return answerAppended(c, await appendEvent(platform, source, await desk(c), id, request));
    })
    .post("/cases/:case/statements", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const request = await readJson(c.req.raw, showStatementRequestSchema);
      return answerAppended(c, await showStatement(platform, source, await desk(c), id, request));
    })
    .post("/cases/:case/readings", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const request = await readJson(c.req.raw, readLetterRequestSchema);
      const outcome = await readLetter(platform, source, await desk(c), id, request);
      return outcome.kind === "read" ? c.json(outcome.read) : answerRefusal(c, outcome.code);
    })
    .put("/cases/:case/index", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const put = await readJson(c.req.raw, putEntryRequestSchema);
      const outcome = await putSealedEntry(platform, source, await desk(c), id, { kind: "index", ...put });
      return outcome.kind === "put" ? c.body(null, 204) : answerRefusal(c, outcome.code);
    });
}

function answerAppended(c: Context, outcome: Appended): Response {
  if (outcome.kind === "acted") return c.json(outcome.acted, 201);
  if (outcome.kind === "refused") return answerRefusal(c, outcome.code);
  return c.json({ error: { code: "conflict" }, detail: outcome.detail }, 409);
}

/** The mark of a list out of an address. What cannot be one is no request of ours. */
function readMark({ revision, until, arrived }: Readonly<Record<string, string>>): ListMark {
  const reading = v.safeParse(listMarkSchema, {
    revision: Number(revision),
    until,
    arrived: Number(arrived),
  });
  if (!reading.success) throw new UnreadableRequest("malformed");
  return reading.output;
}

/** Tells where the next page begins before this one has come: a desk then asks for it at once. Null: this is the last. */
export function sayNextPage(c: Context, after: string | number | null): void {
  if (after !== null) c.header("link", `<?after=${after}>; rel="next"`);
}
