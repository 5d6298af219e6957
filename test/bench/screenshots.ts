import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { rootFingerprint } from "../../src/crypto/directory.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { tourVi } from "../../src/i18n/tour/vi.ts";
import { demoOfficers } from "../../src/org/demo/demonstration.ts";
import { tellingLetters } from "../../src/org/demo/letters.ts";
import { prepareLetters, seedLetters, type SentLetter } from "../../src/org/demo/seed.ts";
import { keptTrust, readPassphrases } from "../../src/org/local/organisation-file.ts";
import { rememberStretch } from "../../src/org/local/remembered-stretch.ts";
import { createStretchPool } from "../../src/org/local/stretch-pool.ts";
import { projectDirectory } from "../../src/org/local/wrangler.ts";
import { chromiumFlags, findChromium } from "../support/chromium.ts";
import {
  chooseUnit,
  chooseWhom,
  citizenSays,
  comeBack,
  goToInbox,
  newVisitor,
  press,
  sendLetter,
} from "../support/people.ts";
import { journeyOfficers, type Stack, startStack } from "../support/stack.ts";

// `npm run screenshots`: the six pictures of the README, from a real browser over a real server with real letters.

const target = `${projectDirectory}.github/screenshots`;
const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1366, height: 768 } };
const letter = {
  search: "giong rieng hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "committee-head" as const,
};

async function fill(stack: Stack): Promise<readonly SentLetter[]> {
  const known = new Map((await readPassphrases(stack.place)).map((entry) => [entry.loginName, entry]));
  const officers = demoOfficers().flatMap(({ loginName, committees }) => {
    const entry = known.get(loginName);
    return entry === undefined ? [] : [{ ...entry, committees }];
  });
  const { citizenOrigin, officerOrigin, place } = stack;
  const trust = await keptTrust(place);
  const today = vietnamDateAt(Date.now());
  const held = new Set([
    "gr-hoa-thuan",
    "gr-hoa-thuan-ap-tan-lap",
    "gr-hoa-thuan-ap-tan-tien",
    "gr-van-hoa",
    null,
  ]);
  const served = new Set<string>(officers.flatMap(({ committees }) => committees));
  const letters = tellingLetters.filter(
    (letter) =>
      held.has(letter.unit) &&
      [...JSON.stringify(letter).matchAll(/"to":"([^"]+)"/g)].every(([, to = ""]) => served.has(to)),
  );
  const pool = createStretchPool();
  const stretch = rememberStretch(pool.officer);
  const preparations = prepareLetters(rootFingerprint(trust), letters, pool.reporter);
  const context = { citizenOrigin, officerOrigin, trust, today, officers, stretch };
  const sent = await seedLetters(context, preparations);
  await pool.close();
  return sent;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${target}/${name}.png` });
  console.log(`${name}.png`);
}

async function shootCitizen(browser: Browser, stack: Stack): Promise<void> {
  const { page } = await newVisitor(browser, stack.citizenOrigin, { viewport: { width: 720, height: 1400 } });
  await press(page, citizenSays("home.write"));
  await chooseUnit(page, letter);
  await chooseWhom(page, letter.about);
  await page.getByRole("heading", { name: citizenSays("route.title") }).waitFor();
  await shoot(page, "route");
  const sender = await newVisitor(browser, stack.citizenOrigin, { viewport: { width: 390, height: 1330 } });
  await sendLetter(sender.page, { ...letter, text: "Một việc cần được xem xét." });
  await shoot(sender.page, "receipt");
}

async function shootOfficer(browser: Browser, stack: Stack): Promise<void> {
  const { page } = await newVisitor(browser, stack.officerOrigin, desk);
  await goToInbox(page, journeyOfficers.district, stack.passphraseOf("district"));
  await page.locator(".duty-list .row").first().waitFor();
  await shoot(page, "inbox");
  await page.locator(".duty-list .row:not(.row-sealed)").first().click();
  await page.locator(".letter-text").waitFor();
  await shoot(page, "deadlines");
}

async function shootAnswer(browser: Browser, stack: Stack, sent: readonly SentLetter[]): Promise<void> {
  const answered = sent.find(({ letter: { name } }) => name === "true");
  if (answered === undefined) throw new Error("no answered letter");
  const { page } = await newVisitor(browser, stack.citizenOrigin, phone);
  await comeBack(page, answered.code);
  const verified = page.getByText(citizenSays("case.verified")).first();
  await verified.scrollIntoViewIfNeeded();
  await shoot(page, "answer");
}

async function shootServerRow(browser: Browser, stack: Stack, [sent]: readonly SentLetter[]): Promise<void> {
  if (sent === undefined) throw new Error("no letter");
  const { page } = await newVisitor(browser, `${stack.citizenOrigin}/demo`, {
    viewport: { width: 1000, height: 1100 },
  });
  await page.getByRole("textbox").first().fill(sent.code);
  await page.getByRole("button", { name: tourVi["row.show"] }).click();
  const table = page.getByRole("table").first();
  await table.waitFor({ timeout: 30_000 });
  await table.evaluate((element) => {
    element.scrollIntoView({ block: "start" });
  });
  await shoot(page, "server-row");
}

await mkdir(target, { recursive: true });
const stack = await startStack();
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  const sent = await fill(stack);
  await shootCitizen(browser, stack);
  await shootOfficer(browser, stack);
  await shootAnswer(browser, stack, sent);
  await shootServerRow(browser, stack, sent);
} finally {
  await browser.close();
  await stack.stop();
}
