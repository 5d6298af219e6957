import { createCipheriv } from "node:crypto";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { type Bytes, concat } from "../../../src/envelope/bytes.ts";
import { type Core, ciphertextBytesOf, encodeBound } from "../../../src/envelope/envelope.ts";

// Poly1305 is linear in its blocks once the key is known: with two free blocks, one ciphertext and one tag are made
// that two keys accept (Len, Grubbs, Ristenpart: Partitioning Oracle Attacks, 2021).

const prime = 2n ** 130n - 5n;
const top = 2n ** 128n;
const clamp = 0x0ffffffc0ffffffc0ffffffc0fffffffn;
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const wrapsAt = 2 ** 32;

/** One block of ChaCha20 with the whole 16 bytes of counter and nonce given. */
function chachaBlock(key: Uint8Array, counterAndNonce: Uint8Array): Bytes {
  return new Uint8Array(createCipheriv("chacha20", key, counterAndNonce).update(new Uint8Array(64)));
}

/** HChaCha20: the block without the addition of what it began with. */
function hchacha(key: Uint8Array, nonce: Uint8Array): Bytes {
  const block = new DataView(chachaBlock(key, nonce).buffer);
  const begun = new DataView(new Uint8Array(nonce).buffer);
  const result = new DataView(new ArrayBuffer(32));
  for (let word = 0; word < 4; word++) {
    const [low, high] = [block.getUint32(word * 4, true), block.getUint32(48 + word * 4, true)];
    result.setUint32(word * 4, (low - (constants[word] ?? 0) + wrapsAt) % wrapsAt, true);
    result.setUint32(16 + word * 4, (high - begun.getUint32(word * 4, true) + wrapsAt) % wrapsAt, true);
  }
  return new Uint8Array(result.buffer);
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function toLittleEndian(value: bigint, length: number): Bytes {
  return Uint8Array.from({ length }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}

function modulo(value: bigint): bigint {
  return ((value % prime) + prime) % prime;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let factor = base, left = exponent; left > 0n; left >>= 1n, factor = modulo(factor * factor)) {
    if ((left & 1n) === 1n) result = modulo(result * factor);
  }
  return result;
}

type OneTimeKey = { readonly r: bigint; readonly s: bigint };

function oneTimeKey(key: Uint8Array, nonce: Uint8Array): OneTimeKey {
  const subkey = hchacha(key, nonce.subarray(0, 16));
  const block = chachaBlock(subkey, concat(new Uint8Array(8), nonce.subarray(16, 24)));
  return { r: littleEndian(block.subarray(0, 16)) & clamp, s: littleEndian(block.subarray(16, 32)) };
}

function padded(bytes: Uint8Array): Bytes {
  return concat(bytes, new Uint8Array((16 - (bytes.length % 16)) % 16));
}

/** The equation of one key: the sum over all other blocks, and the factors of the two free ones. */
function equation({ r }: OneTimeKey, blocks: readonly bigint[], free: number) {
  const sum = blocks.reduce((acc, block) => modulo((acc + block) * r), 0n);
  const factor = (index: number) => power(r, BigInt(blocks.length - index));
  return { sum, x: factor(free), y: factor(free + 1) };
}

/** A ciphertext with its tag that XChaCha20-Poly1305 accepts under both keys, for the nonce and bound data of `head`. */
export function collidingCiphertext(a: Uint8Array, b: Uint8Array, head: Core): Bytes {
  const bound = encodeBound(head);
  const length = ciphertextBytesOf(head.purpose) - 16;
  const body = randomBytes(length);
  body.fill(0, 0, 32);
  const lengths = concat(toLittleEndian(BigInt(bound.length), 8), toLittleEndian(BigInt(length), 8));
  const data = concat(padded(bound), padded(body), lengths);
  const free = padded(bound).length / 16;
  const blocks = Array.from({ length: data.length / 16 }, (_, index) =>
    index === free || index === free + 1
      ? 0n
      : littleEndian(data.subarray(index * 16, index * 16 + 16)) + top,
  );
  const keys = [oneTimeKey(a, head.nonce), oneTimeKey(b, head.nonce)] as const;
  const [p, q] = [equation(keys[0], blocks, free), equation(keys[1], blocks, free)];
  const inverse = power(modulo(p.x * q.y - q.x * p.y), prime - 2n);
  for (;;) {
    const tag = littleEndian(randomBytes(16));
    const [c, d] = [
      modulo(((tag - keys[0].s + top) % top) - p.sum),
      modulo(((tag - keys[1].s + top) % top) - q.sum),
    ];
    const x = modulo((c * q.y - d * p.y) * inverse);
    const y = modulo((p.x * d - q.x * c) * inverse);
    // One in sixteen pairs has the form that blocks have.
    if (x >> 128n !== 1n || y >> 128n !== 1n) continue;
    body.set(toLittleEndian(x - top, 16), 0);
    body.set(toLittleEndian(y - top, 16), 16);
    return concat(body, toLittleEndian(tag, 16));
  }
}
