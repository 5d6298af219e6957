import { Hono } from "hono";
import { loginRequestSchema } from "../../src/api/officer.schema.ts";
import { passkeyLoginRequestSchema, registerPasskeyRequestSchema } from "../../src/api/passkey.schema.ts";
import { readJson } from "../http/body.ts";
import { answerRefusal } from "../http/errors.ts";
import type { WithSession } from "../http/session.ts";
import type { Platform } from "../platform/platform.ts";
import { createLoginChallenge } from "./officers.challenge.ts";
import {
  listPasskeys,
  logInByPasskey,
  registerPasskey,
  removePasskey,
} from "./officers.passkeys.usecases.ts";
import { logIn, logOut } from "./officers.usecases.ts";

/** The three routes an officer can use without a session. */
export function createLoginRoutes(platform: Platform): Hono {
  return new Hono()
    .get("/challenge", async (c) => c.json({ challenge: await createLoginChallenge(platform) }))
    .post("/login", async (c) => {
      const outcome = await logIn(platform, await readJson(c.req.raw, loginRequestSchema));
      return outcome.kind === "done" ? c.json(outcome.login) : answerRefusal(c, outcome.code);
    })
    .post("/passkey-login", async (c) => {
      const outcome = await logInByPasskey(platform, await readJson(c.req.raw, passkeyLoginRequestSchema));
      return outcome.kind === "done" ? c.json(outcome.login) : answerRefusal(c, outcome.code);
    });
}

/** An officer's passkeys: seen, added and taken away by that officer alone. */
export function createPasskeyRoutes(platform: Platform): Hono<WithSession> {
  return new Hono<WithSession>()
    .get("/passkeys", async (c) => c.json(await listPasskeys(platform, c.get("session"))))
    .post("/passkeys", async (c) => {
      const request = await readJson(c.req.raw, registerPasskeyRequestSchema);
      const outcome = await registerPasskey(platform, c.get("session"), request);
      return outcome.kind === "done" ? c.body(null, 204) : answerRefusal(c, outcome.code);
    })
    .delete("/passkeys/:passkey", async (c) => {
      await removePasskey(platform, c.get("session"), c.req.param("passkey"));
      return c.body(null, 204);
    });
}

/** Ends a session. */
export function createLogoutRoutes(platform: Platform): Hono<WithSession> {
  return new Hono<WithSession>().post("/logout", async (c) => {
    await logOut(platform, c.get("session"));
    return c.body(null, 204);
  });
}
