import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, openDesk, stack } from "../support/desk.ts";
import { newVisitor, officerSays, press, sendLetter } from "../support/people.ts";

// An officer without a mouse need not walk through the bar and the filters each time the page is begun anew.

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const citizen = await newVisitor(browser, stack.citizenOrigin);
  const letter = { search: "hoa thuan", unit: "Đảng bộ xã Hòa Thuận", text: "Có thư trong danh sách." };
  await sendLetter(citizen.page, { ...letter, about: "committee-head" });
  ({ page } = await openDesk(browser, "district"));
  await page.locator(".duty-list .row").first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

/** As whoever comes to the page from the browser's own bar. */
async function beginAnew(): Promise<void> {
  await page.evaluate(() => {
    const { body } = document;
    // Without a focus a browser goes on from where the last one was.
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute("tabindex");
  });
}

const focused = async () =>
  await page.evaluate(() => {
    const { className = "", textContent = "" } = document.activeElement ?? {};
    return { className, text: textContent };
  });
const skips = ["console.skip", "console.skip-case"] as const;

describe("the first thing that the Tab key reaches on an officer's desk", () => {
  test("leads past everything to the list, and shows itself", async () => {
    await beginAnew();
    await page.keyboard.press("Tab");
    expect((await focused()).text).toBe(officerSays("console.skip"));
    const box = await page.getByRole("link", { name: officerSays("console.skip") }).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(await findAxeViolations(page)).toEqual([]);
    const address = page.url();
    await page.keyboard.press("Enter");
    expect((await focused()).className).toMatch(/\brow\b/);
    expect(page.url()).toBe(address);
    await page.keyboard.press("Enter");
    await page.locator("#case .case-title").waitFor();
  });

  test("beside an open case leads to the list or to the case", async () => {
    for (const [presses, reached] of [
      [1, /\brow\b/],
      [2, /\bcase-title\b/],
    ] as const) {
      await beginAnew();
      for (let at = 0; at < presses; at++) await page.keyboard.press("Tab");
      expect((await focused()).text).toBe(officerSays(skips[presses - 1] ?? "console.skip"));
      await page.keyboard.press("Enter");
      expect((await focused()).className).toMatch(reached);
    }
  });

  test("leads to the case where a narrow screen has room for it alone", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await beginAnew();
    await page.keyboard.press("Tab");
    expect((await focused()).text).toBe(officerSays("console.skip-case"));
    await page.keyboard.press("Enter");
    expect((await focused()).className).toMatch(/\bcase-title\b/);
    await press(page, officerSays("console.lock"));
    await page.locator("#login-name").waitFor();
    expect(await page.locator(".skip-link").count()).toBe(0);
  });
});
