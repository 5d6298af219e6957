import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import type { SlotRole } from "../envelope/envelope.ts";
import { type LetterHeader, letterHeaderSchema, parseHeader, writeHeader } from "../envelope/headers.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { kemPublicKeyBytes, signatureBytes, signPublicKeyBytes } from "../envelope/sizes.ts";
import { openEnvelope, type SealedFor, unframeBody } from "./envelope.open.ts";
import { bodyBytesOf, frameBody, sealEnvelope } from "./envelope.seal.ts";
import { signLabelled, verifyLabelled } from "./labelled.ts";
import { type LetterBody, letterBodySchema } from "./letter.schema.ts";
import type { ReporterKeys } from "./receipt.ts";
import { isKemPublicKey } from "./sodium.ts";

/** The reporter's public keys as a body carries them. */
export type ReporterPublicKeys = { readonly sign: Bytes; readonly kem: Bytes };

/** Everything of a letter but the keys, which `sealLetter` adds. */
export type LetterContent = Omit<LetterBody, "reporter" | "v">;

/** A letter of whose writer nothing was asked beside the text, all of which is in it. */
export const nothingAsked = {
  category: null,
  facts: { when: "", where: "", knowledge: null, continuing: null },
  parts: 0,
} as const satisfies Pick<LetterContent, "category" | "facts" | "parts">;

/** An opened letter whose signature was the reporter's. */
export type OpenedLetter = {
  readonly header: LetterHeader;
  readonly digest: Bytes;
  readonly body: LetterBody;
  readonly reporter: ReporterPublicKeys;
};

/** Bytes of UTF-8 (as JSON counts them) that are still free in a letter; negative: so many too many. */
export function freeLetterBytes(content: LetterContent): number {
  const emptyKeys = { sign: new Uint8Array(signPublicKeyBytes), kem: new Uint8Array(kemPublicKeyBytes) };
  const text = writeBody(content, emptyKeys);
  return bodyBytesOf("letter") - 4 - signatureBytes - toUtf8(text).length;
}

function writeBody(content: LetterContent, reporter: ReporterPublicKeys): string {
  const keys = { sign: toBase64url(reporter.sign), kem: toBase64url(reporter.kem) };
  return toCanonicalJson({ ...content, v: 1, reporter: keys });
}

/** Seals a letter to its readers and to its writer. Throws FormatError if it is too long: ask `freeLetterBytes`. */
export function sealLetter(
  header: LetterHeader,
  content: LetterContent,
  keys: ReporterKeys,
  readers: { readonly receiver: Uint8Array; readonly fallback: Uint8Array | null },
): { readonly envelope: Bytes; readonly digest: Bytes } {
  const headerText = writeHeader(header);
  const text = writeBody(content, { sign: keys.sign.publicKey, kem: keys.kem.publicKey });
  const signature = signLabelled(keys.sign.secret, labels.letterBody, ...signedParts(headerText, text));
  return sealEnvelope({
    purpose: "letter",
    header: headerText,
    recipients: { ...readers, reporter: keys.kem.publicKey },
    body: frameBody(text, signature),
  });
}

/** Header and body as a reporter signs them; the zero byte cannot occur in canonical JSON. */
export function signedParts(header: string, text: string): readonly Bytes[] {
  return [toUtf8(header), new Uint8Array(1), toUtf8(text)];
}

/**
 * Opens a letter as one of its readers. Undefined: not for this key, altered, not signed by the keys it names, or
 * nothing can be sealed to them. Throws FormatError on what no client of ours can have written.
 */
export function openLetter(role: SlotRole, sealed: SealedFor, secret: Uint8Array): OpenedLetter | undefined {
  const opened = openEnvelope("letter", role, sealed, secret);
  if (opened === undefined) return undefined;
  const { text, signature } = unframeBody(opened.body, signatureBytes);
  const body = parseStrict(letterBodySchema, text);
  const reporter = {
    sign: fromBase64urlOf(signPublicKeyBytes, body.reporter.sign),
    kem: fromBase64urlOf(kemPublicKeyBytes, body.reporter.kem),
  };
  const parts = signedParts(opened.core.header, text);
  if (!verifyLabelled(signature, reporter.sign, labels.letterBody, ...parts)) return undefined;
  // A letter that cannot be answered would hold up whoever has to acknowledge it.
  if (!isKemPublicKey(reporter.kem)) return undefined;
  return {
    header: parseHeader(letterHeaderSchema, opened.core.header),
    digest: opened.digest,
    body,
    reporter,
  };
}
