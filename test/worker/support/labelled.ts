import { fromBase64url } from "../../../src/envelope/base64url.ts";
import { type Bytes, concat, toUtf8 } from "../../../src/envelope/bytes.ts";
import type { Label } from "../../../src/envelope/labels.ts";

/** WebCrypto's side of what `src/crypto/labelled.ts` does with libsodium, which does not run in workerd. */
export function labelled(label: Label, ...parts: readonly Uint8Array[]): Bytes {
  return concat(toUtf8(label), new Uint8Array(1), ...parts);
}

export async function digestOf(label: Label, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  const whole = await crypto.subtle.digest("SHA-512", labelled(label, ...parts));
  return new Uint8Array(whole.slice(0, 32));
}

export async function signFor(key: CryptoKey, label: Label, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("Ed25519", key, labelled(label, ...parts)));
}

export async function importSecret(pkcs8: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", fromBase64url(pkcs8), "Ed25519", false, ["sign"]);
}

export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export type SigningPair = { readonly secret: CryptoKey; readonly publicKey: Bytes };

export async function createSigningPair(): Promise<SigningPair> {
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const raw = (await crypto.subtle.exportKey("raw", pair.publicKey)) as ArrayBuffer;
  return { secret: pair.privateKey, publicKey: new Uint8Array(raw) };
}
