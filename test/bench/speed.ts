import { chromium } from "playwright-core";
import { chromiumFlags, findChromium } from "../support/chromium.ts";
import { startStack } from "../support/stack.ts";
import { timeToForm } from "./form.ts";
import { runLighthouse, scoreOf } from "./lighthouse.ts";
import { timeToReceipt } from "./receipt.ts";
import { publishNationalTree, timeSearch } from "./search.ts";
import { medianOf } from "./slow-phone.ts";
import { type Line, printTable } from "./table.ts";

// `npm run bench`: what a person with a cheap phone waits for. Medians of five in a real browser against the development
// server; slow 4G (1.6 Mbit/s down, 0.75 up, 150 ms) and a processor four times slower, both by the browser's own
// throttle; nothing in any cache; bodies compressed by the server as by an edge. `npm run bench lighthouse` is that
// alone, `npm run bench form receipt search` all but that.

const runs = 5;
const parts = ["form", "receipt", "search", "lighthouse"] as const;
const asked = parts.filter((part) => process.argv.includes(part));
const wanted = new Set(asked.length > 0 ? asked : parts);

const stack = await startStack(["commune"]);
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
const origin = stack.citizenOrigin;

async function repeat<Times>(measure: () => Promise<Times>): Promise<readonly Times[]> {
  const all: Times[] = [];
  for (let run = 0; run < runs; run++) all.push(await measure());
  return all;
}

function line(what: string, values: readonly number[], allowed: number | null, unit = "ms"): Line {
  return { what, values, value: medianOf(values), allowed, unit };
}

async function measureForm(): Promise<readonly Line[]> {
  const times = await repeat(async () => await timeToForm(browser, origin));
  return [
    line(
      "first page painted",
      times.map(({ painted }) => painted),
      null,
    ),
    line(
      "first page works (the press is obeyed)",
      times.map(({ interactive }) => interactive),
      null,
    ),
    line(
      "form visible",
      times.map(({ formVisible }) => formVisible),
      1200,
    ),
    line(
      "what was typed at once is found",
      times.map(({ found }) => found),
      null,
    ),
  ];
}

async function measureReceipt(): Promise<readonly Line[]> {
  const calm = await repeat(async () => await timeToReceipt(browser, origin, 20_000));
  const hasty = await repeat(async () => await timeToReceipt(browser, origin, 5000));
  return [
    line(
      "Send to receipt, after 20 s of writing",
      calm.map(({ receipt }) => receipt),
      3000,
    ),
    line(
      "Send to receipt, after 5 s of writing",
      hasty.map(({ receipt }) => receipt),
      null,
    ),
  ];
}

async function measureSearch(): Promise<readonly Line[]> {
  const wire = await publishNationalTree(stack);
  const times = await repeat(async () => await timeSearch(browser, origin));
  return [
    line("directory of 15,000 units, brotli 5", [wire], null, "bytes"),
    line(
      "15,000 units: slowest keystroke",
      times.map(({ keystroke }) => keystroke),
      100,
    ),
    line(
      "15,000 units: page to first result on slow 4G",
      times.map(({ found }) => found),
      null,
    ),
    line(
      "15,000 units: page stands still to read the directory",
      times.map(({ reading }) => reading),
      null,
    ),
    line(
      "15,000 units: page stands still while it indexes, at most",
      times.map(({ indexing }) => indexing),
      null,
    ),
  ];
}

async function measureLighthouse(): Promise<readonly Line[]> {
  const scores = await runLighthouse(origin);
  const lineOf = (category: keyof typeof scores, allowed: number): Line => ({
    what: `Lighthouse, mobile, first page: ${category}`,
    values: scores[category],
    value: scoreOf(scores, category),
    allowed,
    unit: "",
    least: true,
  });
  return [lineOf("performance", 95), lineOf("accessibility", 100), lineOf("best-practices", 100)];
}

try {
  const lines: Line[] = [];
  if (wanted.has("form")) lines.push(...(await measureForm()));
  if (wanted.has("receipt")) lines.push(...(await measureReceipt()));
  if (wanted.has("lighthouse")) lines.push(...(await measureLighthouse()));
  // Last: it puts another tree into the server.
  if (wanted.has("search")) lines.push(...(await measureSearch()));
  process.exitCode = printTable(lines) ? 0 : 1;
} finally {
  await browser.close();
  await stack.stop();
}
