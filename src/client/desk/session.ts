import { loginChallengeSchema, loginResponseSchema, type LoginResponse } from "../../api/officer.schema.ts";
import { type CommitteeKeys, unwrapCommitteeKeys, wipeCommitteeKeys } from "../../crypto/committee-key.ts";
import {
  derivePassphraseKeys,
  type OfficerIdentity,
  officerIdentityOf,
  type PassphraseKeys,
  proveLogin,
  unwrapOfficerSeed,
  wipeOfficerIdentity,
} from "../../crypto/officer-identity.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { forgetTold, wipe } from "../../crypto/sodium.ts";
import type { CommitteeId, KeyId, OfficerId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import type { KnownOrganisation } from "../organisation.ts";
import { type Answer, type Failure, jsonBody, readJson, request, type Transport } from "../transport.ts";

/** A committee's keys in memory, by key id: after a change of keys an officer holds several. */
export type Keyring = ReadonlyMap<KeyId, { readonly committee: CommitteeId; readonly keys: CommitteeKeys }>;

/** An unlocked desk. Lives in memory only; `lockDesk` wipes it. */
export type Desk = {
  readonly transport: Transport;
  readonly organisation: KnownOrganisation;
  readonly officer: { readonly id: OfficerId; readonly title: string; readonly loginName: string };
  readonly identity: OfficerIdentity;
  readonly keyring: Keyring;
  /** Committees whose letters this officer can read, in the server's order. */
  readonly committees: readonly CommitteeId[];
  /** The day it is for the server at sign-in. */
  readonly serverToday: PlainDate;
  readonly token: string;
};

/** What a session is to the server. */
type OpenSession = Pick<Desk, "transport" | "token">;

export type SignIn =
  | { readonly kind: "desk"; readonly desk: Desk }
  /** The server released a seed or keys that do not open: altered, or meant for somebody else. */
  | { readonly kind: "tampered" }
  | Failure;

/**
 * Stretches the passphrase, proves it, and only then receives and opens the sealed seed and the committee keys.
 * A wrong name and a wrong passphrase are the same refusal, `login-failed`.
 */
export async function signIn(
  transport: Transport,
  organisation: KnownOrganisation,
  credentials: { readonly loginName: string; readonly passphrase: string },
  stretch: Stretch,
): Promise<SignIn> {
  const loginName = credentials.loginName.trim().toLowerCase();
  const { passphrase } = credentials;
  const keys = await derivePassphraseKeys(passphrase, loginName, organisation.fingerprint, stretch);
  const answer = await proveAndFetch(transport, loginName, keys);
  if (answer.kind !== "login") {
    wipePassphraseKeys(keys);
    return answer;
  }
  const seed = unwrapOfficerSeed(fromBase64url(answer.login.wrappedSeed), answer.login.officer.id, keys);
  wipePassphraseKeys(keys);
  return unlockDesk(transport, organisation, loginName, seed, answer.login);
}

/** The two keys of a passphrase or a passkey, once they have done their work. */
export function wipePassphraseKeys({ wrapKey, login }: PassphraseKeys): void {
  wipe(wrapKey, login.secret);
}

/** A challenge of the moment. */
export async function fetchChallenge(
  transport: Transport,
): Promise<{ readonly kind: "challenge"; readonly challenge: string } | Failure> {
  const asked = await request(transport, "/api/officer/challenge");
  if (asked.kind !== "answer") return asked;
  const question = await readJson(asked.response, loginChallengeSchema);
  return question === undefined
    ? { kind: "unreachable" }
    : { kind: "challenge", challenge: question.challenge };
}

type Login = { readonly kind: "login"; readonly login: LoginResponse } | Failure;

/** Proves the passphrase; the answer holds the sealed seed and opens a session. Proves nothing once it is `stopped`. */
export async function proveAndFetch(
  transport: Transport,
  loginName: string,
  keys: PassphraseKeys,
  stopped?: AbortSignal,
): Promise<Login> {
  const question = await fetchChallenge(transport);
  if (question.kind !== "challenge") return question;
  if (stopped?.aborted === true) return { kind: "unreachable" };
  const proof = toBase64url(proveLogin(keys, question.challenge, loginName));
  const body = jsonBody({ loginName, challenge: question.challenge, proof });
  const answer = await request(transport, "/api/officer/login", body);
  if (answer.kind !== "answer") return answer;
  const login = await readJson(answer.response, loginResponseSchema);
  return login === undefined ? { kind: "unreachable" } : { kind: "login", login };
}

/** The desk behind an opened seed, which is wiped. What does not open leaves nothing open: neither a key nor the session. */
export function unlockDesk(
  transport: Transport,
  organisation: KnownOrganisation,
  loginName: string,
  seed: Uint8Array | undefined,
  login: LoginResponse,
): SignIn {
  const { id, title } = login.officer;
  const session = { transport, token: login.token };
  if (seed === undefined) return refuseTampered(session);
  const identity = officerIdentityOf(seed);
  wipe(seed);
  const keyring = openKeyring(login, identity);
  if (keyring === undefined) {
    wipeOfficerIdentity(identity);
    return refuseTampered(session);
  }
  const desk = {
    ...session,
    organisation,
    officer: { id, title, loginName },
    identity,
    keyring,
    committees: [...new Set(login.memberships.map(({ committee }) => committee))],
    serverToday: login.today,
  };
  return { kind: "desk", desk };
}

function refuseTampered(session: OpenSession): SignIn {
  forgetTold();
  // Whoever is warned does not wait for the server that they are warned of.
  void endSession(session);
  return { kind: "tampered" };
}

/** Undefined, and nothing left open, if one of the keys does not open. */
function openKeyring(login: LoginResponse, identity: OfficerIdentity): Keyring | undefined {
  const keyring = new Map<KeyId, { committee: CommitteeId; keys: CommitteeKeys }>();
  for (const { committee, key, wrap } of login.memberships) {
    const purpose = { committee, key, officer: login.officer.id };
    const keys = unwrapCommitteeKeys(fromBase64url(wrap), identity.kem.secret, purpose);
    if (keys === undefined) {
      wipeKeyring(keyring);
      return undefined;
    }
    keyring.set(keys.id, { committee, keys });
  }
  return keyring;
}

function wipeKeyring(keyring: Keyring): void {
  for (const { keys } of keyring.values()) wipeCommitteeKeys(keys);
}

/** Wipes every key and tells the server to forget the session. The desk must not be used afterwards. */
export async function lockDesk(desk: Desk): Promise<void> {
  wipeKeyring(desk.keyring);
  wipeOfficerIdentity(desk.identity);
  forgetTold();
  await endSession(desk);
}

/** Has the server forget a session. */
export async function endSession(session: OpenSession): Promise<void> {
  // Also while the tab is being closed: the session ends with it, on the server too.
  await deskRequest(session, "/api/officer/logout", { method: "POST", keepalive: true });
}

/** A request in the session's name. */
export async function deskRequest(
  { transport, token }: OpenSession,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${token}`);
  return await request(transport, path, { ...init, headers });
}
