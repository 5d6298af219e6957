import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BadLine, type Mishap, openLine } from "../support/bad-line.ts";
import { countCases, launchBrowser, stack } from "../support/desk.ts";
import { citizenSays, comeBack, type LetterToWrite, readReceipt, sendLetter } from "../support/people.ts";

// A connection that dies once, at every point where it can: while any of the requests is under way that are made from
// the first page to the receipt, and from the code to the open case. Which they are is recorded, so that a request that
// is added tomorrow is cut too. Whoever waits a little or presses what the page names comes through, with one letter.

const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "Kế toán ấp thu tiền làm lộ mà không công khai.",
};
const walkersAtOnce = 2;
/** Dozens of people, each of whom waits out what a bad line does to them. */
const patience = 480_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** A request, and what becomes of it. */
type Cut = { readonly request: string; readonly mishap: Mishap };

/** A letter holds all of these mishaps, far from each other on its way. */
const cutsAtOnce = 4;

/** What one person meets with, each taken from another part of the way. */
function shareOut(cuts: readonly Cut[]): readonly (readonly Cut[])[] {
  const persons = Math.ceil(cuts.length / cutsAtOnce);
  return Array.from({ length: persons }, (_, person) => cuts.filter((_, at) => at % persons === person));
}

/** A request that was lost is the same as its lost answer, where the server keeps nothing of it. */
function cutsOf(requests: readonly string[]): readonly Cut[] {
  return [...new Set(requests)].flatMap((request): Cut[] => [
    { request, mishap: "never-left" },
    ...(request.startsWith("POST ") ? [{ request, mishap: "answer-lost" } as const] : []),
    { request, mishap: "broken-off" },
  ]);
}

/** What a person does, and what they see when it worked. */
type Step = { readonly act: () => Promise<void>; readonly seen: Locator };

const heading = (page: Page, key: Parameters<typeof citizenSays>[0]) =>
  page.getByRole("heading", { name: citizenSays(key) });
const brief = { timeout: 1500 };

function writingSteps(page: Page): readonly Step[] {
  const tap = async (key: Parameters<typeof citizenSays>[0]) => {
    await page
      .getByRole("button", { name: citizenSays(key) })
      .first()
      .click(brief);
  };
  const tick = async (value: string) => {
    await page.locator(`input[type=radio][value="${value}"]`).check(brief);
    await tap("step.continue");
  };
  const search = page.getByLabel(citizenSays("unit.search"));
  const paper = page.getByLabel(citizenSays("write.text"), { exact: true });
  return [
    { act: async () => await tap("home.write"), seen: search },
    {
      act: async () => {
        await search.fill(letter.search ?? "", brief);
        await page.getByRole("button", { name: letter.unit }).first().click(brief);
      },
      seen: heading(page, "whom.title"),
    },
    { act: async () => await tick(letter.about), seen: heading(page, "route.title") },
    {
      act: async () => {
        await page.getByRole("radio", { name: citizenSays("route.ask.no") }).check(brief);
        await tap("step.continue");
      },
      seen: heading(page, "self.title"),
    },
    { act: async () => await tap("step.continue"), seen: heading(page, "topic.title") },
    { act: async () => await tick("other"), seen: paper },
    {
      act: async () => {
        if ((await paper.inputValue(brief)) === "") await paper.fill(letter.text);
        await tap("step.continue");
      },
      seen: heading(page, "facts.title"),
    },
    { act: async () => await tap("step.continue"), seen: heading(page, "check.title") },
    { act: async () => await tap("check.send"), seen: heading(page, "receipt.title") },
  ];
}

/** Buttons that the page names when something has not come. */
function remedies(page: Page): Locator {
  const names = ["error.retry", "unit.reload", "sending.again"] as const;
  return names
    .map((key) => page.getByRole("button", { name: citizenSays(key) }))
    .reduce((any, button) => any.or(button))
    .first();
}

/** Does a step, and what the page asks for when it did not work. Returns what the page said of it. */
async function take(page: Page, { act, seen }: Step): Promise<readonly string[]> {
  const told: string[] = [];
  for (let tries = 0; tries < 8; tries++) {
    await act().catch(() => undefined);
    await seen
      .or(remedies(page))
      .first()
      .waitFor({ timeout: 4000 })
      .catch(() => undefined);
    if (await seen.isVisible()) return told;
    if (!(await remedies(page).isVisible())) continue;
    told.push(await page.locator("main").innerText());
    await remedies(page)
      .click(brief)
      .catch(() => undefined);
    await seen.waitFor(brief).catch(() => undefined);
    if (await seen.isVisible()) return told;
  }
  throw new Error(`went no further: ${await page.locator("body").innerText()}`);
}

/** Opens the address. A page that did not come is loaded anew, as anybody would; one that does not run says so. */
async function arrive(page: Page, origin: string): Promise<void> {
  const stalled = page.locator(".stalled");
  for (let tries = 0; tries < 4; tries++) {
    await page.goto(origin).catch(() => undefined);
    if (!(await heading(page, "home.title").isVisible())) continue;
    await stalled.waitFor({ state: "detached", timeout: 1000 }).catch(() => undefined);
    if ((await stalled.count()) === 0) return;
    await stalled.waitFor({ timeout: 20_000 });
  }
  throw new Error("the first page does not come");
}

async function writeOver(page: Page, line: BadLine): Promise<readonly string[]> {
  const told: string[] = [];
  await arrive(page, line.origin);
  for (const step of writingSteps(page)) told.push(...(await take(page, step)));
  return told;
}

async function returnOver(page: Page, line: BadLine, code: string): Promise<readonly string[]> {
  await arrive(page, line.origin);
  const field = page.getByLabel(citizenSays("code.label"));
  const told = await take(page, {
    act: async () => await page.getByRole("button", { name: citizenSays("home.return") }).click(brief),
    seen: field,
  });
  const opened = await take(page, {
    act: async () => {
      if ((await field.inputValue(brief)) === "") await field.fill(code);
      await page.getByRole("button", { name: citizenSays("code.open") }).click(brief);
    },
    seen: page.getByText(letter.text).first(),
  });
  return [...told, ...opened];
}

/** One person with a browser of their own, on a line of their own. */
async function withVisitor<Value>(visit: (page: Page, line: BadLine) => Promise<Value>): Promise<Value> {
  const line = await openLine(stack.citizenOrigin);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  try {
    return await visit(await context.newPage(), line);
  } finally {
    await context.close();
    await line.stop();
  }
}

/** What was asked for on a whole way on which nothing happens. */
async function record(): Promise<{
  readonly writing: readonly string[];
  readonly returning: readonly string[];
}> {
  const [code, writing] = await withVisitor(async (page, line) => {
    await page.goto(line.origin);
    return [await sendLetter(page, letter), [...line.requests]];
  });
  const returning = await withVisitor(async (page, line) => {
    await page.goto(line.origin);
    await comeBack(page, code);
    await page.getByText(letter.text).first().waitFor();
    return [...line.requests];
  });
  return { writing, returning };
}

/** A way that led to its end, and the requests that on it were never made: what would have happened to them did not. */
type Survived<Value> = { readonly value: Value; readonly left: readonly string[] };

/** One way over a line on which these things happen; a fault if it leads nowhere. */
async function survive<Value>(
  cuts: readonly Cut[],
  go: (page: Page, line: BadLine) => Promise<Value>,
): Promise<Survived<Value>> {
  return await withVisitor(async (page, line) => {
    for (const { request, mishap } of cuts) line.breakOnce(request, mishap);
    try {
      return { value: await go(page, line), left: line.left() };
    } catch (error) {
      throw faultOf(cuts, error);
    }
  });
}

function faultOf(cuts: readonly Cut[], cause: unknown): Error {
  return new Error(cuts.map(({ request, mishap }) => `${request} ${mishap}`).join(", "), { cause });
}

/** Each by each, so many at once; what they throw is gathered. */
async function forEach<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<readonly unknown[]> {
  const left = [...items];
  const thrown: unknown[] = [];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift())
      await act(item).catch((error: unknown) => thrown.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return thrown;
}

describe("a connection that dies, at whatever point", () => {
  test(
    "loses no letter, doubles none, and every code opens its own",
    async () => {
      const { writing, returning } = await record();
      const before = await countCases(browser, "commune");
      const writers = shareOut(cutsOf(writing));
      const codes: string[] = [];
      const thrown = await forEach(writers, walkersAtOnce, async (cuts) => {
        const { value, left } = await survive(cuts, async (page, line) => {
          await writeOver(page, line);
          return await readReceipt(page);
        });
        codes.push(value);
        if (left.length > 0) throw faultOf(cuts, `never asked for: ${left.join(", ")}`);
      });
      expect(thrown).toEqual([]);
      expect(new Set(codes).size).toBe(writers.length);
      expect(await countCases(browser, "commune")).toBe(before + writers.length);
      const visits = shareOut(cutsOf(returning)).map((cuts, at) => ({
        cuts,
        code: codes[at % codes.length] ?? "",
      }));
      const lost = await forEach(visits, walkersAtOnce, async ({ cuts, code }) => {
        const come = async (page: Page, line: BadLine) => await returnOver(page, line, code);
        const { left } = await survive(cuts, come);
        // The words of the questions come ahead of need, and not where the questions themselves have not: once more, alone.
        const again = cuts.filter(({ request }) => left.includes(request));
        const rest = again.length === 0 ? [] : (await survive(again, come)).left;
        if (rest.length > 0) throw faultOf(cuts, `never asked for: ${rest.join(", ")}`);
      });
      expect(lost).toEqual([]);
    },
    patience,
  );
});
