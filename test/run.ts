import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "./support/chromium.ts";
import { failureLines, type FileOutcome, readOutcomes } from "./support/test-report.ts";

// What `npm test` runs: format, lint and types; then every project of the tests. The last line is for machines.
const root = fileURLToPath(new URL("..", import.meta.url));
const reportOf = (part: string) => `${root}.build/test-report/${part}.json`;

/** One run of the test runner, with the report that it leaves. */
type Part = { readonly name: string; readonly args: readonly string[] };

/** The projects that were named. */
const named: Part = { name: "named", args: process.argv.slice(2).flatMap((name) => ["--project", name]) };

/**
 * The journeys mostly wait, for pages and for people's patience: two halves of them at once, each with a server and a
 * browser of its own, and after them what needs the processor.
 */
const halves: readonly Part[] = [1, 2].map((half) => ({
  name: `e2e-${half}`,
  args: ["--project", "e2e", `--shard=${half}/2`],
}));
const rest: Part = { name: "rest", args: ["unit", "worker", "fault"].flatMap((name) => ["--project", name]) };

async function run({ name, args }: Part): Promise<number> {
  const reporters = ["--reporter", "default", "--reporter", "json", "--outputFile.json", reportOf(name)];
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const config = ["run", "--config", "test/vitest.config.ts"];
  const child = spawn(process.execPath, [vitest, ...config, ...reporters, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return await new Promise((resolve) => {
    child.once("close", (code) => {
      resolve(code ?? 1);
    });
  });
}

function check(): boolean {
  const { status } = spawnSync("npm", ["run", "--silent", "check"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
}

/** The parts at once; what they came to, file by file. */
async function runAtOnce(parts: readonly Part[]): Promise<readonly FileOutcome[]> {
  const statuses = await Promise.all(parts.map(run));
  return parts.flatMap(({ name }, at) => readOutcomes(reportOf(name), root, statuses[at] ?? 1));
}

/**
 * A journey that failed beside another half on the same processor is walked once more alone, and that counts. What it
 * failed with is printed in any case: it may be a race that only a slow machine shows.
 */
async function walkAgain(outcomes: readonly FileOutcome[]): Promise<readonly FileOutcome[]> {
  const files = outcomes.filter(({ failures }) => failures.length > 0).map(({ file }) => file);
  const journeys = files.every((file) => file.startsWith("test/e2e/"));
  if (files.length === 0 || files.length > 4 || !journeys) return outcomes;
  console.log(`Failed beside the other half, walked again alone:\n${failureLines(outcomes).join("\n")}`);
  const again = await runAtOnce([{ name: "e2e-again", args: ["--project", "e2e", ...files] }]);
  return [...outcomes.filter(({ file }) => !files.includes(file)), ...again];
}

const whole = process.argv.length === 2;
rmSync(`${root}.build/test-report`, { recursive: true, force: true });
const checked = check();
// Before the halves begin: on a bare machine it is installed, and that cannot be done twice at once.
findChromium();
const outcomes = whole
  ? [...(await walkAgain(await runAtOnce(halves))), ...(await runAtOnce([rest]))]
  : await runAtOnce([named]);
for (const line of failureLines(outcomes)) console.log(line);
if (!checked) console.log("✗ npm run check: see the beginning of this output\n");
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, { failures }) => sum + failures.length, checked ? 0 : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
