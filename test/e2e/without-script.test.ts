import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { helpEn } from "../../src/i18n/help/en.ts";
import { helpKm } from "../../src/i18n/help/km.ts";
import { helpVi } from "../../src/i18n/help/vi.ts";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, stack } from "../support/desk.ts";
import { citizenSays, newVisitor, press } from "../support/people.ts";

// Browsers that cannot run the page: each person is told so in words, before they have written anything, is led to
// help that needs no script, and is never offered something that is dead.

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Axe needs a script of its own, so a page without scripts is judged as a copy of what it shows. */
async function judgeCopy(page: Page): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  const copy = await context.newPage();
  await copy.route("**/*.js", (route) => route.abort());
  await copy.goto(page.url());
  const found = await findAxeViolations(copy);
  const overflow = await copy.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await context.close();
  return overflow > 0 ? [...found, `${overflow} px too wide`] : found;
}

describe("where JavaScript is switched off", () => {
  test("the first page says so in three languages, shows no button, and leads to the steps that help", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin, { javaScriptEnabled: false });
    for (const title of [helpVi, helpEn, helpKm].map((help) => help["noscript.title"]))
      await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("heading", { name: citizenSays("home.safe.title") }).waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
    await page.getByRole("link", { name: helpVi["noscript.how"] }).click();
    await page.getByRole("heading", { level: 1, name: helpVi.title }).waitFor();
    expect(await judgeCopy(page)).toEqual([]);
    await page.context().close();
  });

  test("a browser that cannot ask a style sheet about scripts is given one that takes the buttons away", async () => {
    const { page } = await newVisitor(browser, "about:blank", { javaScriptEnabled: false });
    // As an older browser reads the sheet of the page: the rule about scripting means nothing to it.
    await page.route("**/*.css", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll("(scripting:none)", "(scripting-unknown)");
      const html = route.request().url().endsWith("/no-script.css");
      await route.fulfill({ response, body: html ? await response.text() : body });
    });
    await page.route(/\/$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/(\.css") integrity="[^"]*"/g, "$1");
      await route.fulfill({ response, body });
    });
    await page.goto(stack.citizenOrigin);
    await page.getByRole("heading", { name: helpVi["noscript.title"] }).waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
    await page.context().close();
  });

  test("the help tells it in three languages, and there is nowhere to write and nothing to send", async () => {
    const { page, watch } = await newVisitor(browser, `${stack.citizenOrigin}/giup`, {
      javaScriptEnabled: false,
    });
    for (const help of [helpVi, helpEn, helpKm])
      await page.getByRole("heading", { name: help.title }).waitFor();
    for (const name of ["Chrome", "Samsung Internet", "Firefox", "iPhone", "Safest"])
      expect(await page.getByText(name).count()).toBeGreaterThanOrEqual(3);
    expect(
      await page.locator("form, input, textarea, select, button, script, [contenteditable]").count(),
    ).toBe(0);
    expect(watch.requests.filter(({ url }) => url.endsWith(".js"))).toEqual([]);
    await page.getByRole("link", { name: helpVi.back }).click();
    await page.getByRole("heading", { name: citizenSays("home.title") }).waitFor();
    await page.context().close();
  });
});

describe("where the script does not start", () => {
  const stalled = (page: Page) => page.getByRole("alert").getByText(helpVi.stalled);

  test("the page says so by itself after some seconds, and not before", async () => {
    const { page } = await newVisitor(browser, "about:blank");
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(stack.citizenOrigin);
    await page.waitForTimeout(4000);
    expect(await stalled(page).count()).toBe(0);
    await stalled(page).waitFor({ timeout: 10_000 });
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("alert").getByRole("link", { name: helpVi["stalled.how"] }).click();
    await page.getByRole("heading", { level: 1, name: helpVi.title }).waitFor();
    await page.context().close();
  });

  test("also to those who asked for a page without motion", async () => {
    const { page } = await newVisitor(browser, "about:blank", { reducedMotion: "reduce" });
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(stack.citizenOrigin);
    await stalled(page).waitFor({ timeout: 15_000 });
    await page.context().close();
  });

  test("a page that starts never says it, to the eye or to a screen reader", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    await page.getByRole("button", { name: citizenSays("home.write") }).waitFor();
    await page.locator(".stalled").waitFor({ state: "detached" });
    await page.context().close();
  });
});

describe("where there is no WebAssembly", () => {
  test("nobody writes in vain: the page says what is missing and what to do, and asks the server for nothing", async () => {
    for (const way of ["home.write", "home.return"] as const) {
      const { page, watch } = await newVisitor(browser, "about:blank", { colorScheme: "dark" });
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, "WebAssembly");
      });
      await page.goto(stack.citizenOrigin);
      await press(page, citizenSays(way));
      await page.getByRole("heading", { name: citizenSays("crypto.unable") }).waitFor();
      expect(await page.getByRole("textbox").count()).toBe(0);
      expect(await findAxeViolations(page)).toEqual([]);
      expect(watch.requests.filter(({ url }) => url.includes("/api/"))).toEqual([]);
      await press(page, citizenSays("step.back"));
      await page.getByRole("heading", { name: citizenSays("home.title") }).waitFor();
      await press(page, citizenSays(way));
      await page.getByRole("link", { name: citizenSays("home.help") }).click();
      await page.getByRole("heading", { level: 1, name: helpVi.title }).waitFor();
      await page.context().close();
    }
  });
});
