import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countCases, launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import {
  citizenSays,
  comeBack,
  confirmReceipt,
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  sendLetter,
  type WatchedPage,
} from "../support/people.ts";

const letter: LetterToWrite = {
  search: "giong rieng hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "Kế toán ấp thu tiền làm lộ mà không công khai đã chi những gì. CANARY-hanh-trinh",
};
const acknowledgement = "Đảng ủy đã tiếp nhận phản ánh và sẽ trả lời đúng hạn. XÁC-NHẬN-42";
const answer = "Đã kiểm tra: phản ánh là đúng, tiền thu thừa được trả lại. KẾT-QUẢ-43";
const reply = "Cảm ơn. Tôi xin nói thêm: biên bản họp ấp ngày 3 có ghi việc này.";

const others = ["cell", "district", "province"] as const;

let browser: Browser;
let before: readonly number[];

beforeAll(async () => {
  browser = await launchBrowser();
  before = await countOthers();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

async function visit(): Promise<WatchedPage> {
  return await newVisitor(browser, stack.citizenOrigin);
}

async function countOthers(): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const officer of others) counts.push(await countCases(browser, officer));
  return counts;
}

function expectClean({ watch }: WatchedPage): void {
  expect(watch.violations).toEqual([]);
  expect(watch.errors).toEqual([]);
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
    expect(await countOthers()).toEqual(before);
  });

  test("the committee named unlocks, sees the letter with its clocks, opens, reads and acknowledges", async () => {
    const visitor = await openDesk(browser, "commune");
    const { page } = visitor;
    await openLetterWith(page, "CANARY-hanh-trinh");
    await press(page, officerSays("action.acknowledge"));
    await page.getByLabel(officerSays("form.text.reporter"), { exact: true }).fill(acknowledgement);
    await press(page, officerSays("form.send", { act: officerSays("action.acknowledge") }));
    await page.getByText(officerSays("notice.acknowledged")).first().waitFor();
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
    const visitor = await openDesk(browser, "commune");
    const { page } = visitor;
    await page.locator(".duty-list .row", { hasText: "CANARY-hanh-trinh" }).first().click();
    await page.getByText("biên bản họp ấp ngày 3").first().waitFor();
    await press(page, officerSays("action.send-message"));
    await page.getByLabel(officerSays("form.text.reporter"), { exact: true }).fill(answer);
    await press(page, officerSays("form.send", { act: officerSays("action.send-message") }));
    await page.getByText(officerSays("notice.sent")).first().waitFor();
    expectClean(visitor);
    const citizen = await visit();
    await comeBack(citizen.page, code);
    await citizen.page.getByText(answer).waitFor();
    expectClean(citizen);
  });
});
