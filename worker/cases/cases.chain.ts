import type { CaseId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { DigestText } from "../db/schema.ts";
import { digest } from "../platform/digest.ts";

/** Digest of a sealed object: by it the chain, the events and the database know it. */
export async function envelopeDigest(core: Uint8Array): Promise<Bytes> {
  return digest(labels.envelopeDigest, core);
}

/** Place 0 of a chain: the letter, and the day from which its clocks run. */
export async function startChain(id: CaseId, letter: Bytes, releasedOn: PlainDate): Promise<DigestText> {
  return toBase64url(await digest(labels.chainStart, fromBase64url(id), letter, toUtf8(releasedOn)));
}

/** The next place: what came before, and the entry's digest. */
export async function linkChain(previous: DigestText, entry: Bytes): Promise<DigestText> {
  return toBase64url(await digest(labels.chainLink, fromBase64url(previous), entry));
}

/** Digest of an act of the committee. */
export async function officerEntryDigest(event: string, signature: Bytes): Promise<Bytes> {
  return digest(labels.officerEntry, signature, toUtf8(event));
}

/** Digest of a message of the reporter, released on that day. */
export async function reporterEntryDigest(message: Bytes, releasedOn: PlainDate): Promise<Bytes> {
  return digest(labels.reporterEntry, message, toUtf8(releasedOn));
}

/** Digest of the reporter's statement, shown to the server on that day. */
export async function statementEntryDigest(
  statement: string,
  signature: Bytes,
  on: PlainDate,
): Promise<Bytes> {
  return digest(labels.statementEntry, signature, toUtf8(statement), toUtf8(on));
}
