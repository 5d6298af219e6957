import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DirectoryPayload } from "../../src/api/directory.schema.ts";
import { addDays, type PlainDate, vietnamDateAt } from "../../src/domain/plain-date.ts";
import { lawVi } from "../../src/i18n/law/vi.ts";
import { keptSecrets } from "../../src/org/local/organisation-file.ts";
import { signDirectory } from "../../src/org/roots.ts";
import { carryOutOnScreen } from "../support/acting.ts";
import { countCases, launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import {
  citizenSays,
  comeBack,
  goToWriting,
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  readReceipt,
  sendLetter,
  signIn,
  write,
} from "../support/people.ts";
import { journeyOfficers } from "../support/stack.ts";

const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "Một việc cần được xem xét.",
};
const dayMilliseconds = 86_400_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function visit(prepare: (page: Page) => Promise<void> = async () => undefined): Promise<Page> {
  const { page } = await newVisitor(browser, "about:blank");
  await prepare(page);
  await page.goto(stack.citizenOrigin);
  return page;
}

/** Whatever the server says at an address, the page gets this. */
async function replaceAnswer(page: Page, path: string, change: (text: string) => string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

async function signedDirectory(
  change: (payload: DirectoryPayload) => Partial<DirectoryPayload>,
  issuedOn: PlainDate,
): Promise<string> {
  const { directory, signer, certified } = await keptSecrets(stack);
  const content = { ...directory, ...change(directory as DirectoryPayload) };
  return signDirectory(content, signer, certified, issuedOn);
}

async function shiftClock(page: Page, days: number): Promise<void> {
  await page.addInitScript((shift) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + shift;
  }, days * dayMilliseconds);
}

async function countLetters(): Promise<number> {
  return await countCases(browser, "commune");
}

async function expectSentence(page: Page, sentence: string): Promise<void> {
  await page.getByText(sentence.slice(0, 60)).first().waitFor({ timeout: 20_000 });
}

describe("the directory", () => {
  const today = vietnamDateAt(Date.now());

  async function writeWith(page: Page): Promise<void> {
    await goToWriting(page, letter);
    await page.getByLabel(citizenSays("write.text"), { exact: true }).fill(letter.text);
  }

  test("is refused when it was tampered with, and nothing is sent", async () => {
    const page = await visit(async (page) => {
      await replaceAnswer(page, "/directory.json", (text) => text.replace("Kiên Giang", "Kien Giang"));
    });
    await writeWith(page);
    await expectSentence(page, "Danh bạ cấp ủy không có chữ ký đúng");
    expect(await page.getByLabel(citizenSays("write.text"), { exact: true }).inputValue()).toBe(letter.text);
  });

  test("is refused when it has expired", async () => {
    const expired = await signedDirectory(() => ({}), addDays(today, -61));
    const page = await visit(async (page) => {
      await replaceAnswer(page, "/directory.json", () => expired);
    });
    await writeWith(page);
    // The certificate began today, so an older signing is out of date twice; either way it is refused.
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByRole("alert").first().innerText()).toMatch(/hết hạn|hết thời hạn/);
  });

  test("is refused when it is older than the one this page was built with", async () => {
    const older = await signedDirectory(() => ({ sequence: 0 }), today);
    const page = await visit(async (page) => {
      await replaceAnswer(page, "/directory.json", () => older);
    });
    await writeWith(page);
    await expectSentence(page, citizenSays("directory.rolled-back"));
  });

  test("that is missing leaves the person with a way to try again", async () => {
    const page = await visit(async (page) => {
      await page.route("**/directory.json", (route) => route.abort());
    });
    await press(page, citizenSays("home.write"));
    await expectSentence(page, citizenSays("unit.missing"));
    await page.unroute("**/directory.json");
    await press(page, citizenSays("unit.reload"));
    await page.getByLabel(citizenSays("unit.search")).waitFor();
  });
});

describe("a committee's key", () => {
  test("that does not match the signed directory stops sending, and the letter stays", async () => {
    const page = await visit(async (page) => {
      await replaceAnswer(page, "/keys/gr-hoa-thuan-dang-uy.json", (text) =>
        text.replace(/"kem":"..../, '"kem":"AAAA'),
      );
    });
    const before = await countLetters();
    await goToWriting(page, letter);
    await write(page, letter.text);
    await press(page, citizenSays("check.send"));
    await expectSentence(page, "Khóa của cấp ủy không khớp với danh bạ đã ký");
    expect(await countLetters()).toBe(before);
  });
});

describe("the text", () => {
  test("that is too long says by how much and loses nothing", async () => {
    const page = await visit();
    await goToWriting(page, letter);
    // More than a letter and all the messages behind it hold.
    const long = "Nhiều việc. ".repeat(36_000);
    const field = page.getByLabel(citizenSays("write.text"), { exact: true });
    await field.fill(long);
    await page
      .getByText(/Thư dài quá [\d.]+ chữ cái/)
      .first()
      .waitFor();
    await press(page, citizenSays("step.continue"));
    await page.getByRole("alert").first().waitFor();
    expect(await field.inputValue()).toBe(long);
  });

  test("that is empty is asked for", async () => {
    const page = await visit();
    await goToWriting(page, letter);
    await press(page, citizenSays("step.continue"));
    await expectSentence(page, citizenSays("write.required"));
  });
});

describe("sending", () => {
  test("survives a lost connection: it sends again by itself, once", async () => {
    const before = await countLetters();
    let lost = 0;
    const page = await visit(async (page) => {
      await page.route("**/api/box", async (route) => {
        lost += 1;
        if (lost === 1) return await route.abort();
        // The second try arrives, but its answer is lost on the way back.
        if (lost === 2) {
          await route.fetch();
          return await route.abort();
        }
        return await route.continue();
      });
    });
    await goToWriting(page, letter);
    await write(page, letter.text);
    await press(page, citizenSays("check.send"));
    await page.getByText("Không có kết nối").first().waitFor();
    await page.getByRole("button", { name: citizenSays("sending.again") }).click();
    expect(await readReceipt(page)).toMatch(/^\d{24}$/);
    expect(lost).toBeGreaterThanOrEqual(3);
    expect(await countLetters()).toBe(before + 1);
  });

  test("waits by itself while the server is busy", async () => {
    let asked = 0;
    const page = await visit(async (page) => {
      await page.route("**/api/box", async (route) => {
        asked += 1;
        if (asked > 1) return await route.continue();
        return await route.fulfill({
          status: 503,
          headers: { "retry-after": "1" },
          json: { error: { code: "busy" } },
        });
      });
    });
    await goToWriting(page, letter);
    await write(page, letter.text);
    await press(page, citizenSays("check.send"));
    await page.getByText("Hộp thư đang bận").first().waitFor();
    expect(await readReceipt(page)).toMatch(/^\d{24}$/);
  });

  test("happens once however often the button is tapped", async () => {
    const before = await countLetters();
    const page = await visit();
    await goToWriting(page, letter);
    await write(page, letter.text);
    await page.getByRole("button", { name: citizenSays("check.send") }).dblclick();
    await readReceipt(page);
    expect(await countLetters()).toBe(before + 1);
  });

  test("asks before a reload that would lose it, and leaves nothing half-done when it is forced", async () => {
    const before = await countLetters();
    const arrived: Promise<void>[] = [];
    const page = await visit(async (page) => {
      await page.route("**/api/box", (route) => {
        // The server gets it; the page never hears of it.
        arrived.push(route.fetch().then(() => undefined));
      });
    });
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await goToWriting(page, letter);
    await write(page, letter.text);
    await press(page, citizenSays("check.send"));
    await page.waitForRequest("**/api/box");
    await Promise.all(arrived);
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await page.getByRole("heading", { name: citizenSays("home.title") }).waitFor();
    await press(page, citizenSays("home.write"));
    expect(await page.getByLabel(citizenSays("unit.search")).inputValue()).toBe("");
    expect(await countLetters()).toBe(before + 1);
  });

  test("brings every kind of writing through as it was typed", async () => {
    const kinds = [
      "Tiếng Việt có dấu: Đặng Thị Huyền; ភាសាខ្មែរ ប្រជាពលរដ្ឋ",
      "👩‍👩‍👧‍👦 🏳️‍🌈 🇻🇳 👍🏽 e\u0301",
      "\u202eđảo chiều\u202c \u200fعربي\u200e",
      "\u0007\u0001 điều khiển\u001b[31m",
      '<b>"&amp;\\n</b>',
    ].join("\n");
    const page = await visit();
    const code = await sendLetter(page, { ...letter, text: kinds });
    const again = await visit();
    await comeBack(again, code);
    await again.getByText("Tiếng Việt có dấu").first().waitFor();
    expect(await again.locator("main").evaluate((main) => main.textContent)).toContain(kinds);
  });
});

describe("two tabs with the same code", () => {
  test("both see the case; of two that write the later is told so, keeps its words, and can send them then", async () => {
    const first = await visit();
    const code = await sendLetter(first, letter);
    const second = await visit();
    for (const page of [first, second]) {
      await page.goto(stack.citizenOrigin).catch(() => undefined);
      await comeBack(page, code);
      await page.getByLabel(citizenSays("case.reply.text"), { exact: true }).waitFor();
    }
    const reply = async (page: Page, text: string) => {
      await page.getByLabel(citizenSays("case.reply.text"), { exact: true }).fill(text);
      await press(page, citizenSays("case.reply.send"));
    };
    await reply(first, "Viết ở thẻ thứ nhất.");
    await first.getByText(citizenSays("case.reply.sent")).waitFor();
    await reply(second, "Viết ở thẻ thứ hai.");
    await expectSentence(second, citizenSays("error.conflict"));
    const field = second.getByLabel(citizenSays("case.reply.text"), { exact: true });
    expect(await field.inputValue()).toBe("Viết ở thẻ thứ hai.");
    await press(second, citizenSays("case.refresh"));
    await second.getByText("Viết ở thẻ thứ nhất.").first().waitFor();
    expect(await field.inputValue()).toBe("Viết ở thẻ thứ hai.");
    await press(second, citizenSays("case.reply.send"));
    await second.getByText(citizenSays("case.reply.sent")).waitFor();
    await press(first, citizenSays("case.refresh"));
    await first.getByText("Viết ở thẻ thứ hai.").first().waitFor();
  });
});

describe("the telephone's clock", () => {
  test("a year behind changes nothing", async () => {
    const page = await visit((page) => shiftClock(page, -365));
    const code = await sendLetter(page, letter);
    // The days on the receipt are reckoned from the server's day, and no earlier than this page was built.
    const thisYear = vietnamDateAt(Date.now()).slice(0, 4);
    const days = (await page.locator("main").innerText()).match(/\d{2}\/\d{2}\/\d{4}/g) ?? [];
    expect(days.filter((day) => day.slice(6) < thisYear)).toEqual([]);
    const again = await visit((page) => shiftClock(page, -365));
    await comeBack(again, code);
    await again.getByText(letter.text).first().waitFor();
    const promised = (await again.locator("main").innerText()).match(/\d{2}\/\d{2}\/\d{4}/g) ?? [];
    expect(promised.length).toBeGreaterThan(2);
    expect(promised.filter((day) => day.slice(6) < thisYear)).toEqual([]);
  });

  test("a year ahead is explained to whoever comes back, too", async () => {
    const code = await sendLetter(await visit(), letter);
    const page = await visit((page) => shiftClock(page, 365));
    await comeBack(page, code);
    await expectSentence(page, "Ngày trên máy của bạn có vẻ sai");
  });

  test("a year ahead is explained, and nothing is sent", async () => {
    const page = await visit((page) => shiftClock(page, 365));
    await goToWriting(page, letter);
    await page.getByLabel(citizenSays("write.text"), { exact: true }).fill(letter.text);
    await expectSentence(page, "Ngày trên máy của bạn có vẻ sai");
  });
});

describe("the receipt code", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["1234 5678 9o12 3456 7890 1234", citizenSays("code.bad-character", { group: "3" })],
    ["1234 5678", citizenSays("code.too-short", { count: "16" })],
    ["1234 5678 9012 3456 7890 1234", citizenSays("code.check-digits")],
    ["0000 0000 0000 0000 0000 0097", citizenSays("code.check-digits")],
  ];

  test.each(cases)("typed as %s is answered with what is wrong", async (typed, sentence) => {
    const page = await visit();
    await comeBack(page, typed);
    await expectSentence(page, sentence);
  });

  test("is found in a whole receipt that is pasted, and a fault in it is told at the top", async () => {
    const page = await visit();
    await comeBack(page, "Mã biên nhận: 0000 0000 0000 0000 0000 0098 Trả lời chậm nhất 03/03/2026");
    await expectSentence(page, "Không có thư nào với mã này");
    const field = page.getByLabel(citizenSays("code.label"));
    expect(await field.inputValue()).toBe("0000 0000 0000 0000 0000 0098");
    const wrong = "Mã biên nhận: 0000 0000 0000 0000 0000 0089 Trả lời";
    await field.fill(wrong);
    await press(page, citizenSays("code.open"));
    await page.getByRole("link", { name: citizenSays("code.check-digits") }).waitFor();
    expect(await field.inputValue()).toBe(wrong);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toContain(citizenSays("code.check-digits"));
  });

  test("that fits but belongs to no letter says so", async () => {
    const page = await visit();
    // 98 − (0 mod 97) = 98: the check digits of twenty-two zeros are 98.
    await comeBack(page, "0000 0000 0000 0000 0000 0098");
    await expectSentence(page, "Không có thư nào với mã này");
  });
});

describe("an officer", () => {
  test("with a wrong passphrase or an unknown name gets the same sentence", async () => {
    for (const [name, passphrase] of [
      [journeyOfficers.commune, "aaaa-bbbb-cccc-dddd"],
      ["khong.co.ai", "aaaa-bbbb-cccc-dddd"],
    ] as const) {
      const { page } = await newVisitor(browser, stack.officerOrigin);
      await signIn(page, name, passphrase);
      await expectSentence(page, officerSays("sign-in.problem.wrong"));
    }
  });
});

describe("two officers of one committee", () => {
  const text = "Hai người cùng trả lời. CANARY-một-lúc";
  const theirs = "Ban Thường vụ đã tiếp nhận. LỜI-CỦA-NGƯỜI-TRƯỚC";
  const mine = "Tôi cũng vừa viết lời tiếp nhận, dài hơn. LỜI-CỦA-NGƯỜI-SAU";

  let first: Page;
  let second: Page;
  let code: string;

  beforeAll(async () => {
    code = await sendLetter(await visit(), { ...letter, about: "committee-head", text });
    const desks = await Promise.all([openDesk(browser, "district"), openDesk(browser, "colleague")]);
    [first, second] = [desks[0].page, desks[1].page];
  }, 120_000);

  /** Lets no page hear by itself what the other did, until it is released. */
  async function holdNews(...pages: readonly Page[]): Promise<() => void> {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    for (const page of pages)
      await page.route("**/changes?*", async (route) => {
        await held;
        await route.continue();
      });
    return release;
  }

  const entries = (page: Page, event: keyof typeof lawVi) =>
    page.locator("#case .history .entry", { has: page.getByText(lawVi[event], { exact: true }) });
  const meanwhile = (page: Page, event: keyof typeof lawVi) =>
    page.getByText(officerSays("notice.conflict.events", { events: lawVi[event] }), { exact: true });
  const composed = (page: Page) =>
    page.getByRole("textbox", { name: officerSays("form.text.reporter"), exact: false });
  const send = async (page: Page) => {
    await press(page, officerSays("form.send", { act: officerSays("action.acknowledge") }));
  };

  test("who open a letter at the same moment open it once: the later one is told, and may read it", async () => {
    const release = await holdNews(first, second);
    const id = await first.locator(".duty-list .row-sealed").first().getAttribute("id");
    const both = [first, second];
    for (const page of both) {
      await page.locator(`[id="${id ?? ""}"]`).click();
      await page.getByRole("button", { name: officerSays("sealed.open") }).waitFor();
    }
    await Promise.all(both.map(async (page) => await press(page, officerSays("sealed.open"))));
    const opened = (page: Page) => page.getByText(officerSays("notice.opened"), { exact: true });
    await Promise.all(
      both.map(async (page) => await opened(page).or(meanwhile(page, "event.Opened")).waitFor()),
    );
    const [isFirst, isSecond] = await Promise.all(both.map(async (page) => await opened(page).isVisible()));
    expect(isFirst).toBe(isSecond !== true);
    const later = isFirst === true ? second : first;
    await later
      .locator("#case")
      .getByRole("button", { name: officerSays("sealed.read"), exact: true })
      .click();
    for (const page of both) {
      await page.locator("#case .letter").waitFor();
      expect(await entries(page, "event.Opened").count()).toBe(1);
    }
    release();
  });

  test("who answer at the same moment answer once: the later one is told what came between, and keeps every word", async () => {
    // The letter of the test before may have been this one: then both have it before them.
    const has = async (page: Page) => await page.locator("#case .letter", { hasText: text }).isVisible();
    if (!(await has(first))) await openLetterWith(first, text);
    if (!(await has(second))) {
      await second.locator(".duty-list .row", { hasText: "CANARY-một-lúc" }).click();
      await second.locator("#case .letter", { hasText: text }).waitFor();
    }
    const act = second.locator(".case button:not([aria-disabled])", {
      hasText: officerSays("action.acknowledge"),
    });
    await act.first().click();
    await composed(second).fill(mine);
    const release = await holdNews(second);
    await carryOutOnScreen(first, "acknowledge", { text: { to: "reporter", words: theirs } });
    // Of the other's act nothing is here yet: it is the server that refuses.
    expect(await entries(second, "event.Acknowledged").count()).toBe(0);
    const [refusal] = await Promise.all([second.waitForResponse("**/cases/*/events"), send(second)]);
    expect(refusal.status()).toBe(409);
    await meanwhile(second, "event.Acknowledged").waitFor();
    await second.getByText(officerSays("notice.kept"), { exact: true }).waitFor();
    expect(await composed(second).inputValue()).toBe(mine);
    // Pressed again it does not go out either: the case has been acknowledged.
    await send(second);
    await second.getByText(officerSays("because.already-acknowledged")).first().waitFor();
    expect(await composed(second).inputValue()).toBe(mine);
    release();
    for (const page of [first, second]) {
      expect(await entries(page, "event.Acknowledged").count()).toBe(1);
      expect(await entries(page, "event.Acknowledged").innerText()).toContain(theirs);
    }
    const reporter = await visit();
    await comeBack(reporter, code);
    await reporter.getByText(theirs).waitFor();
    const told = await reporter.locator("main").innerText();
    expect([told.split("LỜI-CỦA-NGƯỜI-TRƯỚC").length - 1, told.includes("LỜI-CỦA-NGƯỜI-SAU")]).toEqual([
      1,
      false,
    ]);
  });
});
