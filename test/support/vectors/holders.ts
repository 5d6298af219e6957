import { stretchOfficer, stretchReporterAtOnce } from "../../../src/crypto/argon2.ts";
import { derive, labelled } from "../../../src/crypto/labelled.ts";
import {
  derivePassphraseKeys,
  normalisePassphrase,
  officerIdentityOf,
  proveLogin,
} from "../../../src/crypto/officer-identity.ts";
import { deriveReporterKeys } from "../../../src/crypto/receipt.ts";
import { aeadSeal, blake2b } from "../../../src/crypto/sodium.ts";
import type { OfficerId, PersonId } from "../../../src/domain/ids.ts";
import { toBase64url as b64 } from "../../../src/envelope/base64url.ts";
import { concat, toUtf8 } from "../../../src/envelope/bytes.ts";
import { labels } from "../../../src/envelope/labels.ts";
import { createReceiptCode } from "../../../src/envelope/receipt-code.ts";
import { bytesOf, sealToVector } from "./deterministic.ts";
import { type committeeVector, fingerprint } from "./trust.ts";

// Who holds which keys in the known answers: the writer of the letter, and an officer.

export const officerId = "can-bo-1" as OfficerId;
const officerSeed = bytesOf("officer/seed", 32);
export const officerIdentity = { seed: officerSeed, identity: officerIdentityOf(officerSeed) };

/** As a roster names the officer. */
export const rosterOfficer = {
  id: officerId,
  title: "Cán bộ",
  person: "p-xa" as PersonId,
  sign: b64(officerIdentity.identity.sign.publicKey),
  kem: b64(officerIdentity.identity.kem.publicKey),
};

export async function receiptVector() {
  const code = createReceiptCode("3141592653589793238462");
  const salt = blake2b(16, labelled(labels.receiptSalt, fingerprint), null);
  const master = await stretchReporterAtOnce(toUtf8(code), salt);
  const keys = await deriveReporterKeys(code, fingerprint, stretchReporterAtOnce);
  const vector = {
    randomDigits: code.slice(0, 22),
    code,
    argon2id: { memoryKiB: 65_536, passes: 3, lanes: 1, length: 32 },
    salt: b64(salt),
    master: b64(master),
    lookupId: b64(keys.lookupId),
    signSeed: b64(derive(master, 32, labels.receiptSign)),
    signPublic: b64(keys.sign.publicKey),
    kemSeed: b64(derive(master, 32, labels.receiptKem)),
    kemPublic: b64(keys.kem.publicKey),
  };
  return { keys, vector };
}

export async function officerVector(commune: ReturnType<typeof committeeVector>) {
  const [passphrase, loginName] = ["K7QM-x2np 9hra—c4wt", "can-bo.xa"];
  const salt = blake2b(16, labelled(labels.officerSalt, fingerprint, toUtf8(loginName)), null);
  const normalised = normalisePassphrase(passphrase);
  const stretched = await stretchOfficer(toUtf8(normalised), salt);
  const keys = await derivePassphraseKeys(
    passphrase,
    loginName,
    fingerprint,
    async () => new Uint8Array(stretched),
  );
  const { seed, identity } = officerIdentity;
  const nonce = bytesOf("officer/nonce", 24);
  const bound = labelled(labels.officerSeedWrap, toUtf8(officerId), new Uint8Array(1), keys.login.publicKey);
  const challenge = "5907600.kcSZrNNuIXQv1pvq6zPpFQ9hMfqTQjR5xWdK0sV4o2E";
  const context = toUtf8(`xa-uy/${commune.keys.id}/${officerId}`);
  const wrap = sealToVector("officer/wrap", identity.kem.publicKey, commune.seeds, {
    label: labels.committeeKeyWrap,
    context: [context],
  });
  const vector = {
    officer: officerId,
    loginName,
    passphrase,
    normalised,
    argon2id: { memoryKiB: 262_144, passes: 3, lanes: 1, length: 32 },
    salt: b64(salt),
    stretched: b64(stretched),
    loginSeed: b64(derive(stretched, 32, labels.officerLoginKey)),
    loginPublic: b64(keys.login.publicKey),
    wrapKey: b64(keys.wrapKey),
    challenge,
    loginProof: b64(proveLogin(keys, challenge, loginName)),
    seed: b64(seed),
    seedNonce: b64(nonce),
    wrappedSeed: b64(concat(nonce, aeadSeal(seed, bound, nonce, keys.wrapKey))),
    kemSeed: b64(derive(seed, 32, labels.officerKem)),
    kemPublic: b64(identity.kem.publicKey),
    signSeed: b64(derive(seed, 32, labels.officerSign)),
    signPublic: b64(identity.sign.publicKey),
    committeeKeyWrap: { committee: "xa-uy", key: commune.keys.id, ...wrap.vector },
  };
  return vector;
}
