import type { Browser } from "playwright-core";
import { openSlowPhone, type Slowness } from "./slow-phone.ts";

/** Milliseconds from the start of the navigation. */
export type FormTimes = {
  readonly painted: number;
  /** The first press of "Viết thư" that does something. */
  readonly interactive: number;
  /** The field for the unit is there to be typed into. */
  readonly formVisible: number;
  /** What was typed at once has found something. */
  readonly found: number;
};

/** Somebody who presses in every frame until the page obeys, and types as soon as there is a field. */
function pressAtOnce(): void {
  const seen: Record<string, number> = {};
  const note = (what: string) => {
    seen[what] ??= performance.now();
  };
  const look = () => {
    const field = document.querySelector<HTMLInputElement>("input#a");
    const first = document.querySelector<HTMLButtonElement>("button.way-first");
    if (first !== null) {
      first.click();
      // Obeyed or not is seen when the page has had its turn.
      queueMicrotask(() => setTimeout(() => !first.isConnected && note("interactive")));
    }
    if (field !== null && seen["formVisible"] === undefined) {
      // The frame that shows it is the next one.
      requestAnimationFrame(() => {
        note("formVisible");
        field.value = "giong rieng";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    }
    if (document.querySelector("ul.rows button .row-name") !== null) note("found");
    (globalThis as { seen?: typeof seen }).seen = seen;
    if (seen["found"] === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens the address on a slow phone and goes straight to the form. */
export async function timeToForm(browser: Browser, origin: string, slowness?: Slowness): Promise<FormTimes> {
  const page = await openSlowPhone(browser, slowness);
  await page.addInitScript(pressAtOnce);
  await page.goto(origin, { waitUntil: "commit" });
  await page.waitForFunction(
    () => (globalThis as { seen?: Record<string, number> }).seen?.["found"] !== undefined,
    undefined,
    { timeout: 60_000 },
  );
  const times = await page.evaluate(() => {
    const { seen = {} } = globalThis as { seen?: Record<string, number> };
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return { ...seen, painted: paint?.startTime ?? Number.NaN };
  });
  await page.context().close();
  return times as FormTimes;
}
