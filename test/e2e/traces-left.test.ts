import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { stack } from "../support/desk.ts";
import {
  chooseUnit,
  citizenSays,
  comeBack,
  confirmReceipt,
  goToWriting,
  type LetterToWrite,
  press,
  sendLetter,
  tellFacts,
  writeAndSend,
  readReceipt,
} from "../support/people.ts";
import { createProfile, filesHolding, launchOn, type Profile } from "../support/profile.ts";

// What stays on the device when somebody has written, or has begun to and left in whatever way. Looked for on the
// disk, in the profile of a real browser, in the two ways in which browsers keep text.

const canaries = {
  search: "CANARYTIMKIEM81",
  text: "CANARYVANBAN82",
  when: "CANARYHOMNAO83",
  where: "CANARYODAU84",
} as const;
const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: `Một việc ở ấp. ${canaries.text}`,
};
const facts = { when: canaries.when, where: canaries.where };
/** The unit and the committee are content too: nothing of the choice may be found. */
const chosen = ["gr-hoa-thuan", "Hòa Thuận", "hoa thuan"];
const secrets = [...Object.values(canaries), ...chosen];

const profiles: Profile[] = [];

afterAll(() => {
  for (const profile of profiles) profile.remove();
});

function newProfile(settings: object = {}): Profile {
  const profile = createProfile(settings);
  profiles.push(profile);
  return profile;
}

async function open(profile: Profile, flags: readonly string[] = []): ReturnType<typeof launchOn> {
  return await launchOn(profile, stack.chromium, flags);
}

/** Types into the search, chooses, writes, and tells when and where: everything but sending. */
async function begin(page: Page): Promise<void> {
  await page.goto(stack.citizenOrigin);
  await press(page, citizenSays("home.write"));
  await chooseUnit(page, { search: null, unit: "" });
  await press(page, citizenSays("step.back"));
  const search = page.getByLabel(citizenSays("unit.search"));
  await search.fill(canaries.search);
  await search.fill("");
  await press(page, citizenSays("step.back"));
  await goToWriting(page, letter);
  await page.getByLabel(citizenSays("write.text"), { exact: true }).fill(letter.text);
  await press(page, citizenSays("step.continue"));
  await tellFacts(page, facts);
  await page.getByRole("heading", { name: citizenSays("check.title") }).waitFor();
}

/** Ways out of a page with a draft in it. The neutral site is somebody else's: here only that we are gone matters. */
const exits: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the button": async (page) => {
    await page.getByText(citizenSays("exit.button")).first().click();
    await page.waitForURL(/^https:/);
  },
  "Esc twice": async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForURL(/^https:/);
  },
  "another address": async (page) => {
    await page.goto("https://elsewhere.test/");
  },
  "a reload": async (page) => {
    await page.reload();
    await page.getByRole("heading", { name: citizenSays("home.title") }).waitFor();
  },
  "closing the tab": async (page) => {
    await page.context().newPage();
    await page.close({ runBeforeUnload: false });
  },
};

describe("on the device", () => {
  test("of somebody who sent a letter and came back with the code nothing of it is left", async () => {
    const profile = newProfile();
    const { context, page } = await open(profile);
    await page.goto(stack.citizenOrigin);
    const seen = new Set<string>();
    page.on("framenavigated", () => seen.add(page.url()));
    const before = await page.evaluate(() => history.length);
    const code = await sendLetter(page, { ...letter, facts });
    await confirmReceipt(page, code);
    await press(page, citizenSays("done.home"));
    await comeBack(page, code);
    await page.getByText(canaries.text).first().waitFor();
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect([page.url(), await page.title()]).toEqual([`${stack.citizenOrigin}/`, "Hộp thư"]);
    expect([...seen]).toEqual([]);
    await context.close();
    const groups = code.replaceAll(/(\d{4})(?=\d)/g, "$1 ");
    expect(filesHolding(profile.directory, [...secrets, code, groups])).toEqual([]);
    // The search itself must be able to find something.
    expect(filesHolding(profile.directory, ["localhost"]).length).toBeGreaterThan(0);
  });

  test.each(Object.keys(exits))("of somebody who left by %s nothing of the draft is left", async (name) => {
    const profile = newProfile();
    const { context, page } = await open(profile);
    await context.route(/^https:/, async (route) => {
      await route.fulfill({ body: "<title>elsewhere</title>", contentType: "text/html" });
    });
    page.on("dialog", (dialog) => void dialog.accept());
    await begin(page);
    await exits[name]?.(page);
    if (!page.isClosed()) {
      await page.goBack().catch(() => null);
      expect(await page.content()).not.toContain("CANARY");
      await page.goForward().catch(() => null);
      expect(await page.content()).not.toContain("CANARY");
    }
    await context.close();
    expect(filesHolding(profile.directory, secrets)).toEqual([]);
  });

  test("on which the browser died and was started again, the page that it brings back is an empty one", async () => {
    const profile = newProfile();
    const { context, page } = await open(profile);
    // An ordinary page of somebody else: what is typed there the browser does keep.
    const ordinary = await context.newPage();
    await context.route("https://elsewhere.test/", async (route) => {
      await route.fulfill({ body: "<textarea></textarea>", contentType: "text/html" });
    });
    await ordinary.goto("https://elsewhere.test/");
    await ordinary.locator("textarea").fill("KEPTBYOTHERS85");
    await begin(page);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const died = new Promise((resolve) => context.on("close", resolve));
    const control = await context.browser()?.newBrowserCDPSession();
    if (control === undefined) throw new Error("a browser");
    void control.send("Browser.crash").catch(() => undefined);
    await died;
    expect(filesHolding(profile.directory, ["KEPTBYOTHERS85"]).length).toBeGreaterThan(0);
    expect(filesHolding(profile.directory, secrets)).toEqual([]);
    const again = await open(profile, ["--restore-last-session"]);
    for (const restored of again.context.pages()) expect(await restored.content()).not.toContain("CANARY");
    await again.context.close();
    expect(filesHolding(profile.directory, secrets)).toEqual([]);
  });

  test("that keeps nothing for any site, everything works", async () => {
    const profile = newProfile({ default_content_setting_values: { cookies: 2 } });
    const { context, page } = await open(profile);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(stack.citizenOrigin);
    expect(await page.evaluate(() => Object.getOwnPropertyNames(window).includes("localStorage"))).toBe(true);
    await expect(page.evaluate(() => localStorage.length)).rejects.toThrow(/denied|SecurityError/);
    const code = await sendLetter(page, letter);
    await confirmReceipt(page, code);
    await press(page, citizenSays("done.home"));
    await comeBack(page, code);
    await page.getByText(canaries.text).first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a draft", () => {
  test("outlives a frozen tab, another language, steps back, and a lost network, and is sent when it is back", async () => {
    const { context, page } = await open(newProfile());
    await begin(page);
    const control = await context.newCDPSession(page);
    await control.send("Page.setWebLifecycleState", { state: "frozen" });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await control.send("Page.setWebLifecycleState", { state: "active" });
    for (const tongue of ["English", "ភាសាខ្មែរ", "Tiếng Việt"]) {
      await page.getByRole("button", { name: tongue }).first().click();
      await page.locator(`html[lang=${{ English: "en", "Tiếng Việt": "vi" }[tongue] ?? "km"}]`).waitFor();
    }
    await page.getByText(canaries.text).first().waitFor();
    await context.setOffline(true);
    for (let step = 0; step < 3; step++) await press(page, citizenSays("step.back"));
    await page.getByRole("heading", { name: citizenSays("topic.title") }).waitFor();
    await press(page, citizenSays("step.continue"));
    const paper = page.getByLabel(citizenSays("write.text"), { exact: true });
    expect(await paper.inputValue()).toBe(letter.text);
    await writeAndSend(page, `${letter.text} Viết thêm khi mất mạng.`);
    await page.getByText("Không có kết nối").first().waitFor();
    await context.setOffline(false);
    expect(await readReceipt(page)).toMatch(/^\d{24}$/);
    await context.close();
  });
});
