import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import {
  citizenSays,
  comeBack,
  goToWriting,
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  sendLetter,
} from "../support/people.ts";
import { filesBelow, filesHolding } from "../support/profile.ts";

const canaries = {
  text: "CANARYVANBAN71",
  reply: "CANARYTRALOI72",
  acknowledgement: "CANARYTIEPNHAN73",
  browser: "CanaryBrowser/74",
  address: "203.0.113.75",
} as const;
const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: `Một việc ở ấp. ${canaries.text}`,
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe("after a letter, an acknowledgement and a reply", () => {
  test("the server's whole database holds none of what was written, no code, no address, no browser", async () => {
    const options = {
      userAgent: canaries.browser,
      extraHTTPHeaders: { "x-forwarded-for": canaries.address },
    };
    const citizen = await newVisitor(browser, stack.citizenOrigin, options);
    const code = await sendLetter(citizen.page, letter);
    const desk = await openDesk(browser, "commune");
    await openLetterWith(desk.page, canaries.text);
    await press(desk.page, officerSays("action.acknowledge"));
    await desk.page
      .getByLabel(officerSays("form.text.reporter"), { exact: true })
      .fill(`Đã nhận. ${canaries.acknowledgement}`);
    await press(desk.page, officerSays("form.send", { act: officerSays("action.acknowledge") }));
    await desk.page.getByText(officerSays("notice.acknowledged")).first().waitFor();
    const again = await newVisitor(browser, stack.citizenOrigin, options);
    await comeBack(again.page, code);
    await again.page.getByText(canaries.acknowledgement).first().waitFor();
    await again.page.getByLabel(citizenSays("case.reply.text"), { exact: true }).fill(canaries.reply);
    await press(again.page, citizenSays("case.reply.send"));
    await again.page.getByText(citizenSays("case.reply.sent")).waitFor();

    const database = `${stack.stateDirectory}/database`;
    expect(filesBelow(database).length).toBeGreaterThan(0);
    const passphrase = stack.passphrases.commune;
    expect(filesHolding(database, [...Object.values(canaries), code, passphrase])).toEqual([]);
    // The search itself must be able to find something.
    expect(filesHolding(database, ["gr-hoa-thuan-dang-uy"]).length).toBeGreaterThan(0);
    for (const { page } of [citizen, desk, again]) {
      const kept = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        cookies: document.cookie,
        caches: (await caches.keys()).length,
        databases: (await indexedDB.databases()).length,
        workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      }));
      expect(kept).toEqual({ local: 0, session: 0, cookies: "", caches: 0, databases: 0, workers: 0 });
    }
  });
});

describe("thoát nhanh", () => {
  test("wipes the page at once, by the button and by Esc twice", async () => {
    for (const leave of ["button", "escape"] as const) {
      const { page } = await newVisitor(browser, stack.citizenOrigin);
      // The neutral page is somebody else's; here only that we are gone from ours matters.
      await page.route(/^https:/, (route) =>
        route.fulfill({ body: "<title>elsewhere</title>", contentType: "text/html" }),
      );
      await goToWriting(page, letter);
      await page.getByLabel(citizenSays("write.text"), { exact: true }).fill(canaries.text);
      if (leave === "button") await page.getByText(citizenSays("exit.button")).first().click();
      else {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
      }
      await page.waitForURL(/^https:/);
      await page.goBack().catch(() => null);
      expect(await page.content()).not.toContain(canaries.text);
      await page.context().close();
    }
  });
});
