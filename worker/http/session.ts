import type { MiddlewareHandler } from "hono";
import { findSession, type Session } from "../officers/officers.usecases.ts";
import type { Platform } from "../platform/platform.ts";
import { answerRefusal } from "./errors.ts";

/** What a route behind `createSessionGuard` finds in its context. */
export type WithSession = { Variables: { session: Session } };

/** Lets only a request with a running session pass. Whatever stands behind it need not think of it again. */
export function createSessionGuard(platform: Platform): MiddlewareHandler<WithSession> {
  return async function requireSession(c, next) {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header("authorization") ?? "")?.[1];
    const session = token === undefined ? undefined : await findSession(platform, token);
    if (session === undefined) return answerRefusal(c, "signed-out");
    c.set("session", session);
    return next();
  };
}
