import { beforeAll, describe, expect, it } from "vitest";
import {
  derivePasskeyKeys,
  openPasskeyNote,
  passkeyIdOf,
  unwrapPasskeySeed,
} from "../../src/crypto/passkey.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import {
  derive,
  digest,
  from64,
  isSigned,
  kemOf,
  labelled,
  openSealed,
  openWrap,
  signOf,
  to64,
  utf8,
} from "../support/vectors/reader.ts";
import known from "../vectors/protocol.json" with { type: "json" };

const { officer, passkey } = known;
const { registration } = passkey;
const fingerprint = from64(known.directory.rootFingerprint);
const end = new Uint8Array(1);

beforeAll(sodiumReady);

describe("the known answers of a passkey", () => {
  it("lead another implementation from the authenticator's answer to the officer's seed", () => {
    expect(to64(digest("passkey-salt", fingerprint))).toBe(passkey.salt);
    expect(to64(digest("passkey-handle", fingerprint, utf8(officer.officer)))).toBe(passkey.handle);
    expect(to64(digest("passkey-id", from64(passkey.credential)))).toBe(registration.passkey);
    const prf = from64(passkey.prf);
    const login = signOf(derive(prf, "passkey-login-key"));
    expect(to64(login.publicKey)).toBe(registration.loginKey);
    const wrapped = from64(registration.wrap);
    const id = from64(registration.passkey);
    const bound = labelled("passkey-seed-wrap", utf8(officer.officer), end, id, login.publicKey);
    const key = derive(prf, "passkey-wrap-key");
    expect(to64(openSealed(wrapped.subarray(24), bound, wrapped.subarray(0, 24), key))).toBe(officer.seed);
    const said = [utf8(officer.challenge), end, utf8(registration.passkey)];
    expect(isSigned(from64(passkey.loginProof), login.publicKey, "passkey-login", ...said)).toBe(true);
  });

  it("hold the passphrase's word for the registration, and the note that only the officer reads", () => {
    const { proof, ...entry } = registration;
    const text = JSON.stringify(
      Object.fromEntries(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    );
    const passphraseKey = from64(officer.loginPublic);
    expect(isSigned(from64(proof), passphraseKey, "passkey-registration", utf8(text))).toBe(true);
    const context = utf8(`${officer.officer}/${registration.passkey}`);
    const secret = kemOf(from64(officer.kemSeed)).privateKey;
    const note = openWrap(from64(registration.note), secret, "passkey-note", context);
    expect(note).toHaveLength(128);
    expect(new TextDecoder().decode(note.subarray(0, 10))).toBe("2026-03-04");
  });

  it("are what this implementation opens", () => {
    const keys = derivePasskeyKeys(fromBase64url(passkey.prf));
    const id = passkeyIdOf(fromBase64url(passkey.credential));
    const who = officer.officer as OfficerId;
    const seed = unwrapPasskeySeed(fromBase64url(registration.wrap), who, id, keys);
    expect(seed === undefined ? "" : to64(seed)).toBe(officer.seed);
    const secret = kemOf(from64(officer.kemSeed)).privateKey;
    expect(openPasskeyNote(fromBase64url(registration.note), who, id, secret)).toEqual({
      on: "2026-03-04",
      label: "Điện thoại",
    });
  });
});
