import type { CommitteeId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { AuditTable, DigestText } from "../db/schema.ts";
import { digest } from "../platform/digest.ts";

/** An officer's act with its signature. */
export type LoggedAct = Pick<AuditTable, "signature" | "act">;

/** What a committee's audit log begins with, before its first entry. */
export async function startAudit(committee: CommitteeId): Promise<DigestText> {
  return toBase64url(await digest(labels.auditLink, toUtf8(committee)));
}

/**
 * By which the log knows an act. It tells nothing of it, as each holds 16 random bytes: so it can stand in the place of an act
 * that is not for whoever reads.
 */
export async function digestAct({ signature, act }: LoggedAct): Promise<DigestText> {
  return toBase64url(await digest(labels.auditEntry, fromBase64url(signature), toUtf8(act)));
}

/** The link of an entry: over the link before it and the act's digest. */
export async function linkAudit(previous: DigestText, entry: LoggedAct): Promise<DigestText> {
  const parts = [fromBase64url(previous), fromBase64url(await digestAct(entry))];
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
