import {
  chainLink,
  chainStart,
  entryDigest,
  type LinkedEntry,
  reporterKeyDigest,
  signOfficerEvent,
} from "../../../src/crypto/chain.ts";
import { sealCommitteeMessage } from "../../../src/crypto/committee-message.ts";
import type { ReporterKeys } from "../../../src/crypto/receipt.ts";
import { readReporterMessageHeader, sealReporterMessage } from "../../../src/crypto/reporter-message.ts";
import type { PlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import type { Bytes } from "../../../src/envelope/bytes.ts";
import { splitEnvelope, type Slots } from "../../../src/envelope/envelope.ts";
import type { ReporterMessageHeader } from "../../../src/envelope/headers.ts";
import { carriesMessage, type OfficerEvent } from "../../../src/envelope/officer-event.ts";
import { randomCaseId, releasedOn, type TestCommittee, type TestLetter } from "./people.ts";

/** An entry with the sealed object that came with it. */
export type TestEntry = {
  readonly entry: LinkedEntry;
  readonly core: Bytes | null;
  readonly slots: Slots | null;
};

/** A case as it grows: each side acts on what stands there. */
export type TestCase = {
  readonly reporter: ReporterKeys;
  readonly committee: TestCommittee;
  readonly letter: TestLetter;
  readonly entries: readonly TestEntry[];
  /** The chain up to each place, from 0. */
  readonly links: readonly Bytes[];
};

export function startCase(reporter: ReporterKeys, committee: TestCommittee, letter: TestLetter): TestCase {
  const start = chainStart(letter.header.case, letter.digest, releasedOn);
  return { reporter, committee, letter, entries: [], links: [start] };
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

/** The committee acts, as an officer's browser would sign it; `changes` as a dishonest one would. */
export function act(
  known: TestCase,
  type: OfficerEvent["type"],
  on: PlainDate,
  changes: Partial<OfficerEvent> = {},
  text: string = "Đã tiếp nhận.",
): TestCase {
  const { committee, letter, reporter, entries } = known;
  const sequence = entries.length + 1;
  const place = {
    v: 1 as const,
    case: letter.header.case,
    committee: committee.committee,
    sequence,
    previous: toBase64url(end(known)),
  };
  const sealed = carriesMessage[type]
    ? sealCommitteeMessage({ ...place, readerKey: committee.keys.id, fallbackKey: null }, text, {
        receiver: committee.keys.publicKem,
        fallback: null,
        reporter: reporter.kem.publicKey,
      })
    : null;
  const event: OfficerEvent = {
    ...place,
    key: committee.keys.id,
    type,
    on,
    reporter: type === "Opened" ? null : reporterKeyDigest(reporter.sign.publicKey),
    message: sealed === null ? null : toBase64url(sealed.digest),
    ...changes,
  };
  const signed = signOfficerEvent(event, committee.keys.signSecret);
  const split = sealed === null ? null : splitEnvelope("committee-message", sealed.envelope);
  return append(known, {
    entry: { by: "committee", signed, message: sealed?.digest ?? null },
    core: split?.core ?? null,
    slots: split?.slots ?? null,
  });
}

/** The reporter writes, having seen everything that stands there. */
export function write(
  known: TestCase,
  on: PlainDate,
  changes: Partial<ReporterMessageHeader> = {},
  text: string = "Xin hỏi thêm.",
): TestCase {
  const { committee, letter, reporter, entries } = known;
  const own = entries.filter(({ entry }) => entry.by === "reporter");
  const header: ReporterMessageHeader = {
    v: 1,
    case: letter.header.case,
    message: randomCaseId(),
    number: own.length + 1,
    previous: toBase64url(own.at(-1)?.entry.message ?? letter.digest),
    seen: { sequence: entries.length, chain: toBase64url(end(known)) },
    readerKey: committee.keys.id,
    fallbackKey: null,
    ...changes,
  };
  const readers = { receiver: committee.keys.publicKem, fallback: null };
  const { envelope, digest } = sealReporterMessage(header, text, reporter, readers);
  const { core, slots } = splitEnvelope("reporter-message", envelope);
  const entry = { by: "reporter" as const, on, message: digest, header: readReporterMessageHeader(core) };
  return append(known, { entry, core, slots });
}

/** What the chain of a case is checked against. */
export function contextOf({ committee, letter, reporter }: TestCase) {
  return {
    caseId: letter.header.case,
    letterDigest: letter.digest,
    releasedOn,
    committee: committee.committee,
    keys: new Map([[committee.keys.id as string, committee.public]]),
    reporter: reporterKeyDigest(reporter.sign.publicKey),
  };
}
