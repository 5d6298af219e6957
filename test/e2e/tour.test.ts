import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, vietnamDateAt } from "../../src/domain/plain-date.ts";
import { formatDate } from "../../src/i18n/format.ts";
import { lawVi } from "../../src/i18n/law/vi.ts";
import { tourVi } from "../../src/i18n/tour/vi.ts";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, stack } from "../support/desk.ts";
import { citizenSays, comeBack, newVisitor, sendLetter } from "../support/people.ts";

// The last of the files that share one server: it moves that server's day.

let browser: Browser;
let tour: Page;
let code = "";

const today = vietnamDateAt(Date.now());

beforeAll(async () => {
  browser = await launchBrowser();
  const visitor = await newVisitor(browser, stack.citizenOrigin);
  code = await sendLetter(visitor.page, {
    search: "giong rieng hoa thuan",
    unit: "Đảng bộ xã Hòa Thuận",
    about: "committee-head",
    text: "Không ai trả lời thư này. CANARY-thoi-gian",
  });
  tour = (await newVisitor(browser, `${stack.citizenOrigin}/demo`)).page;
}, 120_000);

afterAll(async () => {
  await browser.close();
});

async function move(name: string, to: string): Promise<void> {
  await tour.getByRole("button", { name, exact: true }).click();
  await tour.getByText(to, { exact: true }).last().waitFor({ timeout: 30_000 });
}

const later = (days: number) => tourVi["clock.later"].replace("{days}", String(days));
const says = (days: number) => tourVi["clock.today"].replace("{day}", formatDate("vi", addDays(today, days)));

/** Waits until the sender, who came back, finds a step in the history of the letter. */
async function senderSees(step: string): Promise<void> {
  const { page } = await newVisitor(browser, stack.citizenOrigin);
  await comeBack(page, code);
  await page.getByText(step).first().waitFor({ timeout: 30_000 });
  await page.context().close();
}

describe("a visitor of the tour has time pass", () => {
  test("and a letter that nobody opened is overdue, which its sender sees", async () => {
    await move(later(21), says(21));
    await senderSees(citizenSays("step.BecameOverdue", { clock: lawVi["clock.first-open"] }));
  });

  test("and in the end the superior may open it, which its sender sees too", async () => {
    await move(later(35), says(56));
    await senderSees(
      citizenSays("step.Escalated", {
        clock: lawVi["clock.first-open"],
        superior: "Ban Thường vụ Tỉnh ủy Kiên Giang",
      }),
    );
  });

  test("and goes back to the day that it is", async () => {
    await move(tourVi["clock.real"], says(0));
  });

  test("on a page without a fault of accessibility", async () => {
    expect(await findAxeViolations(tour)).toEqual([]);
  });
});
