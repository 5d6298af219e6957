import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { addDays, type PlainDate, vietnamDateAt } from "../../src/domain/plain-date.ts";
import { lawVi } from "../../src/i18n/law/vi.ts";
import { runScheduledJob } from "../../src/org/local/wrangler.ts";
import { carryOutOnScreen, fillOnScreen } from "../support/acting.ts";
import { findAxeViolations } from "../support/axe.ts";
import { chromiumFlags } from "../support/chromium.ts";
import { listLoaded } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import {
  citizenSays,
  comeBack,
  goToInbox,
  newVisitor,
  officerSays,
  press,
  sendLetter,
  type WatchedPage,
} from "../support/people.ts";
import {
  journeyCommittees,
  journeyOfficers,
  type JourneyOfficer,
  type Stack,
  startStack,
} from "../support/stack.ts";

// The whole life of cases at real screens, on a server whose days can be moved.

let browser: Browser;
let stack: Stack;
const today = vietnamDateAt(Date.now());

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject("stack").chromium, args: [...chromiumFlags] });
  stack = await startStack(["commune", "cell", "district", "colleague"]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

async function moveTo(day: PlainDate | null): Promise<void> {
  const answer = await fetch(`${stack.citizenOrigin}/demo/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ today: day }),
  });
  expect(answer.status).toBe(200);
  await runScheduledJob(stack.place);
}

async function deskOf(officer: JourneyOfficer): Promise<WatchedPage> {
  const visitor = await newVisitor(browser, stack.officerOrigin, { viewport: { width: 1366, height: 900 } });
  await goToInbox(visitor.page, journeyOfficers[officer], stack.passphraseOf(officer));
  await listLoaded(visitor.page);
  return visitor;
}

async function write(about: "somebody-else" | "committee-head", text: string): Promise<string> {
  const { page } = await newVisitor(browser, stack.citizenOrigin);
  const unit = { search: "giong rieng hoa thuan", unit: "Đảng bộ xã Hòa Thuận" };
  return await sendLetter(page, { ...unit, about, text });
}

async function returning(code: string): Promise<WatchedPage> {
  const visitor = await newVisitor(browser, stack.citizenOrigin);
  await comeBack(visitor.page, code);
  await visitor.page.getByRole("heading", { name: citizenSays("case.title") }).waitFor({ timeout: 30_000 });
  return visitor;
}

/** Looks at a screen of an officer in every language, light at the desk and dark on a telephone. */
async function expectFitAtDesk(page: Page, name: string): Promise<void> {
  expect(await lookAt(page, name, [1366, 360])).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 900 });
}

/** Looks at a screen of the reporter in every language, light on a telephone and dark at a desk. */
async function expectFitForReporter(page: Page, name: string): Promise<void> {
  expect(await lookAt(page, name, [360, 1280])).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
}

async function expectClean({ page, watch }: WatchedPage): Promise<void> {
  expect(watch.violations).toEqual([]);
  expect(watch.errors).toEqual([]);
  expect(await findAxeViolations(page)).toEqual([]);
}

/** Opens the sealed letter with this text. */
async function openWith(page: Page, text: string): Promise<void> {
  const found = page.locator(".letter-text").getByText(text).first();
  await page.locator(".duty-list .row").first().waitFor();
  for (let left = await page.locator(".duty-list .row-sealed").count(); left > 0; left--) {
    await page.locator(".duty-list .row-sealed").first().click();
    await press(page, officerSays("sealed.open"));
    await page.getByText(officerSays("notice.opened")).first().waitFor();
    if (await found.isVisible()) return;
  }
  throw new Error(`no sealed letter says: ${text}`);
}

async function note(
  page: Page,
  kind: "verification" | "person-heard",
  remark: string,
  answers: readonly (readonly [string, string])[] = [],
): Promise<void> {
  const question = [officerSays("form.field.note"), officerSays(`note.${kind}`)] as const;
  const text = { to: "readers", words: remark } as const;
  await carryOutOnScreen(page, "note", { answers: [question, ...answers], text });
}

/** Chooses the opened case with this text in the list, and reads it. */
async function readWith(page: Page, text: string): Promise<void> {
  await page.locator(".duty-list .row", { hasText: text }).first().click();
  await page.locator(".letter-text").getByText(text).first().waitFor();
}

/** The one case of the commune that is late, in the superior's list. */
function lateOfCommune(page: Page): Locator {
  return page
    .locator(`section[aria-labelledby="late-${journeyCommittees.commune}"] .late-row`)
    .filter({ hasText: officerSays("late.because.late") });
}

async function sort(page: Page, eligible: boolean): Promise<void> {
  await carryOutOnScreen(page, "acknowledge", {
    text: { to: "reporter", words: "Cấp ủy đã tiếp nhận phản ánh của bạn." },
  });
  await carryOutOnScreen(page, "classify", {
    answers: [
      [officerSays("form.field.substance"), officerSays("substance.report")],
      [officerSays("form.field.eligible"), officerSays(eligible ? "eligible.yes" : "eligible.no")],
    ],
    selected: [officerSays("form.field.category"), officerSays("category.other")],
    text: { to: "readers", words: "Đã đọc kỹ." },
  });
}

/** The receipt code of the case that gets an outcome; whose reporter says what they think of it. */
let concluded = "";

describe("a case goes its whole way", () => {
  const text = "Hộ nghèo phải đóng tiền mới được vào danh sách. CANARY-tron-doi";

  test("it is read, met, sorted, and the reporter is asked, who sees what is asked and until when", async () => {
    concluded = await write("somebody-else", text);
    const desk = await deskOf("commune");
    await openWith(desk.page, "CANARY-tron-doi");
    await sort(desk.page, true);
    await carryOutOnScreen(desk.page, "ask-reporter", {
      days: 3,
      text: { to: "reporter", words: "Việc đóng tiền diễn ra ngày nào? HỎI-1" },
    });
    await desk.page.getByText(lawVi["flag.clock-paused"]).first().waitFor();
    await expectClean(desk);
    const sender = await returning(concluded);
    await sender.page.getByText("HỎI-1").first().waitFor();
    await sender.page.getByLabel(citizenSays("case.reply.text"), { exact: true }).fill("Ngày 12. ĐÁP-2");
    await press(sender.page, citizenSays("case.reply.send"));
    await sender.page.getByText(citizenSays("case.reply.sent")).waitFor();
    await expectClean(sender);
  });

  test("nothing is concluded against somebody unheard; then the outcome reaches the reporter, who says what they think of it", async () => {
    const desk = await deskOf("commune");
    const { page } = desk;
    await readWith(page, "CANARY-tron-doi");
    await page.getByText("ĐÁP-2").first().waitFor();
    await carryOutOnScreen(page, "begin-verification");
    await carryOutOnScreen(page, "extend", {
      days: 5,
      answers: [[officerSays("form.field.reason"), lawVi["extension.several-places"]]],
      text: { to: "reporter", words: "Cần thêm thời gian để xác minh ở hai ấp. GIA-HẠN-3" },
    });
    await note(page, "verification", "Đã đối chiếu danh sách với sổ thu.");
    const conclusion = {
      answers: [
        [officerSays("form.field.outcome"), lawVi["outcome.true"]],
        [officerSays("form.field.againstPerson"), officerSays("againstPerson.yes")],
        [officerSays("form.field.remedyOrdered"), officerSays("remedyOrdered.yes")],
      ],
      text: { to: "reporter", words: "Phản ánh là đúng; tiền đã thu được trả lại. KẾT-QUẢ-4" },
    } as const;
    await fillOnScreen(page, "conclude", conclusion);
    await page.getByText(officerSays("because.sealed.person-not-heard")).first().waitFor();
    await expectFitAtDesk(page, "law-conclude-refused");
    await press(page, officerSays("form.later"));
    await note(page, "person-heard", "Kế toán đã giải trình.", [
      [officerSays("form.field.declined"), officerSays("declined.no")],
    ]);
    await carryOutOnScreen(page, "conclude");
    await expectClean(desk);
    const sender = await returning(concluded);
    await sender.page.getByText("KẾT-QUẢ-4").first().waitFor();
    expect(await sender.page.locator("main").innerText()).not.toContain("giải trình");
    await expectFitForReporter(sender.page, "law-outcome");
    await press(sender.page, citizenSays("deed.rate"));
    await sender.page.getByRole("radio", { name: citizenSays("deed.rate.yes"), exact: true }).check();
    await press(sender.page, citizenSays("deed.rate.send"));
    await sender.page.getByText(citizenSays("case.reply.sent")).waitFor();
    await expectClean(sender);
  });
});

describe("a reporter gives their name", () => {
  test("which the committee in charge alone can open; the superior to whom the case is handed up cannot", async () => {
    const code = await write("somebody-else", "Đảng viên này dùng bằng giả. CANARY-to-cao");
    const desk = await deskOf("commune");
    await openWith(desk.page, "CANARY-to-cao");
    await sort(desk.page, true);
    const sender = await returning(code);
    await press(sender.page, citizenSays("deed.make-formal"));
    await sender.page.getByRole("radio", { name: citizenSays("formal.formal-party") }).check();
    await press(sender.page, citizenSays("step.continue"));
    await sender.page.getByLabel(citizenSays("formal.name")).fill("Nguyễn Văn Thử");
    await sender.page.getByLabel(citizenSays("formal.address")).fill("Ấp Tân Tiến");
    await sender.page.getByLabel(citizenSays("formal.contact")).fill("0900000000");
    await press(sender.page, citizenSays("step.continue"));
    await press(sender.page, citizenSays("formal.send"));
    await sender.page.getByText(citizenSays("case.reply.sent")).waitFor();
    await expectClean(sender);
    const officer = await deskOf("commune");
    await readWith(officer.page, "CANARY-to-cao");
    await officer.page.getByText("Nguyễn Văn Thử").first().waitFor();
    await carryOutOnScreen(officer.page, "make-formal");
    await officer.page.getByText(lawVi["flag.formal"]).first().waitFor();
    await carryOutOnScreen(officer.page, "propose-superior", {
      text: { to: "superior", words: "Vượt thẩm quyền của Đảng ủy xã. ĐỀ-NGHỊ-12" },
    });
    await expectClean(officer);
    const superior = await deskOf("district");
    const { page } = superior;
    await press(page, officerSays("inbox.view.late"));
    await page.getByText(officerSays("late.because.proposed")).first().click();
    await page.getByText("ĐỀ-NGHỊ-12").first().waitFor();
    await carryOutOnScreen(page, "open-as-superior");
    await page.locator(".letter-text").getByText("CANARY-to-cao").first().waitFor();
    expect(await page.locator("body").innerText()).not.toContain("Nguyễn Văn Thử");
    await expectClean(superior);
    const back = await returning(code);
    await back.page.getByText(lawVi["kind.formal-party"]).first().waitFor();
    await expectClean(back);
  });
});

describe("a committee cannot escape by refusing", () => {
  test("the reporter asks the superior to look again, who may open it at once", async () => {
    const code = await write("somebody-else", "Trưởng ấp nhận tiền rồi im lặng. CANARY-tu-choi");
    const desk = await deskOf("commune");
    await openWith(desk.page, "CANARY-tu-choi");
    await sort(desk.page, false);
    await carryOutOnScreen(desk.page, "refuse", {
      answers: [[officerSays("form.field.ground"), lawVi["ground.no-concrete-content"]]],
      ticked: [lawVi["place.citizen-reception"]],
      text: { to: "reporter", words: "Phản ánh không có nội dung cụ thể nên không xem xét. TỪ-CHỐI-5" },
    });
    await expectClean(desk);
    const sender = await returning(code);
    await sender.page.getByText("TỪ-CHỐI-5").first().waitFor();
    await sender.page.getByText(lawVi["place.citizen-reception"]).first().waitFor();
    await press(sender.page, citizenSays("deed.review"));
    await expectFitForReporter(sender.page, "law-review");
    await sender.page
      .getByLabel(citizenSays("deed.review.text"), { exact: true })
      .fill("Tôi đã ghi rõ ngày và số tiền. XEM-LẠI-6");
    await press(sender.page, citizenSays("deed.review.send"));
    await sender.page.getByText(citizenSays("case.reply.sent")).waitFor();
    await expectClean(sender);
    const superior = await deskOf("district");
    const { page } = superior;
    await press(page, officerSays("inbox.view.late"));
    await page.getByText(officerSays("late.because.review")).first().click();
    await carryOutOnScreen(page, "open-as-superior");
    await page.locator(".letter-text").getByText("CANARY-tu-choi").first().waitFor();
    await page.getByText("XEM-LẠI-6").first().waitFor();
    await expectClean(superior);
  });
});

describe("who may read changes by a signed re-key", () => {
  test("an officer steps aside and sees the case no more; a colleague goes on, and the reporter's next words reach them", async () => {
    const code = await write("committee-head", "Bí thư đưa con vào biên chế không qua thi. CANARY-rut");
    const first = await deskOf("district");
    await openWith(first.page, "CANARY-rut");
    await carryOutOnScreen(first.page, "recuse", { text: { to: "readers", words: "Tôi là họ hàng." } });
    await first.page.getByText(officerSays("notice.recused")).first().waitFor();
    await expectClean(first);
    const again = await deskOf("district");
    expect(await again.page.locator(".duty-list").innerText()).not.toContain("CANARY-rut");
    const sender = await returning(code);
    await sender.page
      .getByLabel(citizenSays("case.reply.text"), { exact: true })
      .fill("Xin nói thêm. SAU-RÚT-9");
    await press(sender.page, citizenSays("case.reply.send"));
    await sender.page.getByText(citizenSays("case.reply.sent")).waitFor();
    const second = await deskOf("colleague");
    // Its line was sealed for those who have stepped aside too, and is gone: whoever reads it next makes another.
    await second.page
      .locator(".duty-list .row", { hasText: officerSays("inbox.no-entry") })
      .first()
      .click();
    await second.page.getByText("SAU-RÚT-9").first().waitFor();
    await carryOutOnScreen(second.page, "acknowledge", {
      text: { to: "reporter", words: "Đã tiếp nhận, người khác xử lý tiếp. ĐỒNG-NGHIỆP-10" },
    });
    await expectClean(second);
    const back = await returning(code);
    await back.page.getByText("ĐỒNG-NGHIỆP-10").first().waitFor();
  });

  test("a case that is passed on leaves the first committee and is read by the other", async () => {
    const code = await write("somebody-else", "Việc của ấp Tân Tiến, chi ủy ấp biết rõ. CANARY-chuyen");
    const commune = await deskOf("commune");
    await openWith(commune.page, "CANARY-chuyen");
    await sort(commune.page, true);
    await carryOutOnScreen(commune.page, "transfer", {
      selected: [officerSays("form.field.to"), "Tân Tiến"],
      text: { to: "reporter", words: "Đảng ủy chuyển đến chi ủy có thẩm quyền. CHUYỂN-11" },
    });
    await commune.page.getByText(officerSays("notice.transferred")).first().waitFor();
    await expectClean(commune);
    const sender = await returning(code);
    await sender.page.getByText("CHUYỂN-11").first().waitFor();
    await expectClean(sender);
    await moveTo(addDays(today, 1));
    const cell = await deskOf("cell");
    await openWith(cell.page, "CANARY-chuyen");
    await expectClean(cell);
  });
});

describe("when a committee does nothing, time does the rest", () => {
  const text = "Tiền ủng hộ bão lụt không đến tay ai. CANARY-qua-han";
  let code = "";

  beforeAll(async () => {
    await moveTo(null);
    code = await write("somebody-else", text);
  }, 60_000);

  test("the morning after the limit it is overdue, and the superior sees who, since when, and no content", async () => {
    await moveTo(addDays(today, 10));
    const district = await deskOf("district");
    await press(district.page, officerSays("inbox.view.late"));
    await lateOfCommune(district.page).waitFor();
    await expectFitAtDesk(district.page, "law-late");
    expect(await district.page.locator("body").innerText()).not.toContain("CANARY-qua-han");
    await expectClean(district);
    await lateOfCommune(district.page).locator(".demand").first().click();
    await district.page.getByText(officerSays("inbox.flag.explanation-demanded")).first().waitFor();
  });

  test("the committee explains, sealed to the superior, who reads it and still not the letter", async () => {
    const commune = await deskOf("commune");
    await commune.page.locator(".duty-list .row-sealed").first().click();
    await carryOutOnScreen(commune.page, "explain", {
      text: { to: "superior", words: "Cán bộ giữ khóa đi học tập trung. GIẢI-TRÌNH-7" },
    });
    await expectClean(commune);
    const district = await deskOf("district");
    await press(district.page, officerSays("inbox.view.late"));
    await lateOfCommune(district.page).locator("button.row").first().click();
    await district.page.getByText("GIẢI-TRÌNH-7").first().waitFor();
    expect(await district.page.locator("body").innerText()).not.toContain("CANARY-qua-han");
    await expectClean(district);
  });

  test("after the last limit the superior opens the letter with its own slot, and takes the case over", async () => {
    await moveTo(addDays(today, 45));
    const { page, ...rest } = await deskOf("district");
    await press(page, officerSays("inbox.view.late"));
    await lateOfCommune(page).locator("button.row").first().click();
    await carryOutOnScreen(page, "open-as-superior");
    await page.locator(".letter-text").getByText("CANARY-qua-han").first().waitFor();
    await expectFitAtDesk(page, "law-opened-by-superior");
    await expectClean({ page, ...rest });
    await carryOutOnScreen(page, "take-over", {
      text: { to: "reporter", words: "Huyện ủy nhận xử lý vụ việc này. NHẬN-THAY-8" },
    });
  });

  test("its sender sees each step, and the committee that was too late sees nothing any more", async () => {
    const sender = await returning(code);
    const seen = await sender.page.locator("main").innerText();
    const superior = "Ban Thường vụ Huyện ủy Giồng Riềng";
    const clock = citizenSays("dates.first-open");
    for (const step of [
      citizenSays("step.BecameOverdue", { clock }),
      citizenSays("step.ExplanationDemanded", { superior }),
      citizenSays("step.OpenedBySuperior", { superior }),
      citizenSays("step.TakenOver", { superior }),
      "NHẬN-THAY-8",
    ])
      expect(seen).toContain(step);
    expect(seen).not.toContain("GIẢI-TRÌNH-7");
    await expectFitForReporter(sender.page, "law-taken-over");
    await press(sender.page, citizenSays("deed.make-formal"));
    await expectFitForReporter(sender.page, "law-make-formal");
    await sender.page
      .getByRole("button", { name: citizenSays("step.back") })
      .first()
      .click();
    await expectClean(sender);
    const commune = await deskOf("commune");
    expect(await commune.page.locator(".duty-list").innerText()).not.toContain(officerSays("inbox.unopened"));
  });

  test("a case with an outcome is closed once the reporter's days to comment are over", async () => {
    const desk = await deskOf("commune");
    await readWith(desk.page, "CANARY-tron-doi");
    await carryOutOnScreen(desk.page, "close");
    await expectClean(desk);
    const sender = await returning(concluded);
    await sender.page.getByText(lawVi["status.closed"]).first().waitFor();
    await expectClean(sender);
  });
});
