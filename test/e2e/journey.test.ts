import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumFlags, findChromium } from "../support/chromium.ts";
import {
  citizenSays,
  comeBack,
  confirmReceipt,
  goToInbox,
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  sendLetter,
  type WatchedPage,
} from "../support/people.ts";
import { journeyOfficers, type Stack, startStack } from "../support/stack.ts";

const letter: LetterToWrite = {
  search: "giong rieng hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "Kế toán ấp thu tiền làm lộ mà không công khai đã chi những gì. CANARY-hanh-trinh",
};
const acknowledgement = "Đảng ủy đã tiếp nhận phản ánh và sẽ trả lời đúng hạn. XÁC-NHẬN-42";
const reply = "Cảm ơn. Tôi xin nói thêm: biên bản họp ấp ngày 3 có ghi việc này.";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
}, 180_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

async function visit(origin = stack.citizenOrigin): Promise<WatchedPage> {
  return await newVisitor(browser, origin);
}

async function desk(officer: keyof typeof journeyOfficers): Promise<WatchedPage> {
  const visitor = await newVisitor(browser, stack.officerOrigin, { viewport: { width: 1366, height: 768 } });
  await goToInbox(visitor.page, journeyOfficers[officer], stack.passphraseOf(officer));
  return visitor;
}

function expectClean({ watch }: WatchedPage): void {
  expect(watch.violations).toEqual([]);
  expect(watch.errors).toEqual([]);
}

async function rowCount(page: Page): Promise<number> {
  return await page.locator(".duty-list .row").count();
}

describe("one letter travels the whole way", () => {
  let code = "";

  test("a citizen finds the unit without diacritics, reads the route, writes, and holds a receipt", async () => {
    const visitor = await visit();
    const { page, watch } = visitor;
    code = await sendLetter(page, letter);
    expect(code).toMatch(/^\d{24}$/);
    const receipt = await page.locator(".slip").innerText();
    expect(receipt.match(/\d{2}\/\d{2}\/\d{4}/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
    await confirmReceipt(page, code);
    expectClean(visitor);
    const said = watch.requests.map(({ url, body, headers }) => url + body + headers).join("\n");
    expect(said).not.toContain(code);
    expect(said).not.toContain("CANARY-hanh-trinh");
    const boxes = watch.requests.filter(({ url }) => url.endsWith("/api/box"));
    expect(boxes.map(({ body }) => body.length)).toEqual([32_768]);
  });

  test("officers of every other committee see nothing, not even a count", async () => {
    for (const officer of ["cell", "district", "province"] as const) {
      const { page } = await desk(officer);
      await page.getByText(officerSays("inbox.empty")).waitFor();
      expect(await rowCount(page)).toBe(0);
      await page.context().close();
    }
  });

  test("the committee named unlocks, sees the letter with its clocks, opens, reads and acknowledges", async () => {
    const visitor = await desk("commune");
    const { page } = visitor;
    await page.getByText(officerSays("inbox.unopened")).first().click();
    await press(page, officerSays("sealed.open"));
    await page.getByText("CANARY-hanh-trinh").first().waitFor();
    await press(page, officerSays("action.acknowledge"));
    await page.getByLabel(officerSays("composer.text"), { exact: true }).fill(acknowledgement);
    await press(page, officerSays("composer.send.acknowledge"));
    await page.getByText(officerSays("notice.acknowledged")).waitFor();
    expectClean(visitor);
  });

  test("the citizen, in another browser, reads the verified message and writes back", async () => {
    const visitor = await visit();
    const { page } = visitor;
    await comeBack(page, code.replaceAll(/(\d{4})/g, "$1 "));
    await page.getByText("XÁC-NHẬN-42").waitFor();
    await page.getByText(citizenSays("case.verified")).first().waitFor();
    await page.getByText("CANARY-hanh-trinh").first().waitFor();
    await page.getByLabel(citizenSays("case.reply.text"), { exact: true }).fill(reply);
    await press(page, citizenSays("case.reply.send"));
    await page.getByText(citizenSays("case.reply.sent")).waitFor();
    expectClean(visitor);
  });

  test("the officer sees what the citizen added, and an answer reaches the citizen", async () => {
    const visitor = await desk("commune");
    const { page } = visitor;
    await page.locator(".duty-list .row").first().click();
    await press(page, officerSays("sealed.read"));
    await page.getByText("biên bản họp ấp ngày 3").first().waitFor();
    expectClean(visitor);
  });
});
