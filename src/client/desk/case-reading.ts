import type { KeyRecord } from "../../api/directory.schema.ts";
import type { CaseDetail, CaseRow } from "../../api/officer.schema.ts";
import { reporterIdentityOf, type VerifiedChain, verifyChain } from "../../crypto/chain.ts";
import type { SealedFor } from "../../crypto/envelope.open.ts";
import { type OpenedLetter, openLetter } from "../../crypto/letter.ts";
import { joinLetter } from "../../crypto/letter.text.ts";
import { type CaseState, superiorMayRead } from "../../domain/case/case.ts";
import { clockOf } from "../../domain/case/case.clocks.ts";
import type { SealedState } from "../../domain/case/case.sealed.ts";
import { clockState } from "../../domain/clocks.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import { manifestationGroups } from "../../domain/manifestations.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { BasisGroup } from "../../domain/policy.ts";
import { compareRoutes, type RouteComparison } from "../../domain/routing.ts";
import { fromBase64urlOf, toBase64url } from "../../envelope/base64url.ts";
import type { LetterRelease } from "../../envelope/case-record.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { digestBytes } from "../../envelope/sizes.ts";
import { fetchRecordsOf, type KeyFault, type KeyRecordFetch } from "../organisation.ts";
import { openContent, readersOf, readSealed } from "./case-contents.ts";
import { type Parties, partiesOf, receive, type Received } from "./case-entries.ts";
import type { CaseFile, FileClock, FileReading, KeyRecordMap, SealedObject } from "./case-file.ts";
import { itemsOf } from "./case-history.ts";
import { reckonCase } from "./case-reckoning.ts";
import { forgetCaseKey, openWith, type ReadingKeys, readingKeysOf } from "./case-keys.ts";
import { misdirections, treeOn } from "./movements.ts";
import type { Desk } from "./session.ts";

/** A letter as the server hands it out, or as it is already open on the screen. */
export type LetterSource = SealedFor | HeldLetter | null;

export type HeldLetter = { readonly opened: OpenedLetter; readonly sealed: SealedFor };

/** What came of asking for key records. */
export type RecordsFetch = ReadonlyMap<CommitteeId, KeyRecordFetch>;

export type CaseReading =
  | FileReading
  | { readonly kind: "fault"; readonly fault: KeyFault }
  | { readonly kind: "unreadable" };

/** The letter of a case that is open on the screen, for the next reading. */
export function heldLetter({ letter, objects }: CaseFile): HeldLetter | null {
  const object = objects.find(({ purpose }) => purpose === "letter");
  return letter === null || object === undefined ? null : { opened: letter, sealed: object.sealed };
}

/**
 * Reads what the server sent of a case: fetches the key records of everybody who may have signed in it, then checks all
 * of it. Of the others a record that is not the directory's is left out: what they signed is then shown as unproven.
 * `asked`: another case than this is none, however sound: what was meant for the one would be signed on the other.
 * `ahead`: records that were fetched for this reading already.
 */
export async function fileOf(
  desk: Desk,
  asked: CaseId,
  detail: CaseDetail,
  source: LetterSource,
  ahead: RecordsFetch = new Map(),
): Promise<CaseReading> {
  const { row } = detail;
  if (row.case !== asked) return { kind: "unreadable" };
  const parties = partiesOf(detail);
  const own = row.as === "officer" ? row.committee : row.fallback;
  const wanted = committeesOf(parties);
  const missing = wanted.filter((id) => !ahead.has(id));
  const fetched = await fetchRecordsOf(desk.transport, desk.organisation, missing);
  const records = new Map<CommitteeId, KeyRecord>();
  for (const id of wanted) {
    const each = ahead.get(id) ?? fetched.get(id);
    if (each?.kind === "record") records.set(id, each.record);
    else if (each !== undefined && (id === own || each.fault === "unreachable")) return each;
  }
  try {
    return readCaseFile(desk, records, parties, detail, source);
  } catch (error) {
    // Bytes that are no format of ours, or days for which the law has no row.
    if (error instanceof FormatError || error instanceof RangeError) return { kind: "unreadable" };
    throw error;
  }
}

function committeesOf({ receiver, superior, others }: Parties): readonly CommitteeId[] {
  return [receiver, ...(superior === null ? [] : [superior]), ...others];
}

function readCaseFile(
  desk: Desk,
  records: KeyRecordMap,
  parties: Parties,
  detail: CaseDetail,
  source: LetterSource,
): FileReading {
  const { row } = detail;
  const keys = readingKeysOf(desk, records, row);
  if (keys === undefined) return { kind: "no-key" };
  try {
    const held = openSource(source, keys);
    if (held === undefined || (held !== null && !isLetterOf(held.opened, row)))
      return { kind: "letter-damaged" };
    return { kind: "file", file: assemble({ desk, records, parties, detail, keys, held }) };
  } finally {
    forgetCaseKey(keys);
  }
}

function openSource(source: LetterSource, keys: ReadingKeys): HeldLetter | null | undefined {
  if (source === null || "opened" in source) return source;
  const opened = openWith(keys.secrets, source, (secret) => openLetter(keys.role, source, secret));
  return opened === undefined ? undefined : { opened, sealed: source };
}

function isLetterOf({ header, digest }: OpenedLetter, row: CaseRow): boolean {
  return (
    header.case === row.case &&
    header.receiver === row.receiver &&
    header.receiverKey === row.receiverKey &&
    toBase64url(digest) === row.letter
  );
}

type Grounds = {
  readonly desk: Desk;
  readonly records: KeyRecordMap;
  readonly parties: Parties;
  readonly detail: CaseDetail;
  readonly keys: ReadingKeys;
  readonly held: HeldLetter | null;
};

function assemble(grounds: Grounds): CaseFile {
  const { desk, detail, keys, held } = grounds;
  const { row, today } = detail;
  const letter = held?.opened ?? null;
  const received = detail.entries.map(receive);
  const { release, chain } = checkChain(grounds, received);
  const { events, state, faults } = reckonCase(desk.organisation, detail, release, chain);
  const opened = chain.entries.map((entry, at) =>
    openContent(entry, received[at]?.object ?? null, keys, letter),
  );
  const { letterText, history: contents } = joinLetter(letter?.body ?? null, opened);
  const sealed = readSealed(chain.entries, contents);
  const readers = readersOf(chain.entries, contents);
  // The superior is not shown what is sealed before it reads, and decides about nobody who reads.
  const isUnknown = readers === undefined && row.as === "officer";
  return {
    row,
    as: row.as,
    today,
    law: desk.organisation.law,
    events,
    state,
    sealed: sealed.state,
    clocks: clocksOfFile(desk, state, sealed.state, today),
    history: itemsOf(events, chain.entries, contents),
    chain,
    records: grounds.records,
    faults: [
      ...faults,
      ...(isUnknown ? [{ kind: "readers-unknown" as const, place: null }] : []),
      ...sealed.broken.map((rule) => ({ kind: "sealed-rule-broken" as const, ...rule })),
      ...(letter === null ? [] : misdirections(desk.organisation, letter, chain.entries)),
    ],
    rowDisagrees: faults.some(({ kind }) => kind === "row-disagrees"),
    letter,
    letterText,
    route: letter === null ? null : compareRoute(desk, letter),
    readers: readers ?? (isUnknown ? [] : null),
    superiorMayRead: superiorMayRead(state),
    objects: [...letterObject(held), ...received.flatMap(({ object }) => object ?? [])],
  };
}

function checkChain(
  { detail: { row }, parties, records, held }: Grounds,
  received: readonly Received[],
): { readonly release: LetterRelease; readonly chain: VerifiedChain } {
  const letter = held?.opened ?? null;
  // The reporter's own word, once it can be read; until then the row's and the chain's.
  const { receiver, fallback } = letter?.header ?? {
    receiver: parties.receiver,
    fallback: parties.superior,
  };
  const context = {
    caseId: row.case,
    letterDigest: letter?.digest ?? fromBase64urlOf(digestBytes, row.letter),
    releasedOn: row.releasedOn,
    receiver,
    superior: fallback,
    keys: new Map([...records].map(([id, record]) => [id, record.keys])),
    reporter: letter === null ? null : reporterIdentityOf(letter.reporter.sign),
  };
  const linked = received.map((each) => each.linked);
  return { release: { on: row.releasedOn, receiver, fallback }, chain: verifyChain(context, linked) };
}

function letterObject(held: HeldLetter | null): readonly SealedObject[] {
  return held === null ? [] : [{ purpose: "letter", digest: held.opened.digest, sealed: held.sealed }];
}

/** Routes again, on the day of the letter, by what its signed body says. */
function compareRoute(desk: Desk, { body, header }: OpenedLetter): RouteComparison {
  return compareRoutes(treeOn(desk.organisation, body.route.on), body.route, header);
}

/** Every clock, with the weight that the classification gives it: that is sealed, so the server cannot know it. */
function clocksOfFile(
  { organisation: { law, calendar } }: Desk,
  state: CaseState,
  sealed: SealedState,
  today: PlainDate,
): readonly FileClock[] {
  return state.clocks.map((facts) => {
    const clock = clockOf(facts, law, groupOf(sealed));
    return { facts, clock, state: clockState(clock, facts.stoppedOn, today, calendar) };
  });
}

/**
 * By the officer's classification alone. What the writer chose is no classification: before there is one the weight of a
 * limit stays open, so that nobody can give their own letter a weight by ticking a box.
 */
function groupOf({ classification }: SealedState): BasisGroup | "unknown" {
  if (classification === null) return "unknown";
  return manifestationGroups.find((group) => classification.category?.startsWith(group)) ?? "other";
}
