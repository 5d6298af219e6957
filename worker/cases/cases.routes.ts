import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  appendEventRequestSchema,
  putIndexRequestSchema,
  readLetterRequestSchema,
} from "../../src/api/officer.schema.ts";
import { caseIdSchema, committeeIdSchema } from "../../src/envelope/schemas.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { readJson } from "../http/body.ts";
import { answerRefusal, UnreadableRequest } from "../http/errors.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import { appendEvent } from "./cases.events.usecase.ts";
import { getCase, listCases, openDesk, putIndex, readLetter } from "./cases.usecases.ts";

/** What officers do with cases. Every route stands behind the session guard. */
export function createCaseRoutes(platform: Platform, source: DirectorySource): Hono<WithSession> {
  const desk = (c: Context<WithSession>) => openDesk(platform, source, c.get("session"));
  return new Hono<WithSession>()
    .get("/committees/:committee/cases", async (c) => {
      const committee = readParameter(committeeIdSchema, c.req.param("committee"));
      const after = readParameter(v.nullable(caseIdSchema), c.req.query("after") ?? null);
      const list = await listCases(platform, await desk(c), committee, after);
      return "code" in list ? answerRefusal(c, list.code) : c.json(list);
    })
    .get("/cases/:case", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const detail = await getCase(platform, await desk(c), id);
      return detail === undefined ? answerRefusal(c, "not-found") : c.json(detail);
    })
    .post("/cases/:case/events", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const request = await readJson(c.req.raw, appendEventRequestSchema);
      const outcome = await appendEvent(platform, source, await desk(c), id, request);
      if (outcome.kind === "acted") return c.json(outcome.acted, 201);
      if (outcome.kind === "refused") return answerRefusal(c, outcome.code);
      return c.json({ error: { code: "conflict" }, detail: outcome.detail }, 409);
    })
    .post("/cases/:case/readings", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const request = await readJson(c.req.raw, readLetterRequestSchema);
      const outcome = await readLetter(platform, await desk(c), id, request);
      return outcome.kind === "read" ? c.json({ letter: outcome.letter }) : answerRefusal(c, outcome.code);
    })
    .put("/cases/:case/index", async (c) => {
      const id = readParameter(caseIdSchema, c.req.param("case"));
      const { entry } = await readJson(c.req.raw, putIndexRequestSchema);
      const outcome = await putIndex(platform, await desk(c), id, entry);
      return outcome.kind === "put" ? c.body(null, 204) : answerRefusal(c, outcome.code);
    });
}

/** A part of the address. What cannot be an id names nothing: the same answer as for a case that is not there. */
function readParameter<const Schema extends v.GenericSchema>(
  schema: Schema,
  text: string | null,
): v.InferOutput<Schema> {
  const reading = v.safeParse(schema, text);
  if (!reading.success) throw new UnreadableRequest("not-found");
  return reading.output;
}
