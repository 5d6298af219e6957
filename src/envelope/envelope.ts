import {
  type Bytes,
  concat,
  fromUtf8,
  padZero,
  readUint16,
  requireZero,
  slice,
  toUtf8,
  uint16,
} from "./bytes.ts";
import { FormatError } from "./format-error.ts";
import {
  aeadNonceBytes,
  boundBytes,
  committeeEnvelopeBytes,
  digestBytes,
  envelopePrefixBytes,
  headerRegionBytes,
  reporterEnvelopeBytes,
  slotBytes,
  slotCount,
} from "./sizes.ts";

export const purposes = ["letter", "reporter-message", "committee-message"] as const;
/** What a sealed object is for. Bound into everything it contains. */
export type Purpose = (typeof purposes)[number];

/** Who a slot is for, by its place. All four are real encapsulations, the last to a key that was thrown away. */
export const slotRoles = ["receiver", "fallback", "reporter", "throw-away"] as const;
export type SlotRole = (typeof slotRoles)[number];

/** One of four copies of the content key, each sealed to another key. */
export type Slots = readonly [Bytes, Bytes, Bytes, Bytes];

/**
 * A sealed object apart from its slots. It is stored and handed out on its own, with at most the one slot that
 * the reader may have: the digests of all four stand in it, so a slot that is withheld is still bound.
 */
export type Core = {
  readonly purpose: Purpose;
  /** Canonical JSON, public. */
  readonly header: string;
  readonly slotDigests: readonly [Bytes, Bytes, Bytes, Bytes];
  readonly commitment: Bytes;
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
};

const magic = toUtf8("HTE1");

/** Bytes of a whole object of this purpose, core and slots. */
export function envelopeBytesOf(purpose: Purpose): number {
  return purpose === "committee-message" ? committeeEnvelopeBytes : reporterEnvelopeBytes;
}

/** Bytes of its core. */
export function coreBytesOf(purpose: Purpose): number {
  return envelopeBytesOf(purpose) - slotCount * slotBytes;
}

/** Bytes of its ciphertext, tag included. */
export function ciphertextBytesOf(purpose: Purpose): number {
  return coreBytesOf(purpose) - boundBytes - aeadNonceBytes;
}

/**
 * The part of a core that the body's associated data covers: everything before the nonce. It can be made
 * before the body is sealed.
 */
export function encodeBound(core: Pick<Core, "purpose" | "header" | "slotDigests" | "commitment">): Bytes {
  const header = toUtf8(core.header);
  return concat(
    magic,
    new Uint8Array([purposes.indexOf(core.purpose) + 1, 0]),
    uint16(header.length),
    padZero(header, headerRegionBytes),
    ...core.slotDigests,
    core.commitment,
  );
}

/** Bytes of a core. Inverse of `decodeCore`. */
export function encodeCore(core: Core): Bytes {
  return concat(encodeBound(core), core.nonce, core.ciphertext);
}

/** Reads a core. Throws FormatError on any other purpose, length, magic or padding. */
export function decodeCore(purpose: Purpose, bytes: Uint8Array): Core {
  if (bytes.length !== coreBytesOf(purpose)) throw new FormatError("core: length");
  if (magic.some((byte, at) => bytes[at] !== byte)) throw new FormatError("core: magic");
  if (bytes[4] !== purposes.indexOf(purpose) + 1 || bytes[5] !== 0) throw new FormatError("core: purpose");
  const digestsAt = envelopePrefixBytes + headerRegionBytes;
  const digestAt = (index: number) =>
    slice(bytes, digestsAt + index * digestBytes, digestsAt + (index + 1) * digestBytes);
  return {
    purpose,
    header: decodeHeaderRegion(bytes),
    slotDigests: [digestAt(0), digestAt(1), digestAt(2), digestAt(3)],
    commitment: digestAt(slotCount),
    nonce: slice(bytes, boundBytes, boundBytes + aeadNonceBytes),
    ciphertext: slice(bytes, boundBytes + aeadNonceBytes, bytes.length),
  };
}

function decodeHeaderRegion(bytes: Uint8Array): string {
  const length = readUint16(bytes, 6);
  if (length > headerRegionBytes) throw new FormatError("core: header length");
  const end = envelopePrefixBytes + headerRegionBytes;
  requireZero(bytes.subarray(envelopePrefixBytes + length, end));
  return fromUtf8(bytes.subarray(envelopePrefixBytes, envelopePrefixBytes + length));
}

/** Core and slots as they travel. Inverse of `splitEnvelope`. */
export function joinEnvelope(core: Uint8Array, slots: Slots): Bytes {
  return concat(core, ...slots);
}

/** Takes what travelled apart. Throws FormatError if the length is not that of the purpose. */
export function splitEnvelope(purpose: Purpose, bytes: Uint8Array): { core: Bytes; slots: Slots } {
  if (bytes.length !== envelopeBytesOf(purpose)) throw new FormatError("envelope: length");
  const coreBytes = coreBytesOf(purpose);
  const slotAt = (index: number) =>
    slice(bytes, coreBytes + index * slotBytes, coreBytes + (index + 1) * slotBytes);
  return { core: slice(bytes, 0, coreBytes), slots: [slotAt(0), slotAt(1), slotAt(2), slotAt(3)] };
}
