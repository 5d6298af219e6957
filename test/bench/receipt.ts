import type { Browser } from "playwright-core";
import { citizenSays, goToWriting, press, readReceipt, write } from "../support/people.ts";
import { openSlowPhone } from "./slow-phone.ts";

/** Milliseconds. */
export type SendTimes = {
  /** From the press on "Gửi thư" to the receipt on the screen. */
  readonly receipt: number;
  /** From the first letter that was typed to the keys of the code (the challenge is asked for then). */
  readonly keys: number;
};

const letter = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else",
  text: "Một việc ở xã tôi: thu tiền làm đường mà không công khai, ai hỏi cũng không trả lời.",
} as const;

/** Notes when the last button was pressed, and the first frame with the receipt. */
function watchSending(receiptTitle: string): void {
  const noted = globalThis as { pressedAt?: number; receiptAt?: number };
  document.addEventListener("click", () => (noted.pressedAt = performance.now()), true);
  const look = () => {
    if (document.querySelector("h1")?.textContent === receiptTitle) noted.receiptAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Writes for so long on a slow phone and sends. */
export async function timeToReceipt(
  browser: Browser,
  origin: string,
  writingMilliseconds: number,
): Promise<SendTimes> {
  const page = await openSlowPhone(browser);
  page.setDefaultTimeout(120_000);
  await page.goto(origin);
  await goToWriting(page, letter);
  await page.evaluate(watchSending, citizenSays("receipt.title"));
  const begun = await page.evaluate(() => performance.now());
  await page
    .getByLabel(citizenSays("write.text"), { exact: true })
    .pressSequentially(letter.text, { delay: writingMilliseconds / letter.text.length });
  await write(page, letter.text);
  await press(page, citizenSays("check.send"));
  await readReceipt(page);
  const times = await page.evaluate(() => {
    const { pressedAt = 0, receiptAt = 0 } = globalThis as { pressedAt?: number; receiptAt?: number };
    const [challenge] = performance.getEntriesByName(`${location.origin}/api/box/challenge`);
    return { receipt: receiptAt - pressedAt, asked: challenge?.startTime ?? Number.NaN };
  });
  await page.context().close();
  return { receipt: times.receipt, keys: times.asked - begun };
}
