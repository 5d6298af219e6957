import type { AppendEventRequest, CaseDetail, CaseRow, Rekey } from "../../../src/api/officer.schema.ts";
import type { CommitteeId, KeyId, OfficerId } from "../../../src/domain/ids.ts";
import type { PlainDate } from "../../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../../src/envelope/base64url.ts";
import { toUtf8 } from "../../../src/envelope/bytes.ts";
import { type CommitteeMessageHeader, writeHeader } from "../../../src/envelope/headers.ts";
import { labels } from "../../../src/envelope/labels.ts";
import {
  carriesMessage,
  isSuperiorEvent,
  namesReporter,
  type OfficerAct,
  type OfficerEvent,
  type OfficerEventType,
  writeOfficerAct,
  writeOfficerEvent,
} from "../../../src/envelope/officer-event.ts";
import { slotBytes } from "../../../src/envelope/sizes.ts";
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
  readonly header?: Partial<CommitteeMessageHeader>;
  /** In whose name; of the committee in charge unless said otherwise, of the superior for its acts. */
  readonly committee?: string;
  /** Which committee's key signs; its own unless said otherwise. */
  readonly signer?: string;
  /** Public parameters of the event: kind, days, target. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** With a rekeying event: how the case is read from now on, and the id of the key. */
  readonly rekeying?: { readonly key: KeyId; readonly rekey: Rekey };
};

/** What an event follows: the case as its row shows it. */
export type EventPlace = Pick<CaseRow, "case" | "committee" | "sequence" | "chain" | "fallback" | "caseKey">;

/** An event as an officer's browser signs it, on the case as `row` shows it. */
export async function createEvent(
  fixture: Fixture,
  officer: Officer,
  row: EventPlace,
  type: OfficerEventType,
  on: PlainDate,
  changes: EventChanges = {},
): Promise<AppendEventRequest> {
  const { rekeying, parameters } = changes;
  const committee = (changes.committee ??
    (isSuperiorEvent(type) ? row.fallback : row.committee) ??
    row.committee) as CommitteeId;
  const place = { case: row.case, committee, sequence: row.sequence + 1, previous: row.chain };
  const superior = type === "TakenOver" ? null : row.fallback;
  const header = {
    v: 1 as const,
    ...place,
    readerKey: rekeying?.key ?? row.caseKey?.id ?? keyOf(fixture, row.committee),
    fallbackKey: superior === null ? null : keyOf(fixture, superior),
    ...changes.header,
  };
  const message = carriesMessage(type)
    ? await createEnvelope("committee-message", writeHeader(header))
    : null;
  const signer = changes.signer ?? committee;
  const event = writeOfficerEvent({
    v: 1,
    ...place,
    signer: keyOf(fixture, signer),
    type,
    on,
    reporter: namesReporter(type) ? toBase64url(random(32)) : null,
    message: message?.digest ?? null,
    ...parameters,
    ...(rekeying === undefined ? {} : { key: rekeying.key }),
    ...changes.event,
  } as OfficerEvent);
  const key = await importSecret(fixture.keys[signer]?.[0]?.pkcs8 ?? "");
  const signature = await signFor(key, labels.officerEvent, toUtf8(event));
  const entry = toBase64url(await digestOf(labels.officerEntry, signature, toUtf8(event)));
  const signed = await signAct(officer, {
    case: row.case,
    committee,
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
    rekey: rekeying?.rekey ?? null,
  };
}

/** An entry of the audit log as its officer signs it. */
export async function signAct(
  officer: Officer,
  act: Omit<OfficerAct, "v" | "officer" | "nonce"> & Partial<Pick<OfficerAct, "officer" | "nonce">>,
): Promise<{ readonly act: string; readonly actSignature: string }> {
  const nonce = toBase64url(random(16)) as KeyId;
  const text = writeOfficerAct({ v: 1, officer: officer.row.id, nonce, ...act });
  const signature = await signFor(officer.sign.secret, labels.officerAct, toUtf8(text));
  return { act: text, actSignature: toBase64url(signature) };
}

/** The letter and every message of a case, as a re-key has to name them. */
export async function objectsOf({ row, entries }: CaseDetail): Promise<readonly string[]> {
  const cores = entries.flatMap((entry) =>
    "message" in entry && entry.message !== null ? [entry.message.core] : [],
  );
  const digests = await Promise.all(
    cores.map(async (core) => toBase64url(await digestOf(labels.envelopeDigest, fromBase64url(core)))),
  );
  return [row.letter, ...digests];
}

/** A re-key to a case key of its own, with random bytes where no server can look. */
export async function rekeyTo(
  detail: CaseDetail,
  readers: readonly Officer[],
): Promise<{ readonly key: KeyId; readonly rekey: Rekey }> {
  const kem = random(1216);
  const key = toBase64url((await digestOf(labels.caseKeyId, kem)).slice(0, 16)) as KeyId;
  const wraps = readers.map(({ row }) => ({ officer: row.id, wrap: toBase64url(random(slotBytes)) }));
  return { key, rekey: { kem: toBase64url(kem), wraps, slots: await slotsOf(detail) } };
}

/** A re-key to the own key of a committee. */
export async function rekeyToCommittee(
  fixture: Fixture,
  detail: CaseDetail,
  committee: string,
): Promise<{ readonly key: KeyId; readonly rekey: Rekey }> {
  const key = keyOf(fixture, committee);
  return { key, rekey: { kem: null, wraps: [], slots: await slotsOf(detail) } };
}

async function slotsOf(detail: CaseDetail): Promise<Rekey["slots"]> {
  const objects = await objectsOf(detail);
  return objects.map((digest) => ({ digest, slot: toBase64url(random(slotBytes)) }));
}
