import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { findAxeViolations } from "./axe.ts";
import { lookClosely } from "./close-look.ts";

const shots = process.env["SHOTS"];
if (shots !== undefined) mkdirSync(shots, { recursive: true });

const tongues = ["Tiếng Việt", "English", "ភាសាខ្មែរ"] as const;

/** By the buttons that every page has; a form may have a list of languages of its own. */
async function choose(page: Page, tongue: string): Promise<void> {
  await page.getByRole("button", { name: tongue }).first().click();
  await page.waitForTimeout(200);
}

/** A screen of the reporter: as any other, and with ruler and ear. Answers what is wrong, in any language. */
export async function lookAtReporters(page: Page, name: string): Promise<readonly string[]> {
  const found = [...(await lookAt(page, name, [360, 1280]))];
  for (const tongue of tongues) {
    await choose(page, tongue);
    found.push(...(await lookClosely(page, `${name} ${tongue}`)));
  }
  await choose(page, tongues[0]);
  return found;
}

/** What lies over the page: nothing else can be pressed while it does. */
export type Sheet = { readonly open: () => Promise<void>; readonly close: () => Promise<void> };

const noSheet: Sheet = { open: async () => Promise.resolve(), close: async () => Promise.resolve() };

/** What is wrong with a screen in any language and colour, each width in one of the colours; nothing, if all is well. */
export async function lookAt(
  page: Page,
  name: string,
  widths: readonly number[],
  sheet: Sheet = noSheet,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const tongue of tongues) {
    await choose(page, tongue);
    await sheet.open();
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      // Colours first, then one width per scheme: every pair of them would be looked at twice for nothing.
      const width = widths[scheme === "light" ? 0 : 1] ?? 360;
      await page.setViewportSize({ width, height: width < 600 ? 740 : 768 });
      const at = `${name} ${tongue} ${scheme} ${width}`;
      found.push(...(await findAxeViolations(page)).map((violation) => `${at}: ${violation}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${at}: ${overflow} px too wide`);
      if (shots !== undefined) {
        const file = `${name}-${tongues.indexOf(tongue)}-${scheme}-${width}`;
        await page.screenshot({ path: `${shots}/${file}.png`, fullPage: true });
      }
    }
    await sheet.close();
  }
  await choose(page, tongues[0]);
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}
