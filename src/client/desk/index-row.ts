import type { PutEntryRequest } from "../../api/officer.schema.ts";
import type { CaseId } from "../../domain/ids.ts";
import { sealSearchEntry } from "../../crypto/search-entry.ts";
import { fitIndexEntry, type IndexEntry, openIndexEntry, sealIndexEntry } from "../../crypto/index-entry.ts";
import { coveredCopy } from "../../domain/cover.ts";
import { knownCode, manifestationCodes } from "../../domain/manifestations.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import { toCanonicalJson } from "../../envelope/canonical-json.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { actingCommittee, type CaseFile } from "./case-file.ts";
import { newestHeldKey } from "./case-keys.ts";
import { wordsOfFile } from "./search-row.ts";
import { type Desk, deskRequest } from "./session.ts";

/** Characters of a letter that are covered for its line: many more than go in. */
const coveredAtMost = 2000;

/** What the list says of a case that is read here. Null: its letter is not. */
export function indexEntryOf({
  letter,
  sealed,
  chain,
}: Pick<CaseFile, "letter" | "sealed" | "chain">): IndexEntry | null {
  if (letter === null) return null;
  const { language, self, text, route } = letter.body;
  return {
    v: 2,
    sequence: chain.end.sequence,
    unit: route.unit,
    about: route.about,
    language,
    self,
    ...categoryOf(letter, sealed),
    assignee: sealed.assignedTo,
    joined: sealed.joinedWith.at(-1) ?? null,
    // What an officer has covered stands uncovered in no list: not here, and not where the case is passed on to.
    excerpt: coveredCopy(text.slice(0, coveredAtMost), sealed.covered, () => "…"),
  };
}

function categoryOf(
  { body }: NonNullable<CaseFile["letter"]>,
  { classification }: CaseFile["sealed"],
): Pick<IndexEntry, "category" | "classified"> {
  if (classification === null)
    return { category: body.category === null ? null : knownCode(body.category), classified: false };
  const category = manifestationCodes.find((code) => code === classification.category) ?? null;
  return { category, classified: true };
}

/**
 * Leaves what the list shows of an opened letter behind, sealed, so that the list need not touch it again; nothing is sent
 * where what is there says the same under the newest key. Sealed before the first wait: an answer may come after the lock.
 * If the sending fails, or others read the case by the time it arrives, the case is open all the same; the next reader tries
 * again. A superior who only looks leaves nothing: the list is not theirs.
 */
export async function leaveEntries(desk: Desk, file: CaseFile): Promise<void> {
  const sealed = sealEntries(desk, file);
  if (sealed === null) return;
  const id = file.row.case;
  const ofDesk = sending.get(desk) ?? new Map<CaseId, Promise<void>>();
  const now = putAfter(ofDesk.get(id), desk, id, sealed);
  sending.set(desk, ofDesk.set(id, now));
  await now;
  if (ofDesk.get(id) === now) ofDesk.delete(id);
}

/**
 * Of two acts on one case the entry of the later one is what stays: they go out one after the other. No other case waits: a
 * line that hangs holds up one line of the list.
 */
const sending = new WeakMap<Desk, Map<CaseId, Promise<void>>>();

/** Each says for whom it is sealed: the server takes none that comes when others read the case. */
type SealedEntries = { readonly index: PutEntryRequest; readonly search: PutEntryRequest | null };

function sealEntries(desk: Desk, file: CaseFile): SealedEntries | null {
  const { row } = file;
  const entry = indexEntryOf(file);
  const committee = actingCommittee(file);
  if (entry === null || committee === null || file.as !== "officer") return null;
  const record = file.records.get(committee);
  const keys = record === undefined ? undefined : newestHeldKey(desk, record);
  if (keys === undefined) return null;
  const place = { committee, case: row.case };
  // Every officer of the committee holds this key. Of a case that some of them were shut out of it seals no words.
  const isForAll = row.caseKey === null;
  const shown = isForAll ? entry : { ...entry, excerpt: "" };
  if (says(row.index, shown, place, keys.indexKey)) return null;
  const caseKey = row.caseKey?.id ?? null;
  const toPut = (sealed: Uint8Array) => ({ entry: toBase64url(sealed), committee, caseKey });
  return {
    index: toPut(sealIndexEntry(shown, place, keys.indexKey)),
    search: isForAll ? toPut(sealSearchEntry(wordsOfFile(file), place, keys.indexKey)) : null,
  };
}

async function putAfter(
  before: Promise<void> | undefined,
  desk: Desk,
  id: CaseId,
  sealed: SealedEntries,
): Promise<void> {
  await before;
  await putEntries(desk, id, sealed);
}

/** The words first: as long as the line is not there the next reader leaves both. */
async function putEntries(desk: Desk, id: CaseId, { index, search }: SealedEntries): Promise<void> {
  if (search !== null && !(await putEntry(desk, id, "search", search))) return;
  await putEntry(desk, id, "index", index);
}

async function putEntry(
  desk: Desk,
  id: CaseId,
  kind: "index" | "search",
  sealed: PutEntryRequest,
): Promise<boolean> {
  const headers = { "content-type": "application/json" };
  const init = { method: "PUT", headers, body: JSON.stringify(sealed) };
  const answer = await deskRequest(desk, `/api/officer/cases/${id}/${kind}`, init);
  return answer.kind === "answer" && answer.response.ok;
}

/** Whether a sealed entry opens with this key and says exactly this. */
function says(
  sealed: string | null,
  entry: IndexEntry,
  place: Parameters<typeof openIndexEntry>[1],
  indexKey: Uint8Array,
): boolean {
  if (sealed === null) return false;
  try {
    const there = openIndexEntry(fromBase64url(sealed), place, indexKey);
    return there !== undefined && toCanonicalJson(there) === toCanonicalJson(fitIndexEntry(entry));
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}
