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
import { wipe } from "../../crypto/sodium.ts";
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
  if (answer.kind !== "login") return answer;
  const desk = unlock(transport, organisation, loginName, keys, answer.login);
  wipe(keys.wrapKey, keys.login.secret);
  return desk === undefined ? { kind: "tampered" } : { kind: "desk", desk };
}

type Login = { readonly kind: "login"; readonly login: LoginResponse } | Failure;

async function proveAndFetch(transport: Transport, loginName: string, keys: PassphraseKeys): Promise<Login> {
  const asked = await request(transport, "/api/officer/challenge");
  if (asked.kind !== "answer") return asked;
  const question = await readJson(asked.response, loginChallengeSchema);
  if (question === undefined) return { kind: "unreachable" };
  const proof = toBase64url(proveLogin(keys, question.challenge, loginName));
  const body = jsonBody({ loginName, challenge: question.challenge, proof });
  const answer = await request(transport, "/api/officer/login", body);
  if (answer.kind !== "answer") return answer;
  const login = await readJson(answer.response, loginResponseSchema);
  return login === undefined ? { kind: "unreachable" } : { kind: "login", login };
}

function unlock(
  transport: Transport,
  organisation: KnownOrganisation,
  loginName: string,
  keys: PassphraseKeys,
  login: LoginResponse,
): Desk | undefined {
  const { id, title } = login.officer;
  const seed = unwrapOfficerSeed(fromBase64url(login.wrappedSeed), id, keys);
  if (seed === undefined) return undefined;
  const identity = officerIdentityOf(seed);
  wipe(seed);
  const keyring = openKeyring(login, identity);
  if (keyring === undefined) return undefined;
  return {
    transport,
    organisation,
    officer: { id, title, loginName },
    identity,
    keyring,
    committees: [...new Set(login.memberships.map(({ committee }) => committee))],
    serverToday: login.today,
    token: login.token,
  };
}

function openKeyring(login: LoginResponse, identity: OfficerIdentity): Keyring | undefined {
  const opened = login.memberships.map(({ committee, key, wrap }) => {
    const purpose = { committee, key, officer: login.officer.id };
    return { committee, keys: unwrapCommitteeKeys(fromBase64url(wrap), identity.kem.secret, purpose) };
  });
  const keyring = new Map<KeyId, { committee: CommitteeId; keys: CommitteeKeys }>();
  for (const { committee, keys } of opened) {
    if (keys === undefined) return undefined;
    keyring.set(keys.id, { committee, keys });
  }
  return keyring;
}

/** Wipes every key and tells the server to forget the session. The desk must not be used afterwards. */
export async function lockDesk(desk: Desk): Promise<void> {
  for (const { keys } of desk.keyring.values()) wipeCommitteeKeys(keys);
  wipeOfficerIdentity(desk.identity);
  await deskRequest(desk, "/api/officer/logout", { method: "POST" });
}

/** A request in the session's name. */
export async function deskRequest(desk: Desk, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${desk.token}`);
  return await request(desk.transport, path, { ...init, headers });
}
