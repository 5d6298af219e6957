import { readFile } from "node:fs/promises";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { timeToForm } from "../bench/form.ts";
import { timeToReceipt } from "../bench/receipt.ts";
import { nationalDirectory, timeSearch } from "../bench/search.ts";
import { medianOf } from "../bench/slow-phone.ts";
import { chromiumFlags } from "../support/chromium.ts";

// `npm run bench` holds the limits; a machine that does much else is slow. Here only what is three times too slow fails.

const patience = 3;
const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: stack.chromium, args: [...chromiumFlags] });
});
afterAll(async () => {
  await browser.close();
});

/** One run to warm up, which is what a busy server and a cold disk are slow at; then the middle of three. */
async function middleOf(measure: () => Promise<number>): Promise<number> {
  await measure();
  return medianOf([await measure(), await measure(), await measure()]);
}

describe("on slow 4G with a processor four times slower", () => {
  test("the form is there soon after the address was opened", async () => {
    const time = await middleOf(async () => (await timeToForm(browser, stack.citizenOrigin)).formVisible);
    expect(time).toBeLessThan(1200 * patience);
  });

  test("the receipt comes soon after Send, for somebody who wrote for twenty seconds", async () => {
    const { receipt } = await timeToReceipt(browser, stack.citizenOrigin, 20_000);
    expect(receipt).toBeLessThan(3000 * patience);
  });

  test("a key in the search over fifteen thousand units is answered at once", async () => {
    const own = await readFile(`${stack.siteDirectory}/org/directory.json`, "utf8");
    const country = nationalDirectory(own);
    const { keystroke } = await timeSearch(browser, stack.citizenOrigin, async (page) => {
      await page.route("**/directory.json", async (route) => {
        await route.fulfill({ body: country, contentType: "application/json" });
      });
    });
    expect(keystroke).toBeLessThan(100 * patience);
  });
});
