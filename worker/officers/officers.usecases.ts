import type { LoginRequest, LoginResponse } from "../../src/api/officer.schema.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { OfficersTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { randomBytes, verifySignature } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";
import { isCurrentChallenge } from "./officers.challenge.ts";
import {
  deleteSession,
  insertSession,
  selectMemberships,
  selectOfficerByLogin,
  selectSession,
} from "./officers.repository.ts";

const hour = 3_600_000;
const sessionHours = 12;
const tokenBytes = 32;

/** Some point of the curve (its base point), so that an unknown name costs the same work. What comes of it is ignored. */
export const dummyKey = `WGZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY`;

/** Who is asking. */
export type Session = Pick<OfficersTable, "id" | "sign_key"> & { readonly token: string };

/** Checks a passphrase's proof and begins a session. An unknown name costs the same work and gets the same answer. */
export async function logIn(
  platform: Platform,
  request: LoginRequest,
): Promise<{ readonly kind: "done"; readonly login: LoginResponse } | Refusal> {
  const tries = await waitYourTurn(platform, `name/${request.loginName}`);
  const [officers] = await platform.database.read(selectOfficerByLogin(request.loginName));
  const officer = officers[0];
  const current = await isCurrentChallenge(platform, request.challenge);
  const proven = await isProof(request, officer?.login_key ?? dummyKey);
  if (!current || !proven || officer === undefined) return refuse("login-failed");
  tries.forget();
  return { kind: "done", login: await admitOfficer(platform, officer) };
}

/**
 * After some wrong tries under a name every further one waits before it is looked at, right or wrong, known name or
 * not. Whoever proves themself has the tries forgotten.
 */
export async function waitYourTurn(
  { limits, secrets, clock }: Platform,
  name: string,
): Promise<{ readonly forget: () => void }> {
  const tag = await secrets.triesTag(name);
  const wait = limits.noteLoginTry(tag);
  if (wait > 0) await clock.pause(wait);
  return {
    forget: () => {
      limits.forgetLoginTries(tag);
    },
  };
}

/** Begins the session of somebody who has proven who they are. */
export async function admitOfficer(
  { database, clock }: Platform,
  officer: Pick<OfficersTable, "id" | "title" | "wrapped_seed">,
): Promise<LoginResponse> {
  const token = toBase64url(randomBytes(tokenBytes));
  await database.write(
    insertSession({
      token: await tokenDigest(token),
      officer: officer.id,
      expires_hour: Math.ceil(clock.instant() / hour) + sessionHours,
    }),
  );
  const [memberships] = await database.read(selectMemberships(officer.id));
  const { today } = await clock.read();
  return {
    token,
    officer: { id: officer.id, title: officer.title },
    wrappedSeed: officer.wrapped_seed,
    memberships: [...memberships],
    today,
  };
}

/** The session of a token, undefined if there is none or it has ended. */
export async function findSession(
  { database, clock }: Platform,
  token: string,
): Promise<Session | undefined> {
  const digest = await tokenDigest(token);
  const [found] = await database.read(selectSession(digest, Math.floor(clock.instant() / hour)));
  return found[0] === undefined ? undefined : { ...found[0], token: digest };
}

/** Ends the session. */
export async function logOut({ database }: Platform, session: Session): Promise<void> {
  await database.write(deleteSession(session.token));
}

async function isProof({ challenge, loginName, proof }: LoginRequest, publicKey: string): Promise<boolean> {
  const parts = [toUtf8(challenge), new Uint8Array(1), toUtf8(loginName)];
  return verifySignature(fromBase64url(publicKey), fromBase64url(proof), labels.officerLogin, ...parts);
}

/** Only this is stored: a stolen database opens no session. */
async function tokenDigest(token: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", toUtf8(token))));
}
