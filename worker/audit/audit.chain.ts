import type { CommitteeId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { AuditTable, DigestText } from "../db/schema.ts";
import { digest } from "../platform/digest.ts";

/** What a committee's audit log begins with, before its first entry. */
export async function startAudit(committee: CommitteeId): Promise<DigestText> {
  return toBase64url(await digest(labels.auditLink, toUtf8(committee)));
}

/** The link of an entry: over the link before it, the officer's signature and the text that was signed. */
export async function linkAudit(
  previous: DigestText,
  entry: Pick<AuditTable, "signature" | "act">,
): Promise<DigestText> {
  const parts = [fromBase64url(previous), fromBase64url(entry.signature), toUtf8(entry.act)];
  return toBase64url(await digest(labels.auditLink, ...parts));
}

/** The place of the first entry, in order, that was changed or before which one is missing; undefined if none. */
export async function findAuditFault(
  committee: CommitteeId,
  entries: readonly Pick<AuditTable, "sequence" | "signature" | "act" | "link">[],
): Promise<number | undefined> {
  let link = await startAudit(committee);
  for (const [index, entry] of entries.entries()) {
    link = await linkAudit(link, entry);
    if (entry.sequence !== index + 1 || entry.link !== link) return index + 1;
  }
  return undefined;
}
