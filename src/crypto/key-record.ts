import { type CommitteeKey, type KeyRecord, keyRecordSchema } from "../api/directory.schema.ts";
import type { Committee } from "../domain/organisation.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { idBytes, kemPublicKeyBytes, signPublicKeyBytes } from "../envelope/sizes.ts";
import { digest } from "./labelled.ts";

export const keyRecordFaults = [
  "unreadable",
  /** Not the record whose digest the signed directory holds. */
  "substituted",
  /** No key of it may be sealed to on this day. */
  "out-of-date",
] as const;
export type KeyRecordFault = (typeof keyRecordFaults)[number];

export type KeyRecordReading =
  | { readonly kind: "record"; readonly record: KeyRecord }
  | { readonly kind: "fault"; readonly fault: KeyRecordFault };

/** Else the length would say which committee's record it is: by its name, and by how many keys it has. */
const fileStepBytes = 4096;

/**
 * The file `keys/<committee>.json`: canonical JSON (ASCII, as everything in it is), spaces, one line feed; its
 * length is the next multiple of 4096 bytes.
 */
export function writeKeyRecord(record: KeyRecord): string {
  const text = toCanonicalJson(record);
  const length = Math.ceil((text.length + 1) / fileStepBytes) * fileStepBytes;
  return `${text.padEnd(length - 1)}\n`;
}

/** What the directory holds of a record: the digest of the file's bytes, base64url. */
export function keyRecordDigest(file: string): string {
  return toBase64url(digest(labels.keyRecord, toUtf8(file)));
}

/** Id of a key pair: 16 bytes of the digest of its public halves. */
export function keyIdOf(kem: Uint8Array, sign: Uint8Array): string {
  return toBase64url(digest(labels.keyId, kem, sign).slice(0, idBytes));
}

/** Reads a committee's key record and holds it against the signed directory. */
export function verifyKeyRecord(file: string, committee: Committee): KeyRecordReading {
  if (keyRecordDigest(file) !== committee.keyRecord) return { kind: "fault", fault: "substituted" };
  try {
    const record = parseStrict(keyRecordSchema, file.trimEnd());
    const exact = writeKeyRecord(record) === file;
    const coherent = exact && record.committee === committee.id && record.keys.every(isCoherent);
    return coherent ? { kind: "record", record } : { kind: "fault", fault: "unreadable" };
  } catch (error) {
    if (error instanceof FormatError) return { kind: "fault", fault: "unreadable" };
    throw error;
  }
}

function isCoherent(key: CommitteeKey): boolean {
  const { kem, sign } = publicHalves(key);
  return key.id === keyIdOf(kem, sign);
}

/** The key to which something may be sealed on this day: the newest that is valid. Undefined: none is. */
export function getSealingKey(record: KeyRecord, today: PlainDate): CommitteeKey | undefined {
  return record.keys.find(({ sealFrom, sealTo }) => sealFrom <= today && today <= sealTo);
}

/** Public halves as bytes. Throws FormatError on a wrong length. */
export function publicHalves(key: CommitteeKey): { readonly kem: Bytes; readonly sign: Bytes } {
  return {
    kem: fromBase64urlOf(kemPublicKeyBytes, key.kem),
    sign: fromBase64urlOf(signPublicKeyBytes, key.sign),
  };
}
