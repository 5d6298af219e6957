import { describe, expect, test } from "vitest";
import {
  type Action,
  isRestUnsent,
  type Journey,
  type Receipt,
  type Rest,
  start,
  travel,
  wouldLose,
} from "../../src/client/citizen/journey.ts";
import { RestStatus } from "../../src/client/citizen/sending/rest-status.tsx";
import { allWords } from "../../src/client/citizen/words.all.ts";
import { loadWords } from "../../src/client/citizen/words.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { createReceiptCode, receiptGroups } from "../../src/envelope/receipt-code.ts";
import { languages } from "../../src/i18n/language.ts";
import { toStaticHtml } from "../support/static-html.ts";

const code = createReceiptCode("1234567890123456789012");
const receipt: Receipt = {
  code,
  releasedOn: toPlainDate("2026-03-02"),
  route: {
    kind: "routed",
    receiver: "gr-hoa-thuan-dang-uy" as CommitteeId,
    fallback: null,
    oversight: null,
    steps: [],
  },
  group: "unknown",
  asked: [1, 4],
};

const after = (from: Journey, ...actions: readonly Action[]): Journey => actions.reduce(travel, from);
const sending: Journey = { ...start, screen: "sending" };
const accepted = travel(sending, { type: "accepted", receipt, parts: 3 });
const typedBack: readonly Action[] = [
  { type: "noted-code" },
  { type: "typed-group", index: 0, text: receiptGroups(code)[1] ?? "" },
  { type: "typed-group", index: 1, text: receiptGroups(code)[4] ?? "" },
  { type: "settled-code" },
];
const went = (sent: number, kind: Rest["sending"]): Action => ({
  type: "rest-went-on",
  rest: { sent, of: 3, sending: kind },
});
const delivering = { kind: "under-way", stage: "delivering" } as const;
const failed = { kind: "failed", fault: { kind: "refused", code: "conflict" } } as const;

describe("a page that shows the code of a long letter", () => {
  test("has the code at once, and does not let go before the last part is in, though the code was typed back", () => {
    expect(accepted.screen).toBe("receipt");
    const noted = after(accepted, went(1, delivering), ...typedBack);
    expect(noted.screen).toBe("confirm");
    expect([isRestUnsent(noted), wouldLose(noted)]).toEqual([true, true]);
    expect(travel(noted, { type: "settled-code" }).screen).toBe("confirm");
    expect(after(noted, went(2, { kind: "waiting", why: "unreachable" })).screen).toBe("confirm");
  });

  test("goes on by itself once the last part is in, if the code was typed back; else it waits for that", () => {
    expect(after(accepted, ...typedBack, went(3, { kind: "idle" }))).toEqual({ ...start, screen: "done" });
    const sent = after(accepted, went(3, { kind: "idle" }));
    expect(sent.screen).toBe("receipt");
    expect(after(sent, ...typedBack).screen).toBe("done");
  });

  test("does not let the code be forgotten for it: a wrong group is still told", () => {
    const wrong = after(accepted, { type: "noted-code" }, { type: "settled-code" });
    expect(wrong).toMatchObject({ wrongGroups: [0, 1], isNoted: false });
    expect(after(wrong, went(3, { kind: "idle" })).screen).toBe("confirm");
  });

  test("holds nobody back for what cannot be sent at all", () => {
    const stuck = after(accepted, ...typedBack, went(1, failed));
    expect(stuck.screen).toBe("confirm");
    expect(travel(stuck, { type: "settled-code" }).screen).toBe("done");
  });

  test("of a letter that was all asks for nothing more", () => {
    const all = travel(sending, { type: "accepted", receipt, parts: 0 });
    expect(all.rest).toBeNull();
    expect(after(all, ...typedBack).screen).toBe("done");
  });

  test("hears nothing of the rest of a letter that is not its own any more", () => {
    expect(travel(start, went(1, delivering))).toBe(start);
    const done = after(accepted, ...typedBack, went(3, { kind: "idle" }));
    expect(travel(done, went(2, failed))).toBe(done);
  });
});

describe("how far the rest has come", () => {
  test.each(languages)("is said in %s, the letter being the first of the parts", async (language) => {
    const words = allWords(await loadWords(language));
    const show = (rest: Rest) =>
      toStaticHtml(RestStatus({ words, rest, onHurry: () => undefined, onRetry: () => undefined }));
    const number = (value: number) =>
      language === "km" ? String.fromCharCode(0x17e0 + value) : String(value);
    const under = show({ sent: 0, of: 3, sending: delivering });
    expect([under.includes(number(2)), under.includes(number(4)), under.includes("button")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(show({ sent: 1, of: 3, sending: { kind: "waiting", why: "busy" } })).toContain("button");
    expect(show({ sent: 2, of: 3, sending: failed })).toContain('role="alert"');
    expect(show({ sent: 3, of: 3, sending: { kind: "idle" } })).toContain("notice-good");
  });
});
