import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import {
  citizenSays,
  comeBack,
  goToWriting,
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  readReceipt,
  tellFacts,
  type WatchedPage,
} from "../support/people.ts";

// What a stranger can type, through real sealing, real opening and the real page: it is text, and stays text.

const corpus = [
  "<script>window.pwned = 1</script>",
  '<img src=x onerror="window.pwned = 2">',
  "<svg/onload=window.pwned=3><animate onbegin=window.pwned=4 attributeName=x>",
  '<iframe srcdoc="<script>parent.pwned = 5</script>"></iframe>',
  '<a href="javascript:window.pwned=6">bấm vào đây</a>',
  "\"><style>@import 'https://doc-hai.example/a.css';</style><link rel=stylesheet href=https://doc-hai.example/b.css>",
  "<form action=https://doc-hai.example><button autofocus onfocus=window.pwned=7>gửi</button></form>",
  "<math><mtext></form><mglyph><style></math><img src onerror=window.pwned=8>",
  "{{constructor.constructor('window.pwned = 9')()}} ${window.pwned = 10} <%= 7*7 %>",
  "=cmd|'/C calc'!A0",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '+HYPERLINK("https://doc-hai.example","xem")',
  "\u202ehnaht\u0111 a\u0302u \u2066\u2067 đảo chiều \u2069",
  "chữ\u200bẩn\u200d\ufeff\u00adtrong\u2060từ",
  `${"Z\u0335\u0336\u0337\u0338".repeat(3)}${"a" + "\u0300".repeat(60)}`,
  "ông Nguyễn Văn Độc, 0912 345 678",
] as const;
const canary = "CANARY-van-ban-doc-hai";
const unbroken = "x".repeat(60_000);
const hostile = `${canary}\n${corpus.join("\n")}\n${unbroken}`;
const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "",
};
const markup = "<b onmouseover=window.pwned=11>chợ</b>\u202e";
const reply = `Viết thêm CANARY-tra-loi: ${corpus.slice(0, 8).join(" ")}`;

/** A shorter one, for the screens that are looked at in every language, colour and width. */
const named = `CANARY-co-ten: ông Nguyễn Văn Độc, 0912 345 678, ${corpus.slice(0, 2).join(" ")}\n${"y".repeat(400)}`;

let browser: Browser;
let code = "";
/** Of the acknowledgement: what the officer was shown beforehand. */
let foreseen = "";

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** No script ran, no rule of the page was broken, nobody else was asked for anything. */
async function expectHarmless({ page, watch }: WatchedPage): Promise<void> {
  expect(watch.violations).toEqual([]);
  expect(watch.errors).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  const hosts = new Set(watch.requests.map(({ url }) => new URL(url).host));
  expect([...hosts].filter((host) => host.includes("doc-hai"))).toEqual([]);
}

/** Elements within a piece of the page, by name. */
async function elementsIn(page: Page, selector: string): Promise<readonly string[]> {
  return await page
    .locator(`${selector} *`)
    .evaluateAll((found) => [...new Set(found.map(({ tagName }) => tagName))].sort());
}

async function expectNoWiderThanScreen(page: Page): Promise<void> {
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  }
}

async function send(page: Page, text: string): Promise<string> {
  await goToWriting(page, letter);
  await page.getByLabel(citizenSays("write.text"), { exact: true }).focus();
  await page.keyboard.insertText(text);
  await press(page, citizenSays("step.continue"));
  await tellFacts(page, { when: markup, where: markup });
  await page.getByRole("heading", { name: citizenSays("check.title") }).waitFor();
  await press(page, citizenSays("check.send"));
  return await readReceipt(page);
}

describe("a letter that is all malice", () => {
  test("is sent by its writer's own page", async () => {
    const visitor = await newVisitor(browser, stack.citizenOrigin);
    await send(visitor.page, hostile);
    await visitor.page.getByText(/Đã gửi đủ cả \d+ phần/).waitFor({ timeout: 120_000 });
    await expectHarmless(visitor);
  });

  test("is text and nothing else at the officer's, with what would not be seen shown", async () => {
    const visitor = await openDesk(browser, "commune");
    const { page } = visitor;
    await openLetterWith(page, canary);
    const shown = (await page.locator(".letter .letter-text").textContent()) ?? "";
    for (const line of corpus.slice(0, 12)) expect(shown).toContain(line);
    expect(shown).toContain(unbroken);
    for (const mark of ["U+202E", "U+2066", "U+200B", "U+FEFF", "U+00AD", "U+2060"])
      expect(shown).toContain(mark);
    expect(shown).not.toMatch(/[\u202e\u2066\u2067\u200b\ufeff]/);
    expect(await elementsIn(page, ".letter .letter-text")).toEqual(["DIV", "SPAN"]);
    await page.getByText(markup.slice(0, -1)).first().waitFor();
    await expectNoWiderThanScreen(page);
    await expectHarmless(visitor);
  });
});

describe("a letter with names in it", () => {
  test("is acknowledged after the officer has seen the reporter's own page, whose undo takes nothing away", async () => {
    const writer = await newVisitor(browser, stack.citizenOrigin);
    code = await send(writer.page, named);
    const visitor = await openDesk(browser, "commune");
    const { page } = visitor;
    await openLetterWith(page, "CANARY-co-ten");
    await press(page, officerSays("action.acknowledge"));
    const field = page.getByLabel(officerSays("form.text.reporter"), { exact: true });
    await field.fill("Lời riêng của cán bộ =1+1 <b>đậm</b>");
    await press(page, officerSays("composer.insert"));
    expect(await field.inputValue()).toMatch(/^Lời riêng[^]*mã biên nhận/);
    await press(page, officerSays("template.undo"));
    expect(await field.inputValue()).toBe("Lời riêng của cán bộ =1+1 <b>đậm</b>");
    await press(page, officerSays("composer.insert"));
    await page.locator(".reporters-page .message").waitFor();
    foreseen = await page.locator(".reporters-page .message").innerText();
    expect(await lookAt(page, "act-preview", [360, 1366])).toEqual([]);
    await press(page, officerSays("form.send", { act: officerSays("action.acknowledge") }));
    await page.getByText(officerSays("notice.acknowledged")).first().waitFor();
    await expectHarmless(visitor);
  });

  test("is answered: the reporter reads what was foreseen to the letter, and writes back as badly", async () => {
    const visitor = await newVisitor(browser, stack.citizenOrigin);
    const { page } = visitor;
    await comeBack(page, code);
    const message = page.locator(".message-theirs").first();
    await message.waitFor();
    expect(await message.innerText()).toBe(foreseen);
    await page.getByLabel(citizenSays("case.reply.text"), { exact: true }).fill(reply);
    await press(page, citizenSays("case.reply.send"));
    await page.getByText(citizenSays("case.reply.sent")).waitFor();
    await expectHarmless(visitor);
  });

  test("has its names covered for whoever gets it next; the original stays one press away", async () => {
    const visitor = await openDesk(browser, "commune");
    const { page } = visitor;
    await page.locator(".duty-list .row", { hasText: "CANARY-co-ten" }).first().click();
    await page.getByText("CANARY-tra-loi").first().waitFor();
    expect(await elementsIn(page, ".entry-text")).not.toContain("IMG");
    await press(page, officerSays("cover.begin"));
    const preview = page.locator(".cover-preview");
    await preview.getByText(officerSays("cover.as.person", { number: "1" })).waitFor();
    expect(await lookAt(page, "cover", [360, 1366])).toEqual([]);
    await press(page, officerSays("form.send", { act: officerSays("action.note") }));
    await page.getByText(officerSays("notice.recorded")).first().waitFor();
    const text = page.locator(".letter .letter-text");
    expect(await text.textContent()).not.toMatch(/Nguyễn Văn Độc|0912 345 678/);
    expect(await lookAt(page, "covered", [360, 1366])).toEqual([]);
    await press(page, officerSays("cover.original"));
    expect(await text.textContent()).toContain("Nguyễn Văn Độc, 0912 345 678");
    await expectHarmless(visitor);
  });
});
