import { readdirSync, readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, stack } from "../support/desk.ts";
import {
  citizenSays,
  comeBack,
  confirmReceipt,
  type LetterToWrite,
  newVisitor,
  press,
  sendLetter,
} from "../support/people.ts";

// Phones that are not the newest: the pages promise to run from Chrome 85, Firefox 79 and Safari 14 on. The build
// rewrites syntax for them and nothing else; what functions they lack is taken away here, in a browser that has them.

const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "Một việc cần được xem xét.",
};

/** Functions that are newer than the oldest of these browsers: where they hang, and their names. */
const newer = {
  "Array.prototype": ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"],
  "String.prototype": ["at", "isWellFormed", "toWellFormed"],
  Object: ["hasOwn", "groupBy"],
  Map: ["groupBy"],
  Array: ["fromAsync"],
  Promise: ["any", "withResolvers", "try"],
  Intl: ["Segmenter", "DurationFormat", "supportedValuesOf"],
  AbortSignal: ["timeout", "any", "abort"],
  "Crypto.prototype": ["randomUUID"],
  // `checkVisibility` too is newer, but the tests' own way of finding things needs it.
  "Element.prototype": ["replaceChildren", "setHTMLUnsafe", "moveBefore"],
  "Document.prototype": ["replaceChildren", "startViewTransition"],
  "Set.prototype": ["union", "intersection", "difference", "isSubsetOf", "isDisjointFrom"],
  "Iterator.prototype": ["map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "some", "every"],
  "Uint8Array.prototype": [
    "at",
    "toSorted",
    "findLast",
    "findLastIndex",
    "toHex",
    "toBase64",
    "toReversed",
    "with",
  ],
  "ArrayBuffer.prototype": ["transfer", "resize"],
  "Navigator.prototype": ["clipboard", "locks", "scheduling", "userActivation", "storage"],
  window: [
    "structuredClone",
    "scheduler",
    "requestIdleCallback",
    "reportError",
    "WeakRef",
    "FinalizationRegistry",
    "CompressionStream",
    "DecompressionStream",
    "navigation",
    "trustedTypes",
    "URLPattern",
    "cookieStore",
    "SharedWorker",
  ],
} as const;

/** Old functions of other things that have the same name. */
const sameNameIsOld: ReadonlySet<string> = new Set([
  "map",
  "filter",
  "reduce",
  "some",
  "every",
  "flatMap",
  "abort",
]);

/** Used only after a look whether they are there. */
const guarded = [".moveBefore(", ".toBase64(", "scheduler"];

/** Takes them away before the page's first line. */
function takeAway(names: typeof newer): void {
  for (const [path, functions] of Object.entries(names)) {
    let holder: unknown = window;
    for (const step of path.split("."))
      if (step !== "window") holder = (holder as Record<string, unknown>)?.[step];
    if (holder !== undefined) for (const name of functions) Reflect.deleteProperty(holder as object, name);
  }
  Reflect.deleteProperty(window, "Iterator");
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** A visitor whose browser was changed before the page came. */
async function visitWith(
  prepare: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): ReturnType<typeof newVisitor> {
  const visitor = await newVisitor(browser, "about:blank", options);
  await prepare(visitor.page);
  await visitor.page.goto(stack.citizenOrigin);
  return visitor;
}

/** Sends, keeps the code, and comes back with it. */
async function goThroughAll(page: Page): Promise<void> {
  const code = await sendLetter(page, letter);
  await confirmReceipt(page, code);
  await page.reload();
  await comeBack(page, code);
  await page.getByText(letter.text).first().waitFor({ timeout: 30_000 });
}

test("a browser without WebCrypto, as on a page that is not served safely, is told so before anything is typed", async () => {
  const { page, watch } = await visitWith(async (page) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Crypto.prototype, "subtle");
    });
  });
  await press(page, citizenSays("home.write"));
  await page.getByRole("heading", { name: citizenSays("crypto.unable") }).waitFor();
  expect(watch.requests.filter(({ url }) => url.includes("/api/"))).toEqual([]);
  expect(watch.errors).toEqual([]);
  await page.context().close();
});

describe("a browser of 2020", () => {
  test("lacks many functions, and walks the whole way", async () => {
    const { page, watch } = await visitWith(async (page) => {
      await page.addInitScript(takeAway, newer);
    });
    await goThroughAll(page);
    expect(watch.errors).toEqual([]);
    await page.context().close();
  });

  test("that cannot preload modules gets each by a script with its hash; an altered one does not run", async () => {
    const withoutPreload = async (page: Page) => {
      await page.addInitScript(() => {
        DOMTokenList.prototype.supports = () => false;
      });
    };
    // Such browsers do not know trusted types either, which the policy's header demands of this one.
    const { page, watch } = await visitWith(withoutPreload, { bypassCSP: true });
    await goThroughAll(page);
    expect(watch.errors).toEqual([]);
    await page.context().close();

    const altered = await visitWith(
      async (page) => {
        await withoutPreload(page);
        await page.route(/questions-[^/]*\.js$/, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `globalThis.isAltered = true;${await response.text()}` });
        });
      },
      { bypassCSP: true },
    );
    await press(altered.page, citizenSays("home.write"));
    await press(altered.page, citizenSays("unit.unknown"));
    await altered.page.getByRole("heading", { name: citizenSays("error.unreachable") }).waitFor();
    expect(await altered.page.evaluate(() => "isAltered" in globalThis)).toBe(false);
    await altered.page.context().close();
  });

  test("is asked for no function that it lacks and that is not given to it", () => {
    const given = readFileSync(new URL("../../src/client/older-browsers.ts", import.meta.url), "utf8");
    const known = new Set([...given.matchAll(/^ {2}(\w+)\(|Object\.(hasOwn) /gm)].map(([, a, b]) => a ?? b));
    const methods = Object.entries(newer)
      .filter(([path]) => path.endsWith(".prototype") && !path.startsWith("Iterator"))
      .flatMap(([, names]) => names)
      .filter((name) => !known.has(name) && !sameNameIsOld.has(name));
    const statics = Object.entries(newer)
      .filter(([path]) => !path.includes("."))
      .flatMap(([path, names]) => names.map((name) => (path === "window" ? name : `${path}.${name}`)))
      .filter((name) => !known.has(name.replace("Object.", "")));
    const asked = new RegExp(`\\.(?:${methods.join("|")})\\(|\\b(?:${statics.join("|")})\\b`, "g");
    const assets = `${stack.siteDirectory}/citizen/assets`;
    const found = readdirSync(assets)
      .filter((name) => name.endsWith(".js"))
      .flatMap((name) =>
        [...readFileSync(`${assets}/${name}`, "utf8").matchAll(asked)].map(([call]) => call),
      );
    expect([...new Set(found)].sort()).toEqual([...guarded].sort());
  });
});
