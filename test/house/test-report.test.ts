import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { failureLines, readOutcomes } from "../support/test-report.ts";

const root = mkdtempSync(join(tmpdir(), "hop-thu-report-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function reportOf(testResults: readonly unknown[]): string {
  const path = join(root, "report.json");
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

const passedOnce = { status: "passed", fullName: "adds up", failureMessages: [] };
const failedOnce = { status: "failed", fullName: "holds", failureMessages: ["expected 1\nto be 2"] };
const fileOf = (status: string, assertionResults: readonly unknown[], message = "") => ({
  name: join(root, "test/a.test.ts"),
  status,
  message,
  assertionResults,
});

describe("what a run of the tests is said to have come to", () => {
  it("is each failure by file and name, with its reason", () => {
    const outcomes = readOutcomes(reportOf([fileOf("failed", [passedOnce, failedOnce])]), root, 1);
    expect(outcomes).toEqual([
      { file: "test/a.test.ts", passed: 1, failures: [{ test: "holds", why: "expected 1\nto be 2" }] },
    ]);
    expect(failureLines(outcomes)).toEqual(["✗ test/a.test.ts > holds\nexpected 1\nto be 2\n"]);
  });

  it("is a failure where a file does not load, a run ends badly without one, or leaves no report", () => {
    const failuresOf = (path: string, status: number) =>
      readOutcomes(path, root, status).flatMap(({ failures }) => failures.map(({ why }) => why));
    expect(failuresOf(reportOf([fileOf("failed", [], "no such import")]), 1)).toEqual(["no such import"]);
    expect(failuresOf(reportOf([fileOf("passed", [passedOnce])]), 1)).toEqual([
      "the test runner ended with 1",
    ]);
    expect(failuresOf(join(root, "nowhere.json"), 0)).toHaveLength(1);
    expect(failuresOf(reportOf([fileOf("passed", [passedOnce])]), 0)).toEqual([]);
  });
});
