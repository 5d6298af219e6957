import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { chromiumFlags } from "./chromium.ts";
import type { SharedStack } from "./e2e-setup.ts";
import { goToInbox, newVisitor, officerSays, press, type WatchedPage } from "./people.ts";
import { journeyOfficers, type JourneyOfficer } from "./stack.ts";

/** The server that all browser tests share. */
export const stack: SharedStack = inject("stack");

/** A browser over it. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: stack.chromium, args: [...chromiumFlags] });
}

/** An officer at an office screen, signed in, the list loaded. */
export async function openDesk(
  browser: Browser,
  officer: JourneyOfficer,
  width = 1366,
): Promise<WatchedPage> {
  const visitor = await newVisitor(browser, stack.officerOrigin, { viewport: { width, height: 768 } });
  await goToInbox(visitor.page, journeyOfficers[officer], stack.passphrases[officer]);
  await listLoaded(visitor.page);
  return visitor;
}

/** Waits until the list is there, and says how many cases it has. */
export async function listLoaded(page: Page): Promise<number> {
  const [before = ""] = officerSays("inbox.refreshed", { count: "|" }).split("|");
  const said = page.getByText(before).first();
  await said.waitFor({ state: "attached", timeout: 30_000 });
  return Number(/\d+/.exec((await said.textContent()) ?? "")?.[0] ?? "0");
}

/** How many cases lie in an officer's list. */
export async function countCases(browser: Browser, officer: JourneyOfficer): Promise<number> {
  const { page } = await openDesk(browser, officer);
  const count = await listLoaded(page);
  await page.context().close();
  return count;
}

/** Opens sealed letters, one after the other, until the one with this text is on the screen. */
export async function openLetterWith(page: Page, text: string): Promise<void> {
  const found = page.locator(".case-letter, .letter").getByText(text).first();
  for (let left = await page.locator(".duty-list .row-sealed").count(); left > 0; left--) {
    await page.locator(".duty-list .row-sealed").first().click();
    await press(page, officerSays("sealed.open"));
    await page.getByText(officerSays("notice.opened")).first().waitFor();
    if (await found.isVisible()) return;
  }
  throw new Error("no sealed letter says so");
}
