import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { citizenSays, press } from "../support/people.ts";
import { createNationalTree } from "../support/national-tree.ts";
import type { Stack } from "../support/stack.ts";
import { openSlowPhone } from "./slow-phone.ts";

export type SearchTimes = {
  /** Of all keystrokes the slowest: from the key to the frame after its results. Milliseconds, as all of these. */
  readonly keystroke: number;
  /** From the start of the navigation until what was typed finds something. */
  readonly found: number;
  /** The longest that the page stood still after the list had come: to read it and to build the tree. */
  readonly reading: number;
  /** The longest that it stood still while the tree was indexed. */
  readonly indexing: number;
};

const queries = [
  "giong rieng",
  "Rồng Giềng",
  "xa gong rieg",
  "chi bo ap tan tien dang bo xa giong rieng tinh an giang",
];

/** The demonstration's directory with the tree of a whole country in the place of its own. */
export function nationalDirectory(text: string): string {
  const file = JSON.parse(text) as { payload: string };
  const payload = { ...(JSON.parse(file.payload) as object), organisation: createNationalTree() };
  return JSON.stringify({ ...file, payload: JSON.stringify(payload) });
}

/** Has the server serve that. Answers its size on the wire. */
export async function publishNationalTree({ place }: Pick<Stack, "place">): Promise<number> {
  const path = `${place.siteDirectory}/org/directory.json`;
  const text = nationalDirectory(await readFile(path, "utf8"));
  await writeFile(path, text);
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

type Watched = { keys: number[]; stills: { start: number; length: number }[]; listAt: number };

/** Notes each key's time to the frame behind its results, and whenever the page stands still. */
function watchPage(): void {
  const watched: Watched = { keys: [], stills: [], listAt: 0 };
  (globalThis as { watched?: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      watched.stills.push({ start: entry.startTime, length: entry.duration });
  }).observe({ type: "longtask", buffered: true });
  addEventListener("input", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => watched.keys.push(performance.now() - event.timeStamp));
      port1.start();
      port2.postMessage(null);
    });
  });
}

/** Types on a slow phone into the search over a country's tree. */
export async function timeSearch(
  browser: Browser,
  origin: string,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<SearchTimes> {
  const page = await openSlowPhone(browser);
  await prepare(page);
  page.setDefaultTimeout(120_000);
  await page.addInitScript(watchPage);
  await page.goto(origin);
  await press(page, citizenSays("home.write"));
  const field = page.getByLabel(citizenSays("unit.search"));
  await field.fill("giong rieng");
  await page.locator("ul.rows .row-name").first().waitFor();
  const found = await page.evaluate(() => performance.now());
  await page.evaluate(() => (globalThis as { watched?: Watched }).watched?.keys.splice(0));
  for (const query of queries) {
    await field.fill("");
    await field.pressSequentially(query, { delay: 120 });
  }
  await page.waitForTimeout(500);
  const { keys, stills, listAt } = await page.evaluate(() => {
    const { watched } = globalThis as { watched?: Watched };
    const [list] = performance.getEntriesByName(`${location.origin}/directory.json`);
    const listAt = list instanceof PerformanceResourceTiming ? list.responseEnd : 0;
    return { keys: watched?.keys ?? [], stills: watched?.stills ?? [], listAt };
  });
  await page.context().close();
  // The first that ends after the list has come reads it; those behind it index.
  const [reading, ...indexing] = stills.filter(
    ({ start, length }) => start + length > listAt && start < found,
  );
  return {
    keystroke: Math.max(...keys),
    found,
    reading: reading?.length ?? 0,
    indexing: Math.max(0, ...indexing.map(({ length }) => length)),
  };
}
