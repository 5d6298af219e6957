import type { DirectoryPayload } from "../../../src/api/directory.schema.ts";
import { type KnownOrganisation, knownOrganisation } from "../../../src/client/organisation.ts";
import { type CaseView, openCaseWithKeys } from "../../../src/client/reporter/open-case.ts";
import { keyRecordDigest } from "../../../src/crypto/key-record.ts";
import type { ReporterKeys } from "../../../src/crypto/receipt.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type { UnitId } from "../../../src/domain/ids.ts";
import type { PlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { decodeBoxRequest } from "../../../src/envelope/box-request.ts";
import {
  type BoxCase,
  type BoxEntry,
  type BoxResponse,
  boxResponseLength,
  encodeBoxResponse,
} from "../../../src/envelope/box-response.ts";
import { type Bytes, toUtf8 } from "../../../src/envelope/bytes.ts";
import { boxResponseBytes } from "../../../src/envelope/sizes.ts";
import { act, type ReadingKey, readingWith, startCase, type TestCase, type TestEntry } from "./chains.ts";
import { type dropped, type FakeRoutes, fakeServer } from "./fake-fetch.ts";
import {
  commune,
  type content,
  directoryText,
  district,
  issuedOn,
  organisation,
  trust,
} from "./organisation.ts";
import { createCommittee, createLetter, createReporter, releasedOn } from "./people.ts";

// A reporter who comes back: what the server answers, and what their browser makes of it.

/** A committee beside the one that receives, to which a case can be passed on. */
export const neighbour = createCommittee("xa-ben");

const [first] = organisation.committees;
if (first === undefined) throw new Error("no committee");
const beside = {
  ...first,
  id: neighbour.committee,
  name: neighbour.committee,
  unit: "huyen" as UnitId,
  keyRecord: keyRecordDigest(neighbour.file),
};

/** No demonstration: the server's day is not believed. On `today`, with these changes of the law announced. */
export function realOrganisation(
  today: PlainDate = issuedOn,
  changes: Partial<Pick<DirectoryPayload, "lawChanges" | "calendar" | "policy" | "releaseHour">> = {},
): KnownOrganisation {
  const committees = [...organisation.committees, beside];
  const text = directoryText({
    ...changes,
    organisation: { ...organisation, notice: null, committees } as typeof content.organisation,
  });
  const reading = knownOrganisation(text, trust, issuedOn);
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  return { ...reading.organisation, today };
}

export const reporter: ReporterKeys = await createReporter();
export const letter = createLetter(reporter, commune, district, { text: "Việc thu tiền sai." });
/** Nothing has been done yet. */
export const sent: TestCase = startCase(reporter, commune, letter, [district, neighbour]);
export const opened: TestCase = act(sent, "Opened", releasedOn);

/** Several acts one after the other, all on one day. */
export function acts(
  known: TestCase,
  on: PlainDate,
  ...types: readonly Parameters<typeof act>[1][]
): TestCase {
  return types.reduce(
    (before, type) => act(before, type, on, type === "Classified" ? { kind: "report" } : {}),
    known,
  );
}

/** The committee names a case key, and reads with it from then on. */
export function rekey(
  known: TestCase,
  type: "HandedOver" | "Recused",
  on: PlainDate,
  key: ReadingKey,
): TestCase {
  return act(readingWith(known, key), type, on, { key: key.id });
}

/** What a server answers a request of the box. */
export type BoxAnswerer = (request: Bytes) => Bytes;

/**
 * What a server answers a look-up with: a case from these entries, as they stand, from the cursor on and as many to a page
 * as fit. `changes` are on every page.
 */
export function answerWith(
  known: TestCase,
  changes: Partial<BoxCase> = {},
  caseKey: ReadingKey | null = null,
): BoxAnswerer {
  return (request) => {
    const cursor = Math.max(1, decodeBoxRequest(request).request.cursor);
    const places = known.entries.map((_, index) => index + 1).filter((place) => place >= cursor);
    for (let count = places.length; ; count--) {
      const next = places[count] ?? null;
      const page = pageOf(known, places.slice(0, count), caseKey, { next, ...changes });
      if (boxResponseLength(page) <= boxResponseBytes) return encodeBoxResponse(page);
    }
  };
}

function pageOf(
  known: TestCase,
  places: readonly number[],
  caseKey: ReadingKey | null,
  changes: Partial<BoxCase>,
): BoxResponse {
  const blobs: Bytes[] = [known.letter.core, known.letter.slots[2]];
  const entries = places.map((sequence) => {
    const found = known.entries[sequence - 1];
    if (found === undefined) throw new Error("no such entry");
    return boxEntry(found, sequence, blobs);
  });
  if (caseKey !== null) blobs.push(caseKey.kem);
  const meta: BoxCase = {
    kind: "case",
    case: known.letter.header.case,
    releasedOn,
    released: true,
    letter: { core: 0, slot: 1 },
    entries,
    steps: [],
    caseKey: caseKey === null ? null : { id: caseKey.id, kem: blobs.length - 1 },
    waiting: 0,
    end: { sequence: known.entries.length, chain: toBase64url(known.links.at(-1) ?? randomBytes(32)) },
    next: null,
    today: releasedOn,
    ...changes,
  };
  return { meta, blobs };
}

/** An entry as the reporter gets it; its sealed object goes among the blobs. */
function boxEntry({ entry, core, slots }: TestEntry, sequence: number, blobs: Bytes[]): BoxEntry {
  const at = blobs.length;
  if (core !== null && slots !== null) blobs.push(core, slots[2]);
  const message = core === null ? null : { core: at, slot: at + 1 };
  if (entry.by === "reporter") {
    if (message === null) throw new Error("a message");
    return { by: "reporter", sequence, on: entry.on, message };
  }
  if (entry.by === "statement") {
    const signature = toBase64url(entry.signature);
    const statement = toBase64url(toUtf8(entry.statement));
    return { by: "statement", sequence, on: entry.on, statement, signature };
  }
  const event = toBase64url(toUtf8(entry.signed.event));
  return { by: "committee", sequence, event, signature: toBase64url(entry.signed.signature), message };
}

const neighbourRoutes: FakeRoutes = { "/keys/xa-ben.json": () => neighbour.file };

type Answer = BoxAnswerer | Bytes | typeof dropped;

/** A server that has this answer, and everybody's key records. */
export function serverWith(answer: Answer, routes: FakeRoutes = {}) {
  const box = (body: Bytes) => (typeof answer === "function" ? answer(body) : answer);
  return fakeServer({ ...neighbourRoutes, "/api/box": box, ...routes });
}

/** What a look-up comes to. */
export async function lookUp(
  answer: Answer,
  known: KnownOrganisation = realOrganisation(),
  keys: ReporterKeys = reporter,
) {
  return await openCaseWithKeys(serverWith(answer).transport, known, keys);
}

/** The case as its reporter sees it on a day. */
export async function viewOf(
  answer: Answer,
  known: KnownOrganisation = realOrganisation(),
): Promise<CaseView> {
  const opening = await lookUp(answer, known);
  if (opening.kind !== "case") throw new Error(opening.kind);
  return opening.view;
}
