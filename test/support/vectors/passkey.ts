import { derive, digest, labelled } from "../../../src/crypto/labelled.ts";
import {
  approvePasskey,
  derivePasskeyKeys,
  passkeyHandle,
  passkeyIdOf,
  passkeySalt,
  provePasskey,
} from "../../../src/crypto/passkey.ts";
import { signKeyPair } from "../../../src/crypto/sodium.ts";
import { aeadSeal } from "../../../src/crypto/sodium.ts";
import { fromBase64url, toBase64url as b64 } from "../../../src/envelope/base64url.ts";
import { concat, padZero, toUtf8, uint16 } from "../../../src/envelope/bytes.ts";
import { labels } from "../../../src/envelope/labels.ts";
import { passkeyNoteBytes } from "../../../src/envelope/sizes.ts";
import { bytesOf, sealToVector } from "./deterministic.ts";
import { officerIdentity, officerId, type officerVector } from "./holders.ts";
import { fingerprint } from "./trust.ts";

/** A second way in for the officer of the known answers. */
export function passkeyVector({
  challenge,
  loginName,
  loginSeed,
}: Awaited<ReturnType<typeof officerVector>>) {
  const { seed, identity } = officerIdentity;
  const [credential, secret] = [bytesOf("passkey/credential", 40), bytesOf("passkey/prf", 32)];
  const keys = derivePasskeyKeys(new Uint8Array(secret));
  const passkey = passkeyIdOf(credential);
  const nonce = bytesOf("passkey/nonce", 24);
  const end = new Uint8Array(1);
  const context = [toUtf8(officerId), end, fromBase64url(passkey), keys.login.publicKey];
  const bound = labelled(labels.passkeySeedWrap, ...context);
  const label = toUtf8("Điện thoại");
  const content = padZero(concat(toUtf8("2026-03-04"), uint16(label.length), label), passkeyNoteBytes);
  const place = { label: labels.passkeyNote, context: [toUtf8(`${officerId}/${passkey}`)] };
  const note = sealToVector("passkey/note", identity.kem.publicKey, content, place);
  const entry = {
    passkey,
    loginKey: b64(keys.login.publicKey),
    wrap: b64(concat(nonce, aeadSeal(seed, bound, nonce, keys.wrapKey))),
    note: note.vector.sealed,
    challenge,
    loginName,
  };
  const passphrase = { login: signKeyPair(fromBase64url(loginSeed)), wrapKey: new Uint8Array(32) };
  return {
    salt: b64(passkeySalt(fingerprint)),
    handle: b64(passkeyHandle(fingerprint, officerId)),
    credential: b64(credential),
    prf: b64(secret),
    loginSeed: b64(derive(secret, 32, labels.passkeyLoginKey)),
    wrapKey: b64(keys.wrapKey),
    loginProof: b64(provePasskey(keys, challenge, passkey)),
    registration: { ...entry, proof: b64(approvePasskey(passphrase, entry)) },
    noteContentDigest: b64(digest(labels.passkeyNote, content)),
  };
}
