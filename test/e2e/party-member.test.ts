import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import {
  chooseUnit,
  chooseWhom,
  citizenSays,
  choose,
  newVisitor,
  officerSays,
  press,
  readReceipt,
  tellFacts,
  type WatchedPage,
} from "../support/people.ts";

const text = "Đồng chí ấy giấu khuyết điểm khi kiểm điểm cuối năm. CANARY-dang-vien Gọi 0912 345 678 để hỏi.";
const when = "khoảng cuối năm ngoái";
const where = "trụ sở ấp";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

const heading = async (page: Page, key: Parameters<typeof citizenSays>[0]) => {
  await page.getByRole("heading", { name: citizenSays(key) }).waitFor();
};

/** From the first page to the question who they are, about somebody in a chi bộ of few people. */
async function goToSelf(page: Page): Promise<void> {
  await press(page, citizenSays("home.write"));
  await chooseUnit(page, { search: "chi bo tan tien hoa thuan", unit: "Chi bộ ấp Tân Tiến" });
  await chooseWhom(page, "somebody-else");
  await heading(page, "route.title");
  await page.getByRole("radio", { name: citizenSays("route.ask.no") }).check();
  await press(page, citizenSays("step.continue"));
  await heading(page, "self.title");
}

function expectClean({ watch }: WatchedPage): void {
  expect(watch.violations).toEqual([]);
  expect(watch.errors).toEqual([]);
}

describe("a party member in a chi bộ of few people", () => {
  test("is told what gives them away, what their rules say and how to give a name, and writes all the same", async () => {
    const visitor = await newVisitor(browser, stack.citizenOrigin);
    const { page } = visitor;
    await goToSelf(page);
    await choose(page, "party-member");
    await page.getByText(citizenSays("self.member.next")).waitFor();
    expect(await lookAt(page, "self", [360, 1280])).toEqual([]);
    await press(page, citizenSays("step.continue"));

    await heading(page, "member.title");
    const told = await page.locator("main").innerText();
    const [few = ""] = citizenSays("member.small", { unit: "|" }).split("|").slice(1);
    expect(told).toContain(few);
    expect(told).toContain("Chi ủy");
    expect(told).toContain("207-QĐ/TW");
    const named = page.getByText(citizenSays("member.named.whom"));
    expect(await named.isVisible()).toBe(false);
    await page.getByText(citizenSays("member.named.open")).click();
    await named.waitFor();
    expect(await lookAt(page, "member", [360, 1280])).toEqual([]);
    await press(page, citizenSays("member.continue"));

    await choose(page, "party-work");
    expect(await lookAt(page, "topic", [360, 1280])).toEqual([]);
    await press(page, citizenSays("step.continue"));
    await heading(page, "manifestation.title");
    await choose(page, "A5");
    await page.locator("blockquote[lang=vi]").getByText("Trong tự phê bình").waitFor();
    expect(await lookAt(page, "manifestation", [360, 1280])).toEqual([]);
    await press(page, citizenSays("step.continue"));

    await page.getByLabel(citizenSays("write.text"), { exact: true }).fill(text);
    await page.getByText("“0912 345 678”").waitFor();
    expect(await lookAt(page, "write", [360, 1280])).toEqual([]);
    await press(page, citizenSays("step.continue"));
    await heading(page, "facts.title");
    await page.getByLabel(citizenSays("facts.when"), { exact: true }).fill("x".repeat(201));
    await press(page, citizenSays("step.continue"));
    const fault = citizenSays("facts.too-long", { count: "200" });
    await page.getByRole("alert").getByText(fault).waitFor();
    expect(await lookAt(page, "facts", [360, 1280])).toEqual([]);
    await tellFacts(page, { when, where, knowledge: "saw", continuing: "over" });

    await heading(page, "check.title");
    const rows = await page.locator("dl").innerText();
    for (const said of [
      when,
      where,
      citizenSays("facts.knowledge.saw"),
      citizenSays("facts.continuing.over"),
    ])
      expect(rows).toContain(said);
    expect(rows).toContain(citizenSays("write.self.party-member"));
    expect(await lookAt(page, "check", [360, 1280])).toEqual([]);
    await press(page, citizenSays("check.send"));
    expect(await readReceipt(page)).toMatch(/^\d{24}$/);
    expectClean(visitor);
  });

  test("is read by the committee as somebody who says so themselves, with every answer", async () => {
    const visitor = await openDesk(browser, "cell");
    const { page } = visitor;
    await openLetterWith(page, "CANARY-dang-vien");
    const letter = await page.locator("main").innerText();
    for (const said of [
      officerSays("letter.self.party-member"),
      officerSays("letter.self-mark"),
      when,
      where,
      officerSays("letter.knowledge.saw"),
      officerSays("letter.continuing.over"),
    ])
      expect(letter).toContain(said);
    expectClean(visitor);
  });
});

describe("an answer changed at the last look", () => {
  test("leads straight back, unless it opens another question", async () => {
    const visitor = await newVisitor(browser, stack.citizenOrigin);
    const { page } = visitor;
    await goToSelf(page);
    await press(page, citizenSays("step.continue"));
    await choose(page, "unsure");
    await press(page, citizenSays("step.continue"));
    await page.getByLabel(citizenSays("write.text"), { exact: true }).fill("Một việc. CANARY-sua-lai");
    await press(page, citizenSays("step.continue"));
    await tellFacts(page, {});
    await heading(page, "check.title");

    const change = async (key: Parameters<typeof citizenSays>[0]) => {
      await press(page, citizenSays("check.change.of", { what: citizenSays(key) }));
    };
    await change("check.facts");
    await tellFacts(page, { when });
    await heading(page, "check.title");
    await page.getByText(when).waitFor();

    await change("check.self");
    await choose(page, "party-member");
    await press(page, citizenSays("step.continue"));
    await heading(page, "member.title");
    await press(page, citizenSays("member.continue"));
    await heading(page, "check.title");

    await change("check.whom");
    await chooseWhom(page, "committee-head");
    await heading(page, "route.title");
    await page.getByRole("radio", { name: citizenSays("route.ask.no") }).check();
    await press(page, citizenSays("step.continue"));
    await heading(page, "member.title");
    await press(page, citizenSays("member.continue"));
    await heading(page, "check.title");
    await page.getByText("CANARY-sua-lai").waitFor();
    expectClean(visitor);
  });
});

describe("with the keyboard alone", () => {
  /** Tabs until the focus stands on what has this name. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let left = 80; left > 0; left--) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement } = document;
        // Between the last and the first the focus is on the page as a whole, which says everything.
        if (activeElement === null || activeElement === document.body) return "";
        const labelled = document.querySelector(`label[for="${activeElement.id}"]`);
        return `${labelled?.textContent ?? ""} ${activeElement.textContent}`;
      });
      if (at.includes(name)) return;
    }
    throw new Error(`nothing says “${name}”`);
  }
  const goOn = async (page: Page, key: Parameters<typeof citizenSays>[0]) => {
    await tabTo(page, citizenSays(key));
    await page.keyboard.press("Enter");
  };
  /** Goes on with nothing chosen: the focus is on what is wrong, and its link leads to the first answer. */
  const goOnWithoutAnswer = async (page: Page) => {
    const hasFocus = (place: Locator) => place.evaluate((node) => node.contains(document.activeElement));
    await goOn(page, "step.continue");
    await expect.poll(() => hasFocus(page.getByRole("alert"))).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => hasFocus(page.locator("input[type=radio]").first())).toBe(true);
  };

  test("a party member comes from the first page to the receipt", async () => {
    const visitor = await newVisitor(browser, stack.citizenOrigin);
    const { page } = visitor;
    await page.getByRole("button", { name: citizenSays("home.write") }).waitFor();
    await goOn(page, "home.write");
    await page.getByLabel(citizenSays("unit.search")).waitFor();
    await tabTo(page, citizenSays("unit.search"));
    await page.keyboard.type("chi bo tan tien hoa thuan");
    await page.getByRole("button", { name: "Tân Tiến" }).first().waitFor();
    await tabTo(page, "Tân Tiến");
    await page.keyboard.press("Enter");
    await heading(page, "whom.title");
    await page.keyboard.press("Tab");
    await goOnWithoutAnswer(page);
    const chosen = page.locator('input[type=radio][value="somebody-else"]:checked');
    for (let left = 10; left > 0 && (await chosen.count()) === 0; left--)
      await page.keyboard.press("ArrowDown");
    await goOn(page, "step.continue");
    await heading(page, "route.title");
    await tabTo(page, citizenSays("route.ask.no"));
    await page.keyboard.press("Space");
    await goOn(page, "step.continue");
    await heading(page, "self.title");
    await tabTo(page, citizenSays("write.self.none"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await goOn(page, "step.continue");
    await heading(page, "member.title");
    await tabTo(page, citizenSays("member.named.open"));
    await page.keyboard.press("Enter");
    await page.getByText(citizenSays("member.named.whom")).waitFor();
    await goOn(page, "member.continue");
    await heading(page, "topic.title");
    await page.keyboard.press("Tab");
    await page.locator("input[type=radio]").first().waitFor();
    await goOnWithoutAnswer(page);
    // Upwards from the first answer is the last: not sure.
    await page.keyboard.press("ArrowUp");
    await goOn(page, "step.continue");
    await heading(page, "write.title");
    await tabTo(page, citizenSays("write.text"));
    await page.keyboard.type("Viết bằng bàn phím.");
    await goOn(page, "step.continue");
    await heading(page, "facts.title");
    await goOn(page, "step.continue");
    await heading(page, "check.title");
    await goOn(page, "check.send");
    expect(await readReceipt(page)).toMatch(/^\d{24}$/);
    expectClean(visitor);
  });
});
