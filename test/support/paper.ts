import decodeQR from "qr/decode.js";
import type { Browser, Locator, Page } from "playwright-core";

/** What a printer would get: how many pages, and each one's width and height in whole millimetres. */
export type Printed = { readonly pages: number; readonly sizes: readonly string[] };

const millimetresToAPoint = 25.4 / 72;

/** Prints the page as its own rules for paper say. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const sizes = boxes.map((box) =>
    [box[1], box[2]].map((points) => Math.round(Number(points) * millimetresToAPoint)).join(" × "),
  );
  return { pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length, sizes: [...new Set(sizes)] };
}

/** The words that would be on the paper, and nothing that is only on the screen. */
export async function wordsOnPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  const words = await page.locator("body").innerText();
  // Not "screen", or the printer would get what the screen shows.
  await page.emulateMedia({ media: null });
  return words.replaceAll(/\s+/g, " ").trim();
}

/** What a telephone's scanner reads off a QR code on the screen: from its pixels, not from what the page says it is. */
export async function scan(browser: Browser, code: Locator): Promise<string> {
  const picture = (await code.screenshot()).toString("base64");
  // Another page, because the policy of ours lets nobody read pictures.
  const reader = await browser.newPage();
  const { width, height, data } = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, data: Array.from(pixels) };
  }, picture);
  await reader.close();
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}
