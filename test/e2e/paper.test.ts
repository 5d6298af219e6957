import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootFingerprint } from "../../src/crypto/directory.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import { fingerprintGroups } from "../../src/envelope/fingerprint-groups.ts";
import { posterKm } from "../../src/i18n/poster/km.ts";
import { posterVi } from "../../src/i18n/poster/vi.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, stack } from "../support/desk.ts";
import { printed, scan, wordsOnPaper } from "../support/paper.ts";
import { citizenSays, type LetterToWrite, newVisitor, press, sendLetter } from "../support/people.ts";

// What leaves the screen on paper or as a picture. The printer's window cannot be opened here: pressing the button
// chooses the paper, and then the page is printed as that window would print it.

const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "GIẤYIN Một việc cần được xem xét.",
};
const { host } = new URL(stack.citizenOrigin);

let browser: Browser;
let roots: string;

beforeAll(async () => {
  browser = await launchBrowser();
  await sodiumReady();
  roots = fingerprintGroups(rootFingerprint(await keptTrust(stack))).join(" ");
});

afterAll(async () => {
  await browser.close();
});

/** Presses what prints; the choice of paper stays, as it does while a printer's window is open. */
async function ask(page: Page, button: string): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await press(page, button);
}

describe("the receipt", () => {
  test("goes onto one sheet, or onto a slip that does not say what it is for, and nothing else of the page does", async () => {
    const { page, watch } = await newVisitor(browser, stack.citizenOrigin, { colorScheme: "dark" });
    const code = await sendLetter(page, letter);
    const groups = code.replaceAll(/(\d{4})(?=\d)/g, "$1 ");

    expect(await printed(page)).toEqual({ pages: 1, sizes: ["210 × 297"] });
    const sheet = await wordsOnPaper(page);
    expect(sheet).toContain(groups);
    expect(sheet).toContain("Đảng ủy xã Hòa Thuận");
    expect(sheet).toContain(roots);
    expect(sheet).toContain(stack.citizenOrigin);
    for (const key of ["dates.first-open", "dates.acknowledge", "dates.result", "dates.escalation"] as const)
      expect(sheet).toContain(citizenSays(key));
    for (const hidden of [
      "GIẤYIN",
      citizenSays("receipt.copy"),
      citizenSays("exit.hint"),
      citizenSays("demo.banner"),
    ])
      expect(sheet).not.toContain(hidden);

    await ask(page, citizenSays("keep.slip"));
    expect(await wordsOnPaper(page)).toBe(groups);
    expect(await printed(page)).toEqual({ pages: 1, sizes: ["80 × 50"] });
    await page.getByRole("checkbox", { name: citizenSays("keep.slip.address") }).check();
    await ask(page, citizenSays("keep.slip"));
    expect(await wordsOnPaper(page)).toBe(`${groups} ${host}`);
    expect(await printed(page)).toEqual({ pages: 1, sizes: ["80 × 50"] });

    // Once a paper has been printed, the browser's own menu prints the sheet again.
    expect(await printed(page)).toEqual({ pages: 1, sizes: ["210 × 297"] });
    expect(watch.violations).toEqual([]);
    await page.context().close();
  });

  test("is black on white on paper, whatever the screen's colours", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin, { colorScheme: "dark" });
    await sendLetter(page, letter);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await page.evaluate(() => {
      const ink = [...document.querySelectorAll(".paper-a4, .paper-a4 *")].map(
        (element) => getComputedStyle(element).color,
      );
      const ground = [
        ...document.querySelectorAll("html, body, .page, .column, .sheet, .papers, .paper-a4"),
      ].map((element) => getComputedStyle(element).backgroundColor);
      return { ink: [...new Set(ink)], ground: [...new Set(ground)].sort() };
    });
    expect(colours).toEqual({ ink: ["rgb(0, 0, 0)"], ground: ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"] });
    await page.context().close();
  });

  test("shows a picture on press that a scanner reads as the digits and nothing else, with a warning", async () => {
    const { page, watch } = await newVisitor(browser, stack.citizenOrigin, { colorScheme: "dark" });
    const code = await sendLetter(page, letter);
    const picture = page.getByRole("figure", { name: citizenSays("keep.qr.label") });
    expect(await picture.count()).toBe(0);
    await press(page, citizenSays("keep.qr"));
    expect(await scan(browser, picture)).toBe(code);
    await page.getByText(citizenSays("keep.qr.warning").slice(0, 30)).waitFor();
    await press(page, citizenSays("keep.qr.hide"));
    expect(await picture.count()).toBe(0);
    expect(watch.violations).toEqual([]);
    await page.context().close();
  });
});

describe("a poster", () => {
  test("fits on one sheet in every choice of languages, for a unit or for none, and so do the slips", async () => {
    const { page, watch } = await newVisitor(browser, `${stack.citizenOrigin}/poster`);
    const one = { pages: 1, sizes: ["210 × 297"] };
    await page.getByLabel(posterVi["page.unit"]).fill("hoa thuan");
    await page.getByRole("button", { name: letter.unit }).first().click();
    const languages = page.getByRole("radio");
    expect(await languages.count()).toBe(5);
    for (const radio of await languages.all()) {
      await radio.check();
      for (const paper of ["page.poster", "page.slips"] as const) {
        await ask(page, posterVi[paper]);
        const { pages, sizes } = await printed(page);
        const choice = await radio.getAttribute("value");
        expect({ choice, paper, pages, sizes }).toEqual({ choice, paper, ...one });
      }
    }
    expect(watch.violations).toEqual([]);
    await page.context().close();
  });

  test("carries the bare address, in letters and to be scanned, and the numbers that the page shows too", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    const fold = page.getByText(citizenSays("home.real"));
    await fold.click();
    await page.getByText(roots).waitFor();
    await page.getByRole("link", { name: citizenSays("home.poster") }).click();
    await page.getByRole("heading", { name: posterVi["page.title"] }).waitFor();
    await page.getByRole("radio", { name: "Tiếng Việt + ភាសាខ្មែរ" }).check();
    const poster = await wordsOnPaper(page);
    for (const words of [roots, host, posterVi.title, posterVi.reads, posterVi.away])
      expect(poster).toContain(words);
    expect(poster.replaceAll("\u200b", "")).toContain(posterKm.away);
    expect(poster).not.toContain(posterVi["page.title"]);
    for (const picture of [".poster .qr", ".cut .qr"])
      expect(await scan(browser, page.locator(picture).first())).toBe(`${stack.citizenOrigin}/`);
    await page.context().close();
  });

  test("names the unit for which it is printed, and nobody who reads but the committee responsible", async () => {
    const { page, watch } = await newVisitor(browser, `${stack.citizenOrigin}/poster`);
    await page.getByLabel(posterVi["page.unit"]).fill("hoa thuan");
    await page.getByRole("button", { name: letter.unit }).first().click();
    await ask(page, posterVi["page.slips"]);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findAxeViolations(page)).toEqual([]);
    }
    const slips = await wordsOnPaper(page);
    expect(slips.split(letter.unit).length - 1).toBe(8);
    expect(slips).not.toMatch(/đảng ủy|huyện ủy|tỉnh ủy|chi ủy|ban thường vụ/i);
    await ask(page, posterVi["page.poster"]);
    const poster = await wordsOnPaper(page);
    expect(poster).toContain(letter.unit);
    expect(poster).not.toMatch(/đảng ủy|huyện ủy|tỉnh ủy|chi ủy|ban thường vụ/i);
    // Whoever prints tells the server nothing of the unit.
    expect(watch.requests.filter(({ url, body }) => `${url}${body}`.includes("hoa-thuan"))).toEqual([]);
    await page.context().close();
  });
});
