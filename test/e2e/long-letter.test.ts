import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { findAxeViolations } from "../support/axe.ts";
import { lookAt } from "../support/looking.ts";
import {
  citizenSays,
  comeBack,
  goToWriting,
  type LetterToWrite,
  newVisitor,
  officerSays,
  press,
  readReceipt,
  tellFacts,
  type WatchedPage,
} from "../support/people.ts";

const letter: LetterToWrite = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "",
};
const line = "Ngày {n}: kế toán ấp thu tiền làm lộ của hộ thứ {n}, không ghi biên lai; 😡 “có người thấy”.\n";

/** No two places of it are alike, so that a piece that was lost, doubled or moved shows. */
function longText(name: string, length: number): string {
  let text = `Thư dài ${name}.\n`;
  for (let n = 1; text.length < length; n++) text += line.replaceAll("{n}", String(n));
  return (
    text
      .slice(0, length - 5)
      .trimEnd()
      .padEnd(length - 4, ".") + "HẾT."
  );
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function visit(prepare: (page: Page) => Promise<void> = async () => undefined): Promise<WatchedPage> {
  const visitor = await newVisitor(browser, "about:blank");
  await prepare(visitor.page);
  await visitor.page.goto(stack.citizenOrigin);
  return visitor;
}

/** Pastes a text into the field, and goes on to the last look. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel(citizenSays("write.text"), { exact: true }).focus();
  await page.keyboard.insertText(text);
}

async function goOn(page: Page): Promise<void> {
  await press(page, citizenSays("step.continue"));
  await tellFacts(page, {});
  await page.getByRole("heading", { name: citizenSays("check.title") }).waitFor();
}

async function typeBack(page: Page, code: string): Promise<void> {
  await press(page, citizenSays("receipt.noted"));
  for (const label of await page.locator("label").allInnerTexts()) {
    const group = Number(/\d/.exec(label)?.[0] ?? "0");
    await page.getByLabel(label, { exact: true }).fill(code.slice((group - 1) * 4, group * 4));
  }
  await press(page, citizenSays("confirm.done"));
}

/** The longest that anything held the page up, in milliseconds, from now on. */
async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
  });
  return async () => await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
}

describe("a letter of a hundred thousand characters", () => {
  const text = longText("một trăm nghìn", 100_000);
  let code = "";

  test("is pasted, said to go in parts, sent, and kept on the page until all of it is in", async () => {
    const { page, watch } = await visit();
    await goToWriting(page, letter);
    await paste(page, text);
    await page
      .getByText(/sẽ tự gửi thành \d+ phần/)
      .first()
      .waitFor();
    await goOn(page);
    await press(page, citizenSays("check.send"));
    code = await readReceipt(page);
    // From here on somebody copies digits while the parts go. Before it the code may be stretched in one go.
    const longTasks = await watchLongTasks(page);
    await page.getByText(/Đã gửi đủ cả \d+ phần/).waitFor({ timeout: 120_000 });
    // Sealing a part takes some milliseconds; what is measured here has everything else that a test machine does in it.
    expect(Math.max(0, ...(await longTasks()))).toBeLessThan(500);
    await typeBack(page, code);
    await page.getByRole("heading", { name: citizenSays("done.title") }).waitFor();
    expect(watch.violations).toEqual([]);
    expect(watch.errors).toEqual([]);
    const boxes = watch.requests.filter(({ url }) => url.endsWith("/api/box"));
    expect(boxes.length).toBeGreaterThan(4);
    expect(new Set(boxes.map(({ body }) => body.length))).toEqual(new Set([32_768]));
    expect(watch.requests.map(({ url, body }) => url + body).join("\n")).not.toContain(code);
  });

  test("is read whole by the officer, as one text", async () => {
    const { page, watch } = await openDesk(browser, "commune");
    await openLetterWith(page, "Thư dài một trăm nghìn");
    expect(await readLetter(page)).toBe(text);
    await page
      .getByText(officerSays("deed.continuation", { part: "2" }))
      .first()
      .waitFor();
    expect(await page.getByText("còn thiếu phần").count()).toBe(0);
    expect(watch.violations).toEqual([]);
  });

  test("is seen whole by its writer who comes back", async () => {
    const { page } = await visit();
    await comeBack(page, code);
    await page.getByRole("heading", { name: citizenSays("case.title") }).waitFor();
    expect(await page.locator(".message-own details .letter-text").first().textContent()).toBe(text);
    expect(await page.getByText("chưa tới đủ").count()).toBe(0);
  });
});

async function readLetter(page: Page): Promise<string> {
  return (await page.locator(".letter .letter-text").textContent()) ?? "";
}

/** Fails as many messages behind a letter as are told, each way. */
async function breakMessages(page: Page, fail: (count: number) => "abort" | "lose" | "busy" | "pass") {
  let count = 0;
  await page.route("**/api/box", async (route) => {
    const body = route.request().postDataBuffer();
    // The fifth byte says what a request is; 3 is a message.
    if (body?.[4] !== 3) return await route.continue();
    count += 1;
    const how = fail(count);
    if (how === "pass") return await route.continue();
    if (how === "abort") return await route.abort();
    if (how === "lose") {
      await route.fetch();
      return await route.abort();
    }
    const headers = { "retry-after": "1" };
    return await route.fulfill({ status: 503, headers, json: { error: { code: "busy" } } });
  });
}

describe("the rest of a long letter", () => {
  test("survives a dead line and a busy server, and holds the page until it is in", async () => {
    const text = longText("qua mạng chập chờn", 45_000);
    let isDead = true;
    const { page } = await visit(async (page) => {
      await breakMessages(page, (count) => {
        if (isDead) return "abort";
        if (count % 3 === 0) return "lose";
        return count % 3 === 1 ? "busy" : "pass";
      });
    });
    await goToWriting(page, letter);
    await paste(page, text);
    await goOn(page);
    await press(page, citizenSays("check.send"));
    const code = await readReceipt(page);
    await page.getByText(citizenSays("rest.unreachable")).first().waitFor();
    await typeBack(page, code);
    await page.getByText(citizenSays("rest.hold")).waitFor();
    expect(await lookAt(page, "rest-hold", [360, 1280])).toEqual([]);
    isDead = false;
    await press(page, citizenSays("sending.again"));
    await page.getByRole("heading", { name: citizenSays("done.title") }).waitFor({ timeout: 120_000 });
    const { page: desk } = await openDesk(browser, "commune");
    await openLetterWith(desk, "Thư dài qua mạng chập chờn");
    expect(await readLetter(desk)).toBe(text);
  });

  test("that never came is named to the writer and to the officer", async () => {
    const text = longText("bị cắt", 45_000);
    const { page } = await visit(async (page) => {
      await breakMessages(page, (count) => (count === 1 ? "pass" : "abort"));
    });
    await goToWriting(page, letter);
    await paste(page, text);
    await goOn(page);
    await press(page, citizenSays("check.send"));
    const code = await readReceipt(page);
    await page.getByText(citizenSays("rest.unreachable")).first().waitFor();
    await page.context().close();
    const { page: desk } = await openDesk(browser, "commune");
    await openLetterWith(desk, "Thư dài bị cắt");
    await desk.getByText("còn thiếu phần").first().waitFor();
    expect(text.startsWith(await readLetter(desk))).toBe(true);
    const { page: back } = await visit();
    await comeBack(back, code);
    await back.getByText("chưa tới đủ").waitFor();
    expect(await findAxeViolations(back)).toEqual([]);
  });
});
