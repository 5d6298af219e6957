import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryDatabase } from "../../src/org/local/wrangler.ts";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { lookAt } from "../support/looking.ts";
import {
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  sendLetter,
  type WatchedPage,
} from "../support/people.ts";
import type { JourneyOfficer } from "../support/stack.ts";

// Who did what on a case, at a real screen, over a database in which somebody has changed rows.

const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "committee-head",
  text: "NHẬTKÝ Một việc cần được xem xét.",
};
const titles = {
  district: "Cán bộ xử lý, Văn phòng Huyện ủy Giồng Riềng",
  colleague: "Cán bộ nội chính, Văn phòng Huyện ủy Giồng Riềng",
} as const;

let browser: Browser;
let caseId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const { page } = await newVisitor(browser, stack.citizenOrigin);
  await sendLetter(page, letter);
  await page.context().close();
  const colleague = await openDesk(browser, "colleague");
  await openLetterWith(colleague.page, "NHẬTKÝ");
  await colleague.page.context().close();
  const rows = (await queryDatabase(
    stack,
    "SELECT case_id FROM audit WHERE committee = 'giong-rieng-btv' ORDER BY sequence DESC LIMIT 1",
  )) as readonly { case_id: string }[];
  caseId = rows[0]?.case_id ?? "";
}, 300_000);

afterAll(async () => {
  await browser.close();
});

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

/** Whoever holds the database: past the rule that nothing in this table changes. */
async function tamper(trigger: string, sql: string): Promise<void> {
  await queryDatabase(stack, `DROP TRIGGER IF EXISTS ${trigger}; ${sql}`);
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
      if (officer === "district") await photograph(page);
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
      await page.context().close();
    }
    expect(digits[0]?.match(/\d{5}/g)).toHaveLength(7);
    expect(digits[1]).toBe(digits[0]);
  });

  test("shows in words where a row of the log was changed, and goes on", async () => {
    await tamper(
      "audit_never_changes",
      `UPDATE audit SET act = replace(act, '"Read"', '"Noted"') WHERE sequence =
       (SELECT min(sequence) FROM audit WHERE case_id = '${caseId}' AND act LIKE '%"Read"%')`,
    );
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
    expect(await lookAt(page, "audit-tampered", [1366, 360])).toEqual([]);
    expect([watch.errors, watch.violations]).toEqual([[], []]);
    await page.context().close();
  });
});

describe("a case of which a row was changed", () => {
  test("is listed by its number alone when its line in the list was tampered with, until somebody reads it", async () => {
    await queryDatabase(
      stack,
      `UPDATE index_entries SET entry = 'AAAA' || substr(entry, 5) WHERE case_id = '${caseId}'`,
    );
    const { page, watch } = await openDesk(browser, "district");
    const row = page.locator(`[id$="${caseId}"]`).first();
    expect(await row.innerText()).toContain(officerSays("inbox.damaged"));
    await row.click();
    await page.locator(".letter").getByText("NHẬTKÝ").first().waitFor();
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
    await tamper(
      "entries_never_change",
      `UPDATE entries SET event = replace(event, '"Opened"', '"Explained"') WHERE case_id = '${caseId}' AND sequence = 1`,
    );
    const { page, watch } = await atTheCase("district");
    const warning = page.locator(".warnings");
    await warning.getByText(officerSays("fault.title"), { exact: true }).waitFor();
    expect(await warning.innerText()).toContain(officerSays("fault.advice").slice(0, 30));
    // The letter itself is still there to be read, and nothing may be signed on such a history.
    expect(await page.locator(".letter").getByText("NHẬTKÝ").count()).toBeGreaterThan(0);
    expect(await page.locator(".next-duty-acts").count()).toBe(0);
    expect(await lookAt(page, "chain-tampered", [1366, 360])).toEqual([]);
    expect([watch.errors, watch.violations]).toEqual([[], []]);
    await page.context().close();
  });
});

async function photograph(page: Page): Promise<void> {
  const shots = process.env["SHOTS"];
  if (shots === undefined) return;
  await page.screenshot({ path: `${shots}/audit-sheet-1366.png` });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: `${shots}/audit-sheet-print.png` });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${shots}/audit-sheet-360.png` });
  await page.setViewportSize({ width: 1366, height: 768 });
}
