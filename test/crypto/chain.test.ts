import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinkedEntry, signOfficerEvent, verifyChain } from "../../src/crypto/chain.ts";
import { openCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { openReporterMessage } from "../../src/crypto/reporter-message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { parseOfficerEvent } from "../../src/envelope/officer-event.ts";
import { act, contextOf, startCase, type TestCase, write } from "../support/crypto/chains.ts";
import {
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
} from "../support/crypto/people.ts";

const committee = createCommittee("xa-uy");
const other = createCommittee("huyen-uy");
const reporter = await createReporter();
const day = (days: number) => addDays(releasedOn, days);

function begin(): TestCase {
  return startCase(reporter, committee, createLetter(reporter, committee, null));
}

/** Opened, acknowledged, written back, written back again, answered. */
const whole = act(
  write(write(act(act(begin(), "Opened", day(1)), "Acknowledged", day(2)), day(3)), day(4)),
  "MessageSent",
  day(5),
);
const good = whole.entries.map(({ entry }) => entry);

function verify(entries: readonly LinkedEntry[], known: TestCase = whole) {
  return verifyChain(contextOf(known), entries);
}

/** The same list with one entry in another's place. */
function replaced(index: number, entry: LinkedEntry): LinkedEntry[] {
  return good.map((each, at) => (at === index ? entry : each));
}

function requireCommitteeEntry(index: number): Extract<LinkedEntry, { by: "committee" }> {
  const entry = good[index];
  if (entry?.by !== "committee") throw new Error("not the committee's");
  return entry;
}

function requireReporterEntry(index: number): Extract<LinkedEntry, { by: "reporter" }> {
  const entry = good[index];
  if (entry?.by !== "reporter") throw new Error("not the reporter's");
  return entry;
}

describe("an honest history", () => {
  it("is accepted whole, and ends where everybody's chain ends", () => {
    const verified = verify(good);
    expect(verified.fault).toBeNull();
    expect(verified.entries.map(({ by }) => by)).toEqual([
      "committee",
      "committee",
      "reporter",
      "reporter",
      "committee",
    ]);
    expect(verified.end).toEqual({ sequence: 5, chain: whole.links[5] });
  });

  it("opens for the committee and for the reporter, message by message", () => {
    for (const { entry, core, slots } of whole.entries) {
      if (core === null || slots === null) continue;
      const forCommittee = { core, slot: slots[0], key: null };
      const forReporter = { core, slot: slots[2], key: null };
      if (entry.by === "committee") {
        expect(openCommitteeMessage("receiver", forCommittee, committee.keys.kemSecret)?.body.text).toBe(
          "Đã tiếp nhận.",
        );
        expect(openCommitteeMessage("reporter", forReporter, reporter.kem.secret)?.body.text).toBe(
          "Đã tiếp nhận.",
        );
      } else {
        const { publicKey } = reporter.sign;
        expect(
          openReporterMessage("receiver", forCommittee, committee.keys.kemSecret, publicKey)?.body.text,
        ).toBe("Xin hỏi thêm.");
        expect(openReporterMessage("reporter", forReporter, reporter.kem.secret, publicKey)?.body.text).toBe(
          "Xin hỏi thêm.",
        );
      }
    }
  });

  it("is accepted before the letter can be read, when nobody knows the reporter's key yet", () => {
    expect(verifyChain({ ...contextOf(whole), reporter: null }, good).fault).toBeNull();
  });

  it("may be cut off at its end by whoever hands it out: that alone cannot be seen in it", () => {
    for (let length = 0; length < good.length; length++) {
      expect(verify(good.slice(0, length)).fault).toBeNull();
    }
  });
});

describe("a history that was tampered with", () => {
  it("never passes if any entry but the last ones is missing", () => {
    for (let index = 0; index < good.length - 1; index++) {
      const { fault, entries } = verify(good.filter((_, at) => at !== index));
      expect(fault).not.toBeNull();
      expect(entries.length).toBeGreaterThanOrEqual(index);
    }
  });

  it("says 'gap' when an act of the committee is dropped from the middle", () => {
    expect(verify(good.filter((_, at) => at !== 1)).fault).toEqual({ sequence: 4, kind: "gap" });
    expect(verify(good.filter((_, at) => at !== 0)).fault).toEqual({ sequence: 1, kind: "gap" });
  });

  it("says 'gap' when the first of two messages of the reporter is dropped, even if the committee has not acted since", () => {
    const dropped = good.slice(0, 4).filter((_, at) => at !== 2);
    expect(verify(dropped).fault).toEqual({ sequence: 3, kind: "gap" });
  });

  it("says so when a message of the reporter is replayed or two are exchanged", () => {
    const [a, b, c, d] = good;
    if (!a || !b || !c || !d) throw new Error("five entries");
    expect(verify([a, b, c, c]).fault).toEqual({ sequence: 4, kind: "gap" });
    expect(verify([a, b, d, c]).fault).toEqual({ sequence: 3, kind: "gap" });
  });

  it("says 'broken-link' when the reporter's message continues another one than stands there", () => {
    const first = write(act(begin(), "Opened", day(1)), day(3));
    const forged = write(first, day(4), { previous: toBase64url(randomBytes(32)) });
    expect(
      verify(
        forged.entries.map(({ entry }) => entry),
        forged,
      ).fault,
    ).toEqual({ sequence: 3, kind: "broken-link" });
  });

  it("never passes in any other order", () => {
    const anyOrder = fc.shuffledSubarray([...good.keys()], {
      minLength: good.length,
      maxLength: good.length,
    });
    fc.assert(
      fc.property(anyOrder, (order) => {
        fc.pre(order.some((from, to) => from !== to));
        const shuffled = order.flatMap((index) => good[index] ?? []);
        expect(verify(shuffled).fault).not.toBeNull();
      }),
    );
  });

  it("says 'bad-signature' when an event's text was altered", () => {
    const entry = requireCommitteeEntry(1);
    const event = entry.signed.event.replace(day(2), day(1));
    expect(event).not.toBe(entry.signed.event);
    const altered = { ...entry, signed: { ...entry.signed, event } };
    expect(verify(replaced(1, altered)).fault).toEqual({ sequence: 2, kind: "bad-signature" });
  });

  it("says 'bad-signature' for every changed byte of a signature", () => {
    const entry = requireCommitteeEntry(1);
    for (let at = 0; at < 64; at++) {
      const signature = new Uint8Array(entry.signed.signature);
      signature[at] = (signature[at] ?? 0) ^ 1;
      const altered = { ...entry, signed: { ...entry.signed, signature } };
      expect(verify(replaced(1, altered)).fault).toEqual({ sequence: 2, kind: "bad-signature" });
    }
  });

  it("says 'unreadable' when an event is spelled in any other way, or is none", () => {
    const entry = requireCommitteeEntry(1);
    for (const event of [`${entry.signed.event} `, entry.signed.event.replace(",", ", "), "{}", "", "[]"]) {
      const altered = { ...entry, signed: { ...entry.signed, event } };
      expect(verify(replaced(1, altered)).fault).toEqual({ sequence: 2, kind: "unreadable" });
    }
  });

  it("says 'unreadable' when a message of the reporter has no header of one", () => {
    expect(verify(replaced(2, { ...requireReporterEntry(2), header: null })).fault).toEqual({
      sequence: 3,
      kind: "unreadable",
    });
  });

  it("says 'foreign-case' for an event or a message of another case", () => {
    const elsewhere = act(act(begin(), "Opened", day(1)), "Acknowledged", day(2));
    const foreign = elsewhere.entries[1]?.entry;
    if (foreign === undefined) throw new Error("two entries");
    expect(verify(replaced(1, foreign)).fault).toEqual({ sequence: 2, kind: "foreign-case" });
    const moved = write(act(begin(), "Opened", day(1)), day(3), { case: randomCaseId() });
    expect(
      verify(
        moved.entries.map(({ entry }) => entry),
        moved,
      ).fault,
    ).toEqual({ sequence: 2, kind: "foreign-case" });
  });

  it("says 'not-in-charge' for an event of a committee that never had the case", () => {
    const changed = act(begin(), "Opened", day(1), { committee: "huyen-uy" as CommitteeId });
    expect(
      verify(
        changed.entries.map(({ entry }) => entry),
        changed,
      ).fault,
    ).toEqual({ sequence: 1, kind: "not-in-charge" });
  });

  it("says 'unknown-key' when another committee's key signed, and 'bad-signature' when it pretends to be the right one", () => {
    const entry = requireCommitteeEntry(1);
    const event = parseOfficerEvent(entry.signed.event);
    const honest = signOfficerEvent({ ...event, signer: other.keys.id }, other.keys.signSecret);
    expect(verify(replaced(1, { ...entry, signed: honest })).fault).toEqual({
      sequence: 2,
      kind: "unknown-key",
    });
    const forged = signOfficerEvent(event, other.keys.signSecret);
    expect(verify(replaced(1, { ...entry, signed: forged })).fault).toEqual({
      sequence: 2,
      kind: "bad-signature",
    });
  });

  it("says 'other-message' when a message was exchanged, withheld or added", () => {
    const entry = requireCommitteeEntry(1);
    const answer = requireCommitteeEntry(4);
    expect(verify(replaced(1, { ...entry, message: answer.message })).fault?.kind).toBe("other-message");
    expect(verify(replaced(1, { ...entry, message: null })).fault?.kind).toBe("other-message");
    expect(verify(replaced(0, { ...requireCommitteeEntry(0), message: entry.message })).fault?.kind).toBe(
      "other-message",
    );
  });

  it("says 'other-message' when the committee itself signs an acknowledgement without a message", () => {
    const empty = act(act(begin(), "Opened", day(1)), "Acknowledged", day(2), { message: null });
    const entries = empty.entries.map(({ entry }) =>
      entry.by === "committee" ? { ...entry, message: null } : entry,
    );
    expect(verify(entries, empty).fault).toEqual({ sequence: 2, kind: "other-message" });
  });

  it("says 'other-reporter' when an event names another writer, none where it must, or one where nobody can know", () => {
    const named = { reporter: toBase64url(randomBytes(32)) };
    const cases = [
      act(act(begin(), "Opened", day(1)), "Acknowledged", day(2), named),
      act(act(begin(), "Opened", day(1)), "Acknowledged", day(2), { reporter: null }),
    ];
    for (const known of cases) {
      expect(
        verify(
          known.entries.map(({ entry }) => entry),
          known,
        ).fault,
      ).toEqual({ sequence: 2, kind: "other-reporter" });
    }
    const tooEarly = act(begin(), "Opened", day(1), named);
    expect(
      verify(
        tooEarly.entries.map(({ entry }) => entry),
        tooEarly,
      ).fault?.kind,
    ).toBe("other-reporter");
  });

  it("says 'broken-link' when the release date or the letter is another one", () => {
    const context = contextOf(whole);
    expect(verifyChain({ ...context, releasedOn: day(1) }, good).fault).toEqual({
      sequence: 1,
      kind: "broken-link",
    });
    expect(verifyChain({ ...context, letterDigest: randomBytes(32) }, good).fault).toEqual({
      sequence: 1,
      kind: "broken-link",
    });
  });

  it("says 'broken-link' after a reporter's message whose day was altered", () => {
    const altered = replaced(3, { ...requireReporterEntry(3), on: day(3) });
    expect(verify(altered).fault).toEqual({ sequence: 5, kind: "broken-link" });
  });

  it("keeps what stands before the fault, and nothing after it", () => {
    const { entries, end, fault } = verify(replaced(3, { ...requireReporterEntry(3), header: null }));
    expect(fault?.sequence).toBe(4);
    expect(entries).toHaveLength(3);
    expect(end).toEqual({ sequence: 3, chain: whole.links[3] });
  });
});

describe("what the reporter says to have seen", () => {
  const sawAnother = (known: TestCase) =>
    verify(
      known.entries.map(({ entry }) => entry),
      known,
    ).entries.map((entry) => entry.by === "reporter" && entry.sawAnother);

  it("agrees when both sides were shown one history", () => {
    expect(verify(good).entries.some((entry) => entry.by === "reporter" && entry.sawAnother)).toBe(false);
  });

  it("may lie behind: something was done after the reporter looked", () => {
    const opened = act(begin(), "Opened", day(1));
    const late = write(act(opened, "Acknowledged", day(2)), day(3), {
      seen: { sequence: 1, chain: toBase64url(opened.links[1] ?? new Uint8Array()) },
    });
    expect(sawAnother(late)).toEqual([false, false, false]);
  });

  it("is marked, and stops nothing, when it is another history or one that lies ahead", () => {
    const seen = [
      { sequence: 1, chain: toBase64url(randomBytes(32)) },
      { sequence: 9, chain: toBase64url(randomBytes(32)) },
    ];
    for (const each of seen) {
      expect(sawAnother(write(act(begin(), "Opened", day(1)), day(3), { seen: each }))).toEqual([
        false,
        true,
      ]);
    }
  });
});
