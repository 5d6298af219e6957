import type { OfficerId } from "../domain/ids.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
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
} from "../envelope/bytes.ts";
import { labels } from "../envelope/labels.ts";
import { type PasskeyRegistration, writePasskeyRegistration } from "../envelope/passkey-registration.ts";
import { aeadNonceBytes, digestBytes, passkeyLabelBytes, passkeyNoteBytes } from "../envelope/sizes.ts";
import { openFromKem, sealToKem, type SealingPlace } from "./kem-seal.ts";
import { derive, digest, labelled, signLabelled } from "./labelled.ts";
import { aeadOpen, aeadSeal, randomBytes, signKeyPair, wipe } from "./sodium.ts";
import type { PassphraseKeys } from "./officer-identity.ts";

/**
 * By what a passkey is known here: 43 characters, the digest of its credential id. The id itself would say what kind
 * of device it lies on.
 */
export type PasskeyId = string;

/** What a passkey's secret yields: the same two keys that a passphrase does. */
export type PasskeyKeys = PassphraseKeys;

/** How its officer tells a passkey from the others. */
export type PasskeyNote = { readonly on: PlainDate; readonly label: string };

const seedBytes = 32;
const dateBytes = 10;
const end = new Uint8Array(1);

/** What the authenticator's PRF is asked for: one question for the whole organisation, so that no name is needed first. */
export function passkeySalt(rootFingerprint: Uint8Array): Bytes {
  return digest(labels.passkeySalt, rootFingerprint);
}

/** Handle under which an authenticator files the passkey: nobody's name, and one for each officer. 32 bytes. */
export function passkeyHandle(rootFingerprint: Uint8Array, officer: OfficerId): Bytes {
  return digest(labels.passkeyHandle, rootFingerprint, toUtf8(officer));
}

/** The id under which the server keeps the passkey with this credential id. */
export function passkeyIdOf(credential: Uint8Array): PasskeyId {
  return toBase64url(digest(labels.passkeyId, credential));
}

/** Keys out of the 32 bytes that the authenticator's PRF answered with; those are wiped. Nothing is stretched: they are random. */
export function derivePasskeyKeys(secret: Uint8Array): PasskeyKeys {
  const loginSeed = derive(secret, 32, labels.passkeyLoginKey);
  const keys = { login: signKeyPair(loginSeed), wrapKey: derive(secret, 32, labels.passkeyWrapKey) };
  wipe(secret, loginSeed);
  return keys;
}

/** Proof of the passkey for one challenge of the server. */
export function provePasskey({ login }: PasskeyKeys, challenge: string, passkey: PasskeyId): Bytes {
  return signLabelled(login.secret, labels.passkeyLogin, toUtf8(challenge), end, toUtf8(passkey));
}

/** The seed as the server keeps it for this passkey: nonce, then sealed, bound to officer, passkey and login key. 72 bytes. */
export function wrapSeedForPasskey(
  seed: Uint8Array,
  officer: OfficerId,
  passkey: PasskeyId,
  keys: PasskeyKeys,
): Bytes {
  const nonce = randomBytes(aeadNonceBytes);
  return concat(nonce, aeadSeal(seed, wrapContext(officer, passkey, keys), nonce, keys.wrapKey));
}

/** Inverse of `wrapSeedForPasskey`. Undefined: another officer's, another passkey's, or altered. */
export function unwrapPasskeySeed(
  wrapped: Uint8Array,
  officer: OfficerId,
  passkey: PasskeyId,
  keys: PasskeyKeys,
): Bytes | undefined {
  const nonce = wrapped.subarray(0, aeadNonceBytes);
  const context = wrapContext(officer, passkey, keys);
  const seed = aeadOpen(wrapped.subarray(aeadNonceBytes), context, nonce, keys.wrapKey);
  return seed?.length === seedBytes ? seed : undefined;
}

function wrapContext(officer: OfficerId, passkey: PasskeyId, { login }: PasskeyKeys): Bytes {
  const id = fromBase64urlOf(digestBytes, passkey);
  return labelled(labels.passkeySeedWrap, toUtf8(officer), end, id, login.publicKey);
}

/** The passphrase's word for a new passkey: who only holds an open session adds no second way in. */
export function approvePasskey({ login }: PassphraseKeys, registration: PasskeyRegistration): Bytes {
  const text = writePasskeyRegistration(registration);
  return signLabelled(login.secret, labels.passkeyRegistration, toUtf8(text));
}

/** Day and label, for the officer alone: the server is told neither what a passkey is called nor since when it is there. */
export function sealPasskeyNote(
  { on, label }: PasskeyNote,
  officer: OfficerId,
  passkey: PasskeyId,
  publicKey: Uint8Array,
): Bytes {
  const text = toUtf8(fitting(label));
  const content = padZero(concat(toUtf8(on), uint16(text.length), text), passkeyNoteBytes);
  return sealToKem(publicKey, content, notePlace(officer, passkey));
}

function fitting(label: string): string {
  const characters = Array.from(label);
  while (toUtf8(characters.join("")).length > passkeyLabelBytes) characters.pop();
  return characters.join("");
}

/** Inverse of `sealPasskeyNote`. Undefined: not this officer's, not this passkey's, or altered. Throws FormatError. */
export function openPasskeyNote(
  sealed: Uint8Array,
  officer: OfficerId,
  passkey: PasskeyId,
  secret: Uint8Array,
): { readonly on: string; readonly label: string } | undefined {
  const content = openFromKem(sealed, secret, notePlace(officer, passkey));
  if (content?.length !== passkeyNoteBytes) return undefined;
  const start = dateBytes + 2;
  const stop = start + readUint16(content, dateBytes);
  requireZero(content.subarray(stop));
  return { on: fromUtf8(slice(content, 0, dateBytes)), label: fromUtf8(slice(content, start, stop)) };
}

function notePlace(officer: OfficerId, passkey: PasskeyId): SealingPlace {
  return { label: labels.passkeyNote, context: [toUtf8(`${officer}/${passkey}`)] };
}
