import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { launchBrowser, openDesk, stack } from "../support/desk.ts";
import { officerSays, press, type WatchedPage } from "../support/people.ts";
import { plugIn } from "../support/virtual-authenticator.ts";

// A telephone is lost, and its passkey is to open nothing any more: whether it does must be said, whatever the server does.

const label = "Điện thoại bị mất";

let browser: Browser;
let desk: WatchedPage;

/** Somebody whose device keeps passkeys, and who has just added one. */
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openDesk(browser, "colleague");
  const { page } = desk;
  await plugIn(page);
  await press(page, officerSays("console.passkeys"));
  await page.getByLabel(officerSays("passkeys.label"), { exact: true }).fill(label);
  await page
    .getByLabel(officerSays("passkeys.passphrase"), { exact: true })
    .fill(stack.passphrases.colleague);
  await press(page, officerSays("passkeys.add"));
  await page.getByText(officerSays("passkeys.added")).waitFor({ timeout: 60_000 });
}, 180_000);

afterAll(async () => {
  await browser.close();
});

const news = (page: Page) => page.locator(".passkey-news");
const listed = (page: Page) => page.locator(".passkey-list li", { hasText: label });
const remove = async (page: Page) => {
  await listed(page)
    .getByRole("button", { name: officerSays("passkeys.remove") })
    .click();
};
const [one, all] = ["**/api/officer/passkeys/*", "**/api/officer/passkeys"] as const;

const refusals = [
  ["busy", 503, "busy"],
  ["out of order", 500, "internal"],
] as const;

describe("a passkey that is to be removed", () => {
  test.each(refusals)(
    "from a server that is %s: it is said that it still unlocks",
    async (_, status, code) => {
      const { page } = desk;
      await page.route(one, async (route) => await route.fulfill({ status, json: { error: { code } } }));
      await remove(page);
      await news(page).getByText(officerSays("passkeys.not-removed"), { exact: true }).waitFor();
      expect(await listed(page).count()).toBe(1);
      await page.unroute(one);
    },
  );

  test("where no list comes afterwards either: it is said, and one button asks again", async () => {
    const { page } = desk;
    for (const address of [one, all]) await page.route(address, async (route) => await route.abort());
    await remove(page);
    await page.getByRole("alert").getByText(officerSays("passkeys.failed"), { exact: true }).waitFor();
    await news(page).getByText(officerSays("passkeys.not-known"), { exact: true }).waitFor();
    for (const address of [one, all]) await page.unroute(address);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: officerSays("inbox.retry") })
      .click();
    await listed(page).waitFor();
    await news(page).getByText(officerSays("passkeys.not-removed"), { exact: true }).waitFor();
    // The button is gone: the keyboard goes on at the list, and not outside the sheet.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(officerSays("passkeys.list"));
  });

  test("and is, though the answer was lost on its way back: the list says so", async () => {
    const { page, watch } = desk;
    await page.route(one, async (route) => {
      const request = route.request();
      const { status } = await hostFetch(request.url(), {
        method: request.method(),
        headers: request.headers(),
      });
      expect(status).toBe(204);
      await route.abort();
    });
    await remove(page);
    await news(page).getByText(officerSays("passkeys.removed"), { exact: true }).waitFor();
    await page.getByText(officerSays("passkeys.none")).waitFor();
    expect([watch.violations, watch.errors]).toEqual([[], []]);
  });
});
