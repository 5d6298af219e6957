import { type Browser, chromium, type Page } from "playwright-core";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { knownOrganisation } from "../../src/client/organisation.ts";
import { type Desk, signIn } from "../../src/client/desk/session.ts";
import { viewCase } from "../../src/client/desk/act.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import { stretchOfficer } from "../../src/crypto/argon2.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { queryDatabase } from "../../src/org/local/wrangler.ts";
import { chromiumFlags, findChromium } from "../support/chromium.ts";
import { openLetterPost } from "../support/letter-post.ts";
import { seedManyCases } from "../support/many-cases.ts";
import { officerSays } from "../support/people.ts";
import { journeyCommittees, journeyOfficers, type Stack, startStack } from "../support/stack.ts";
import { medianOf } from "./slow-phone.ts";
import { type Line, printTable, timeMachine } from "./table.ts";

// `npm run bench:desk`: an officer with ten thousand cases, in a real browser against the real server over 10 Mbit/s by the
// browser's own throttle; answers compressed by the server as by an edge. Medians of three.

const count = 10_000;
const runs = 3;
const line10 = { downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8, latency: 10 } as const;
const letterText = "Kế toán ấp thu tiền làm lộ mà không công khai. CANARY-mười-nghìn";

type Run = {
  readonly first: number;
  readonly firstBytes: number;
  readonly whole: number;
  readonly wholeBytes: number;
  readonly opening: number;
  readonly longest: number;
  readonly searchable: number;
  readonly searchBytes: number;
  readonly key: number;
  readonly machine: number;
};

async function deskOf(stack: Stack): Promise<Desk> {
  await sodiumReady();
  const transport = { origin: stack.officerOrigin, fetch: hostFetch };
  const text = await fetchDirectory(transport);
  const reading = knownOrganisation(text ?? "", await keptTrust(stack.place), vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  const credentials = { loginName: journeyOfficers.commune, passphrase: stack.passphraseOf("commune") };
  const entered = await signIn(transport, reading.organisation, credentials, stretchOfficer);
  if (entered.kind !== "desk") throw new Error(entered.kind);
  return entered.desk;
}

/** A letter as a citizen sends it, opened by an officer: the case that is opened on the screen. */
async function realCase(stack: Stack, desk: Desk): Promise<CaseId> {
  const post = await openLetterPost(stack.citizenOrigin, await keptTrust(stack.place));
  await post.send(letterText);
  const rows = (await queryDatabase(stack.place, "SELECT id FROM cases")) as readonly {
    readonly id: CaseId;
  }[];
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("no case");
  const seen = await viewCase(desk, id);
  if (seen.kind !== "file") throw new Error(seen.kind);
  const opened = await carryOut(desk, seen.file, { command: "open" });
  if (opened.kind !== "file") throw new Error(opened.kind);
  return id;
}

/** Notes in the page what no test may disturb: tasks longer than 50 ms, and when the first line of the list stood there. */
function watchPage(): void {
  const seen = { tasks: [] as { start: number; duration: number }[], firstLine: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const observer = new MutationObserver(() => {
    if (document.querySelector(".duty-list .row") === null) return;
    seen.firstLine = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

type Seen = { readonly tasks: readonly { start: number; duration: number }[]; readonly firstLine: number };

async function runOnce(browser: Browser, stack: Stack): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", { offline: false, ...line10 });
  const bytes = new Map<string, number>();
  const urls = new Map<string, string>();
  devtools.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = new URL(urls.get(requestId) ?? "http://none/").pathname.split("/").at(-1) ?? "";
    bytes.set(path, (bytes.get(path) ?? 0) + encodedDataLength);
  });
  await page.goto(stack.officerOrigin);
  await page.locator("#login-name").fill(journeyOfficers.commune);
  await page.locator("#passphrase").fill(stack.passphraseOf("commune"));
  await page.waitForTimeout(1500);
  await page.keyboard.press("Enter");
  await page.locator(".duty-list .row").first().waitFor({ timeout: 60_000 });
  const known = officerSays("inbox.refreshed", { count: (count + 1).toLocaleString("vi-VN") });
  await page.waitForFunction((text) => document.body.textContent.includes(text), known, {
    timeout: 60_000,
    polling: 20,
  });
  const wholeAt = await page.evaluate(() => performance.now());
  // The first thing asked after the passphrase was stretched.
  const stretchedAt = await page.evaluate(
    () =>
      performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/api/officer/challenge"))
        ?.startTime ?? 0,
  );
  const opening = await timeOpening(page);
  const { searchableAt, key } = await timeSearch(page);
  await page.waitForTimeout(3000);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  const tasks = seen.tasks.filter(({ start }) => start > stretchedAt);
  await context.close();
  return {
    first: seen.firstLine - stretchedAt,
    firstBytes: bytes.get("urgent") ?? 0,
    whole: wholeAt - stretchedAt,
    wholeBytes: bytes.get("cases") ?? 0,
    opening,
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    searchable: searchableAt - stretchedAt,
    searchBytes: bytes.get("searches") ?? 0,
    key,
    machine: timeMachine(),
  };
}

const queries = ["công khai tiền", "Hộ nghèo", "bien ban thu chi", "ngung khao"];

/** When every opened case could be found by its words, and the slowest key: from the press to the last change on the page. */
async function timeSearch(page: Page): Promise<{ readonly searchableAt: number; readonly key: number }> {
  await page.getByRole("button", { name: officerSays("inbox.filter.all") }).click();
  const field = page.getByLabel(officerSays("search.label"));
  await field.fill("công khai");
  const all = officerSays("search.coverage-all", { opened: (count + 1).toLocaleString("vi-VN") });
  await page.waitForFunction((text) => document.body.textContent.includes(text), all, {
    timeout: 120_000,
    polling: 20,
  });
  const searchableAt = await page.evaluate(() => performance.now());
  // What others do would be drawn too, and is no part of a key.
  await page.route("**/changes?*", () => undefined);
  await page.evaluate(() => {
    const keys = { pressed: 0, slowest: 0 };
    Object.assign(globalThis, { keys });
    addEventListener("input", ({ timeStamp }) => (keys.pressed = timeStamp), { capture: true });
    new MutationObserver(() => {
      keys.slowest = Math.max(keys.slowest, performance.now() - keys.pressed);
    }).observe(document.querySelector("search")?.parentElement ?? document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  for (const query of queries) {
    await field.fill("");
    // Each key on its own: what is looked for only once two are down is not this.
    await field.pressSequentially(query, { delay: 400 });
  }
  const key = await page.evaluate(
    () => (globalThis as unknown as { keys: { slowest: number } }).keys.slowest,
  );
  return { searchableAt, key };
}

/** From the press on a line until its letter can be read. */
async function timeOpening(page: Page): Promise<number> {
  await page.getByRole("button", { name: officerSays("inbox.filter.to-sort") }).click();
  const row = page.locator(".duty-list .row", { hasText: "CANARY" });
  await row.waitFor();
  await page.evaluate(() => {
    const seen = { pressed: 0, shown: 0 };
    Object.assign(globalThis, { opening: seen });
    document.addEventListener("click", () => (seen.pressed = performance.now()), {
      capture: true,
      once: true,
    });
    const observer = new MutationObserver(() => {
      if (document.querySelector("#case")?.textContent.includes("CANARY") !== true) return;
      seen.shown = performance.now();
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await row.click();
  await page.locator("#case", { hasText: "CANARY" }).waitFor();
  const { pressed, shown } = await page.evaluate(
    () => (globalThis as unknown as { opening: { pressed: number; shown: number } }).opening,
  );
  return shown - pressed;
}

function lineOf(what: string, values: readonly number[], allowed: number | null, unit = "ms"): Line {
  return { what, values, value: medianOf(values), allowed, unit };
}

const stack = await startStack(["commune"]);
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  const desk = await deskOf(stack);
  const like = await realCase(stack, desk);
  const started = performance.now();
  await seedManyCases({ place: stack.place, desk, committee: journeyCommittees.commune, like, count });
  console.log(`${count} cases with sealed entries in ${Math.round(performance.now() - started)} ms`);
  const all: Run[] = [];
  for (let run = 0; run < runs; run++) {
    const one = await runOnce(browser, stack);
    console.log(JSON.stringify(one));
    all.push(one);
  }
  const of = (name: keyof Run) => all.map((run) => run[name]);
  const isKept = printTable([
    lineOf("passphrase stretched to first screen", of("first"), 300),
    lineOf("first screen's list, on the wire", of("firstBytes"), 100_000, "bytes"),
    lineOf(`passphrase stretched to whole list of ${count}`, of("whole"), 5000),
    lineOf("whole list, on the wire", of("wholeBytes"), null, "bytes"),
    lineOf("press on a case to its letter", of("opening"), 300),
    lineOf("passphrase stretched to every opened case found by its words", of("searchable"), 20_000),
    lineOf("sealed words, on the wire", of("searchBytes"), null, "bytes"),
    lineOf("slowest key in the search over all of them", of("key"), 100),
    lineOf("the machine itself: SHA-512 of 128 MiB, after each run", of("machine"), null),
    lineOf("longest task of the page after the passphrase", of("longest"), 50),
  ]);
  process.exitCode = isKept ? 0 : 1;
} finally {
  await browser.close();
  await stack.stop();
}
