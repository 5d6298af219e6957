import type { CommitteeKey, DirectoryPayload, KeyRecord, Roster, Trust } from "../api/directory.schema.ts";
import { type DirectoryFault, rootFingerprint, verifyDirectory } from "../crypto/directory.ts";
import { getSealingKey, type KeyRecordFault, verifyKeyRecord } from "../crypto/key-record.ts";
import { verifyRoster } from "../crypto/roster.ts";
import { type Calendar, createCalendar } from "../domain/calendar.ts";
import { createClocks, type Law, type LetterClocks } from "../domain/clocks.ts";
import type { CommitteeId } from "../domain/ids.ts";
import { createOrgTree, getCommittee, type OrgTree } from "../domain/org-tree.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import type { Bytes } from "../envelope/bytes.ts";
import { type StepRecord, stepsToTakeOver } from "../envelope/case-record.ts";
import { request, type Transport } from "./transport.ts";

/** A verified directory, made ready: what both sides of the client route, seal and count by. */
export type KnownOrganisation = {
  readonly payload: DirectoryPayload;
  readonly tree: OrgTree;
  readonly calendar: Calendar;
  /** The limits and the days that count, by which cases are judged. */
  readonly law: Law;
  /** When this law took the place of another: only by these may a server say that a case was reckoned anew. */
  readonly lawChanges: DirectoryPayload["lawChanges"];
  /** The latest of the device's day, the build's and the directory's. */
  readonly today: PlainDate;
  readonly trust: Trust;
  /** Fingerprint of the pinned roots. */
  readonly fingerprint: Bytes;
  /** The clocks that letters released on a day start with, each day computed once. */
  readonly clocksFrom: (releasedOn: PlainDate) => LetterClocks;
};

export type OrganisationReading =
  | { readonly kind: "organisation"; readonly organisation: KnownOrganisation }
  | { readonly kind: "fault"; readonly fault: DirectoryFault };

/** Verifies a fetched directory. Call after `sodiumReady`. */
export function knownOrganisation(text: string, trust: Trust, phoneDay: PlainDate): OrganisationReading {
  const reading = verifyDirectory(text, trust, phoneDay);
  if (reading.kind === "fault") return reading;
  const { payload, today } = reading;
  const calendar = createCalendar(payload.calendar);
  const organisation = {
    payload,
    tree: createOrgTree(payload.organisation, today),
    calendar,
    law: { policy: payload.policy, calendar },
    lawChanges: payload.lawChanges,
    today,
    trust,
    fingerprint: rootFingerprint(trust),
    clocksFrom: rememberedClocks((releasedOn) => createClocks(payload.policy, calendar, releasedOn)),
  };
  return { kind: "organisation", organisation };
}

function rememberedClocks(create: (releasedOn: PlainDate) => LetterClocks): KnownOrganisation["clocksFrom"] {
  const known = new Map<PlainDate, LetterClocks>();
  return (releasedOn) => {
    const clocks = known.get(releasedOn) ?? create(releasedOn);
    known.set(releasedOn, clocks);
    return clocks;
  };
}

/**
 * Of a server's steps those that a reader takes over (`stepsToTakeOver`), or the change of the law that the signed
 * directory does not announce: then none of them is to be believed.
 */
export type StepsReading =
  | { readonly kind: "steps"; readonly steps: readonly StepRecord[] }
  | { readonly kind: "unannounced"; readonly step: StepRecord };

/**
 * A change of the law must be announced: with its cause, not for a later day than the server's record says, and each
 * announcement once.
 */
export function readSteps(
  { lawChanges }: Pick<KnownOrganisation, "lawChanges">,
  steps: readonly StepRecord[],
): StepsReading {
  const left = [...lawChanges];
  for (const record of steps) {
    const { step } = record;
    if (step.type !== "LawChanged") continue;
    const at = left.findIndex(({ because, on }) => because === step.because && on <= step.on);
    if (at === -1) return { kind: "unannounced", step: record };
    left.splice(at, 1);
  }
  return { kind: "steps", steps: stepsToTakeOver(steps) };
}

export type KeyFault = KeyRecordFault | "no-mailbox" | "unreachable";

export type KeyRecordFetch =
  | { readonly kind: "record"; readonly record: KeyRecord }
  | { readonly kind: "fault"; readonly fault: KeyFault };

/** A committee's key record, checked against the signed directory. */
export async function fetchKeyRecord(
  transport: Transport,
  organisation: KnownOrganisation,
  committeeId: CommitteeId,
): Promise<KeyRecordFetch> {
  const committee = getCommittee(organisation.tree, committeeId);
  if (committee === undefined || committee.keyRecord === null) return { kind: "fault", fault: "no-mailbox" };
  const answer = await request(transport, `/keys/${committeeId}.json`);
  if (answer.kind !== "answer") return { kind: "fault", fault: "unreachable" };
  const file = await answer.response.text().catch(() => undefined);
  return file === undefined ? { kind: "fault", fault: "unreachable" } : verifyKeyRecord(file, committee);
}

/**
 * The key records of several committees, each once and all at once. Whether one may be missing is for whoever asks: what is
 * checked with it will not hold.
 */
export async function fetchRecordsOf(
  transport: Transport,
  organisation: KnownOrganisation,
  committees: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, KeyRecordFetch>> {
  const wanted = [...new Set(committees)];
  const fetched = await Promise.all(wanted.map((id) => fetchKeyRecord(transport, organisation, id)));
  return new Map(wanted.map((id, at) => [id, fetched[at] ?? { kind: "fault", fault: "unreachable" }]));
}

export type RosterFetch =
  | { readonly kind: "roster"; readonly roster: Roster }
  | { readonly kind: "fault"; readonly fault: KeyFault };

/** Who reads for a committee, with which keys, checked against its key record; the officers' host alone has it. */
export async function fetchRoster(
  transport: Transport,
  organisation: KnownOrganisation,
  committee: CommitteeId,
): Promise<RosterFetch> {
  const [record, answer] = await Promise.all([
    fetchKeyRecord(transport, organisation, committee),
    request(transport, `/rosters/${committee}.json`),
  ]);
  if (record.kind === "fault") return record;
  if (answer.kind !== "answer") return { kind: "fault", fault: "unreachable" };
  const file = await answer.response.text().catch(() => undefined);
  return file === undefined ? { kind: "fault", fault: "unreachable" } : verifyRoster(file, record.record);
}

/** What came for the two committees that a letter names. `fallback` null: it names none. */
export type KeyRecordsFetch = {
  readonly receiver: KeyRecordFetch;
  readonly fallback: KeyRecordFetch | null;
};

/**
 * The key records of a letter's receiver and fallback. Two requests of one size whenever anything can be sent, at once:
 * where there is nothing to fetch for a fallback the receiver's is fetched again, so that the traffic of a letter, a
 * message and a look-up is the same with a fallback and without.
 */
export async function fetchKeyRecords(
  transport: Transport,
  organisation: KnownOrganisation,
  receiver: CommitteeId,
  fallback: CommitteeId | null,
): Promise<KeyRecordsFetch> {
  const fetchRecord = (committee: CommitteeId) => fetchKeyRecord(transport, organisation, committee);
  if (fallback !== null && hasKeyRecord(organisation, fallback)) {
    const [first, second] = await Promise.all([fetchRecord(receiver), fetchRecord(fallback)]);
    return { receiver: first, fallback: second };
  }
  const [first] = await Promise.all([fetchRecord(receiver), fetchRecord(receiver)]);
  return { receiver: first, fallback: fallback === null ? null : { kind: "fault", fault: "no-mailbox" } };
}

function hasKeyRecord({ tree }: KnownOrganisation, committee: CommitteeId): boolean {
  return (getCommittee(tree, committee)?.keyRecord ?? null) !== null;
}

export type SealingKeysFetch =
  | { readonly kind: "keys"; readonly receiver: CommitteeKey; readonly fallback: CommitteeKey | null }
  | { readonly kind: "fault"; readonly fault: KeyFault };

/**
 * The keys to which something may be sealed for receiver and fallback today. There is no second best: a fault in
 * either stops sending.
 */
export async function fetchSealingKeys(
  transport: Transport,
  organisation: KnownOrganisation,
  receiver: CommitteeId,
  fallback: CommitteeId | null,
): Promise<SealingKeysFetch> {
  const fetched = await fetchKeyRecords(transport, organisation, receiver, fallback);
  const receiverKey = sealingKeyOf(fetched.receiver, organisation.today);
  if (receiverKey.kind === "fault") return receiverKey;
  if (fetched.fallback === null) return { kind: "keys", receiver: receiverKey.key, fallback: null };
  const fallbackKey = sealingKeyOf(fetched.fallback, organisation.today);
  if (fallbackKey.kind === "fault") return fallbackKey;
  return { kind: "keys", receiver: receiverKey.key, fallback: fallbackKey.key };
}

export type SealingKey =
  | { readonly kind: "key"; readonly key: CommitteeKey }
  | { readonly kind: "fault"; readonly fault: KeyFault };

/** The key to which something may be sealed for one committee today. */
export async function fetchSealingKey(
  transport: Transport,
  organisation: KnownOrganisation,
  committee: CommitteeId,
): Promise<SealingKey> {
  return sealingKeyOf(await fetchKeyRecord(transport, organisation, committee), organisation.today);
}

function sealingKeyOf(fetched: KeyRecordFetch, today: PlainDate): SealingKey {
  if (fetched.kind === "fault") return fetched;
  const key = getSealingKey(fetched.record, today);
  return key === undefined ? { kind: "fault", fault: "out-of-date" } : { kind: "key", key };
}
