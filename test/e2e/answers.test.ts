import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { officialWordings } from "../../src/i18n/catalogue/official.ts";
import { catalogueVi } from "../../src/i18n/catalogue/vi.ts";
import { carryOutOnScreen } from "../support/acting.ts";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import { newVisitor, officerSays, press, sendLetter, type LetterToWrite } from "../support/people.ts";

// What a reporter answers by the plain questions, as an officer gets to see it.

const answered: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  topic: "money",
  manifestation: "B7",
  // A character that would turn the line around, and markup: text, both of them.
  facts: {
    when: "Tháng \u202e9",
    where: "<b>Bàn tiếp nhận</b>",
    knowledge: "affected",
    continuing: "goes-on",
  },
  text: "TRẢLỜI Tôi phải đưa thêm tiền thì hồ sơ mới xong.",
};
const silent: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  topic: "unsure",
  text: "IMLẶNG Có một việc cần xem xét.",
};

const titleOf = (code: "B7" | "B6") => `${code} – ${catalogueVi.manifestations[code].title}`;
const factOf = (page: Page, name: string): Locator =>
  page
    .locator(".letter .fact", { has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) })
    .locator("dd");

async function beginToClassify(): Promise<void> {
  const button = desk.locator(".case button:not([aria-disabled])", {
    hasText: officerSays("action.classify"),
  });
  await button.first().click();
}

let browser: Browser;
let desk: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const letter of [answered, silent]) {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    await sendLetter(page, letter);
    await page.context().close();
  }
  desk = (await openDesk(browser, "commune")).page;
}, 180_000);

beforeEach(async () => {
  await desk.setViewportSize({ width: 1366, height: 900 });
});

afterAll(async () => {
  await browser.close();
});

describe("what the reporter answered", () => {
  test("stands above the letter, as text and as the reporter's word, and in the list", async () => {
    await openLetterWith(desk, "TRẢLỜI");
    const category = await factOf(desk, officerSays("letter.category")).innerText();
    expect(category).toContain(titleOf("B7"));
    expect(category).toContain(officerSays("letter.category.by-reporter"));
    expect(category).toContain(catalogueVi.groups.B);
    const when = factOf(desk, officerSays("letter.when"));
    expect(await when.innerText()).toContain("U+202E");
    expect(await when.locator(".hidden-character").count()).toBe(1);
    expect(await factOf(desk, officerSays("letter.where")).innerText()).toBe("<b>Bàn tiếp nhận</b>");
    expect(await factOf(desk, officerSays("letter.knowledge")).innerText()).toBe(
      officerSays("letter.knowledge.affected"),
    );
    expect(await factOf(desk, officerSays("letter.continuing")).innerText()).toBe(
      officerSays("letter.continuing.goes-on"),
    );
    expect(await factOf(desk, officerSays("letter.unanswered")).count()).toBe(0);
    // Others have sent letters too: the line may lie on another page.
    const search = desk.getByLabel(officerSays("search.label"));
    await search.fill("TRẢLỜI");
    expect(await desk.locator(".row[aria-current] .row-category").innerText()).toBe(
      officerSays("inbox.category", { category: titleOf("B7") }),
    );
    await search.fill("");
    expect(await lookAt(desk, "answers", [1366, 360])).toEqual([]);
  }, 180_000);

  test("is where a classification begins, marked as unconfirmed, with the words of the resolution", async () => {
    await carryOutOnScreen(desk, "acknowledge", {
      text: { to: "reporter", words: "Cấp ủy đã nhận thư và đang xem xét." },
    });
    await beginToClassify();
    const field = desk.getByLabel(officerSays("form.field.category"));
    await field.waitFor();
    expect(await field.inputValue()).toBe("B7");
    const form = desk.locator(".composer");
    expect(await form.innerText()).toContain(officerSays("category.by-reporter"));
    expect(await form.innerText()).toContain(officialWordings.B7.text);
    expect(await form.innerText()).toContain(officerSays("category.unverified"));
    expect(await lookAt(desk, "classify", [1366, 360])).toEqual([]);
    await desk.setViewportSize({ width: 1366, height: 900 });
    await field.selectOption("B9");
    expect(await form.innerText()).not.toContain(officerSays("category.by-reporter"));
    expect(await form.innerText()).toContain(
      officerSays("category.reporter-chose", { category: titleOf("B7") }),
    );
    const { B9 } = officialWordings;
    expect(await form.innerText()).toContain(
      officerSays("category.verified", { source: B9.verified ? B9.readIn : "" }),
    );
    // A form that was left is taken up as it was, not as it began.
    await desk.keyboard.press("Escape");
    await beginToClassify();
    expect(await field.inputValue()).toBe("B9");
  }, 180_000);

  test("gives way to the officer's own word once there is one", async () => {
    const form = desk.locator(".composer");
    const field = form.getByLabel(officerSays("form.field.category"));
    await field.selectOption("B6");
    await form.getByRole("radio", { name: officerSays("substance.report"), exact: true }).check();
    await form.getByRole("radio", { name: officerSays("eligible.yes"), exact: true }).check();
    await press(desk, officerSays("form.send", { act: officerSays("action.classify") }));
    await form.waitFor({ state: "detached" });
    await beginToClassify();
    expect(await field.inputValue()).toBe("B6");
    expect(await form.innerText()).not.toContain(officerSays("category.by-reporter"));
    await desk.keyboard.press("Escape");
  }, 60_000);

  test("is said to be missing in one line where nothing was answered", async () => {
    // Whoever looked for the other letter may have opened this one on the way.
    const row = desk.locator(".row", { hasText: "IMLẶNG" });
    if ((await row.count()) === 0) await openLetterWith(desk, "IMLẶNG");
    else await row.first().click();
    await desk.locator(".letter", { hasText: "IMLẶNG" }).waitFor();
    const missing = factOf(desk, officerSays("letter.unanswered"));
    for (const name of ["category", "when", "where", "knowledge", "continuing"] as const) {
      expect((await missing.innerText()).toLowerCase()).toContain(
        officerSays(`letter.${name}`).toLowerCase(),
      );
      expect(await factOf(desk, officerSays(`letter.${name}`)).count(), name).toBe(0);
    }
    expect(await desk.locator(".row[aria-current] .row-category").count()).toBe(0);
  }, 60_000);
});
