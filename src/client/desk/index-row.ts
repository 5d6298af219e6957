import { fitIndexEntry, type IndexEntry, openIndexEntry, sealIndexEntry } from "../../crypto/index-entry.ts";
import { knownCode, manifestationCodes } from "../../domain/manifestations.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import { toCanonicalJson } from "../../envelope/canonical-json.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { actingCommittee, type CaseFile } from "./case-file.ts";
import { newestHeldKey } from "./case-keys.ts";
import { leaveSearchEntry } from "./search-row.ts";
import { type Desk, deskRequest } from "./session.ts";

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
    excerpt: text,
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
 * Leaves the sealed index entry of an opened letter behind, so that the list need not touch it again; nothing is sent where
 * the one that is there says the same under the newest key. If that fails the case is open all the same; the next reader
 * tries again. A superior who only looks leaves none: the list is not theirs.
 */
export async function leaveIndexEntry(desk: Desk, file: CaseFile): Promise<void> {
  const { row } = file;
  const entry = indexEntryOf(file);
  const committee = actingCommittee(file);
  if (entry === null || committee === null || file.as !== "officer") return;
  const record = file.records.get(committee);
  const keys = record === undefined ? undefined : newestHeldKey(desk, record);
  if (keys === undefined) return;
  const place = { committee, case: row.case };
  if (says(row.index, entry, place, keys.indexKey)) return;
  await leaveSearchEntry(desk, file, place, keys.indexKey);
  const body = JSON.stringify({ entry: toBase64url(sealIndexEntry(entry, place, keys.indexKey)) });
  const headers = { "content-type": "application/json" };
  await deskRequest(desk, `/api/officer/cases/${row.case}/index`, { method: "PUT", headers, body });
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
