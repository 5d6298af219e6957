import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, listLoaded, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import {
  chooseUnit,
  chooseWhom,
  citizenSays,
  confirmReceipt,
  newVisitor,
  officerSays,
  press,
  readReceipt,
  write,
} from "../support/people.ts";

// Every screen, in three languages, light and dark, on a telephone and at a desk: axe finds nothing, and nothing
// is wider than the screen. With SHOTS=folder each is also photographed, to be looked at.

const letter = { search: "hoa thuan", unit: "Đảng bộ xã Hòa Thuận", about: "somebody-else" as const };
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
    const look = async (name: string) => found.push(...(await lookAt(page, name, [360, 1280])));
    await look("home");
    await press(page, citizenSays("home.write"));
    await page.getByLabel(citizenSays("unit.search")).fill("giong rieng");
    await look("unit");
    await chooseUnit(page, letter);
    await page.getByRole("heading", { name: citizenSays("whom.title") }).waitFor();
    await press(page, citizenSays("step.continue"));
    await look("whom-fault");
    await chooseWhom(page, letter.about);
    await look("route");
    await page.getByRole("radio", { name: citizenSays("route.ask.no") }).check();
    await press(page, citizenSays("step.continue"));
    await look("write");
    await write(page, words);
    await look("check");
    await press(page, citizenSays("check.send"));
    const code = await readReceipt(page);
    await look("receipt");
    await press(page, citizenSays("receipt.noted"));
    await press(page, citizenSays("confirm.done"));
    await look("confirm-fault");
    await press(page, citizenSays("confirm.show"));
    await confirmReceipt(page, code);
    await look("done");
    await press(page, citizenSays("done.home"));
    await press(page, citizenSays("home.return"));
    await press(page, citizenSays("code.open"));
    await look("code-fault");
    await page.getByLabel(citizenSays("code.label")).fill(code);
    await press(page, citizenSays("code.open"));
    await page.getByRole("heading", { name: citizenSays("case.title") }).waitFor();
    await look("case");
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
});
