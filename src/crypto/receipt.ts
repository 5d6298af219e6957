import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { labels } from "../envelope/labels.ts";
import { createReceiptCode, randomDigits, type ReceiptCode } from "../envelope/receipt-code.ts";
import { idBytes } from "../envelope/sizes.ts";
import { derive, labelled } from "./labelled.ts";
import { blake2b, kemKeyPair, type KeyPair, randomBelow, signKeyPair, wipe } from "./sodium.ts";

/** Everything that follows from a receipt code. None of it but `lookupId` and public halves leaves the browser. */
export type ReporterKeys = {
  /** 16 bytes by which the server finds the case (it keeps only a keyed hash of them). */
  readonly lookupId: Bytes;
  readonly sign: KeyPair;
  readonly kem: KeyPair;
};

/** How a code is stretched: in slices while the person writes, or at once when they come back. */
export type Stretch = (password: Uint8Array, salt: Uint8Array) => Promise<Bytes>;

/** A new code: 22 digits, each equally likely, and their check digits. */
export function randomReceiptCode(): ReceiptCode {
  const digits = Array.from({ length: randomDigits }, () => randomBelow(10));
  return createReceiptCode(digits.join(""));
}

/**
 * The keys of a code. The salt is one per organisation (its roots' fingerprint), so that a guess against one
 * organisation is worth nothing against another; the code's 73 bits do the rest.
 */
export async function deriveReporterKeys(
  code: ReceiptCode,
  rootFingerprint: Uint8Array,
  stretch: Stretch,
): Promise<ReporterKeys> {
  const salt = blake2b(16, labelled(labels.receiptSalt, rootFingerprint), null);
  const master = await stretch(toUtf8(code), salt);
  const signSeed = derive(master, 32, labels.receiptSign);
  const kemSeed = derive(master, 32, labels.receiptKem);
  const keys = {
    lookupId: derive(master, 32, labels.receiptLookup).slice(0, idBytes),
    sign: signKeyPair(signSeed),
    kem: kemKeyPair(kemSeed),
  };
  wipe(master, signSeed, kemSeed);
  return keys;
}

/** Overwrites the private halves. */
export function wipeReporterKeys(keys: ReporterKeys): void {
  wipe(keys.sign.secret, keys.kem.secret, keys.lookupId);
}

/** The same keys in memory of their own, so that whoever has them can wipe them for themselves. */
export function copyReporterKeys({ lookupId, sign, kem }: ReporterKeys): ReporterKeys {
  return { lookupId: lookupId.slice(), sign: copyPair(sign), kem: copyPair(kem) };
}

function copyPair({ publicKey, secret }: KeyPair): KeyPair {
  return { publicKey: publicKey.slice(), secret: secret.slice() };
}
