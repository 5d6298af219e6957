import type { SealedFact } from "../domain/case/case.sealed.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import type { SlotRole } from "../envelope/envelope.ts";
import {
  type CommitteeMessageHeader,
  committeeMessageHeaderSchema,
  parseHeader,
  writeHeader,
} from "../envelope/headers.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { openEnvelope, type SealedFor, unframeBody } from "./envelope.open.ts";
import { bodyBytesOf, frameBody, type Recipients, sealEnvelope } from "./envelope.seal.ts";
import { type CommitteeMessageBody, committeeMessageBodySchema } from "./letter.schema.ts";

/** A message as it was sealed. Whether it is the committee's, the signed event with its digest says. */
export type OpenedCommitteeMessage = {
  readonly header: CommitteeMessageHeader;
  readonly digest: Bytes;
  readonly body: CommitteeMessageBody;
};

const unsigned = new Uint8Array();

/** What is sealed: words, and what else belongs to an event of its type. */
export type CommitteeMessageContent = { readonly text: string; readonly fact: SealedFact | null };

function writeBody({ text, fact }: CommitteeMessageContent): string {
  return toCanonicalJson({ v: 1, text, fact });
}

/** Bytes that are still free in a sealed object of a committee; negative: so many too many. */
export function freeCommitteeMessageBytes(content: CommitteeMessageContent): number {
  return bodyBytesOf("committee-message") - 4 - toUtf8(writeBody(content)).length;
}

/**
 * Seals words to those who read the case (`receiver`: the key it is read with now), to the superior, and to the reporter if they
 * are meant for the reporter; else `reporter` is null, and from outside nobody can tell.
 */
export function sealCommitteeMessage(
  header: CommitteeMessageHeader,
  content: CommitteeMessageContent,
  recipients: Recipients,
): { readonly envelope: Bytes; readonly digest: Bytes } {
  return sealEnvelope({
    purpose: "committee-message",
    header: writeHeader(header),
    recipients,
    body: frameBody(writeBody(content), unsigned),
  });
}

/** Opens a message. Undefined: not for this key, or altered. */
export function openCommitteeMessage(
  role: SlotRole,
  sealed: SealedFor,
  secret: Uint8Array,
): OpenedCommitteeMessage | undefined {
  const opened = openEnvelope("committee-message", role, sealed, secret);
  if (opened === undefined) return undefined;
  const { text } = unframeBody(opened.body, 0);
  return {
    header: parseHeader(committeeMessageHeaderSchema, opened.core.header),
    digest: opened.digest,
    body: parseStrict(committeeMessageBodySchema, text),
  };
}
