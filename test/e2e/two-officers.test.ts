import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carryOutOnScreen } from "../support/acting.ts";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { newVisitor, officerSays, press, sendLetter, type WatchedPage } from "../support/people.ts";

// Two officers of one committee at two screens. What one does the other sees by itself, within three seconds: at the next time
// that the page asks, every two seconds, or while it was asking, at the one after. Counted in questions, for a slow machine.

const questionsAtMost = 2;
const text = "Hai người cùng đọc một thư. CANARY-hai-người";
const theirs = "Ban Thường vụ đã tiếp nhận phản ánh này. XÁC-NHẬN-CỦA-ĐỒNG-NGHIỆP";
const mine = "Tôi đang viết dở câu này và không muốn mất nó.";

let browser: Browser;
let first: WatchedPage;
let second: WatchedPage;

beforeAll(async () => {
  browser = await launchBrowser();
  const citizen = await newVisitor(browser, stack.citizenOrigin);
  const letter = { search: "giong rieng hoa thuan", unit: "Đảng bộ xã Hòa Thuận", text };
  await sendLetter(citizen.page, { ...letter, about: "committee-head" });
  [first, second] = await Promise.all([openDesk(browser, "district"), openDesk(browser, "colleague")]);
}, 180_000);

afterAll(async () => {
  await browser.close();
});

/** How often a page asks what is new until something stands on its screen. */
async function questionsUntil({ watch }: WatchedPage, shown: () => Promise<unknown>): Promise<number> {
  const asked = () => watch.requests.filter(({ url }) => url.includes("/changes?")).length;
  const before = asked();
  await shown();
  return asked() - before;
}

const readings = ({ watch }: WatchedPage) =>
  watch.requests.filter(({ url }) => url.endsWith("/readings")).length;

describe("two officers at one committee's list", () => {
  test("the one sees in the list that the other has opened a letter, with what it is about", async () => {
    const line = second.page.locator(".duty-list .row", { hasText: "CANARY-hai-người" });
    await openLetterWith(first.page, text);
    expect(await questionsUntil(second, () => line.waitFor())).toBeLessThanOrEqual(questionsAtMost);
  });

  test("the one who reads a case sees what the other does in it, without reading the letter again, and goes on writing", async () => {
    const { page } = second;
    await page.locator(".duty-list .row", { hasText: "CANARY-hai-người" }).click();
    await page.locator("#case .letter", { hasText: "CANARY-hai-người" }).waitFor();
    await page
      .locator(".case button:not([aria-disabled])", { hasText: officerSays("action.acknowledge") })
      .first()
      .click();
    const words = page.getByRole("textbox", { name: officerSays("form.text.reporter") });
    await words.fill(mine);
    const before = readings(second);
    await carryOutOnScreen(first.page, "acknowledge", { text: { to: "reporter", words: theirs } });
    const history = page.locator("#case", { hasText: "XÁC-NHẬN-CỦA-ĐỒNG-NGHIỆP" });
    expect(await questionsUntil(second, () => history.waitFor())).toBeLessThanOrEqual(questionsAtMost);
    await page.getByText(officerSays("notice.kept")).first().waitFor();
    expect(await words.inputValue()).toBe(mine);
    expect(readings(second)).toBe(before);
  });

  test("nothing that a page may not do was done", () => {
    for (const { watch } of [first, second]) {
      expect(watch.violations).toEqual([]);
      expect(watch.errors).toEqual([]);
    }
  });
});

test("a desk that is locked leaves no worker behind with the list in it", async () => {
  const { page } = first;
  expect(page.workers()).toHaveLength(1);
  await press(page, officerSays("console.lock"));
  await page.locator("#login-name").waitFor();
  await expect.poll(() => page.workers().length, { timeout: 5000 }).toBe(0);
});
