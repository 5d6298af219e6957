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

type Watched = { keys: number[]; stills: { start: number; length: number }[]; treeAt: number };

/** Notes each key's time to the frame behind its results, and whenever the page stands still. */
function watchPage(browse: string): void {
  const watched: Watched = { keys: [], stills: [], treeAt: 0 };
  (globalThis as { watched?: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      watched.stills.push({ start: entry.startTime, length: entry.duration });
  }).observe({ type: "longtask", buffered: true });
  // What browses the tree is on the page as soon as there is a tree; from then on it is indexed.
  new MutationObserver((_, observer) => {
    const summaries = [...document.querySelectorAll("summary")];
    if (!summaries.some(({ textContent }) => textContent === browse)) return;
    watched.treeAt = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
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
  await page.addInitScript(watchPage, citizenSays("unit.browse"));
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
  const { keys, stills, treeAt } = await page.evaluate(() => {
    const { watched } = globalThis as { watched?: Watched };
    return watched ?? { keys: [], stills: [], treeAt: 0 };
  });
  await page.context().close();
  const longest = (from: number, to: number) =>
    Math.max(0, ...stills.filter(({ start }) => start >= from && start < to).map(({ length }) => length));
  return {
    keystroke: Math.max(...keys),
    found,
    reading: longest(0, treeAt),
    indexing: longest(treeAt, found),
  };
}
