import type { AppendEventRequest, CaseRow } from "../../../src/api/officer.schema.ts";
import type { CommitteeId, OfficerId } from "../../../src/domain/ids.ts";
import type { PlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { toUtf8 } from "../../../src/envelope/bytes.ts";
import { writeHeader } from "../../../src/envelope/headers.ts";
import { labels } from "../../../src/envelope/labels.ts";
import {
  carriesMessage,
  type OfficerAct,
  type OfficerEvent,
  type OfficerEventType,
  writeOfficerAct,
  writeOfficerEvent,
} from "../../../src/envelope/officer-event.ts";
import type { MembershipsTable, OfficersTable } from "../../../worker/db/schema.ts";
import { createSigningPair, digestOf, importSecret, random, signFor, type SigningPair } from "./labelled.ts";
import type { Fixture } from "./organisation.ts";
import { createEnvelope, keyOf } from "./reporter.ts";

/** An officer with the secrets that only the officer's browser has. */
export type Officer = {
  readonly row: OfficersTable;
  readonly memberships: readonly MembershipsTable[];
  readonly login: SigningPair;
  readonly sign: SigningPair;
};

export async function createOfficer(
  fixture: Fixture,
  committees: readonly string[],
  name: string = `can-bo-${toBase64url(random(6)).toLowerCase().replaceAll(/[-_]/g, "0")}`,
): Promise<Officer> {
  const login = await createSigningPair();
  const sign = await createSigningPair();
  const id = name as OfficerId;
  return {
    login,
    sign,
    row: {
      id,
      login_name: name,
      title: "Cán bộ",
      login_key: toBase64url(login.publicKey),
      sign_key: toBase64url(sign.publicKey),
      kem_key: toBase64url(random(1216)),
      wrapped_seed: toBase64url(random(72)),
      person: null,
    },
    memberships: committees.map((committee) => ({
      officer: id,
      committee: committee as CommitteeId,
      key: keyOf(fixture, committee),
      wrap: toBase64url(random(1200)),
    })),
  };
}

/** The proof of a passphrase. */
export async function proveLogin(officer: Officer, challenge: string): Promise<string> {
  const parts = [toUtf8(challenge), new Uint8Array(1), toUtf8(officer.row.login_name)];
  return toBase64url(await signFor(officer.login.secret, labels.officerLogin, ...parts));
}

export type EventChanges = {
  readonly event?: Partial<OfficerEvent>;
  readonly act?: Partial<OfficerAct>;
  readonly header?: Partial<OfficerEvent>;
  /** Which committee's key signs; its own unless said otherwise. */
  readonly signer?: string;
};

/** An event as an officer's browser signs it, on the case as `row` shows it. */
export async function createEvent(
  fixture: Fixture,
  officer: Officer,
  row: Pick<CaseRow, "case" | "committee" | "sequence" | "chain" | "fallback">,
  type: OfficerEventType,
  on: PlainDate,
  changes: EventChanges = {},
): Promise<AppendEventRequest> {
  const place = {
    case: row.case,
    committee: row.committee,
    sequence: row.sequence + 1,
    previous: row.chain,
    ...changes.header,
  };
  const header = {
    v: 1 as const,
    case: place.case,
    committee: place.committee,
    sequence: place.sequence,
    previous: place.previous,
    readerKey: keyOf(fixture, row.committee),
    fallbackKey: row.fallback === null ? null : keyOf(fixture, row.fallback),
  };
  const message = carriesMessage[type]
    ? await createEnvelope("committee-message", writeHeader(header))
    : null;
  const signer = changes.signer ?? row.committee;
  const event = writeOfficerEvent({
    v: 1,
    case: row.case,
    committee: row.committee,
    sequence: row.sequence + 1,
    previous: row.chain,
    key: keyOf(fixture, signer),
    type,
    on,
    reporter: type === "Opened" ? null : toBase64url(random(32)),
    message: message?.digest ?? null,
    ...changes.event,
  });
  const key = await importSecret(fixture.keys[signer]?.[0]?.pkcs8 ?? "");
  const signature = await signFor(key, labels.officerEvent, toUtf8(event));
  const entry = toBase64url(await digestOf(labels.officerEntry, signature, toUtf8(event)));
  const signed = await signAct(officer, {
    case: row.case,
    committee: row.committee,
    act: type,
    on,
    entry,
    ...changes.act,
  });
  return {
    event,
    signature: toBase64url(signature),
    ...signed,
    message: message === null ? null : toBase64url(message.whole),
  };
}

/** An entry of the audit log as its officer signs it. */
export async function signAct(
  officer: Officer,
  act: Omit<OfficerAct, "v" | "officer"> & Partial<Pick<OfficerAct, "officer">>,
): Promise<{ readonly act: string; readonly actSignature: string }> {
  const text = writeOfficerAct({ v: 1, officer: officer.row.id, ...act });
  const signature = await signFor(officer.sign.secret, labels.officerAct, toUtf8(text));
  return { act: text, actSignature: toBase64url(signature) };
}
