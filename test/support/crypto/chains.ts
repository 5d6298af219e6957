import {
  chainLink,
  chainStart,
  type ChainContext,
  entryDigest,
  type LinkedEntry,
  reporterIdentityOf,
  reporterKeyDigest,
  signOfficerEvent,
} from "../../../src/crypto/chain.ts";
import { sealCommitteeMessage } from "../../../src/crypto/committee-message.ts";
import type { ReporterDeed } from "../../../src/crypto/letter.schema.ts";
import type { ReporterKeys } from "../../../src/crypto/receipt.ts";
import {
  actOf,
  readReporterMessageHeader,
  sealReporterMessage,
} from "../../../src/crypto/reporter-message.ts";
import { signStatement } from "../../../src/crypto/statement.ts";
import type { SealedFact } from "../../../src/domain/case/case.sealed.ts";
import { vocabulary } from "../../../src/domain/case/case.vocabulary.ts";
import type { CommitteeId, KeyId } from "../../../src/domain/ids.ts";
import type { ReportKind } from "../../../src/domain/policy.ts";
import type { PlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import type { Bytes } from "../../../src/envelope/bytes.ts";
import { splitEnvelope, type Slots } from "../../../src/envelope/envelope.ts";
import type { ReporterMessageHeader } from "../../../src/envelope/headers.ts";
import {
  carriesMessage,
  isSuperiorEvent,
  namesReporter,
  type OfficerEvent,
  type OfficerEventType,
} from "../../../src/envelope/officer-event.ts";
import type { Statement } from "../../../src/envelope/statement.ts";
import { randomCaseId, releasedOn, type TestCommittee, type TestLetter } from "./people.ts";

/** An entry with the sealed object that came with it. */
export type TestEntry = {
  readonly entry: LinkedEntry;
  readonly core: Bytes | null;
  readonly slots: Slots | null;
};

/** A key that something is sealed to: a committee's or a case's. */
export type ReadingKey = { readonly id: KeyId; readonly kem: Bytes };

/** A case as it grows: each side acts on what stands there. */
export type TestCase = {
  readonly reporter: ReporterKeys;
  /** In charge now. */
  readonly committee: TestCommittee;
  readonly superior: TestCommittee | null;
  /** Everybody who may come to hold the case. */
  readonly committees: readonly TestCommittee[];
  /** With which the case is read now. */
  readonly readWith: ReadingKey;
  readonly letter: TestLetter;
  readonly entries: readonly TestEntry[];
  /** The chain up to each place, from 0. */
  readonly links: readonly Bytes[];
};

/** Whoever the letter names above its receiver must be among `others`. */
export function startCase(
  reporter: ReporterKeys,
  committee: TestCommittee,
  letter: TestLetter,
  others: readonly TestCommittee[] = [],
): TestCase {
  const start = chainStart(letter.header.case, letter.digest, releasedOn);
  return {
    reporter,
    committee,
    superior: others.find((other) => other.committee === letter.header.fallback) ?? null,
    committees: [committee, ...others],
    readWith: keyOf(committee),
    letter,
    entries: [],
    links: [start],
  };
}

function keyOf({ keys }: TestCommittee): ReadingKey {
  return { id: keys.id, kem: keys.publicKem };
}

function end({ links }: TestCase): Bytes {
  const last = links.at(-1);
  if (last === undefined) throw new Error("a chain has a start");
  return last;
}

function append(known: TestCase, added: TestEntry): TestCase {
  const link = chainLink(end(known), entryDigest(added.entry));
  return { ...known, entries: [...known.entries, added], links: [...known.links, link] };
}

/** Sealed with an event of its type, where anything is. */
const facts: Partial<Record<OfficerEventType, SealedFact>> = {
  Classified: { type: "Classified", substance: "report", category: null, eligible: true },
  Noted: { type: "Noted", note: { kind: "verification" } },
  Extended: { type: "Extended", reason: "several-places" },
  Refused: { type: "Refused", ground: "abusive", whereElse: ["court"] },
  Concluded: { type: "Concluded", outcome: "true", againstPerson: false, remedyOrdered: false },
};

/** Each parameter of each event at once: `act` takes of them what the event has. */
type AnyParameters = {
  readonly kind?: ReportKind;
  readonly days?: number;
  readonly to?: CommitteeId;
  readonly key?: KeyId;
};
type Base = Omit<OfficerEvent, "type">;

/**
 * The committee in charge acts (or for a superior's act the superior), as an officer's browser would sign it. `changes`: the
 * event's parameters, and what a dishonest officer would write.
 */
export function act(
  known: TestCase,
  type: OfficerEventType,
  on: PlainDate,
  changes: Partial<Base> & AnyParameters = {},
  text: string = "Đã tiếp nhận.",
): TestCase {
  const { letter, reporter, superior } = known;
  const actor = isSuperiorEvent(type) ? (superior ?? known.committee) : known.committee;
  const { reader, above } = readersOf(known, type, changes);
  const place = {
    v: 1 as const,
    case: letter.header.case,
    committee: actor.committee,
    sequence: known.entries.length + 1,
    previous: toBase64url(end(known)),
  };
  const header = { ...place, readerKey: reader.id, fallbackKey: above?.keys.id ?? null };
  const sealed = carriesMessage(type)
    ? sealCommitteeMessage(
        header,
        { text, fact: facts[type] ?? null },
        {
          receiver: reader.kem,
          fallback: above?.keys.publicKem ?? null,
          reporter: vocabulary[type].to === "reporter" ? reporter.kem.publicKey : null,
        },
      )
    : null;
  const event = {
    ...place,
    signer: actor.keys.id,
    type,
    on,
    reporter: namesReporter(type) ? reporterKeyDigest(reporter.sign.publicKey) : null,
    message: sealed === null ? null : toBase64url(sealed.digest),
    ...changes,
  } as OfficerEvent;
  const signed = signOfficerEvent(event, actor.keys.signSecret);
  const split = sealed === null ? null : splitEnvelope("committee-message", sealed.envelope);
  const appended = append(known, {
    entry: { by: "committee", signed, message: sealed?.digest ?? null },
    core: split?.core ?? null,
    slots: split?.slots ?? null,
  });
  return { ...appended, ...chargeAfter(known, event) };
}

/** What goes with an event that changes who reads is sealed to those who read from then on. */
function readersOf(known: TestCase, type: OfficerEventType, { to }: AnyParameters) {
  const { superior, readWith } = known;
  if (type === "TakenOver" && superior !== null) return { reader: keyOf(superior), above: null };
  const target = known.committees.find(({ committee }) => type === "Transferred" && committee === to);
  return { reader: target === undefined ? readWith : keyOf(target), above: superior };
}

function chargeAfter(known: TestCase, event: OfficerEvent): Partial<TestCase> {
  if (event.type === "Transferred") {
    const to = known.committees.find(({ committee }) => committee === event.to) ?? known.committee;
    return { committee: to, readWith: keyOf(to) };
  }
  if (event.type !== "TakenOver" || known.superior === null) return {};
  return { committee: known.superior, superior: null, readWith: keyOf(known.superior) };
}

/** From now on the case is read with another key: ask it before `HandedOver` or `Recused`. */
export function readingWith(known: TestCase, readWith: ReadingKey): TestCase {
  return { ...known, readWith };
}

/** The reporter writes, having seen everything that stands there. */
export function write(
  known: TestCase,
  on: PlainDate,
  changes: Partial<ReporterMessageHeader> = {},
  text: string = "Xin hỏi thêm.",
  deed: ReporterDeed = { kind: "message" },
): TestCase {
  const { readWith, letter, reporter, superior, entries } = known;
  const own = entries.flatMap(({ entry }) => (entry.by === "reporter" ? [entry.message] : []));
  const header: ReporterMessageHeader = {
    v: 1,
    case: letter.header.case,
    message: randomCaseId(),
    number: own.length + 1,
    act: actOf(deed),
    previous: toBase64url(own.at(-1) ?? letter.digest),
    seen: { sequence: entries.length, chain: toBase64url(end(known)) },
    readerKey: readWith.id,
    fallbackKey: superior?.keys.id ?? null,
    ...changes,
  };
  const readers = { receiver: readWith.kem, fallback: superior?.keys.publicKem ?? null };
  const { envelope, digest } = sealReporterMessage(header, { deed, text }, reporter, readers);
  const { core, slots } = splitEnvelope("reporter-message", envelope);
  const entry = { by: "reporter" as const, on, message: digest, header: readReporterMessageHeader(core) };
  return append(known, { entry, core, slots });
}

/** Id of the reporter's last message. */
export function lastMessageId({ entries }: TestCase): Statement["message"] {
  const last = entries.findLast(({ entry }) => entry.by === "reporter")?.entry;
  if (last?.by !== "reporter" || last.header === null) throw new Error("the reporter has not written");
  return last.header.message;
}

/** The committee shows the reporter's word out of the last message; `changes` as whoever signs it would have it. */
export function showStatement(
  known: TestCase,
  on: PlainDate,
  changes: Partial<Statement> = {},
  signer: ReporterKeys = known.reporter,
): TestCase {
  const statement: Statement = {
    v: 1,
    type: "MadeFormal",
    case: known.letter.header.case,
    kind: "formal-state",
    message: changes.message ?? lastMessageId(known),
    ...changes,
  };
  const signed = signStatement(statement, signer.sign.secret);
  return append(known, { entry: { by: "statement", on, ...signed }, core: null, slots: null });
}

/** What the chain of a case is checked against. */
export function contextOf({ committees, letter, reporter }: TestCase): ChainContext {
  return {
    caseId: letter.header.case,
    letterDigest: letter.digest,
    releasedOn,
    receiver: letter.header.receiver,
    superior: letter.header.fallback,
    keys: new Map(committees.map((held) => [held.committee, [held.public]])),
    reporter: reporterIdentityOf(reporter.sign.publicKey),
  };
}
