import { Hono } from "hono";
import { loginRequestSchema } from "../../src/api/officer.schema.ts";
import { readJson } from "../http/body.ts";
import { answerRefusal } from "../http/errors.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import { createLoginChallenge } from "./officers.challenge.ts";
import { logIn, logOut } from "./officers.usecases.ts";

/** The two routes an officer can use without a session. */
export function createLoginRoutes(platform: Platform): Hono {
  return new Hono()
    .get("/challenge", async (c) => c.json({ challenge: await createLoginChallenge(platform) }))
    .post("/login", async (c) => {
      const outcome = await logIn(platform, await readJson(c.req.raw, loginRequestSchema));
      return outcome.kind === "done" ? c.json(outcome.login) : answerRefusal(c, outcome.code);
    });
}

/** Ends a session. */
export function createLogoutRoutes(platform: Platform): Hono<WithSession> {
  return new Hono<WithSession>().post("/logout", async (c) => {
    await logOut(platform, c.get("session"));
    return c.body(null, 204);
  });
}
