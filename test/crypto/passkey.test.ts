import { beforeAll, describe, expect, it } from "vitest";
import { openKeptDraft, sealKeptDraft } from "../../src/crypto/kept-draft.ts";
import { verifyLabelled } from "../../src/crypto/labelled.ts";
import { officerIdentityOf, randomOfficerSeed } from "../../src/crypto/officer-identity.ts";
import {
  derivePasskeyKeys,
  openPasskeyNote,
  passkeyHandle,
  passkeyIdOf,
  passkeySalt,
  provePasskey,
  sealPasskeyNote,
  unwrapPasskeySeed,
  wrapSeedForPasskey,
} from "../../src/crypto/passkey.ts";
import { randomBytes, sodiumReady } from "../../src/crypto/sodium.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { passkeyLabelBytes } from "../../src/envelope/sizes.ts";
import { eachFlipped } from "../support/crypto/changed-bytes.ts";

beforeAll(sodiumReady);

const officer = "can-bo-1" as OfficerId;
const other = "can-bo-2" as OfficerId;
const on = toPlainDate("2026-03-04");

describe("a passkey", () => {
  it("opens the seed that was wrapped for it, and no other's", () => {
    const seed = randomOfficerSeed();
    const secret = randomBytes(32);
    const id = passkeyIdOf(randomBytes(40));
    const wrapped = wrapSeedForPasskey(seed, officer, id, derivePasskeyKeys(secret.slice()));
    expect(wrapped).toHaveLength(72);
    expect(unwrapPasskeySeed(wrapped, officer, id, derivePasskeyKeys(secret.slice()))).toEqual(seed);
    const wrong = [
      unwrapPasskeySeed(wrapped, other, id, derivePasskeyKeys(secret.slice())),
      unwrapPasskeySeed(wrapped, officer, passkeyIdOf(randomBytes(40)), derivePasskeyKeys(secret.slice())),
      unwrapPasskeySeed(wrapped, officer, id, derivePasskeyKeys(randomBytes(32))),
    ];
    expect(wrong).toEqual([undefined, undefined, undefined]);
    const keys = derivePasskeyKeys(secret);
    for (const changed of eachFlipped(wrapped))
      expect(unwrapPasskeySeed(changed, officer, id, keys)).toBeUndefined();
  });

  it("leaves nothing of the secret behind once the keys are made", () => {
    const secret = randomBytes(32);
    derivePasskeyKeys(secret);
    expect([...secret]).toEqual(Array.from({ length: 32 }, () => 0));
  });

  it("proves itself for one challenge and one passkey", () => {
    const keys = derivePasskeyKeys(randomBytes(32));
    const id = passkeyIdOf(randomBytes(40));
    const proof = provePasskey(keys, "1.tag", id);
    const holds = (challenge: string, passkey: string) =>
      verifyLabelled(proof, keys.login.publicKey, labels.passkeyLogin, toUtf8(`${challenge}\0${passkey}`));
    expect(holds("1.tag", id)).toBe(true);
    expect(holds("2.tag", id)).toBe(false);
    expect(holds("1.tag", passkeyIdOf(randomBytes(40)))).toBe(false);
  });

  it("asks every authenticator of an organisation the same question, and files each officer apart", () => {
    const [here, elsewhere] = [randomBytes(32), randomBytes(32)];
    expect(passkeySalt(here)).toEqual(passkeySalt(here));
    expect(passkeySalt(here)).not.toEqual(passkeySalt(elsewhere));
    expect(passkeyHandle(here, officer)).not.toEqual(passkeyHandle(here, other));
    expect(passkeyHandle(here, officer)).toHaveLength(32);
  });

  it("is called what its officer calls it, in one length, for that officer alone", () => {
    const { kem } = officerIdentityOf(randomOfficerSeed());
    const stranger = officerIdentityOf(randomOfficerSeed());
    const id = passkeyIdOf(randomBytes(40));
    const seal = (label: string) => sealPasskeyNote({ on, label }, officer, id, kem.publicKey);
    const short = seal("Điện thoại");
    expect(openPasskeyNote(short, officer, id, kem.secret)).toEqual({ on, label: "Điện thoại" });
    expect(openPasskeyNote(short, officer, id, stranger.kem.secret)).toBeUndefined();
    expect(openPasskeyNote(short, other, id, kem.secret)).toBeUndefined();
    const long = seal("ệ".repeat(500));
    expect(long).toHaveLength(short.length);
    const shown = openPasskeyNote(long, officer, id, kem.secret)?.label ?? "";
    expect(toUtf8(shown).length).toBeLessThanOrEqual(passkeyLabelBytes);
    expect(shown).toMatch(/^ệ+$/);
  });
});

describe("what was not finished when a desk was locked", () => {
  const text = "Một đoạn dài chưa viết xong, có dấu. ".repeat(500);

  it("opens for the officer who left it, and for nobody else", () => {
    const own = officerIdentityOf(randomOfficerSeed());
    const stranger = officerIdentityOf(randomOfficerSeed());
    const sealed = sealKeptDraft(text, officer, own.kem.publicKey);
    expect(openKeptDraft(sealed, officer, own.kem.secret)).toBe(text);
    expect(openKeptDraft(sealed, officer, stranger.kem.secret)).toBeUndefined();
    expect(openKeptDraft(sealed, other, own.kem.secret)).toBeUndefined();
    expect(new TextDecoder().decode(sealed)).not.toContain("chưa viết xong");
  });
});
