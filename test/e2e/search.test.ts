import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import { newVisitor, officerSays, press, sendLetter, type WatchedPage } from "../support/people.ts";

// An officer searches what has been opened. The words stay in the browser; the sealed ones come back at the next sign-in.

const first =
  "TÌM-MỘT Ông Danh Sóc thu 350 nghìn mỗi hộ làm cầu kênh Xáng Cụt rồi không xây. Hỏi thì nói hết kinh phí.";
const again =
  "TÌM-HAI Cầu kênh Xáng Cụt mỗi hộ đóng 350 nghìn cho ông Danh Sóc, hai năm nay chưa thấy cầu đâu, hỏi không trả lời.";
const hostile = `TÌM-BA =HYPERLINK("http://x";"bấm") <img src=x onerror=alert(1)> ngân\u200bsách \u202eđảo\u202c ${"k".repeat(3000)}`;

let browser: Browser;
let desk: WatchedPage;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const text of [first, again, hostile]) {
    const citizen = await newVisitor(browser, stack.citizenOrigin);
    const letter = { search: "giong rieng hoa thuan", unit: "Đảng bộ xã Hòa Thuận", text };
    await sendLetter(citizen.page, { ...letter, about: "somebody-else" });
    await citizen.page.context().close();
  }
  desk = await openDesk(browser, "commune");
}, 300_000);

afterAll(async () => {
  await browser.close();
});

const field = (page: Page) => page.getByLabel(officerSays("search.label"));
const rows = (page: Page) => page.locator(".duty-list .row");

/** Types, and waits until the list shows what was found for exactly this. */
async function search(page: Page, typed: string, count: number): Promise<void> {
  await field(page).fill(typed);
  await expect.poll(async () => await rows(page).count(), { timeout: 10_000, message: typed }).toBe(count);
}

describe("an officer who looks for a letter", () => {
  test("finds it by words without marks, begun, or with one slip, and sees them marked", async () => {
    const { page } = desk;
    // Sealed letters do not say which they are: each is opened, one after the other.
    for (let left = 3; left > 0; left--) await openLetterWith(page, "TÌM-");
    await search(page, "xang cut", 2);
    await expect.poll(async () => await page.locator(".row mark.found").count()).toBeGreaterThan(3);
    await search(page, "kinh phi", 1);
    await search(page, "XÁNG kenh tim-hai", 1);
    await search(page, "nghim danh soc", 2);
    await search(page, "khongcotunay", 0);
    await page.getByText(officerSays("search.none")).waitFor();
  }, 120_000);

  test("finds what hides behind signs without a shape, and searches for a formula as for any words", async () => {
    const { page } = desk;
    await search(page, "ngan sach", 0);
    await search(page, "ngansach", 1);
    await search(page, '=hyperlink("', 1);
    await search(page, "kkkkkkkkkk", 1);
    await search(page, "<script>alert", 0);
  }, 60_000);

  test("finds it after the next sign-in too, and no word that was typed has left the browser", async () => {
    const { page } = desk;
    await press(page, officerSays("console.lock"));
    await page.context().close();
    const next = await openDesk(browser, "commune");
    await search(next.page, "xang cut", 2);
    expect(await lookAt(next.page, "search", [1366, 360])).toEqual([]);
    await next.page.setViewportSize({ width: 1366, height: 768 });
    const sent = [...desk.watch.requests, ...next.watch.requests];
    const told = sent.filter(({ url, body }) =>
      /xang.?cut|kinh.?phi|ngansach|hyperlink/i.test(`${url} ${body}`),
    );
    expect(told.map(({ url }) => url)).toEqual([]);
    for (const { watch } of [desk, next]) expect([watch.violations, watch.errors]).toEqual([[], []]);
    desk = next;
  }, 120_000);

  test("is shown which other letter may be about the same matter, and why, reads both side by side, and notes it", async () => {
    const { page, watch } = desk;
    await search(page, "tim-mot", 1);
    await rows(page).first().click();
    const panel = page.locator("section[aria-labelledby=similar]");
    await panel.locator(".likenesses").getByText(officerSays("similar.same-unit")).waitFor();
    expect(await panel.locator(".likenesses > li").count()).toBe(1);
    const readings = () => watch.requests.filter(({ url }) => url.endsWith("/readings")).length;
    const before = readings();
    await panel.getByRole("button").first().click();
    await panel.getByText(officerSays("similar.warning")).waitFor();
    expect(readings()).toBe(before);
    await press(page, officerSays("similar.read"));
    await panel.locator(".comparison-letter", { hasText: "hai năm nay chưa thấy cầu" }).waitFor();
    expect(readings()).toBe(before + 1);
    expect(await panel.locator(".comparison-letter").count()).toBe(2);
    expect(await lookAt(page, "comparison", [1366, 360])).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await press(page, officerSays("similar.join"));
    const form = page.locator(".composer");
    await form.waitFor();
    expect(await form.locator("input[type=radio]:checked").count()).toBe(2);
    expect(watch.violations).toEqual([]);
  }, 180_000);
});
