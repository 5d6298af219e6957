import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { chromium, type Response } from "playwright-core";
import { chromiumFlags, findChromium } from "../support/chromium.ts";
import { citizenSays, goToWriting, newVisitor } from "../support/people.ts";
import { startStack } from "../support/stack.ts";

// `npm run size`: what a citizen's phone fetches from the first page to the form (its first question), with the other
// questions up to the page to write on, and what the cryptography adds once they write. The organisation's tree is told
// apart. Counted in a real browser; bodies compressed as an edge compresses them (brotli 5; gzip 6 beside it). Fails
// above the budget.

const budget = { requests: 8, beforeCryptography: 60_000, cryptography: 190_000 };

type Fetched = {
  readonly path: string;
  readonly raw: number;
  readonly brotli: number;
  readonly gzip: number;
};

async function measure(response: Response): Promise<Fetched> {
  const body = await response.body();
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return {
    path: new URL(response.url()).pathname,
    raw: body.length,
    brotli: brotli.length,
    gzip: gzipSync(body).length,
  };
}

function print(title: string, fetched: readonly Fetched[]): number {
  console.log(`\n${title}`);
  for (const { path, raw, brotli, gzip } of fetched) {
    console.log(
      `  ${path.padEnd(44)} ${String(raw).padStart(8)} raw ${String(brotli).padStart(7)} br ${String(gzip).padStart(7)} gz`,
    );
  }
  const total = fetched.reduce((sum, { brotli }) => sum + brotli, 0);
  console.log(`  ${fetched.length} requests, ${total} bytes (brotli 5)`);
  return total;
}

const stack = await startStack(["commune"]);
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  const { page } = await newVisitor(browser, "about:blank");
  const pending: Promise<Fetched>[] = [];
  page.on("response", (response) => {
    if (response.url().startsWith(stack.citizenOrigin)) pending.push(measure(response));
  });
  const letter = {
    search: "giong rieng hoa thuan",
    unit: "Đảng bộ xã Hòa Thuận",
    about: "somebody-else",
    text: "",
  } as const;
  await page.goto(stack.citizenOrigin);
  await page.waitForLoadState("networkidle");
  const early = await Promise.all(pending.splice(0));
  await goToWriting(page, letter);
  await page.waitForLoadState("networkidle");
  const questions = await Promise.all(pending.splice(0));
  await page.getByLabel(citizenSays("write.text"), { exact: true }).fill("Một câu.");
  await page.waitForTimeout(5000);
  const cryptography = (await Promise.all(pending.splice(0))).filter(({ path }) => !path.startsWith("/api/"));
  const isTree = ({ path }: Fetched) => path === "/directory.json";
  // The other questions are fetched behind the form, before anybody has pressed anything.
  const isLater = ({ path }: Fetched) => /\/(?:questions|vi)-/.test(path);
  const first = early.filter((each) => !isTree(each) && !isLater(each));
  const form = print("From the first page to the form", first);
  const rest = print("The other questions, up to the page to write on", [
    ...early.filter(isLater),
    ...questions,
  ]);
  print("The tree of the organisation, after the first paint", early.filter(isTree));
  const later = print("Once the person writes", cryptography);
  const requests = first.length + early.filter(isTree).length;
  console.log(`\nBefore the cryptography: ${form + rest} bytes; to the form: ${requests} requests`);
  const over = [
    requests > budget.requests && `${requests} requests, ${budget.requests} allowed`,
    form + rest > budget.beforeCryptography &&
      `before the cryptography ${form + rest} bytes, ${budget.beforeCryptography} allowed`,
    later > budget.cryptography && `cryptography ${later} bytes, ${budget.cryptography} allowed`,
  ].filter((fault) => fault !== false);
  for (const fault of over) console.error(`over budget: ${fault}`);
  process.exitCode = over.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await stack.stop();
}
