import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { decodeCore, type SlotRole } from "../envelope/envelope.ts";
import { FormatError } from "../envelope/format-error.ts";
import {
  parseHeader,
  type ReporterAct,
  type ReporterMessageHeader,
  reporterMessageHeaderSchema,
  writeHeader,
} from "../envelope/headers.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { signatureBytes } from "../envelope/sizes.ts";
import { openEnvelope, type SealedFor, unframeBody } from "./envelope.open.ts";
import { bodyBytesOf, frameBody, sealEnvelope } from "./envelope.seal.ts";
import { signLabelled, verifyLabelled } from "./labelled.ts";
import { signedParts } from "./letter.ts";
import { type ReporterDeed, type ReporterMessageBody, reporterMessageBodySchema } from "./letter.schema.ts";
import type { ReporterKeys } from "./receipt.ts";

/** A message that its writer signed with the keys of the letter. */
export type OpenedReporterMessage = {
  readonly header: ReporterMessageHeader;
  readonly digest: Bytes;
  readonly body: ReporterMessageBody;
};

/** What is sealed: what the message is, and its words. */
export type ReporterMessageContent = Omit<ReporterMessageBody, "v">;

function writeBody({ deed, text }: ReporterMessageContent): string {
  return toCanonicalJson({ v: 1, deed, text });
}

/** What the header of a message has to say of a deed: of all of them the server learns of one alone. */
export function actOf({ kind }: ReporterDeed): ReporterAct {
  return kind === "review" ? "review" : "message";
}

/** Bytes that are still free in a message; negative: so many too many. */
export function freeMessageBytes(content: ReporterMessageContent): number {
  return bodyBytesOf("reporter-message") - 4 - signatureBytes - toUtf8(writeBody(content)).length;
}

/**
 * Seals a message to the key the case is read with, the fallback, and its writer. Throws RangeError if the header says another act
 * than the deed is.
 */
export function sealReporterMessage(
  header: ReporterMessageHeader,
  content: ReporterMessageContent,
  keys: ReporterKeys,
  readers: { readonly receiver: Uint8Array; readonly fallback: Uint8Array | null },
): { readonly envelope: Bytes; readonly digest: Bytes } {
  if (header.act !== actOf(content.deed))
    throw new RangeError("the header says another act than the deed is");
  const headerText = writeHeader(header);
  const body = writeBody(content);
  const parts = signedParts(headerText, body);
  const signature = signLabelled(keys.sign.secret, labels.reporterMessageBody, ...parts);
  return sealEnvelope({
    purpose: "reporter-message",
    header: headerText,
    recipients: { ...readers, reporter: keys.kem.publicKey },
    body: frameBody(body, signature),
  });
}

/** What a message openly says of its place, without opening it. Null: it is no message of a reporter. */
export function readReporterMessageHeader(core: Uint8Array): ReporterMessageHeader | null {
  try {
    return parseHeader(reporterMessageHeaderSchema, decodeCore("reporter-message", core).header);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/**
 * Opens a message. Undefined: not for this key, altered, not signed by the reporter of the letter, or another deed than its header
 * says. Throws FormatError on what no client of ours can have written.
 */
export function openReporterMessage(
  role: SlotRole,
  sealed: SealedFor,
  secret: Uint8Array,
  reporterSign: Uint8Array,
): OpenedReporterMessage | undefined {
  const opened = openEnvelope("reporter-message", role, sealed, secret);
  if (opened === undefined) return undefined;
  const { text, signature } = unframeBody(opened.body, signatureBytes);
  const parts = signedParts(opened.core.header, text);
  if (!verifyLabelled(signature, reporterSign, labels.reporterMessageBody, ...parts)) return undefined;
  const header = parseHeader(reporterMessageHeaderSchema, opened.core.header);
  const body = parseStrict(reporterMessageBodySchema, text);
  return header.act === actOf(body.deed) ? { header, digest: opened.digest, body } : undefined;
}
