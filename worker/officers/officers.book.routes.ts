import { Hono } from "hono";
import { putDeskBookRequestSchema } from "../../src/api/desk-book.schema.ts";
import { readJson } from "../http/body.ts";
import { answerRefusal } from "../http/errors.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import { getBook, putOwnBook } from "./officers.book.ts";

/** A book in base64url with its number. */
const bookLimit = 90_000;

/** An officer's own book, behind the session guard. */
export function createBookRoutes(platform: Platform): Hono<WithSession> {
  return new Hono<WithSession>()
    .get("/book", async (c) => c.json(await getBook(platform, c.get("session"))))
    .put("/book", async (c) => {
      const request = await readJson(c.req.raw, putDeskBookRequestSchema, bookLimit);
      const outcome = await putOwnBook(platform, c.get("session"), request);
      return outcome.kind === "put" ? c.body(null, 204) : answerRefusal(c, outcome.code);
    });
}
