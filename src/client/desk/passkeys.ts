import {
  type PasskeyLoginResponse,
  passkeyListSchema,
  passkeyLoginResponseSchema,
} from "../../api/passkey.schema.ts";
import {
  derivePassphraseKeys,
  type PassphraseKeys,
  unwrapOfficerSeed,
} from "../../crypto/officer-identity.ts";
import {
  approvePasskey,
  derivePasskeyKeys,
  openPasskeyNote,
  passkeyIdOf,
  provePasskey,
  sealPasskeyNote,
  unwrapPasskeySeed,
  wrapSeedForPasskey,
} from "../../crypto/passkey.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { wipe } from "../../crypto/sodium.ts";
import { parsePlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import { FormatError } from "../../envelope/format-error.ts";
import type { KnownOrganisation } from "../organisation.ts";
import { type Failure, jsonBody, readJson, request, type Transport } from "../transport.ts";
import {
  type Desk,
  deskRequest,
  endSession,
  fetchChallenge,
  proveAndFetch,
  type SignIn,
  unlockDesk,
  wipePassphraseKeys,
} from "./session.ts";

/** What an authenticator gave away: which credential, and the secret that only this device (or account) can make. */
export type PasskeySecret = { readonly credential: Uint8Array; readonly secret: Uint8Array };

/** A passkey in its officer's list. Null: what the server keeps beside it does not open. */
export type KnownPasskey = {
  readonly passkey: string;
  readonly note: { readonly on: PlainDate | null; readonly label: string } | null;
};

/** Unlocks a desk with a passkey: the server gives the sealed seed only for a proof, as for a passphrase. */
export async function signInByPasskey(
  transport: Transport,
  organisation: KnownOrganisation,
  { credential, secret }: PasskeySecret,
): Promise<SignIn> {
  const passkey = passkeyIdOf(credential);
  const keys = derivePasskeyKeys(secret);
  const answer = await prove(transport, passkey, keys);
  if (answer.kind !== "login") {
    wipePassphraseKeys(keys);
    return answer;
  }
  const { loginName, ...login } = answer.login;
  const seed = unwrapPasskeySeed(fromBase64url(login.wrappedSeed), login.officer.id, passkey, keys);
  wipePassphraseKeys(keys);
  return unlockDesk(transport, organisation, loginName, seed, login);
}

async function prove(
  transport: Transport,
  passkey: string,
  keys: PassphraseKeys,
): Promise<{ readonly kind: "login"; readonly login: PasskeyLoginResponse } | Failure> {
  const question = await fetchChallenge(transport);
  if (question.kind !== "challenge") return question;
  const { challenge } = question;
  const proof = toBase64url(provePasskey(keys, challenge, passkey));
  const answer = await request(
    transport,
    "/api/officer/passkey-login",
    jsonBody({ passkey, challenge, proof }),
  );
  if (answer.kind !== "answer") return answer;
  const login = await readJson(answer.response, passkeyLoginResponseSchema);
  return login === undefined ? { kind: "unreachable" } : { kind: "login", login };
}

/** The officer's own passkeys. */
export async function listPasskeys(
  desk: Desk,
): Promise<{ readonly kind: "passkeys"; readonly passkeys: readonly KnownPasskey[] } | Failure> {
  const answer = await deskRequest(desk, "/api/officer/passkeys");
  if (answer.kind !== "answer") return answer;
  const list = await readJson(answer.response, passkeyListSchema);
  if (list === undefined) return { kind: "unreachable" };
  const passkeys = list.passkeys.map(({ passkey, note }) => ({
    passkey,
    note: readNote(desk, passkey, note),
  }));
  return { kind: "passkeys", passkeys };
}

function readNote({ officer, identity }: Desk, passkey: string, sealed: string): KnownPasskey["note"] {
  try {
    const note = openPasskeyNote(fromBase64url(sealed), officer.id, passkey, identity.kem.secret);
    return note === undefined ? null : { on: parsePlainDate(note.on) ?? null, label: note.label };
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/** Takes a passkey away. The passphrase always stays. */
export async function removePasskey(
  desk: Desk,
  passkey: string,
): Promise<{ readonly kind: "removed" } | Failure> {
  const answer = await deskRequest(desk, `/api/officer/passkeys/${passkey}`, { method: "DELETE" });
  return answer.kind === "answer" ? { kind: "removed" } : answer;
}

/** The seed, opened once more with the passphrase, and the keys that vouch for what is done with it. */
export type Reopened = {
  readonly kind: "reopened";
  readonly seed: Uint8Array;
  readonly keys: PassphraseKeys;
};

/** The desk was locked meanwhile. */
type Locked = { readonly kind: "locked" };

/**
 * Asks for the passphrase once more: an unlocked desk holds no seed, and whoever passes by one adds no passkey. Whoever
 * gets the seed wipes both. Nothing is proven or opened any more once the desk is locked.
 */
export async function reopenSeed(
  desk: Desk,
  passphrase: string,
  stretch: Stretch,
  locked: AbortSignal,
): Promise<Reopened | { readonly kind: "tampered" } | Locked | Failure> {
  const { organisation, officer } = desk;
  const keys = await derivePassphraseKeys(passphrase, officer.loginName, organisation.fingerprint, stretch);
  const fetched = await fetchSeed(desk, keys, locked);
  if (fetched.kind !== "wrapped") {
    wipePassphraseKeys(keys);
    return fetched;
  }
  const seed = unwrapOfficerSeed(fromBase64url(fetched.seed), officer.id, keys);
  if (seed !== undefined) return { kind: "reopened", seed, keys };
  wipePassphraseKeys(keys);
  return { kind: "tampered" };
}

/** The sealed seed alone: the session that comes with it ends here. */
async function fetchSeed(
  { transport, officer }: Desk,
  keys: PassphraseKeys,
  locked: AbortSignal,
): Promise<{ readonly kind: "wrapped"; readonly seed: string } | Locked | Failure> {
  if (locked.aborted) return { kind: "locked" };
  const answer = await proveAndFetch(transport, officer.loginName, keys, locked);
  if (answer.kind !== "login") return locked.aborted ? { kind: "locked" } : answer;
  const { token, wrappedSeed } = answer.login;
  await endSession({ transport, token });
  return locked.aborted ? { kind: "locked" } : { kind: "wrapped", seed: wrappedSeed };
}

/** Seals the seed under a new passkey and has the server keep it, unless the desk is locked before. */
export async function addPasskey(
  desk: Desk,
  { seed, keys }: Reopened,
  { credential, secret }: PasskeySecret,
  label: string,
  locked: AbortSignal,
): Promise<{ readonly kind: "added" } | Locked | Failure> {
  const { officer, identity, serverToday } = desk;
  const question = await fetchChallenge(desk.transport);
  if (locked.aborted) return { kind: "locked" };
  if (question.kind !== "challenge") return question;
  const { challenge } = question;
  const passkey = passkeyIdOf(credential);
  const own = derivePasskeyKeys(secret);
  const note = sealPasskeyNote({ on: serverToday, label }, officer.id, passkey, identity.kem.publicKey);
  const entry = {
    passkey,
    loginKey: toBase64url(own.login.publicKey),
    wrap: toBase64url(wrapSeedForPasskey(seed, officer.id, passkey, own)),
    note: toBase64url(note),
    challenge,
  };
  wipePassphraseKeys(own);
  const proof = toBase64url(approvePasskey(keys, { ...entry, loginName: officer.loginName }));
  const answer = await deskRequest(desk, "/api/officer/passkeys", jsonBody({ ...entry, proof }));
  return answer.kind === "answer" && answer.response.status !== 409
    ? { kind: "added" }
    : answer.kind === "answer"
      ? { kind: "refused", code: "id-taken" }
      : answer;
}

/** Overwrites what `reopenSeed` opened. */
export function wipeReopened({ seed, keys }: Reopened): void {
  wipe(seed);
  wipePassphraseKeys(keys);
}
