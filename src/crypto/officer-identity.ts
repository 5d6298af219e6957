import type { OfficerId } from "../domain/ids.ts";
import { type Bytes, concat, toUtf8 } from "../envelope/bytes.ts";
import { labels } from "../envelope/labels.ts";
import { aeadNonceBytes } from "../envelope/sizes.ts";
import type { Stretch } from "./receipt.ts";
import { derive, labelled, signLabelled } from "./labelled.ts";
import {
  aeadOpen,
  aeadSeal,
  blake2b,
  kemKeyPair,
  type KeyPair,
  randomBelow,
  randomBytes,
  signKeyPair,
  wipe,
} from "./sodium.ts";

/**
 * What an officer is to the protocol: 32 random bytes, made in the officer's browser, and what follows from them.
 * `bookKey` seals what the officer keeps for themself (`desk-book`).
 */
export type OfficerIdentity = { readonly kem: KeyPair; readonly sign: KeyPair; readonly bookKey: Bytes };

/** What a stretched passphrase yields: one key to prove oneself by, another to open the seed with. */
export type PassphraseKeys = { readonly login: KeyPair; readonly wrapKey: Bytes };

const seedBytes = 32;
/** Without look-alikes (0 O, 1 l I); 32 characters carry 5 bits each. */
const passphraseAlphabet = "23456789abcdefghijkmnpqrstuvwxyz";
const passphraseLength = 16;

/** A generated passphrase: 16 characters of 5 bits in groups of four, 80 bits. */
export function randomPassphrase(): string {
  const character = () => passphraseAlphabet.charAt(randomBelow(passphraseAlphabet.length));
  const characters = Array.from({ length: passphraseLength }, character).join("");
  return (characters.match(/.{4}/g) ?? []).join("-");
}

/** As typed: case, spaces and hyphens do not count. */
export function normalisePassphrase(typed: string): string {
  return typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-\u2010-\u2015]/g, "");
}

/**
 * The salt follows from organisation and login name, so the server is never asked for one and names cannot be
 * probed by asking.
 */
export async function derivePassphraseKeys(
  passphrase: string,
  loginName: string,
  rootFingerprint: Uint8Array,
  stretch: Stretch,
): Promise<PassphraseKeys> {
  const salt = blake2b(16, labelled(labels.officerSalt, rootFingerprint, toUtf8(loginName)), null);
  const stretched = await stretch(toUtf8(normalisePassphrase(passphrase)), salt);
  const loginSeed = derive(stretched, 32, labels.officerLoginKey);
  const keys = { login: signKeyPair(loginSeed), wrapKey: derive(stretched, 32, labels.officerWrapKey) };
  wipe(stretched, loginSeed);
  return keys;
}

/** Proof of the passphrase for one challenge of the server. */
export function proveLogin(keys: PassphraseKeys, challenge: string, loginName: string): Bytes {
  const parts = [toUtf8(challenge), new Uint8Array(1), toUtf8(loginName)];
  return signLabelled(keys.login.secret, labels.officerLogin, ...parts);
}

/** A new seed. */
export function randomOfficerSeed(): Bytes {
  return randomBytes(seedBytes);
}

/** Key pairs of a seed. */
export function officerIdentityOf(seed: Uint8Array): OfficerIdentity {
  const kemSeed = derive(seed, 32, labels.officerKem);
  const signSeed = derive(seed, 32, labels.officerSign);
  const bookKey = derive(seed, 32, labels.deskBookKey);
  const identity = { kem: kemKeyPair(kemSeed), sign: signKeyPair(signSeed), bookKey };
  wipe(kemSeed, signSeed);
  return identity;
}

/** The seed as the server keeps it: nonce, then sealed under the passphrase, bound to officer and login key. */
export function wrapOfficerSeed(seed: Uint8Array, officer: OfficerId, keys: PassphraseKeys): Bytes {
  const nonce = randomBytes(aeadNonceBytes);
  return concat(nonce, aeadSeal(seed, seedContext(officer, keys), nonce, keys.wrapKey));
}

/** Inverse of `wrapOfficerSeed`. Undefined: another officer's, another passphrase's, or altered. */
export function unwrapOfficerSeed(
  wrapped: Uint8Array,
  officer: OfficerId,
  keys: PassphraseKeys,
): Bytes | undefined {
  const nonce = wrapped.subarray(0, aeadNonceBytes);
  const seed = aeadOpen(wrapped.subarray(aeadNonceBytes), seedContext(officer, keys), nonce, keys.wrapKey);
  return seed?.length === seedBytes ? seed : undefined;
}

function seedContext(officer: OfficerId, keys: PassphraseKeys): Bytes {
  return labelled(labels.officerSeedWrap, toUtf8(officer), new Uint8Array(1), keys.login.publicKey);
}

/** Overwrites the private halves. */
export function wipeOfficerIdentity(identity: OfficerIdentity): void {
  wipe(identity.kem.secret, identity.sign.secret, identity.bookKey);
}
