import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "./support/chromium.ts";

// What `npm test` runs: format, lint and types; then every project of the tests. The last line is for machines.
const root = fileURLToPath(new URL("..", import.meta.url));
const reportOf = (part: string) => `${root}.build/test-report.${part}.json`;

type Report = { readonly numPassedTests: number; readonly numFailedTests: number };

/** One run of the test runner, with the report that it leaves. */
type Part = { readonly name: string; readonly args: readonly string[] };

/** Every project, or those that were named. */
const inOne: readonly Part[] = [
  { name: "all", args: process.argv.slice(2).flatMap((name) => ["--project", name]) },
];

/**
 * The journeys mostly wait, for pages and for people's patience: two halves of them at once, each with a server and a
 * browser of its own, and after them what needs the processor.
 */
const inHalves: readonly (readonly Part[])[] = [
  [1, 2].map((half) => ({ name: `e2e-${half}`, args: ["--project", "e2e", `--shard=${half}/2`] })),
  [{ name: "rest", args: ["unit", "worker", "fault"].flatMap((name) => ["--project", name]) }],
];

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

function readReport(part: string): Report {
  try {
    return JSON.parse(readFileSync(reportOf(part), "utf8")) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 };
  }
}

/** What passed and failed of a part. A file that does not even load is a failure like any other. */
function countOf({ name }: Part, status: number): Report {
  const { numPassedTests, numFailedTests } = readReport(name);
  return { numPassedTests, numFailedTests: numFailedTests === 0 && status !== 0 ? 1 : numFailedTests };
}

const steps = process.argv.length > 2 ? [inOne] : inHalves;
for (const { name } of steps.flat()) rmSync(reportOf(name), { force: true });
const checked = check();
// Before the halves begin: on a bare machine it is installed, and that cannot be done twice at once.
findChromium();
let passed = 0;
let failed = checked ? 0 : 1;
for (const parts of steps) {
  const statuses = await Promise.all(parts.map(run));
  for (const [at, part] of parts.entries()) {
    const counted = countOf(part, statuses[at] ?? 1);
    passed += counted.numPassedTests;
    failed += counted.numFailedTests;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
