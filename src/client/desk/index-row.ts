import { sealIndexEntry } from "../../crypto/index-entry.ts";
import { knownCode } from "../../domain/manifestations.ts";
import { toBase64url } from "../../envelope/base64url.ts";
import { fetchKeyRecord } from "../organisation.ts";
import { actingCommittee, type CaseFile } from "./case-file.ts";
import { newestHeldKey } from "./case-keys.ts";
import { type Desk, deskRequest } from "./session.ts";

/**
 * Leaves the sealed index entry of an opened letter behind, so that the list need not touch it again. If that fails the
 * case is open all the same; the next reader tries again. A superior who only looks leaves none: the list is not theirs.
 */
export async function leaveIndexEntry(desk: Desk, file: CaseFile): Promise<void> {
  const { letter, row } = file;
  const committee = actingCommittee(file);
  if (letter === null || committee === null || file.as !== "officer") return;
  const fetched = await fetchKeyRecord(desk.transport, desk.organisation, committee);
  const keys = fetched.kind === "record" ? newestHeldKey(desk, fetched.record) : undefined;
  if (keys === undefined) return;
  const { unit, about } = letter.body.route;
  const { language, self, category, text } = letter.body;
  const place = { committee, case: row.case };
  const entry = sealIndexEntry(
    {
      v: 1,
      unit,
      about,
      language,
      self,
      category: category === null ? null : knownCode(category),
      excerpt: text,
    },
    place,
    keys.indexKey,
  );
  const body = JSON.stringify({ entry: toBase64url(entry) });
  const headers = { "content-type": "application/json" };
  await deskRequest(desk, `/api/officer/cases/${row.case}/index`, { method: "PUT", headers, body });
}
