import { createHash } from "node:crypto";
import sodium from "libsodium-wrappers";
import type { SealingPlace } from "../../../src/crypto/kem-seal.ts";
import { derive, digest } from "../../../src/crypto/labelled.ts";
import { commitTo, slotPlace } from "../../../src/crypto/envelope.seal.ts";
import { aeadSeal, kemKeyPair, oneTimeNonce } from "../../../src/crypto/sodium.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { type Bytes, concat, padZero } from "../../../src/envelope/bytes.ts";
import {
  ciphertextBytesOf,
  encodeBound,
  encodeCore,
  joinEnvelope,
  type Purpose,
} from "../../../src/envelope/envelope.ts";
import { labels } from "../../../src/envelope/labels.ts";

// What is random in the product follows here from names, so that the known answers are the same every time they are
// made. Nothing outside the vectors may seal like this.

/** Bytes that follow from a name. */
export function bytesOf(name: string, length: number): Bytes {
  const parts: Bytes[] = [];
  for (let block = 0; block * 64 < length; block++) {
    parts.push(new Uint8Array(createHash("sha512").update(`hop-thu vectors/${name}/${block}`).digest()));
  }
  return concat(...parts).slice(0, length);
}

/** X-Wing encapsulation with its randomness given: 32 bytes for ML-KEM-768, then 32 for X25519. */
function encapsulateWith(publicKey: Uint8Array, randomness: Uint8Array) {
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc_deterministic(publicKey, randomness);
  return { ciphertext: new Uint8Array(ciphertext), shared: new Uint8Array(sharedSecret) };
}

/** As `sealToKem`, with the encapsulation's randomness taken from the name, and everything on the way written down. */
export function sealToVector(
  name: string,
  publicKey: Uint8Array,
  content: Uint8Array,
  { label, context }: SealingPlace,
) {
  const randomness = bytesOf(name, 64);
  const { ciphertext, shared } = encapsulateWith(publicKey, randomness);
  const key = derive(shared, 32, label, ...context);
  const sealed = concat(ciphertext, aeadSeal(content, new Uint8Array(), oneTimeNonce, key));
  const vector = {
    encapsulationRandomness: toBase64url(randomness),
    sharedSecret: toBase64url(shared),
    sealingKey: toBase64url(key),
    sealed: toBase64url(sealed),
  };
  return { sealed, vector };
}

export type VectorInput = {
  readonly name: string;
  readonly purpose: Purpose;
  readonly header: string;
  readonly body: Uint8Array;
  readonly recipients: {
    readonly receiver: Uint8Array;
    readonly fallback: Uint8Array | null;
    readonly reporter: Uint8Array | null;
  };
};

/** As `sealEnvelope`, with everything random taken from the name, and everything on the way written down. */
export function sealVector({ name, purpose, header, body, recipients }: VectorInput) {
  const contentKey = bytesOf(`${name}/content-key`, 32);
  const nonce = bytesOf(`${name}/nonce`, 24);
  const throwAwaySeeds = [1, 2, 3].map((index) => bytesOf(`${name}/throw-away/${index}`, 32));
  const nobody = throwAwaySeeds.map((seed) => kemKeyPair(seed).publicKey);
  const { receiver, fallback, reporter } = recipients;
  const made = [receiver, fallback, reporter, null].map((publicKey, index) => {
    const known = publicKey ?? nobody[index - 1] ?? receiver;
    const place = slotPlace({ purpose, header }, index);
    const { sealed, vector } = sealToVector(`${name}/encapsulation/${index}`, known, contentKey, place);
    return { ...vector, slot: sealed, digest: digest(labels.slotDigest, sealed) };
  });
  const [a, b, c, d] = made;
  if (!a || !b || !c || !d) throw new Error("four slots");
  const head = {
    purpose,
    header,
    slotDigests: [a.digest, b.digest, c.digest, d.digest] as const,
    commitment: commitTo(contentKey, header),
  };
  const plaintext = padZero(body, ciphertextBytesOf(purpose) - 16);
  const core = encodeCore({
    ...head,
    nonce,
    ciphertext: aeadSeal(plaintext, encodeBound(head), nonce, contentKey),
  });
  const objectDigest = digest(labels.envelopeDigest, core);
  const vector = {
    purpose,
    header,
    body: toBase64url(body),
    contentKey: toBase64url(contentKey),
    nonce: toBase64url(nonce),
    throwAwaySeeds: throwAwaySeeds.map(toBase64url),
    commitment: toBase64url(head.commitment),
    slots: made.map(({ encapsulationRandomness, sharedSecret, sealingKey, slot, digest }) => ({
      encapsulationRandomness,
      sharedSecret,
      slotKey: sealingKey,
      slot: toBase64url(slot),
      digest: toBase64url(digest),
    })),
    core: toBase64url(core),
    digest: toBase64url(objectDigest),
  };
  const envelope = joinEnvelope(core, [a.slot, b.slot, c.slot, d.slot]);
  return { vector, envelope, digest: objectDigest, contentKey };
}
