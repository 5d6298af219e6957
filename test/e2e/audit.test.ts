import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { openLetterPost } from "../support/letter-post.ts";
import { lookAt, type Sheet } from "../support/looking.ts";
import { officerSays, press, type WatchedPage } from "../support/people.ts";
import type { JourneyOfficer } from "../support/stack.ts";
import { askStored, type Forgery, forgeStored } from "../support/stored-rows.ts";

// Who did what on a case, at a real screen, over a database in which somebody has changed rows.

const mark = "NHẬTKÝ";
const titles = {
  district: "Cán bộ xử lý, Văn phòng Huyện ủy Giồng Riềng",
  colleague: "Cán bộ nội chính, Văn phòng Huyện ủy Giồng Riềng",
} as const;

let browser: Browser;
let caseId: string;

/** What others, who use the same server after, must not find. */
const undoing: (() => void)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const post = await openLetterPost(stack.citizenOrigin, await keptTrust(stack));
  await post.send(`${mark} Một việc cần được xem xét.`, { about: "committee-head" });
  const colleague = await openDesk(browser, "colleague");
  await openLetterWith(colleague.page, mark);
  await colleague.page.context().close();
  const [last] = askStored(
    stack,
    "SELECT case_id FROM audit WHERE committee = 'giong-rieng-btv' ORDER BY sequence DESC LIMIT 1",
  );
  caseId = String(last?.["case_id"]);
}, 180_000);

afterAll(async () => {
  for (const undo of undoing.toReversed()) undo();
  await browser.close();
});

/** Whoever holds the database. */
function tamper(forgery: Forgery): void {
  undoing.push(forgeStored(stack, forgery));
}

/** An officer who has the case open. */
async function atTheCase(officer: JourneyOfficer): Promise<WatchedPage> {
  const visitor = await openDesk(browser, officer);
  const { page } = visitor;
  await page.locator(`[id$="${caseId}"]`).first().click();
  await page.locator(".letter, .failure, .warnings .notice").first().waitFor();
  return visitor;
}

const logIn = (page: Page) => page.locator(".who-did-what");

async function askWho(page: Page): Promise<readonly string[]> {
  await logIn(page).locator("summary").click();
  await logIn(page).locator(".entry, .failure").first().waitFor();
  return await logIn(page).locator(".entry-head").allInnerTexts();
}

/** The whole log, in whatever language. */
function sheetOf(page: Page): Sheet {
  const sheet = page.locator("dialog.audit-sheet");
  return {
    open: async () => {
      await page.locator(".top-actions button").first().click();
      await sheet.locator(".digits").waitFor();
    },
    close: async () => {
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
    },
  };
}

describe("who did what", () => {
  test("is told under the history: each opening and reading, by whom, with the signature checked", async () => {
    const { page, watch } = await atTheCase("district");
    const lines = await askWho(page);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(titles.colleague);
    expect(lines[1]).toContain(titles.district);
    expect(lines[1]).toContain(officerSays("audit.read"));
    for (const line of lines) expect(line).toContain(officerSays("audit.proof.signed"));
    await logIn(page).getByText(officerSays("audit.case.good")).waitFor();
    expect(await lookAt(page, "audit-case", [1366, 360])).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    expect([watch.errors, watch.violations]).toEqual([[], []]);
    await page.context().close();
  });

  test("is told by keyboard alone, and the whole log in digits that two officers can compare", async () => {
    const digits: string[] = [];
    for (const officer of ["district", "colleague"] as const) {
      const { page } = await openDesk(browser, officer);
      await page.getByRole("button", { name: officerSays("audit.sheet.open"), exact: true }).focus();
      await page.keyboard.press("Enter");
      const sheet = page.locator("dialog.audit-sheet");
      await sheet.getByText(officerSays("audit.sheet.good")).waitFor();
      await sheet.getByLabel(officerSays("audit.sheet.up-to")).fill("2");
      digits.push(await sheet.locator("output").innerText());
      expect(await findAxeViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
      if (officer === "district")
        expect(await lookAt(page, "audit-sheet", [1366, 360], sheetOf(page))).toEqual([]);
      await page.context().close();
    }
    expect(digits[0]?.match(/\d{5}/g)).toHaveLength(7);
    expect(digits[1]).toBe(digits[0]);
  });

  test("shows in words where a row of the log was changed, and goes on", async () => {
    const [read] = askStored(
      stack,
      `SELECT min(sequence) AS sequence FROM audit WHERE case_id = '${caseId}' AND act LIKE '%"Read"%'`,
    );
    tamper({
      table: "audit",
      column: "act",
      where: `case_id = '${caseId}' AND sequence = ${String(read?.["sequence"])}`,
      forge: (act) => act.replace('"Read"', '"Noted"'),
    });
    const { page, watch } = await atTheCase("colleague");
    await askWho(page);
    const doubtful = logIn(page).locator(".entry-doubtful");
    expect(await doubtful.count()).toBe(1);
    const said = await doubtful.innerText();
    expect(said).toContain(officerSays("audit.fault.broken-link"));
    expect(said).toContain(officerSays("audit.fault.bad-signature"));
    expect(said).toContain(officerSays("audit.proof.none"));
    await logIn(page).getByText(officerSays("audit.case.bad")).waitFor();
    await press(page, officerSays("audit.sheet.open"));
    const sheet = page.locator("dialog.audit-sheet");
    await sheet.getByText(officerSays("audit.fault.bad-signature")).first().waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    // The sheet alone was closed.
    expect(await logIn(page).count()).toBe(1);
    expect(await lookAt(page, "audit-sheet-tampered", [1366, 360], sheetOf(page))).toEqual([]);
    expect(await lookAt(page, "audit-tampered", [1366, 360])).toEqual([]);
    expect([watch.errors, watch.violations]).toEqual([[], []]);
    await page.context().close();
  });
});

describe("a case of which a row was changed", () => {
  test("is listed by its number alone when its line in the list was tampered with, until somebody reads it", async () => {
    // Not undone: it is mended by being read.
    forgeStored(stack, {
      table: "index_entries",
      column: "entry",
      where: `case_id = '${caseId}'`,
      forge: (entry) => `AAAA${entry.slice(4)}`,
    });
    const { page, watch } = await openDesk(browser, "district");
    const row = page.locator(`[id$="${caseId}"]`).first();
    expect(await row.innerText()).toContain(officerSays("inbox.damaged"));
    await row.click();
    await page.locator(".letter").getByText(mark).first().waitFor();
    await page.getByText(officerSays("inbox.damaged")).waitFor({ state: "detached" });
    await page.context().close();
    const again = await openDesk(browser, "colleague");
    expect(await again.page.locator(`[id$="${caseId}"]`).first().innerText()).not.toContain(
      officerSays("inbox.damaged"),
    );
    await again.page.context().close();
    expect([watch.errors, watch.violations]).toEqual([[], []]);
  });

  test("says so in words above everything else when its signed history was tampered with, and offers no act", async () => {
    tamper({
      table: "entries",
      column: "event",
      where: `case_id = '${caseId}' AND sequence = 1`,
      forge: (event) => event.replace('"Opened"', '"Explained"'),
    });
    const { page, watch } = await atTheCase("district");
    const warning = page.locator(".warnings");
    await warning.getByText(officerSays("fault.title"), { exact: true }).waitFor();
    expect(await warning.innerText()).toContain(officerSays("fault.advice").slice(0, 30));
    // The letter itself is still there to be read, and nothing may be signed on such a history.
    await page.locator(".letter").getByText(mark).first().waitFor();
    expect(await page.locator(".next-duty-acts").count()).toBe(0);
    expect(await lookAt(page, "chain-tampered", [1366, 360])).toEqual([]);
    expect([watch.errors, watch.violations]).toEqual([[], []]);
    await page.context().close();
  });
});
