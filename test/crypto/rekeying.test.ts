import { describe, expect, it } from "vitest";
import {
  caseKeyIdOf,
  createCaseKey,
  unwrapCaseKey,
  wipeCaseKey,
  wrapCaseKey,
} from "../../src/crypto/case-key.ts";
import { openCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { openContentKey, openEnvelope, type SealedFor } from "../../src/crypto/envelope.open.ts";
import { bodyBytesOf, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { sealToKem } from "../../src/crypto/kem-seal.ts";
import { openLetter } from "../../src/crypto/letter.ts";
import { officerIdentityOf, randomOfficerSeed } from "../../src/crypto/officer-identity.ts";
import { openReporterMessage } from "../../src/crypto/reporter-message.ts";
import { rewrapSlot } from "../../src/crypto/rewrap.ts";
import { aeadSeal, randomBytes } from "../../src/crypto/sodium.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { concat, toUtf8 } from "../../src/envelope/bytes.ts";
import {
  decodeCore,
  encodeBound,
  encodeCore,
  type Slots,
  splitEnvelope,
} from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import { kemCiphertextBytes, slotBytes } from "../../src/envelope/sizes.ts";
import { eachFlipped, flipped, otherLengths } from "../support/crypto/changed-bytes.ts";
import { act, readingWith, startCase, type TestEntry, write } from "../support/crypto/chains.ts";
import {
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
} from "../support/crypto/people.ts";

const commune = createCommittee("xa-uy");
const district = createCommittee("huyen-uy");
const reporter = await createReporter();
const { key: caseKey, seed } = createCaseKey();
const { key: otherKey } = createCaseKey();
const day = (days: number) => addDays(releasedOn, days);

/** Opened, acknowledged, written back: three objects to pass on. */
const begun = startCase(reporter, commune, createLetter(reporter, commune, district), [district]);
const known = write(act(act(begun, "Opened", day(1)), "Acknowledged", day(1)), day(2));

function objectAt(index: number): { readonly core: TestEntry["core"] & object; readonly slots: Slots } {
  const { core, slots } = known.entries[index] ?? {};
  if (!core || !slots) throw new Error("an object");
  return { core, slots };
}

/** As the receiver gets it whose committee's own key still opens it. */
function asReceived({ core, slots }: { core: Uint8Array; slots: Slots }): SealedFor {
  return { core, slot: slots[0], key: null };
}

const letter = asReceived(known.letter);
const answer = asReceived(objectAt(1));
const question = asReceived(objectAt(2));

function requireRewrapped(sealed: SealedFor, purpose: "letter" | "committee-message" | "reporter-message") {
  const slot = rewrapSlot(purpose, "receiver", sealed, commune.keys.kemSecret, {
    key: caseKey.id,
    kem: caseKey.kem,
  });
  if (slot === undefined) throw new Error("does not open");
  return { core: sealed.core, slot, key: caseKey.id };
}

function opens(sealed: SealedFor, secret: Uint8Array, purpose: "letter" | "committee-message" = "letter") {
  try {
    return openEnvelope(purpose, "receiver", sealed, secret) !== undefined;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

describe("a slot that is sealed anew", () => {
  it("opens letter, answer and question to the same words for whoever has the new key", () => {
    const { secret } = caseKey;
    expect(openLetter("receiver", requireRewrapped(letter, "letter"), secret)?.body.text).toBe("Xin chào.");
    const said = openCommitteeMessage("receiver", requireRewrapped(answer, "committee-message"), secret);
    expect(said?.body.text).toBe("Đã tiếp nhận.");
    const asked = requireRewrapped(question, "reporter-message");
    const { publicKey } = reporter.sign;
    expect(openReporterMessage("receiver", asked, secret, publicKey)?.body.text).toBe("Xin hỏi thêm.");
  });

  it("is as long as the slot that it replaces, and never the same twice", () => {
    const [a, b] = [requireRewrapped(letter, "letter"), requireRewrapped(letter, "letter")];
    expect(a.slot).toHaveLength(slotBytes);
    expect(a.slot.subarray(0, kemCiphertextBytes)).not.toEqual(b.slot.subarray(0, kemCiphertextBytes));
  });

  it("opens neither for the committee whose key it was, nor for the superior, nor for another case key", () => {
    const sealed = requireRewrapped(letter, "letter");
    expect(opens(sealed, caseKey.secret)).toBe(true);
    for (const secret of [commune.keys.kemSecret, district.keys.kemSecret, otherKey.secret]) {
      expect(opens(sealed, secret)).toBe(false);
    }
  });

  it("passes on from case key to case key, and to the superior's committee key", () => {
    const first = requireRewrapped(letter, "letter");
    const target = { key: district.keys.id, kem: district.keys.publicKem };
    const slot = rewrapSlot("letter", "receiver", first, caseKey.secret, target);
    if (slot === undefined) throw new Error("does not open");
    const second = { core: letter.core, slot, key: district.keys.id };
    expect(openLetter("receiver", second, district.keys.kemSecret)?.body.text).toBe("Xin chào.");
    expect(opens(second, caseKey.secret)).toBe(false);
  });

  it("is made by the superior out of its own slot", () => {
    const own: SealedFor = { core: letter.core, slot: known.letter.slots[1], key: null };
    const target = { key: district.keys.id, kem: district.keys.publicKem };
    const slot = rewrapSlot("letter", "fallback", own, district.keys.kemSecret, target);
    if (slot === undefined) throw new Error("does not open");
    const sealed = { core: letter.core, slot, key: district.keys.id };
    expect(openLetter("receiver", sealed, district.keys.kemSecret)?.body.text).toBe("Xin chào.");
  });

  it("is refused for every changed byte of it, and at any other length", () => {
    const sealed = requireRewrapped(letter, "letter");
    for (const slot of eachFlipped(sealed.slot))
      expect(opens({ ...sealed, slot }, caseKey.secret)).toBe(false);
    for (const slot of otherLengths(sealed.slot))
      expect(opens({ ...sealed, slot }, caseKey.secret)).toBe(false);
  });

  it("is refused with an object of which any byte was changed", () => {
    const sealed = requireRewrapped(letter, "letter");
    for (let at = 0; at < sealed.core.length; at += at < 1300 ? 1 : 97) {
      expect(opens({ ...sealed, core: flipped(sealed.core, at) }, caseKey.secret), `byte ${at}`).toBe(false);
    }
  });

  it("is refused in another object's place, even of the same case", () => {
    const sealed = requireRewrapped(answer, "committee-message");
    expect(opens(sealed, caseKey.secret, "committee-message")).toBe(true);
    const more = act(known, "MessageSent", day(3)).entries.at(-1)?.core;
    if (!more) throw new Error("a message");
    expect(opens({ ...sealed, core: more }, caseKey.secret, "committee-message")).toBe(false);
    const elsewhere = createLetter(reporter, commune, district);
    const mine = requireRewrapped(letter, "letter");
    expect(opens({ ...mine, core: elsewhere.core }, caseKey.secret)).toBe(false);
  });

  it("is refused as another purpose's, although a letter and a message are of one size", () => {
    const sealed = requireRewrapped(letter, "letter");
    const relabelled = encodeCore({ ...decodeCore("letter", sealed.core), purpose: "reporter-message" });
    const moved = { ...sealed, core: relabelled };
    expect(openEnvelope("reporter-message", "receiver", moved, caseKey.secret)).toBeUndefined();
  });

  it("is refused under another key's id, although the secret is right", () => {
    const sealed = requireRewrapped(letter, "letter");
    expect(opens({ ...sealed, key: otherKey.id }, caseKey.secret)).toBe(false);
    expect(opens({ ...sealed, key: commune.keys.id }, caseKey.secret)).toBe(false);
  });

  it("is refused as a bound slot, and a bound slot as one that was sealed anew", () => {
    const sealed = requireRewrapped(letter, "letter");
    expect(opens({ ...sealed, key: null }, caseKey.secret)).toBe(false);
    expect(opens({ ...letter, key: commune.keys.id }, commune.keys.kemSecret)).toBe(false);
  });

  it("is refused when it holds another content key than the object commits to", () => {
    const place = {
      label: labels.rewrap,
      context: [toUtf8(`letter/${caseKey.id}/`), known.letter.digest],
    };
    const slot = sealToKem(caseKey.kem, randomBytes(32), place);
    expect(opens({ core: letter.core, slot, key: caseKey.id }, caseKey.secret)).toBe(false);
  });

  it("is refused with another object under the same content key and header, which only its sender can have made", () => {
    const core = decodeCore("letter", letter.core);
    const contentKey = openContentKey(core, "receiver", letter, commune.keys.kemSecret);
    if (contentKey === undefined) throw new Error("does not open");
    const ciphertext = aeadSeal(
      new Uint8Array(bodyBytesOf("letter")),
      encodeBound(core),
      core.nonce,
      contentKey,
    );
    const twin = encodeCore({ ...core, ciphertext });
    expect(opens({ ...letter, core: twin }, commune.keys.kemSecret)).toBe(true);
    expect(opens({ ...requireRewrapped(letter, "letter"), core: twin }, caseKey.secret)).toBe(false);
  });

  it("is not made of what does not open", () => {
    const target = { key: caseKey.id, kem: caseKey.kem };
    const rewrap = (sealed: SealedFor, secret: Uint8Array) =>
      rewrapSlot("letter", "receiver", sealed, secret, target);
    expect(rewrap(letter, district.keys.kemSecret)).toBeUndefined();
    expect(rewrap({ ...letter, slot: flipped(letter.slot, 7) }, commune.keys.kemSecret)).toBeUndefined();
    expect(rewrap({ ...letter, slot: new Uint8Array() }, commune.keys.kemSecret)).toBeUndefined();
    expect(() => rewrap({ ...letter, core: new Uint8Array(3) }, commune.keys.kemSecret)).toThrow(FormatError);
  });

  it("is not made of a slot whose content key is not the committed one: no reader would have read it", () => {
    const { envelope } = sealEnvelope({
      purpose: "letter",
      header: "{}",
      recipients: { receiver: commune.keys.publicKem, fallback: null, reporter: null },
      body: new Uint8Array(4),
    });
    const { core, slots } = splitEnvelope("letter", envelope);
    const recommitted = encodeCore({ ...decodeCore("letter", core), commitment: randomBytes(32) });
    const target = { key: caseKey.id, kem: caseKey.kem };
    const sealed = { core: recommitted, slot: slots[0], key: null };
    expect(rewrapSlot("letter", "receiver", sealed, commune.keys.kemSecret, target)).toBeUndefined();
  });
});

describe("what is written after a hand-over", () => {
  it("opens with the case key and for the reporter, and no longer with the committee's", () => {
    const later = act(readingWith(known, caseKey), "MessageSent", day(4), {}, "Từ nay.").entries.at(-1);
    if (!later?.core || !later.slots) throw new Error("a message");
    const sealed = asReceived({ core: later.core, slots: later.slots });
    expect(openCommitteeMessage("receiver", sealed, caseKey.secret)?.body.text).toBe("Từ nay.");
    expect(openCommitteeMessage("receiver", sealed, commune.keys.kemSecret)).toBeUndefined();
    const mine = { core: later.core, slot: later.slots[2], key: null };
    expect(openCommitteeMessage("reporter", mine, reporter.kem.secret)?.body.text).toBe("Từ nay.");
  });
});

describe("a case key", () => {
  const officer = officerIdentityOf(randomOfficerSeed());
  const colleague = officerIdentityOf(randomOfficerSeed());
  const place = {
    case: known.letter.header.case,
    key: caseKey.id,
    officer: "can-bo-1" as OfficerId,
  };
  const wrap = wrapCaseKey(seed, officer.kem.publicKey, place);

  it("comes out of its wrap for the officer it is for", () => {
    expect(unwrapCaseKey(wrap, officer.kem.secret, place)).toEqual(caseKey);
    expect(wrap).toHaveLength(kemCiphertextBytes + 48);
  });

  it("has an id that follows from its public half, and no two have the same", () => {
    expect(caseKeyIdOf(caseKey.kem)).toBe(caseKey.id);
    expect(caseKey.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(otherKey.id).not.toBe(caseKey.id);
  });

  it("stays shut for another officer, in another case, under another id or name", () => {
    expect(unwrapCaseKey(wrap, colleague.kem.secret, place)).toBeUndefined();
    const places = [
      { ...place, case: randomCaseId() },
      { ...place, key: otherKey.id },
      { ...place, officer: "can-bo-2" as OfficerId },
    ];
    for (const elsewhere of places) {
      expect(unwrapCaseKey(wrap, officer.kem.secret, elsewhere)).toBeUndefined();
    }
  });

  it("is refused for every changed byte of its wrap, and at any other length", () => {
    for (const altered of eachFlipped(wrap)) {
      expect(unwrapCaseKey(altered, officer.kem.secret, place)).toBeUndefined();
    }
    for (const altered of [...otherLengths(wrap), concat(wrap, wrap)]) {
      expect(unwrapCaseKey(altered, officer.kem.secret, place)).toBeUndefined();
    }
  });

  it("is refused when the wrap holds another seed than its id says, or one of another length", () => {
    const { seed: otherSeed } = createCaseKey();
    const swapped = wrapCaseKey(otherSeed, officer.kem.publicKey, place);
    expect(unwrapCaseKey(swapped, officer.kem.secret, place)).toBeUndefined();
    const long = wrapCaseKey(concat(seed, seed), officer.kem.publicKey, place);
    expect(unwrapCaseKey(long, officer.kem.secret, place)).toBeUndefined();
  });

  it("is forgotten by whoever wipes it", () => {
    const { key } = createCaseKey();
    expect(key.secret.some((byte) => byte !== 0)).toBe(true);
    wipeCaseKey(key);
    expect(key.secret.every((byte) => byte === 0)).toBe(true);
  });
});
