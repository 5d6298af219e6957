import {
  type PasskeyList,
  type PasskeyLoginRequest,
  type PasskeyLoginResponse,
  passkeysPerOfficer,
  type RegisterPasskeyRequest,
} from "../../src/api/passkey.schema.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { writePasskeyRegistration } from "../../src/envelope/passkey-registration.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { verifySignature } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";
import { isCurrentChallenge } from "./officers.challenge.ts";
import {
  deletePasskey,
  insertPasskey,
  selectLogin,
  selectPasskey,
  selectPasskeys,
} from "./officers.passkeys.repository.ts";
import { admitOfficer, dummyKey, type Session, waitYourTurn } from "./officers.usecases.ts";

/** Checks a passkey's proof and begins a session. A passkey that nobody has costs the same work and gets the same answer. */
export async function logInByPasskey(
  platform: Platform,
  request: PasskeyLoginRequest,
): Promise<{ readonly kind: "done"; readonly login: PasskeyLoginResponse } | Refusal> {
  const { passkey, challenge, proof } = request;
  const tries = await waitYourTurn(platform, `passkey/${passkey}`);
  const [found] = await platform.database.read(selectPasskey(passkey));
  const known = found[0];
  const current = await isCurrentChallenge(platform, challenge);
  const key = fromBase64url(known?.login_key ?? dummyKey);
  const parts = [toUtf8(challenge), new Uint8Array(1), toUtf8(passkey)];
  const proven = await verifySignature(key, fromBase64url(proof), labels.passkeyLogin, ...parts);
  if (!current || !proven || known === undefined) return refuse("login-failed");
  tries.forget();
  const login = await admitOfficer(platform, known);
  return { kind: "done", login: { ...login, loginName: known.login_name } };
}

/** The officer's own passkeys. */
export async function listPasskeys({ database }: Platform, { id }: Session): Promise<PasskeyList> {
  const [rows] = await database.read(selectPasskeys(id));
  return { passkeys: rows.map(({ passkey, note }) => ({ passkey, note })) };
}

/** Adds a passkey, on the word of the passphrase: an open session alone adds no way in. */
export async function registerPasskey(
  platform: Platform,
  { id }: Session,
  { proof, ...entry }: RegisterPasskeyRequest,
): Promise<{ readonly kind: "done" } | Refusal> {
  const [logins, passkeys] = await platform.database.read(selectLogin(id), selectPasskeys(id));
  const [login] = logins;
  if (login === undefined) return refuse("signed-out");
  const current = await isCurrentChallenge(platform, entry.challenge);
  const text = writePasskeyRegistration({ ...entry, loginName: login.login_name });
  const key = fromBase64url(login.login_key);
  const proven = await verifySignature(key, fromBase64url(proof), labels.passkeyRegistration, toUtf8(text));
  if (!current || !proven) return refuse("signature-refused");
  const taken = new Set(passkeys.map(({ place }) => place));
  const place = Array.from({ length: passkeysPerOfficer }, (_, at) => at).find((at) => !taken.has(at));
  if (place === undefined) return refuse("refused");
  const { passkey, loginKey, wrap, note } = entry;
  const row = { passkey, officer: id, place, login_key: loginKey, wrapped_seed: wrap, note };
  const outcome = await platform.database.write(insertPasskey(row));
  return outcome.kind === "written" ? { kind: "done" } : refuse("id-taken");
}

/** Takes one of the officer's own passkeys away. Of anybody else's nothing is said or done. */
export async function removePasskey({ database }: Platform, { id }: Session, passkey: string): Promise<void> {
  await database.write(deletePasskey(passkey, id));
}
