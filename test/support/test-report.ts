import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** The part of the test runner's JSON report that is read here. */
type RunnerReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

export type Failure = { readonly test: string; readonly why: string };

/** What one file of tests came to. `file` is relative to the root. */
export type FileOutcome = {
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
};

type RunnerFile = RunnerReport["testResults"][number];

function failuresOf({ assertionResults, status, message }: RunnerFile): readonly Failure[] {
  const failures = assertionResults
    .filter((result) => result.status === "failed")
    .map((result) => ({ test: result.fullName, why: (result.failureMessages ?? []).join("\n") }));
  // A file that does not even load, or whose clearing up fails, is a failure like any other.
  return status === "failed" && failures.length === 0 ? [{ test: "the whole file", why: message }] : failures;
}

/**
 * What a run of the test runner left at `path`, file by file. A run that left no report, or that failed without a
 * failure in it, has one failure.
 */
export function readOutcomes(path: string, root: string, status: number): readonly FileOutcome[] {
  const unexplained = (why: string) => ({
    file: path,
    passed: 0,
    failures: [{ test: "the run itself", why }],
  });
  let report: RunnerReport;
  try {
    report = JSON.parse(readFileSync(path, "utf8")) as RunnerReport;
  } catch (error) {
    return [unexplained(String(error))];
  }
  const outcomes = report.testResults.map((result) => ({
    file: relative(root, result.name),
    passed: result.assertionResults.filter((assertion) => assertion.status === "passed").length,
    failures: failuresOf(result),
  }));
  const explained = status === 0 || outcomes.some((outcome) => outcome.failures.length > 0);
  return explained ? outcomes : [...outcomes, unexplained(`the test runner ended with ${status}`)];
}

/** The failures, so that whoever reads only the end of a log knows what they are. */
export function failureLines(outcomes: readonly FileOutcome[]): readonly string[] {
  return outcomes.flatMap(({ file, failures }) =>
    failures.map(({ test, why }) => `✗ ${file} > ${test}\n${why.split("\n").slice(0, 12).join("\n")}\n`),
  );
}
