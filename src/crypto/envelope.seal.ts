import { type Bytes, concat, padZero, toUtf8, uint32 } from "../envelope/bytes.ts";
import {
  ciphertextBytesOf,
  type Core,
  encodeBound,
  encodeCore,
  joinEnvelope,
  type Purpose,
  type Slots,
} from "../envelope/envelope.ts";
import { labels } from "../envelope/labels.ts";
import { aeadNonceBytes, aeadTagBytes, contentKeyBytes } from "../envelope/sizes.ts";
import { type SealingPlace, sealToKem } from "./kem-seal.ts";
import { derive, digest } from "./labelled.ts";
import { aeadSeal, randomBytes, randomKemKeyPair, wipe } from "./sodium.ts";

/** X-Wing public keys of those who may open it. The fourth slot goes to a key that is thrown away at once. */
export type Recipients = {
  readonly receiver: Uint8Array;
  /** Null: this slot, too, goes to a key that nobody has. */
  readonly fallback: Uint8Array | null;
  /** Null likewise: the reporter is not to read it. */
  readonly reporter: Uint8Array | null;
};

/** What `sealEnvelope` is given. `body` is everything that is to be hidden, already framed. */
export type SealInput = {
  readonly purpose: Purpose;
  readonly header: string;
  readonly recipients: Recipients;
  readonly body: Uint8Array;
};

/** Bytes that a framed body may have at most. */
export function bodyBytesOf(purpose: Purpose): number {
  return ciphertextBytesOf(purpose) - aeadTagBytes;
}

/** Length, text, and (if signed) signature, as `sealEnvelope` takes it. Inverse of `unframeBody`. */
export function frameBody(text: string, signature: Uint8Array): Bytes {
  const bytes = toUtf8(text);
  return concat(uint32(bytes.length), bytes, signature);
}

/**
 * Seals a body: a new content key, four slots, a commitment to the key, and associated data over header,
 * commitment and all four slots. Throws FormatError if the body or the header is too long.
 */
export function sealEnvelope(input: SealInput): { readonly envelope: Bytes; readonly digest: Bytes } {
  const contentKey = randomBytes(contentKeyBytes);
  const slots = sealSlots(input, contentKey);
  const nonce = randomBytes(aeadNonceBytes);
  const head = {
    purpose: input.purpose,
    header: input.header,
    slotDigests: digestsOf(slots),
    commitment: commitTo(contentKey, input.header),
  };
  const plaintext = padZero(input.body, bodyBytesOf(input.purpose));
  const ciphertext = aeadSeal(plaintext, encodeBound(head), nonce, contentKey);
  wipe(contentKey, plaintext);
  const core = encodeCore({ ...head, nonce, ciphertext });
  return { envelope: joinEnvelope(core, slots), digest: digest(labels.envelopeDigest, core) };
}

/**
 * XChaCha20-Poly1305 alone would let a sender craft one ciphertext that two keys open to two letters; this ties
 * it to one key.
 */
export function commitTo(contentKey: Uint8Array, header: string): Bytes {
  return derive(contentKey, 32, labels.commitment, toUtf8(header));
}

/** What the key that seals the content key in one slot depends on: purpose, place and header. */
export function slotPlace(
  { purpose, header }: Pick<Core, "purpose" | "header">,
  index: number,
): SealingPlace {
  return { label: labels.slotKey, context: [toUtf8(`${purpose}/${index}/`), toUtf8(header)] };
}

function sealSlots(input: SealInput, contentKey: Uint8Array): Slots {
  const { receiver, fallback, reporter } = input.recipients;
  const seal = (publicKey: Uint8Array | null, index: number) => sealSlot(input, contentKey, publicKey, index);
  return [seal(receiver, 0), seal(fallback, 1), seal(reporter, 2), seal(null, 3)];
}

function sealSlot(
  input: SealInput,
  contentKey: Uint8Array,
  publicKey: Uint8Array | null,
  index: number,
): Bytes {
  return sealToKem(publicKey ?? throwAwayKey(), contentKey, slotPlace(input, index));
}

function throwAwayKey(): Bytes {
  const { publicKey, secret } = randomKemKeyPair();
  wipe(secret);
  return publicKey;
}

function digestsOf(slots: Slots): Core["slotDigests"] {
  const [a, b, c, d] = slots;
  const of = (slot: Bytes) => digest(labels.slotDigest, slot);
  return [of(a), of(b), of(c), of(d)];
}
