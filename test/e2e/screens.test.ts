import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, listLoaded, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt, lookAtReporters } from "../support/looking.ts";
import { chooseWhom, citizenSays, newVisitor, officerSays, press } from "../support/people.ts";
import { walkReporterScreens } from "../support/reporter-screens.ts";

// Every screen, in three languages, light and dark, on a telephone and at a desk: axe finds nothing, and nothing
// is wider than the screen. With SHOTS=folder each is also photographed, to be looked at.

const words = "MÀNHÌNH Một việc ở ấp cần được xem xét.\n\nViệc này kéo dài từ đầu năm đến nay.";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe("every screen", () => {
  test("of the reporter stands in three languages, light and dark, narrow and wide, without a fault", async () => {
    const { page, watch } = await newVisitor(browser, stack.citizenOrigin);
    const found: string[] = [];
    const look = async (name: string) => {
      found.push(...(await lookAtReporters(page, name)));
    };
    await walkReporterScreens(page, look, words);
    expect(found).toEqual([]);
    expect(watch.violations).toEqual([]);
  }, 300_000);

  test("of a route that leads nowhere says so, and where else to go", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    await press(page, citizenSays("home.write"));
    await page.getByLabel(citizenSays("unit.search")).fill("Kiên Giang");
    await page.getByRole("button", { name: "Đảng bộ tỉnh Kiên Giang" }).first().click();
    await chooseWhom(page, "collective");
    await page.getByRole("heading", { name: citizenSays("route.nowhere.title") }).waitFor();
    expect(await lookAt(page, "nowhere", [360, 1280])).toEqual([]);
  }, 120_000);

  test("of the officer stands in three languages, light and dark, narrow and wide, without a fault", async () => {
    const citizen = await newVisitor(browser, stack.citizenOrigin);
    const gate = await newVisitor(browser, stack.officerOrigin);
    const found = [...(await lookAt(gate.page, "sign-in", [360, 1366]))];
    const { page, watch } = await openDesk(browser, "commune");
    const look = async (name: string) => found.push(...(await lookAt(page, name, [1366, 360])));
    await listLoaded(page);
    await look("inbox");
    await page.locator(".duty-list .row-sealed").first().click();
    await look("sealed");
    await page.setViewportSize({ width: 1366, height: 768 });
    await openLetterWith(page, "MÀNHÌNH");
    await look("opened");
    await page.setViewportSize({ width: 1366, height: 768 });
    await press(page, officerSays("action.acknowledge"));
    await press(page, officerSays("composer.insert"));
    await look("composer");
    await page.keyboard.press("Escape");
    expect(found).toEqual([]);
    expect(watch.violations).toEqual([]);
    await citizen.page.context().close();
  }, 300_000);

  test("of the guided tour stands without a fault", async () => {
    const { page } = await newVisitor(browser, `${stack.citizenOrigin}/demo`);
    await page.getByRole("heading").first().waitFor();
    expect(await lookAt(page, "tour", [360, 1280])).toEqual([]);
  }, 120_000);

  test("of the posters stands without a fault", async () => {
    const { page } = await newVisitor(browser, `${stack.citizenOrigin}/poster`);
    await page.getByRole("heading").first().waitFor();
    expect(await lookAtReporters(page, "poster")).toEqual([]);
  }, 120_000);
});
