import libsodium from "libsodium-wrappers";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  aeadOpen,
  aeadSeal,
  blake2b,
  decapsulate,
  encapsulate,
  forgetTold,
  kemKeyPair,
  oneTimeNonce,
  randomBytes,
  rememberUntold,
  sha512,
  sign,
  signKeyPair,
  sodiumReady,
  verify,
} from "../../src/crypto/sodium.ts";

await sodiumReady();
afterEach(() => vi.restoreAllMocks());

const isWiped = (bytes: Uint8Array | undefined) => bytes !== undefined && bytes.every((byte) => byte === 0);

describe("what the library hands out", () => {
  const kem = kemKeyPair(randomBytes(32));
  const key = randomBytes(32);
  const empty = new Uint8Array();

  it("leaves no second copy of a secret key behind", () => {
    const kemPairs = vi.spyOn(libsodium, "crypto_kem_xwing_seed_keypair");
    const signPairs = vi.spyOn(libsodium, "crypto_sign_seed_keypair");
    const ours = [kemKeyPair(key).secret, signKeyPair(key).secret];
    expect(isWiped(kemPairs.mock.results[0]?.value.privateKey)).toBe(true);
    expect(isWiped(signPairs.mock.results[0]?.value.privateKey)).toBe(true);
    expect(ours.some(isWiped)).toBe(false);
  });

  it("leaves no second copy of a shared secret, a derived key or an opened text behind", () => {
    const sealing = vi.spyOn(libsodium, "crypto_kem_xwing_enc");
    const opening = vi.spyOn(libsodium, "crypto_kem_xwing_dec");
    const deriving = vi.spyOn(libsodium, "crypto_generichash");
    const reading = vi.spyOn(libsodium, "crypto_aead_xchacha20poly1305_ietf_decrypt");
    const { ciphertext, shared } = encapsulate(kem.publicKey);
    const sealed = aeadSeal(randomBytes(64), empty, oneTimeNonce, key);
    const ours = [
      shared,
      decapsulate(ciphertext, kem.secret),
      blake2b(32, empty, key),
      aeadOpen(sealed, empty, oneTimeNonce, key),
    ];
    expect(isWiped(sealing.mock.results[0]?.value.sharedSecret)).toBe(true);
    for (const { mock } of [opening, deriving, reading]) {
      const handedOut: unknown = mock.results[0]?.value;
      expect(handedOut instanceof Uint8Array && isWiped(handedOut)).toBe(true);
    }
    expect(ours.some(isWiped)).toBe(false);
    expect(ours[0]).toEqual(ours[1]);
  });
});

describe("the library's own memory", () => {
  const memory = () => (libsodium as unknown as { libsodium: { HEAPU8: Uint8Array } }).libsodium.HEAPU8;
  const isTold = (secret: Uint8Array) => Buffer.from(memory().buffer).includes(Buffer.from(secret));

  it("still holds a key that it was given, and none after it was made to forget, and then works as before", () => {
    rememberUntold();
    const { secret, publicKey } = signKeyPair(randomBytes(32));
    const message = randomBytes(60_000);
    const before = sign(message, secret);
    expect(isTold(secret)).toBe(true);
    expect(isTold(message.subarray(64, 128))).toBe(true);
    forgetTold();
    expect(isTold(secret)).toBe(false);
    expect(isTold(message.subarray(64, 128))).toBe(false);
    expect(sign(message, secret)).toEqual(before);
    expect(verify(before, message, publicKey)).toBe(true);
    const pair = kemKeyPair(randomBytes(32));
    const { ciphertext, shared } = encapsulate(pair.publicKey);
    expect(decapsulate(ciphertext, pair.secret)).toEqual(shared);
  });

  it("forgets also what it grew for, and grows again", () => {
    rememberUntold();
    const long = randomBytes(65_536);
    const text = new Uint8Array(12_000_000);
    text.set(long);
    const digest = sha512(text);
    expect(isTold(long.subarray(64))).toBe(true);
    forgetTold();
    expect(isTold(long.subarray(64))).toBe(false);
    expect(sha512(text)).toEqual(digest);
  });
});
