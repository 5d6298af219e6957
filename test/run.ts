import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// What `npm test` runs: format, lint and types; then every project of the tests. The last line is for machines.
const root = fileURLToPath(new URL("..", import.meta.url));
const report = `${root}.build/test-report.json`;

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
};

function node(script: string, args: readonly string[] = []): number {
  const run = spawnSync(process.execPath, [`${root}${script}`, ...args], { cwd: root, stdio: "inherit" });
  return run.status ?? 1;
}

function check(): boolean {
  const { status } = spawnSync("npm", ["run", "--silent", "check"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
}

function readReport(): Report {
  try {
    return JSON.parse(readFileSync(report, "utf8")) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0 };
  }
}

rmSync(report, { force: true });
const checked = check();
const projects = process.argv.slice(2);
const reporters = ["--reporter", "default", "--reporter", "json", "--outputFile.json", report];
const chosen = projects.flatMap((name) => ["--project", name]);
const config = ["run", "--config", "test/vitest.config.ts"];
const status = node("node_modules/vitest/vitest.mjs", [...config, ...reporters, ...chosen]);
const { numPassedTests, numFailedTests } = readReport();
// A check that fails, or a test file that does not even load, is a failure like any other.
const failed = numFailedTests + (checked ? 0 : 1) + (status !== 0 && numFailedTests === 0 ? 1 : 0);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
