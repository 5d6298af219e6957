import sodium from "libsodium-wrappers";
import type { Bytes } from "../envelope/bytes.ts";
import { aeadNonceBytes, digestBytes } from "../envelope/sizes.ts";

// The one import of libsodium, and over it the few operations that the protocol uses, in its own words.
// Everything here is synchronous and may be called once `sodiumReady` has resolved.

/** Public and private halves; `secret` is wiped by whoever made it. */
export type KeyPair = { readonly publicKey: Bytes; readonly secret: Bytes };

/** Resolves when the library's WebAssembly is there. Rejects in a browser without WebAssembly. */
export async function sodiumReady(): Promise<void> {
  await sodium.ready;
}

/** The library's result in memory of our own. Its copy is overwritten: whoever wipes ours has then wiped them all. */
function own(bytes: Uint8Array): Bytes {
  const owned = new Uint8Array(bytes);
  sodium.memzero(bytes);
  return owned;
}

/**
 * Bytes from the system's random source, at most 65,536. libsodium asks the same source for four bytes at a time,
 * which for the filling of a look-up takes a quarter of a second.
 */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A number from 0 to `bound` − 1, each as likely as the others. */
export function randomBelow(bound: number): number {
  return sodium.randombytes_uniform(bound);
}

/** Overwrites what must not stay in memory. A JavaScript engine may have made copies: this is best effort. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) sodium.memzero(secret);
}

/** Whether a secret was overwritten: a key of nothing but zeros is one that everybody knows, and nothing may be sealed under it. */
export function isWiped(secret: Uint8Array): boolean {
  return secret.every((byte) => byte === 0);
}

/** The library's memory before it was told any secret. */
let untold: Uint8Array | undefined;

function libraryMemory(): Uint8Array {
  // Exported, and left out of the library's types.
  return (sodium as unknown as { readonly libsodium: { readonly HEAPU8: Uint8Array } }).libsodium.HEAPU8;
}

/** Remembers the library's memory as it is, once. Call before it is told anything. */
export function rememberUntold(): void {
  untold ??= libraryMemory().slice();
}

/**
 * Takes all that the library was told out of its memory: it copies every key that it works with, and frees the copies as
 * they are. Does nothing before `rememberUntold`. Nothing of the library is under way between two of our calls, so it goes on as new.
 */
export function forgetTold(): void {
  if (untold === undefined) return;
  const memory = libraryMemory();
  memory.set(untold);
  memory.fill(0, untold.length);
}

/** SHA-512. */
export function sha512(bytes: Uint8Array): Bytes {
  return own(sodium.crypto_hash(bytes));
}

/** BLAKE2b of 16 to 64 bytes, keyed if a key is given. */
export function blake2b(length: number, bytes: Uint8Array, key: Uint8Array | null): Bytes {
  return own(sodium.crypto_generichash(length, bytes, key));
}

/** X-Wing key pair of a 32-byte seed. */
export function kemKeyPair(seed: Uint8Array): KeyPair {
  const pair = sodium.crypto_kem_xwing_seed_keypair(seed);
  return { publicKey: own(pair.publicKey), secret: own(pair.privateKey) };
}

/** A new X-Wing key pair, to be thrown away. */
export function randomKemKeyPair(): KeyPair {
  const pair = sodium.crypto_kem_xwing_keypair();
  return { publicKey: own(pair.publicKey), secret: own(pair.privateKey) };
}

/**
 * X-Wing encapsulation. Throws (TypeError, Error) if the key is none: wrong length, coefficients out of range, a
 * point of low order. A key that came from outside goes through `isKemPublicKey` first.
 */
export function encapsulate(publicKey: Uint8Array): { readonly ciphertext: Bytes; readonly shared: Bytes } {
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc(publicKey);
  return { ciphertext: own(ciphertext), shared: own(sharedSecret) };
}

/** Whether something can be sealed to a key: found out by trying, since its writer may be hostile. */
export function isKemPublicKey(publicKey: Uint8Array): boolean {
  try {
    wipe(encapsulate(publicKey).shared);
    return true;
  } catch {
    return false;
  }
}

/**
 * X-Wing decapsulation: on a foreign ciphertext it yields another secret, not an error (implicit rejection).
 * Undefined only where the library refuses to work: a wrong length, or a point of low order.
 */
export function decapsulate(ciphertext: Uint8Array, secret: Uint8Array): Bytes | undefined {
  try {
    return own(sodium.crypto_kem_xwing_dec(ciphertext, secret));
  } catch {
    return undefined;
  }
}

/** Ed25519 key pair of a 32-byte seed. */
export function signKeyPair(seed: Uint8Array): KeyPair {
  const pair = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey: own(pair.publicKey), secret: own(pair.privateKey) };
}

/** Detached Ed25519 signature. */
export function sign(message: Uint8Array, secret: Uint8Array): Bytes {
  return own(sodium.crypto_sign_detached(message, secret));
}

/** Whether it is the key's signature over the message. False, never an exception, on malformed input. */
export function verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== digestBytes) return false;
  return sodium.crypto_sign_verify_detached(signature, message, publicKey);
}

/** XChaCha20-Poly1305. A key that seals more than once needs a random nonce each time. */
export function aeadSeal(
  plaintext: Uint8Array,
  bound: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): Bytes {
  return own(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, bound, null, nonce, key));
}

/** Inverse of `aeadSeal`. Undefined if anything was altered or the key is another. */
export function aeadOpen(
  ciphertext: Uint8Array,
  bound: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): Bytes | undefined {
  if (nonce.length !== aeadNonceBytes) return undefined;
  try {
    return own(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, bound, nonce, key));
  } catch {
    return undefined;
  }
}

/** For a key that is made for one sealing and never used again. */
export const oneTimeNonce: Bytes = new Uint8Array(aeadNonceBytes);
