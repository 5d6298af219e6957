import type { PlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import type { BoxRequest } from "../../src/envelope/box-request.ts";
import {
  type BoxCase,
  type BoxEntry,
  type BoxResponse,
  boxResponseLength,
} from "../../src/envelope/box-response.ts";
import { type Bytes, toUtf8 } from "../../src/envelope/bytes.ts";
import { boxResponseBytes } from "../../src/envelope/sizes.ts";
import { toStepRecord } from "../cases/cases.bring.ts";
import { lastReleaseDay } from "../cases/cases.release.ts";
import { openReporterSlot, reporterKeyPlace } from "../cases/cases.sealed.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import type { CaseKeysTable, CasesTable, SlotsTable } from "../db/schema.ts";
import { equalSecretBytes } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";
import type { Secrets } from "../platform/secrets.ts";
import { selectByLookup } from "../reports/reports.repository.ts";
import { decoyCase, decoyLetter } from "./receipts.decoy.ts";
import {
  countWaiting,
  selectCaseKey,
  selectEntriesForReporter,
  selectForReporter,
  selectStepsBeforeLaw,
} from "./receipts.repository.ts";

/** More entries than these fit no page: seven messages of a committee fill it. */
const entriesPerPage = 8;

type Sealed = Pick<SlotsTable, "digest"> & { readonly core: string; readonly slot: string | null };
type EntryRow = {
  readonly sequence: number;
  readonly writer: "committee" | "reporter" | "statement";
  readonly done_on: PlainDate;
  readonly event: string | null;
  readonly signature: string | null;
  readonly message: string | null;
  readonly core: string | null;
  readonly slot: string | null;
};

/**
 * The case of a receipt code, if code and key belong together (the request's signature is already proven). For an
 * unknown code the same work is done on a decoy, so that the answer takes as long.
 */
export async function findCaseOfReporter(
  { database, secrets }: Platform,
  request: Pick<BoxRequest, "lookupId" | "reporterKey">,
): Promise<CasesTable | undefined> {
  const [rows] = await database.read(selectByLookup(await secrets.lookupDigest(request.lookupId)));
  const found = rows[0] ?? decoyCase;
  const key = await secrets.open(reporterKeyPlace(found.id), fromBase64url(found.reporter_key));
  return key !== undefined && equalSecretBytes(key, request.reporterKey) ? found : undefined;
}

/** What a reporter gets to see, one page of it. Nothing is written. Undefined: the code is not known. */
export async function lookUp(
  platform: Platform,
  source: DirectorySource,
  request: BoxRequest,
): Promise<BoxResponse | undefined> {
  const found = await findCaseOfReporter(platform, request);
  const page = await loadPage(platform, source, found ?? decoyCase, request.cursor);
  return found === undefined ? undefined : page;
}

async function loadPage(
  { database, clock, secrets }: Platform,
  source: DirectorySource,
  found: CasesTable,
  cursor: number,
): Promise<BoxResponse> {
  const moment = await clock.read();
  const { releaseHour } = (await source.get()).payload;
  const [letters, entries, waiting, steps, caseKeys] = await database.read(
    selectForReporter(found.id, found.letter),
    selectEntriesForReporter(found.id, Math.max(1, cursor), entriesPerPage),
    countWaiting(found.id),
    selectStepsBeforeLaw(found.id),
    selectCaseKey(found.id),
  );
  const letter = letters[0] ?? decoyLetter;
  const empty: BoxResponse & { readonly meta: BoxCase } = {
    meta: {
      kind: "case",
      case: found.id,
      releasedOn: found.released_on,
      released: found.released_on <= lastReleaseDay(moment, releaseHour),
      letter: null,
      entries: [],
      steps: cursor > 0 ? [] : steps.map(toStepRecord),
      caseKey: null,
      waiting: waiting[0]?.count ?? 0,
      end: { sequence: found.sequence, chain: found.chain },
      next: null,
      today: moment.today,
    },
    blobs: [],
  };
  const start =
    cursor > 0 ? empty : addCaseKey(await addLetter(secrets, found, empty, letter), caseKeys[0] ?? null);
  return addEntries(secrets, found, start, Math.max(1, cursor), entries);
}

type Page = BoxResponse & { readonly meta: BoxCase };

async function addLetter(secrets: Secrets, found: CasesTable, page: Page, letter: Sealed): Promise<Page> {
  const blobs = await openForReporter(secrets, found, letter);
  return { meta: { ...page.meta, letter: { core: 0, slot: 1 } }, blobs };
}

function addCaseKey(page: Page, caseKey: Pick<CaseKeysTable, "key" | "kem"> | null): Page {
  if (caseKey === null) return page;
  const { key: id, kem } = caseKey;
  return {
    meta: { ...page.meta, caseKey: { id, kem: page.blobs.length } },
    blobs: [...page.blobs, fromBase64url(kem)],
  };
}

/** As many entries as the fixed size has room for; `next` says where to go on. */
async function addEntries(
  secrets: Secrets,
  found: CasesTable,
  start: Page,
  from: number,
  rows: readonly EntryRow[],
): Promise<Page> {
  let page = start;
  for (const row of rows) {
    const longer = await addEntry(secrets, found, page, row);
    // `next` is not null yet: its digits must have room too.
    if (boxResponseLength(longer) > boxResponseBytes - 16) break;
    page = longer;
  }
  const next = from + page.meta.entries.length;
  return next > found.sequence ? page : { ...page, meta: { ...page.meta, next } };
}

async function addEntry(secrets: Secrets, found: CasesTable, page: Page, row: EntryRow): Promise<Page> {
  const { message, core, slot } = row;
  const hasMessage = message !== null && core !== null;
  const blobs = hasMessage ? await openForReporter(secrets, found, { digest: message, core, slot }) : [];
  const at = page.blobs.length;
  const entry = toEntry(row, hasMessage ? { core: at, slot: at + 1 } : null);
  return {
    meta: { ...page.meta, entries: [...page.meta.entries, entry] },
    blobs: [...page.blobs, ...blobs],
  };
}

function toEntry(row: EntryRow, message: { core: number; slot: number } | null): BoxEntry {
  const { sequence } = row;
  if (row.event !== null && row.signature !== null) {
    const text = toBase64url(toUtf8(row.event));
    const { signature } = row;
    return row.writer === "statement"
      ? { by: "statement", sequence, on: row.done_on, statement: text, signature }
      : { by: "committee", sequence, event: text, signature, message };
  }
  if (message === null) throw new Error("a stored message of a reporter has no content");
  return { by: "reporter", sequence, on: row.done_on, message };
}

/** Core and slot. Of an erased letter there is no slot any more: an empty one. */
async function openForReporter(
  secrets: Secrets,
  found: CasesTable,
  { digest, core, slot }: Sealed,
): Promise<readonly Bytes[]> {
  if (slot === null) return [fromBase64url(core), new Uint8Array()];
  if (found === decoyCase) return [fromBase64url(core), fromBase64url(slot)];
  return [fromBase64url(core), await openReporterSlot(secrets, found.id, { digest, slot })];
}
