import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/i18n/language.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { launchBrowser, openDesk, stack } from "../support/desk.ts";
import { openLetterPost } from "../support/letter-post.ts";
import { officerSays, press, type WatchedPage } from "../support/people.ts";

// In which language somebody wrote is sealed (PROTOCOL.md §13): what a desk fetches must not tell it.

const texts: Readonly<Record<Language, string>> = {
  vi: "NGÔNNGỮ-vi Ông Nguyễn Văn Độc lấy gạo cứu trợ, số 0912 345 678.",
  en: "NGÔNNGỮ-en Mr Nguyễn Văn Độc took the relief rice, 0912 345 678.",
  km: "NGÔNNGỮ-km លោកលេខាបានយកអង្ករសង្គ្រោះ។ 0912 345 678",
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  const post = await openLetterPost(stack.citizenOrigin, await keptTrust(stack));
  for (const language of languages) await post.send(texts[language], { language });
  // Opened beforehand: afterwards each is found by its line, and read as the others are.
  const { page } = await openDesk(browser, "commune");
  const sealed = page.locator(".duty-list .row-sealed");
  while ((await sealed.count()) > 0) {
    const id = await sealed.first().getAttribute("id");
    await sealed.first().click();
    // Line and words go out behind the answer: a page that is closed before has left none.
    const left = ["index", "search"].map((kind) =>
      page.waitForResponse((response) => response.url().endsWith(`/${kind}`)),
    );
    await press(page, officerSays("sealed.open"));
    await Promise.all(left);
    await page.locator(`.row-sealed[id="${id ?? ""}"]`).waitFor({ state: "detached" });
  }
  await page.context().close();
}, 180_000);

afterAll(async () => {
  await browser.close();
});

const lineOf = (page: Page, language: Language) =>
  page.locator(".duty-list .row", { hasText: `NGÔNNGỮ-${language}` });

/** By its words, which leave the page nowhere: in a list with others' letters its line may stand on another page. */
async function find(page: Page, language: Language): Promise<void> {
  await page.locator("#search").fill(`NGÔNNGỮ-${language}`);
  await lineOf(page, language).first().waitFor();
}

/** What a desk asks whatever is on the screen: its list, and its officer's book a while after something was read. */
const byTheClock = /\/api\/officer\/(?:committees|book)\b/;

/** What went out since then, without the name of the case. */
function askedSince(start: number, { watch }: WatchedPage): readonly string[] {
  return watch.requests
    .slice(start)
    .map(({ url }) => new URL(url).pathname)
    .filter((path) => !byTheClock.test(path))
    .map((path) => path.replace(/\/cases\/[^/]+/, "/cases/…"))
    .toSorted();
}

/**
 * Reads a letter, begins an answer and then a copy with its names covered, and tells what was fetched for it; `withheld`
 * never comes.
 */
async function fetchedFor(language: Language, withheld?: RegExp): Promise<readonly string[]> {
  const visitor = await openDesk(browser, "commune");
  const { page, watch } = visitor;
  if (withheld !== undefined) await page.route(withheld, (route) => route.abort());
  const previewed =
    withheld === undefined
      ? page.locator(`.reporters-page[lang=${language}]`)
      : page.getByText(officerSays("preview.failed"));
  await find(page, language);
  const start = watch.requests.length;
  await lineOf(page, language).first().click();
  await page.locator(`.letter-text[lang=${language}]`).waitFor();
  await press(page, officerSays("action.acknowledge"));
  await previewed.waitFor();
  await press(page, officerSays("cover.begin"));
  await page.locator(".covers").getByRole("checkbox").first().waitFor();
  if (withheld !== undefined) await previewed.waitFor();
  // Whatever else the forms set off has gone out by the time the desk looks again of its own accord.
  await page.waitForResponse((response) => response.url().includes("/changes"));
  const asked = askedSince(start, visitor);
  expect([watch.violations, watch.errors]).toEqual([[], []]);
  await page.context().close();
  return asked;
}

describe("the language of a letter", () => {
  test("is told by nothing that a desk fetches for it: not words, not a font, not a dictionary", async () => {
    const inVietnamese = await fetchedFor("vi");
    expect(inVietnamese).toContain("/api/officer/cases/…");
    expect(await fetchedFor("km")).toEqual(inVietnamese);
    expect(await fetchedFor("en")).toEqual(inVietnamese);
  });

  test("is not told either by what a desk tries again after a server has kept the words of one language back", async () => {
    const khmer = /\/km\.return-[^/]*\.js$/;
    const inVietnamese = await fetchedFor("vi", khmer);
    expect(inVietnamese.filter((path) => khmer.test(path))).toHaveLength(2);
    expect(await fetchedFor("km", khmer)).toEqual(inVietnamese);
  });
});
