import { describe, expect, test } from "vitest";
import {
  type Action,
  type Journey,
  pageKey,
  type Receipt,
  start,
  travel,
  wouldLose,
} from "../../src/client/citizen/journey.ts";
import type { CommitteeId, UnitId } from "../../src/domain/ids.ts";
import { createReceiptCode, receiptGroups } from "../../src/envelope/receipt-code.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";

const unit = "gr-hoa-thuan" as UnitId;
const commune = "gr-hoa-thuan-dang-uy" as CommitteeId;
const district = "giong-rieng-btv" as CommitteeId;
const code = createReceiptCode("1234567890123456789012");
const receipt: Receipt = {
  code,
  releasedOn: toPlainDate("2026-03-02"),
  route: { kind: "routed", receiver: commune, fallback: district, oversight: district, steps: [] },
  group: "unknown",
  asked: [1, 4],
};

const after = (...actions: readonly Action[]): Journey => actions.reduce(travel, start);

const toRoute: readonly Action[] = [
  { type: "went", to: "unit" },
  { type: "chose-unit", unit },
  { type: "chose-about", about: "member" },
  { type: "settled-about" },
];
const toCheck: readonly Action[] = [
  ...toRoute,
  { type: "answered", answer: { kind: "no" } },
  { type: "settled-route", receiver: commune, asksGroupC: false },
  { type: "settled-self" },
  { type: "chose-topic", topic: "other" },
  { type: "settled-topic" },
  { type: "wrote", text: "Một việc." },
  { type: "settled-text", fault: null },
  { type: "settled-facts", fault: null },
];
const toReceipt: readonly Action[] = [...toCheck, { type: "sent" }, { type: "accepted", receipt }];

describe("the questions", () => {
  test("come one after the other and go back the same way", () => {
    expect(after(...toCheck).screen).toBe("check");
    const screens: string[] = [];
    let journey = after(...toCheck);
    while (journey.screen !== "home") {
      journey = travel(journey, { type: "went-back" });
      screens.push(journey.screen);
    }
    expect(screens).toEqual(["facts", "write", "topic", "self", "route", "whom", "unit", "home"]);
    expect(journey.draft.text).toBe("Một việc.");
  });

  test("are not left without an answer", () => {
    const whom = after(
      { type: "went", to: "unit" },
      { type: "chose-unit", unit: null },
      { type: "settled-about" },
    );
    expect([whom.screen, whom.fault]).toEqual(["whom", "whom-required"]);
    const route = travel(after(...toRoute), { type: "settled-route", receiver: commune, asksGroupC: false });
    expect([route.screen, route.fault]).toEqual(["route", "ask-required"]);
    const write = travel(after(...toCheck.slice(0, 9)), { type: "settled-text", fault: "text-required" });
    expect([write.screen, write.fault]).toEqual(["write", "text-required"]);
  });

  test("forget a fault as soon as something is answered", () => {
    const whom = after(
      { type: "went", to: "unit" },
      { type: "chose-unit", unit: null },
      { type: "settled-about" },
    );
    expect(travel(whom, { type: "chose-about", about: "unknown" }).fault).toBeNull();
  });

  test("about another unit begin anew, but the text stays", () => {
    const changed = travel(after(...toCheck, { type: "went", to: "unit" }), {
      type: "chose-unit",
      unit: "gr-hoa-an" as UnitId,
    });
    expect(changed.draft).toMatchObject({ about: null, answer: null, excluded: [], text: "Một việc." });
    const same = travel(after(...toCheck, { type: "went", to: "unit" }), { type: "chose-unit", unit });
    expect(same.draft.about).toBe("member");
  });
});

describe("whether the person reported is among those who would read", () => {
  test("no: the next question may be asked", () => {
    expect(after(...toCheck.slice(0, 6)).screen).toBe("self");
  });

  test("yes: that committee is shut out, and the new route is looked at before going on", () => {
    const journey = after(
      ...toRoute,
      { type: "answered", answer: { kind: "in", committee: commune } },
      { type: "settled-route", receiver: commune, asksGroupC: false },
    );
    expect(journey).toMatchObject({ screen: "route", rerouted: true });
    expect(journey.draft).toMatchObject({ excluded: [commune], answer: null });
  });

  test("unsure: one level higher, and if that was done already, the receiver is shut out", () => {
    const unsure: readonly Action[] = [
      { type: "answered", answer: { kind: "unsure" } },
      { type: "settled-route", receiver: commune, asksGroupC: false },
    ];
    const once = after(...toRoute, ...unsure);
    expect(once.draft).toMatchObject({ levelAbove: true, excluded: [], answer: null });
    const twice = unsure.reduce(travel, once);
    expect(twice.draft).toMatchObject({ levelAbove: true, excluded: [commune] });
  });

  test("the answer counts for the route that was shown, and for no other", () => {
    const answered = after(...toRoute, { type: "answered", answer: { kind: "no" } });
    for (const action of [
      { type: "excluded", committee: commune },
      { type: "chose-level", levelAbove: true },
    ] as const)
      expect(travel(answered, action).draft.answer).toBeNull();
    const aboutAnother: readonly Action[] = [{ type: "went-back" }, { type: "chose-about", about: "deputy" }];
    expect(aboutAnother.reduce(travel, answered).draft.answer).toBeNull();
  });

  test("what was shut out can be let in again", () => {
    const journey = after(
      ...toRoute,
      { type: "excluded", committee: commune },
      { type: "included", committee: commune },
    );
    expect(journey.draft.excluded).toEqual([]);
  });

  test("every other route is another page, whose heading is read out", () => {
    const before = after(...toRoute);
    expect(pageKey(travel(before, { type: "excluded", committee: commune }))).not.toBe(pageKey(before));
    expect(pageKey(travel(before, { type: "chose-level", levelAbove: true }))).not.toBe(pageKey(before));
    expect(pageKey(travel(before, { type: "answered", answer: { kind: "no" } }))).toBe(pageKey(before));
  });
});

describe("sending", () => {
  const sending = after(...toCheck, { type: "sent" });

  test("a second tap sends nothing", () => {
    expect(travel(sending, { type: "sent" })).toBe(sending);
  });

  test("cannot be left while the letter is on its way", () => {
    for (const kind of ["under-way", "waiting"] as const) {
      const journey = travel(sending, {
        type: "sending-went-on",
        sending: kind === "waiting" ? { kind, why: "busy" } : { kind, stage: "delivering" },
      });
      expect(travel(journey, { type: "went-back" })).toBe(journey);
      expect(travel(journey, { type: "went", to: "home" })).toBe(journey);
      expect(wouldLose(journey)).toBe(true);
    }
  });

  test("that failed leads back to the letter, with every word of it", () => {
    const failed = travel(sending, {
      type: "sending-went-on",
      sending: { kind: "failed", fault: { kind: "unreadable" } },
    });
    const back = travel(failed, { type: "went-back" });
    expect(back.screen).toBe("check");
    expect(back.draft.text).toBe("Một việc.");
  });

  test("that comes too late changes nothing", () => {
    expect(travel(start, { type: "accepted", receipt })).toBe(start);
  });
});

describe("the code", () => {
  const shown = after(...toReceipt);
  const groups = receiptGroups(code);
  const typed = (first: string, second: string): Journey =>
    [
      { type: "noted-code" },
      { type: "typed-group", index: 0, text: first },
      { type: "typed-group", index: 1, text: second },
      { type: "settled-code" },
    ].reduce((journey, action) => travel(journey, action as Action), shown);

  test("is shown once the letter was accepted, and the letter is no longer on the page", () => {
    expect(shown.screen).toBe("receipt");
    expect(shown.draft.text).toBe("");
    expect(wouldLose(shown)).toBe(true);
  });

  test("does not let go until two groups were typed back", () => {
    expect(travel(shown, { type: "went", to: "home" })).toBe(shown);
    expect(travel(shown, { type: "went-back" })).toBe(shown);
    expect(typed(groups[1] ?? "", "0000")).toMatchObject({ screen: "confirm", wrongGroups: [1] });
    expect(typed("", "")).toMatchObject({ screen: "confirm", wrongGroups: [0, 1] });
    expect(typed(groups[1] ?? "", groups[4] ?? "").screen).toBe("done");
  });

  test("may be typed in the digits of the person's own keyboard", () => {
    const khmer = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
    const wide = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    expect(typed(khmer(groups[1] ?? ""), ` ${wide(groups[4] ?? "")} `).screen).toBe("done");
  });

  test("can be looked at again while it is asked for", () => {
    const again = travel(travel(shown, { type: "noted-code" }), { type: "asked-for-code" });
    expect(again.screen).toBe("receipt");
    expect(again.receipt?.code).toBe(code);
  });

  test("is forgotten at the end", () => {
    const done = typed(groups[1] ?? "", groups[4] ?? "");
    expect(done.receipt).toBeNull();
    expect(wouldLose(done)).toBe(false);
    expect(travel(done, { type: "went", to: "home" })).toEqual(start);
  });
});

test("a page with nothing on it is left without a question", () => {
  expect(wouldLose(start)).toBe(false);
  expect(wouldLose(after(...toRoute))).toBe(false);
  expect(wouldLose(after(...toCheck))).toBe(true);
});
