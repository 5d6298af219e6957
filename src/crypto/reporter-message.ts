import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { decodeCore, type SlotRole } from "../envelope/envelope.ts";
import { FormatError } from "../envelope/format-error.ts";
import {
  parseHeader,
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
import { type ReporterMessageBody, reporterMessageBodySchema } from "./letter.schema.ts";
import type { ReporterKeys } from "./receipt.ts";

/** A message that its writer signed with the keys of the letter. */
export type OpenedReporterMessage = {
  readonly header: ReporterMessageHeader;
  readonly digest: Bytes;
  readonly body: ReporterMessageBody;
};

/** Bytes that are still free in a message; negative: so many too many. */
export function freeMessageBytes(text: string): number {
  return (
    bodyBytesOf("reporter-message") - 4 - signatureBytes - toUtf8(toCanonicalJson({ v: 1, text })).length
  );
}

/** Seals a message to the committee's reader key, the fallback, and its writer. */
export function sealReporterMessage(
  header: ReporterMessageHeader,
  text: string,
  keys: ReporterKeys,
  readers: { readonly receiver: Uint8Array; readonly fallback: Uint8Array | null },
): { readonly envelope: Bytes; readonly digest: Bytes } {
  const headerText = writeHeader(header);
  const body = toCanonicalJson({ v: 1, text });
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

/** Opens a message. Undefined: not for this key, altered, or not signed by the reporter of the letter. */
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
  return {
    header: parseHeader(reporterMessageHeaderSchema, opened.core.header),
    digest: opened.digest,
    body: parseStrict(reporterMessageBodySchema, text),
  };
}
