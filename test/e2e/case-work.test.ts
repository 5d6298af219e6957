import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { OrderName } from "../../src/client/desk/orders.ts";
import { addDays, vietnamDateAt } from "../../src/domain/plain-date.ts";
import { type Language, languageNames } from "../../src/i18n/language.ts";
import { viBecause } from "../../src/i18n/officer/vi.because.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { runScheduledJob } from "../../src/org/local/wrangler.ts";
import { carryOutOnScreen } from "../support/acting.ts";
import { chromiumFlags } from "../support/chromium.ts";
import { listLoaded, openLetterWith } from "../support/desk.ts";
import { handsOf, type Hands } from "../support/keyboard.ts";
import { openLetterPost } from "../support/letter-post.ts";
import { lookAt } from "../support/looking.ts";
import { citizenSays, comeBack, goToInbox, newVisitor, officerSays } from "../support/people.ts";
import { journeyOfficers, type JourneyOfficer, type Stack, startStack } from "../support/stack.ts";

// What officers do with cases in a day, at real screens and by keyboard: answer, assign, note, compare, cover, pass on, step aside.

const inKhmer = "លោកលេខាបានយកដីសាលា។ CANARY-khmer";
const first =
  "CANARY-mot Kế toán Danh Sóc thu 350 nghìn mỗi hộ làm cầu kênh Xáng Cụt rồi không xây. Hỏi thì nói hết kinh phí.";
const again =
  "CANARY-hai Cầu kênh Xáng Cụt mỗi hộ đóng 350 nghìn cho kế toán Danh Sóc, hai năm nay chưa thấy cầu đâu.";
const named =
  "CANARY-ten Ông Nguyễn Văn Độc, số 0912 345 678, lấy gạo cứu trợ cất ở trường Lê Văn Tám. Bà Thạch Thị Lành và con gái tên út Nhỏ đều thấy.";
const misrouted = "CANARY-lac Bí thư Đảng ủy xã bán đất công cho người nhà.";

let browser: Browser;
let stack: Stack;
/** Codes of the two who come back. */
let codes: { readonly khmer: string; readonly named: string };
const today = vietnamDateAt(Date.now());

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject("stack").chromium, args: [...chromiumFlags] });
  stack = await startStack(["commune", "cell", "district", "colleague"]);
  const post = await openLetterPost(stack.citizenOrigin, await keptTrust(stack.place));
  for (const text of [first, again]) await post.send(text);
  await post.send(misrouted, { about: "committee-head", sentAsAbout: "somebody-else" });
  codes = {
    khmer: await post.send(inKhmer, { language: "km", about: "committee-head", comesBack: true }),
    named: await post.send(named, { comesBack: true }),
  };
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

type Officer = Hands & { readonly page: Page; readonly isClean: () => void };

async function deskOf(officer: JourneyOfficer): Promise<Officer> {
  const { page, watch } = await newVisitor(browser, stack.officerOrigin, {
    viewport: { width: 1366, height: 768 },
  });
  await goToInbox(page, journeyOfficers[officer], stack.passphraseOf(officer));
  await listLoaded(page);
  const isClean = () => {
    expect([watch.violations, watch.errors]).toEqual([[], []]);
  };
  return { page, isClean, ...handsOf(page) };
}

/** The reporter's page, in the language that they choose there. */
async function returning(code: string, language: Language): Promise<Page> {
  const { page } = await newVisitor(browser, stack.citizenOrigin);
  await comeBack(page, code);
  await page.getByRole("heading", { name: citizenSays("case.title") }).waitFor({ timeout: 30_000 });
  await page.getByRole("button", { name: languageNames[language] }).first().click();
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  return page;
}

/** How often a letter has been read from now on. */
const readings = (page: Page) => {
  let count = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/readings")) count++;
  });
  return () => count;
};

const field = (page: Page) => page.locator("#act-text");
const button = (scope: Page | Locator, name: string) => scope.getByRole("button", { name, exact: true });
const act = (page: Page, command: OrderName) =>
  page.locator(`.actions button[aria-describedby="about-${command}"]`);

/** The list is one stop of the Tab key; within it the arrows lead on. */
async function choosesCase({ page, reach, key }: Officer, text: string, inLetter = text): Promise<void> {
  const row = page.locator(".duty-list .row", { hasText: text }).first();
  await row.waitFor();
  await reach(page.locator(".duty-list .row[tabindex='0']"));
  const rows = await page.locator(".duty-list .row").count();
  const isThere = async () => await row.evaluate((element) => element === document.activeElement);
  for (const way of ["ArrowDown", "ArrowUp"])
    for (let left = rows; left > 0 && !(await isThere()); left--) {
      await key(way);
      // The line may only now be drawn: the focus follows with the next frame.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    }
  await key("Enter");
  await page.locator(".letter-text", { hasText: inLetter }).first().waitFor();
}

/** Goes to a case, whether somebody has opened it or not: sealed letters do not say which they are. */
async function comesTo(officer: Officer, text: string): Promise<void> {
  const known = await officer.page.locator(".duty-list .row", { hasText: text }).count();
  await (known > 0 ? choosesCase(officer, text) : openLetterWith(officer.page, text));
}

async function signs({ page, hit }: Officer, command: OrderName): Promise<void> {
  await hit(button(page, officerSays("form.send", { act: officerSays(`action.${command}`) })));
  await page.locator(".composer").waitFor({ state: "detached" });
}

describe("a letter in Khmer about a secretary", () => {
  let foreseen: {
    readonly message: string;
    readonly status: readonly string[];
    readonly dates: readonly string[];
  };

  test("is answered from a template, which takes nothing away, with the reporter's own page beside it", async () => {
    const officer = await deskOf("district");
    const { page, hit, key, type } = officer;
    await key("j");
    const row = page.locator(".duty-list .row");
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
    await key("Enter");
    await hit(button(page, officerSays("sealed.open")));
    await page.locator(".letter-text", { hasText: "CANARY-khmer" }).waitFor();
    await hit(page.locator(".next-duty .button-primary"));
    await expect.poll(() => field(page).evaluate((area) => area === document.activeElement)).toBe(true);
    const template = await field(page).inputValue();
    expect(template).toMatch(/[\u1780-\u17ff]{20}/);
    await key("Control+End");
    await type(" សូមអរគុណ។ =1+1 <b>");
    const typed = await field(page).inputValue();
    await hit(button(page, officerSays("composer.insert")), "Shift+Tab");
    const twice = await field(page).inputValue();
    expect(twice.startsWith(typed) && twice.endsWith(template)).toBe(true);
    await hit(button(page, officerSays("template.undo")));
    expect(await field(page).inputValue()).toBe(typed);
    await page.locator(".reporters-page .message", { hasText: "=1+1 <b>" }).waitFor();
    expect(await lookAt(page, "acknowledge", [1366, 360])).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    foreseen = {
      message: await page.locator(".reporters-page .message").innerText(),
      status: await page.locator(".reporters-status p").allInnerTexts(),
      dates: await page.locator(".reporters-page .date").allInnerTexts(),
    };
    expect([foreseen.status.length > 1, foreseen.dates.length > 0]).toEqual([true, true]);
    await signs(officer, "acknowledge");
    officer.isClean();
    await page.context().close();
  });

  test("shows its writer what the officer was shown, word for word", async () => {
    const page = await returning(codes.khmer, "km");
    await expect.poll(() => page.locator(".message-theirs").first().innerText()).toBe(foreseen.message);
    const status = await page.locator(".notice").allInnerTexts();
    for (const sentence of foreseen.status) expect(status.join("\n")).toContain(sentence);
    const dates = await page.locator(".dates .date").allInnerTexts();
    for (const date of foreseen.dates) expect(dates).toContain(date);
    await page.context().close();
  });

  test("is given to a colleague whose load is told, with a note that its writer never sees", async () => {
    const [officer, colleague] = await Promise.all([deskOf("district"), deskOf("colleague")]);
    const { page, hit, choose, reach, type } = officer;
    await choosesCase(officer, "CANARY-khmer");
    await choosesCase(colleague, "CANARY-khmer");
    const loaded = (open: string) =>
      page.locator("label.choice", { hasText: officerSays("work.load", { open, overdue: "0" }) });
    const title = "Cán bộ nội chính, Văn phòng Huyện ủy Giồng Riềng";
    const assign = async () => {
      await hit(act(page, "note"));
      await choose(
        page.getByRole("group", { name: officerSays("form.field.note") }),
        officerSays("note.assigned"),
      );
      await choose(page.getByRole("group", { name: officerSays("form.field.officer") }), title);
    };
    await assign();
    await loaded("0").filter({ hasText: title }).waitFor();
    await reach(field(page));
    await type("Việc này của nội chính. GHI-CHÚ-KÍN");
    await signs(officer, "note");
    // The colleague, who has the case open, sees by whom it is to be done, by title, and the note.
    const said = colleague.page.locator("#case", {
      hasText: officerSays("said.assigned", { officer: title }),
    });
    await said.filter({ hasText: "GHI-CHÚ-KÍN" }).waitFor();
    await assign();
    await loaded("1").filter({ hasText: title }).waitFor();
    const writer = await returning(codes.khmer, "vi");
    expect(await writer.locator("main").innerText()).not.toMatch(/GHI-CHÚ|nội chính|Giao/);
    expect(await writer.locator(".thread > li").count()).toBe(3);
    officer.isClean();
    colleague.isClean();
    for (const each of [page, writer, colleague.page]) await each.context().close();
  });

  test("is left by an officer who is told who reads on; the last reader cannot leave and is told why", async () => {
    const officer = await deskOf("district");
    const { page, hit, reach, type } = officer;
    await choosesCase(officer, "CANARY-khmer");
    await hit(act(page, "recuse"));
    await reach(field(page));
    await type("Tôi là họ hàng của người bị phản ánh.");
    await hit(button(page, officerSays("form.go-on")));
    const confirm = page.locator(".act-confirm");
    await confirm.getByText("Cán bộ nội chính, Văn phòng Huyện ủy Giồng Riềng").waitFor();
    expect(await confirm.innerText()).not.toContain("Cán bộ xử lý, Văn phòng Huyện ủy");
    await hit(button(page, officerSays("confirm.yes", { act: officerSays("action.recuse") })));
    await page.getByText(officerSays("notice.recused")).first().waitFor();
    expect(await page.locator(".duty-list").innerText()).not.toContain("CANARY-khmer");
    const colleague = await deskOf("colleague");
    // Its line was sealed for those who have stepped aside too, and is gone: whoever reads it next makes another.
    await choosesCase(colleague, officerSays("inbox.no-entry"), "CANARY-khmer");
    await colleague.hit(act(colleague.page, "recuse"));
    // Told before a word is written, and again to whoever goes on all the same.
    const told = colleague.page.locator(".composer > .notice");
    await told.getByText(officerSays("because.movement.nobody-left")).waitFor();
    await colleague.reach(field(colleague.page));
    await colleague.type("Tôi cũng là họ hàng.");
    await colleague.hit(button(colleague.page, officerSays("form.go-on")));
    const fault = colleague.page.locator(".error-summary");
    await fault.getByText(officerSays("because.movement.nobody-left")).waitFor();
    const writer = await returning(codes.khmer, "vi");
    expect(await writer.locator("main").innerText()).not.toMatch(/họ hàng|Cán bộ/);
    officer.isClean();
    for (const each of [page, writer, colleague.page]) await each.context().close();
  });
});

describe("two letters about one bridge", () => {
  test("find each other by what both say, are held side by side once it is said that reading is recorded, and are joined", async () => {
    const officer = await deskOf("commune");
    const { page, hit } = officer;
    const isOpened = async (text: string) =>
      (await page.locator(".duty-list .row", { hasText: text }).count()) > 0;
    while (!(await isOpened("CANARY-mot")) || !(await isOpened("CANARY-hai")))
      await openLetterWith(page, "CANARY-");
    const count = readings(page);
    const panel = page.locator("section[aria-labelledby=similar]");
    // The letter has only just been opened: that it is like another is told at once.
    const like = panel.locator(".likeness", { hasText: "Xáng Cụt" });
    await like.getByText(officerSays("similar.same-unit"), { exact: false }).waitFor();
    expect((await like.innerText()).split(officerSays("similar.shared"))[1]).toMatch(/\w+, \w+, \w+/);
    await hit(like.getByRole("button"));
    await panel.getByText(officerSays("similar.warning")).waitFor();
    expect(count()).toBe(0);
    await hit(button(panel, officerSays("similar.read")));
    await panel.locator(".comparison-letter", { hasText: "CANARY-mot" }).waitFor();
    expect(count()).toBe(1);
    expect(await lookAt(page, "comparison", [1366, 360])).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await hit(button(panel, officerSays("similar.join")));
    await signs(officer, "note");
    const number = (await page.locator("#case", { hasText: "CANARY-" }).innerText()).match(
      /Trùng nội dung với vụ việc (\S+);/,
    )?.[1];
    expect(number).toMatch(/^[\w-]{6}$/);
    await panel.locator(".comparison").waitFor({ state: "detached" });
    await like.waitFor({ state: "detached" });
    officer.isClean();
    await page.context().close();
  });
});

describe("a letter that was led elsewhere than the rules say", () => {
  test("says so above everything, with who should have it, and again in every form", async () => {
    const officer = await deskOf("commune");
    const { page, hit } = officer;
    await comesTo(officer, "CANARY-lac");
    const warning = page.getByRole("alert").filter({ hasText: officerSays("route.differs") });
    await warning.getByText("Ban Thường vụ Huyện ủy Giồng Riềng").first().waitFor();
    await warning.getByText("Đảng ủy xã Hòa Thuận").first().waitFor();
    for (const width of [1366, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await page.locator("h2.case-title").focus();
      const box = await warning.boundingBox();
      expect(box !== null && box.y >= 0 && box.y < 400).toBe(true);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await hit(act(page, "acknowledge"));
    await page.locator(".composer", { hasText: officerSays("case.route-in-form") }).waitFor();
    expect(await lookAt(page, "misrouted", [1366, 360])).toEqual([]);
    officer.isClean();
    await page.context().close();
  });

  test("offers every act by name; one that may not be done now says why, and does nothing when it is pressed", async () => {
    const officer = await deskOf("commune");
    const { page, hit } = officer;
    await choosesCase(officer, "CANARY-lac");
    const barred = page.locator(".actions button[aria-disabled=true]");
    const told = await barred.evaluateAll((buttons) =>
      buttons.map(
        (each) => document.getElementById(each.getAttribute("aria-describedby") ?? "")?.innerText ?? "",
      ),
    );
    const reasons: ReadonlySet<string> = new Set(Object.values(viBecause));
    expect(told.filter((reason) => !reasons.has(reason))).toEqual([]);
    expect(told).toContain(officerSays("because.not-acknowledged-yet"));
    for (const command of ["conclude", "close", "extend"] as const) await hit(act(page, command));
    expect(await page.locator(".composer").count()).toBe(0);
    officer.isClean();
    await page.context().close();
  });
});

describe("a letter with names that has to go elsewhere", () => {
  let foreseen = "";
  const names = /Nguyễn Văn Độc|0912 345 678|Thạch Thị Lành/;

  test("has its names found, taken out or added by the officer, and covered", async () => {
    const officer = await deskOf("commune");
    const { page, hit, key, reach, type } = officer;
    await comesTo(officer, "CANARY-ten");
    await hit(button(page, officerSays("cover.begin")));
    const term = (words: string) => page.locator(".covers").getByRole("checkbox", { name: words });
    for (const words of ["Nguyễn Văn Độc", "0912 345 678", "Thạch Thị Lành"])
      await expect.poll(() => term(words).isChecked(), { message: words }).toBe(true);
    // A school has a person's name too.
    expect(await term("Lê Văn Tám").isChecked()).toBe(false);
    const preview = page.locator(".cover-preview .strangers-text");
    await reach(term("Thạch Thị Lành"));
    await key("Space");
    expect(await preview.innerText()).toContain("Bà Thạch Thị Lành");
    await key("Space");
    expect(await preview.innerText()).not.toMatch(names);
    await reach(page.locator("#cover-words"));
    await type("út Nhỏ");
    await key("Enter");
    expect(await term("út Nhỏ").isChecked()).toBe(true);
    expect(await preview.innerText()).not.toContain("út Nhỏ");
    expect(await lookAt(page, "cover", [1366, 360])).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await signs(officer, "note");
    expect(await page.locator(".letter .letter-text").innerText()).not.toMatch(names);
    await carryOutOnScreen(page, "acknowledge", { text: { to: "reporter", words: "Đã tiếp nhận." } });
    await carryOutOnScreen(page, "classify", {
      answers: [
        [officerSays("form.field.substance"), officerSays("substance.report")],
        [officerSays("form.field.eligible"), officerSays("eligible.yes")],
      ],
      selected: [officerSays("form.field.category"), officerSays("category.other")],
    });
    // A paper and a message to the superior quote the copy.
    await hit(act(page, "propose-superior"));
    await hit(button(page, officerSays("cover.insert")));
    const quoted = await field(page).inputValue();
    expect(quoted).toContain(`[${officerSays("cover.as.person", { number: "1" })}]`);
    expect(quoted).not.toMatch(names);
    officer.isClean();
    await page.context().close();
  });

  test("is passed on with its covers, once it is said who reads it from then on", async () => {
    const officer = await deskOf("commune");
    const { page, hit, key, reach, select, type } = officer;
    await choosesCase(officer, "CANARY-ten");
    await hit(act(page, "transfer"));
    await page.locator(".composer", { hasText: officerSays("cover.travels") }).waitFor();
    await select(page.locator("#act-to"), "Tân Tiến");
    await reach(field(page));
    await key("Control+End");
    await type("\nVì việc ở ấp Tân Tiến.");
    foreseen = await page.locator(".reporters-page .message").innerText();
    expect(foreseen).toContain("Tân Tiến");
    await hit(button(page, officerSays("form.go-on")));
    const confirm = page.locator(".act-confirm");
    await confirm
      .getByText(/Chi ủy .*Tân Tiến/)
      .first()
      .waitFor();
    await hit(button(page, officerSays("confirm.yes", { act: officerSays("action.transfer") })));
    await page.getByText(officerSays("notice.transferred")).first().waitFor();
    expect(await page.locator(".duty-list").innerText()).not.toContain("CANARY-ten");
    officer.isClean();
    await page.context().close();
  });

  test("tells its writer where it went, in their own words, and is shown covered to whoever gets it", async () => {
    const writer = await returning(codes.named, "vi");
    await expect.poll(() => writer.locator(".message-theirs").last().innerText()).toBe(foreseen);
    expect(await writer.locator(".message-own").first().innerText()).toContain("Nguyễn Văn Độc");
    const answer = await fetch(`${stack.citizenOrigin}/demo/api/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ today: addDays(today, 1) }),
    });
    expect(answer.status).toBe(200);
    await runScheduledJob(stack.place);
    const officer = await deskOf("cell");
    const { page, hit } = officer;
    await openLetterWith(page, "CANARY-ten");
    const text = page.locator(".letter .letter-text");
    expect(await text.innerText()).not.toMatch(names);
    await page.locator(".verified").first().waitFor();
    await page
      .getByText(officerSays("said.covered", { count: "4" }))
      .first()
      .waitFor();
    await hit(button(page, officerSays("cover.original")));
    expect(await text.innerText()).toMatch(names);
    officer.isClean();
    for (const each of [page, writer]) await each.context().close();
  });
});
