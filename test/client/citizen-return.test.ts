import { describe, expect, test } from "vitest";
import { renderCasePage, renderPromisedDates } from "../support/case-page.tsx";
import { deedChoices } from "../../src/client/citizen/return/permissions.ts";
import { statusSentences } from "../../src/client/citizen/return/status.ts";
import { openWindows } from "../../src/client/citizen/return/windows.ts";
import { loadReturnWords, vietnameseReturn } from "../../src/client/citizen/return/words.ts";
import type { OpenCase } from "../../src/client/citizen/return/case-desk.ts";
import type { ReporterDeed } from "../../src/crypto/letter.schema.ts";
import { caseStatuses } from "../../src/domain/case/case.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import type { BoxCase } from "../../src/envelope/box-response.ts";
import { createReceiptCode } from "../../src/envelope/receipt-code.ts";
import { createClocks } from "../../src/domain/clocks.ts";
import { formatAmount, formatDate } from "../../src/i18n/format.ts";
import { languages } from "../../src/i18n/language.ts";
import { act, type TestCase, write } from "../support/crypto/chains.ts";
import { releasedOn } from "../support/crypto/people.ts";
import { acts, answerWith, neighbour, realOrganisation, sent, viewOf } from "../support/crypto/returning.ts";
import { recordedChange, yearsWithDaysOff } from "../support/crypto/new-law.ts";
import {
  answered,
  asked,
  classified,
  closedOn,
  concluded,
  demanded,
  demandedOn,
  extended,
  formal,
  inStatus,
  longAfter,
  nextDay,
  refused,
  reviewed,
  takenOver,
  transferred,
  transferredAndOpened,
  verifying,
} from "../support/crypto/stories.ts";

const code = createReceiptCode("1234567890123456789012");
const all = await Promise.all(languages.map(loadReturnWords));
async function openOn(today: PlainDate, known: TestCase, changes: Partial<BoxCase> = {}): Promise<OpenCase> {
  const organisation = realOrganisation(today, { releaseHour: null });
  return { organisation, view: await viewOf(answerWith(known, changes), organisation), code };
}

const pageOf = (opened: OpenCase, words = vietnameseReturn) => renderCasePage(words, opened);
const shown = (opened: OpenCase) =>
  pageOf(opened)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
const vi = (date: PlainDate) => formatDate("vi", date);

describe("a case in every status", () => {
  test.each(caseStatuses)(
    "%s is told in every language, with its day and no place left open",
    async (status) => {
      const opened = await openOn(status === "closed" ? closedOn : releasedOn, inStatus[status]);
      expect(opened.view.state.status).toBe(status);
      expect([opened.view.chain.fault, opened.view.isImpossible]).toEqual([null, false]);
      for (const words of all) {
        const html = pageOf(opened, words);
        expect(html).toContain(words.law.say(`status.${status}`));
        const [sentence = ""] = statusSentences(words, opened.organisation, opened.view);
        const day = status === "closed" ? closedOn : releasedOn;
        expect(sentence).toContain(formatDate(words.language, day));
        expect(html).not.toMatch(/[{}]|undefined|\[object/);
      }
    },
  );

  test("says a sentence of its own for each", async () => {
    const sentences = await Promise.all(
      caseStatuses.map(async (status) => {
        const opened = await openOn(status === "closed" ? closedOn : releasedOn, inStatus[status]);
        return statusSentences(vietnameseReturn, opened.organisation, opened.view)[0]?.replaceAll(/\d/g, "");
      }),
    );
    expect(new Set(sentences).size).toBe(caseStatuses.length);
  });

  test("says before the release that nobody has seen it", async () => {
    const opened = await openOn(releasedOn, sent, { released: false });
    expect(shown(opened)).toContain("Chưa ai thấy thư này");
  });
});

describe("what time does to a committee that does nothing", () => {
  test("is shown step by step, on the right days, in every language", async () => {
    const opened = await openOn(longAfter, sent);
    const steps = opened.view.history.filter(({ by }) => by === "clock");
    expect(steps.map(({ type, on }) => [type, on])).toEqual([
      ["BecameOverdue", "2026-03-06"],
      ["BecameOverdue", "2026-03-12"],
      ["Escalated", "2026-03-24"],
      ["BecameOverdue", "2026-03-31"],
      ["Escalated", "2026-03-31"],
      ["Escalated", "2026-04-29"],
    ]);
    for (const words of all) {
      const html = pageOf(opened, words);
      for (const { on } of steps) expect(html).toContain(formatDate(words.language, on));
      expect(html).not.toMatch(/[{}]|undefined/);
    }
    expect(shown(opened)).toContain("Vì quá hạn “Mở thư”, từ ngày này huyen-uy được mở thư.");
    expect(shown(opened)).toContain("huyen-uy được mở thư của bạn từ thứ Ba 24/03/2026.");
  });

  test("is not shown a day too early", async () => {
    const onLastDay = await openOn("2026-03-05" as PlainDate, sent);
    expect(onLastDay.view.history).toEqual([]);
    expect(shown(onLastDay)).toContain("Hôm nay là ngày cuối");
  });

  test("is followed by what the superior demands, opens and takes", async () => {
    const waits = await openOn(demandedOn, demanded);
    expect(shown(waits)).toContain("huyen-uy yêu cầu giải trình vì sao chậm.");
    expect(shown(waits)).toContain("Hạn giải trình: hết thứ Tư 18/03/2026");
    const taken = shown(await openOn(releasedOn, takenOver));
    expect(taken).toContain("xa-uy đề nghị cấp trên kiểm tra. Từ nay huyen-uy được mở thư.");
    expect(taken).toContain("huyen-uy đã mở thư.");
    expect(taken).toContain("huyen-uy nhận xử lý thay.");
    expect(taken).toContain("Nơi xử lý: huyen-uy");
    expect(taken).toContain("Chúng tôi nhận xử lý.");
  });
});

describe("a case that was passed on", () => {
  test("says to whom, and once it has arrived which dates hold now", async () => {
    expect(shown(await openOn(releasedOn, transferred))).toContain("Thư được chuyển tới xa-ben");
    const arrived = shown(await openOn(nextDay, transferredAndOpened));
    expect(arrived).toContain("xa-ben đã nhận thư được chuyển tới.");
    expect(arrived).toContain(`Mở thư: chậm nhất hết ${vi("2026-03-06" as PlainDate)}.`);
    expect(arrived).toContain(`Trả lời kết quả: chậm nhất hết ${vi("2026-03-31" as PlainDate)}.`);
    expect(arrived).toContain("Các ngày trước đó");
    expect(arrived).toContain("Nơi xử lý: xa-ben");
  });

  test("keeps the date that was printed at sending", async () => {
    const before = await openOn(releasedOn, sent);
    const after = await openOn(nextDay, transferredAndOpened);
    expect(before.view.outer).toEqual({ kind: "ahead", on: "2026-04-28" });
    expect(after.view.outer).toEqual(before.view.outer);
    for (const opened of [before, after]) {
      expect(shown(opened)).toContain("Sau thứ Ba 28/04/2026 , nếu chưa có kết quả");
      expect(shown(opened)).toContain("30 ngày làm việc, không tính ngày nhận");
      expect(shown(opened)).toContain("Quy tắc của hộp thư, người gửi biết trước khi gửi");
    }
  });

  test("is open to the superior once that date has passed, though the new limits are still running", async () => {
    const met = acts(transferredAndOpened, nextDay, "Acknowledged", "Classified", "VerificationBegun");
    const last = await openOn("2026-04-28" as PlainDate, met);
    expect(shown(last)).not.toContain("Đã qua ngày ghi trên biên nhận");
    const opened = await openOn("2026-04-29" as PlainDate, met);
    expect(shown(opened)).toContain("Đã qua ngày ghi trên biên nhận: huyen-uy được mở thư.");
    expect(opened.view.outer).toEqual({ kind: "may-read", since: "2026-04-29" });
  });
});

describe("what the committee decides", () => {
  test("is told with its ground and where else one can go", async () => {
    const text = shown(await openOn(releasedOn, refused));
    expect(text).toContain("Lý do không xem xét: Lời lẽ xúc phạm, không nêu sự việc.");
    expect(text).toContain("Nơi khác bạn có thể tới: Tòa án.");
    expect(text).toContain("Không đủ điều kiện.");
  });

  test("is told with its outcome", async () => {
    expect(shown(await openOn(releasedOn, concluded))).toContain("Kết quả: Đúng.");
  });

  test("of a longer limit is told with its reason and both dates", async () => {
    const text = shown(await openOn(releasedOn, extended));
    expect(text).toContain("Gia hạn thêm 10 ngày làm việc. Lý do: Phải xác minh ở nhiều nơi.");
    expect(text).toContain("Hạn ban đầu: hết thứ Hai 30/03/2026.");
    expect(text).toContain("Chậm nhất hết ngày thứ Hai 13/04/2026");
  });

  test("of a tố cáo is told with its new dates", async () => {
    const opened = await openOn(addDays(releasedOn, 2), formal);
    expect(shown(opened)).toContain("Vụ việc thành tố cáo, tính từ thứ Ba 03/03/2026");
    expect(shown(opened)).toContain("Trả lời kết quả: chậm nhất hết thứ Năm 02/04/2026.");
  });
});

describe("what waits for the reporter", () => {
  const windowsOn = async (today: PlainDate, known: TestCase) => {
    const { view, organisation } = await openOn(today, known);
    return openWindows(view, organisation).map(({ kind, lastOn, daysLeft }) => [kind, lastOn, daysLeft]);
  };

  test("is the question, until it is answered or the days are over", async () => {
    expect(await windowsOn(releasedOn, asked)).toEqual([["asked", "2026-03-09", 5]]);
    expect(await windowsOn("2026-03-09" as PlainDate, asked)).toEqual([["asked", "2026-03-09", 0]]);
    expect(await windowsOn("2026-03-10" as PlainDate, asked)).toEqual([]);
    expect(await windowsOn(nextDay, answered)).toEqual([]);
    const text = shown(await openOn(releasedOn, asked));
    expect(text).toContain("Việc xảy ra khi nào?");
    expect(text).toContain("tạm dừng tới hết thứ Hai 09/03/2026");
  });

  test("is an opinion about the result, and the request that the superior look again", async () => {
    expect(await windowsOn(releasedOn, concluded)).toEqual([
      ["comment", "2026-03-16", 10],
      ["review", "2026-03-16", 10],
    ]);
    expect(await windowsOn("2026-03-17" as PlainDate, concluded)).toEqual(
      // Released on the same day here: the law lets pass what was written on the last.
      [["review", "2026-03-16", 0]],
    );
    expect(await windowsOn("2026-03-18" as PlainDate, concluded)).toEqual([]);
    expect(await windowsOn(nextDay, reviewed)).toEqual([]);
  });
});

describe("what the reporter can do", () => {
  const obstacles = async (today: PlainDate, known: TestCase) => {
    const { view, organisation } = await openOn(today, known);
    return Object.fromEntries(deedChoices(view, organisation).map(({ kind, obstacle }) => [kind, obstacle]));
  };

  test("is what the law allows, and for the rest there is a reason", async () => {
    expect(await obstacles(releasedOn, verifying)).toEqual({
      review: "deed.review.not.nothing-to-review",
      rate: "deed.rate.not",
      "make-formal": null,
      withdraw: null,
    });
    expect(await obstacles(releasedOn, refused)).toEqual({
      review: null,
      rate: null,
      "make-formal": "deed.make-formal.not.decided",
      withdraw: null,
    });
  });

  test("is to ask for a review once, in time, and of a committee above", async () => {
    expect(await obstacles(nextDay, reviewed)).toMatchObject({
      review: "deed.review.not.review-already-asked",
    });
    expect(await obstacles(addDays(releasedOn, 30), refused)).toMatchObject({
      review: "deed.review.not.review-window-over",
    });
    expect(await obstacles(releasedOn, takenOver)).toMatchObject({
      review: "deed.review.not.no-superior",
    });
  });

  test("is to seal the letter anew as soon as the superior may read it, and not before", async () => {
    expect(await obstacles("2026-03-23" as PlainDate, sent)).not.toHaveProperty("seal-anew");
    expect(await obstacles("2026-03-24" as PlainDate, sent)).toHaveProperty("seal-anew", null);
    expect(await obstacles(nextDay, reviewed)).toHaveProperty("seal-anew", null);
    expect(await obstacles(releasedOn, takenOver)).not.toHaveProperty("seal-anew");
  });

  test("is to make it formal once, and again where the case has gone to others who cannot open the name", async () => {
    const deed: ReporterDeed = {
      kind: "make-formal",
      statement: "",
      signature: "A".repeat(86),
      identity: "",
    };
    const told = write(classified, releasedOn, {}, "", deed);
    expect(await obstacles(releasedOn, told)).toMatchObject({ "make-formal": "deed.make-formal.not.sent" });
    const to = { to: neighbour.committee, key: neighbour.keys.id };
    expect(await obstacles(releasedOn, act(told, "Transferred", releasedOn, to))).toMatchObject({
      "make-formal": null,
    });

    expect(await obstacles(addDays(releasedOn, 2), formal)).toMatchObject({
      "make-formal": "deed.make-formal.not.already-formal",
    });
  });
});

describe("a new official calendar", () => {
  test("moves no promised date later, and the page says old and new and why", async () => {
    const on = "2026-03-04" as PlainDate;
    const before = realOrganisation(on).law;
    const organisation = realOrganisation(on, {
      calendar: yearsWithDaysOff("2026-03-10", "2026-03-11"),
      lawChanges: [{ because: "calendar", on }],
    });
    const { receiver, fallback } = sent.letter.header;
    const release = { on: releasedOn, receiver, fallback };
    const step = recordedChange(release, [], on, before, organisation.law);
    const view = await viewOf(answerWith(sent, { steps: [step] }), organisation);
    expect([view.isLawInvented, view.isImpossible]).toEqual([false, false]);
    for (const words of all)
      expect(pageOf({ organisation, view, code }, words)).not.toMatch(/[{}]|undefined/);
    const text = shown({ organisation, view, code });
    expect(text).toContain(
      "Trả lời kết quả: đã hứa thứ Hai 30/03/2026, tính lại là thứ Tư 01/04/2026, giữ cho bạn thứ Hai 30/03/2026.",
    );
    expect(text).toContain("Lịch nghỉ của năm đã thay đổi, từ thứ Tư 04/03/2026. Bạn đã được hứa");
    expect(view.outer).toEqual({ kind: "ahead", on: "2026-04-28" });
  });

  test("of which the server gives no record is told too", async () => {
    const on = "2026-03-04" as PlainDate;
    const organisation = realOrganisation(on, { lawChanges: [{ because: "calendar", on }] });
    const view = await viewOf(answerWith(sent), organisation);
    expect(shown({ organisation, view, code })).toContain("Hãy so với biên nhận");
  });
});

describe("what is the committee's own affair", () => {
  test("is never shown: notes and hand-overs leave no trace on the page", async () => {
    const noted = acts(verifying, releasedOn, "Noted");
    const handed = act(noted, "HandedOver", releasedOn, { key: neighbour.keys.id });
    for (const words of all) {
      const before = pageOf(await openOn(releasedOn, verifying), words);
      const after = pageOf(await openOn(releasedOn, handed), words);
      const news = (html: string) => html.replaceAll(/\d|[\u17e0-\u17e9]/g, "");
      expect(news(after)).toBe(news(before));
    }
  });

  test("does not count as news", async () => {
    const noted = acts(write(verifying, releasedOn), releasedOn, "Noted");
    expect(shown(await openOn(releasedOn, noted))).not.toContain("Mới từ lần bạn viết");
    const told = act(noted, "MessageSent", releasedOn, {}, "Đã ghi nhận.");
    expect(shown(await openOn(releasedOn, told))).toContain("Mới từ lần bạn viết gần đây: 1");
  });
});

test("a record that does not fit together is said to be doubtful before everything else", async () => {
  const opened = await openOn(releasedOn, act(classified, "Opened", releasedOn));
  const text = shown(opened);
  expect(text).toContain("Hồ sơ do máy chủ đưa ra không khớp");
  expect(text).toContain("Thứ tự các việc không thể xảy ra theo quy tắc.");
  expect(text.indexOf("không khớp")).toBeLessThan(text.indexOf("Tình trạng"));
});

test("before sending, every date is told with its weight and source, and what can be done if it comes to nothing", () => {
  const { policy, calendar } = realOrganisation().law;
  const clocks = createClocks(policy, calendar, releasedOn);
  for (const words of all) {
    const html = renderPromisedDates(words, clocks, policy, true);
    for (const on of [clocks["first-open"].due.on, clocks.result.due.on, clocks.outerEscalation.on])
      expect(html).toContain(formatDate(words.language, on));
    expect(html).toContain(words.say("dates.group"));
    expect(html).toContain("Quy tắc của hộp thư, người gửi biết trước khi gửi");
    expect(html).toContain(words.say("amount.working-day", { amount: formatAmount(words.language, 10) }));
    expect(html).not.toMatch(/[{}]|undefined/);
    const alone = renderPromisedDates(words, clocks, policy, false);
    expect(alone).not.toContain(words.say("dates.overdue"));
    expect(alone).toContain(words.say("dates.none"));
  }
});
