import { describe, expect, it } from "vitest";
import { calendarFileSchema, parseLaw, policyFileSchema } from "../../src/api/law.schema.ts";
import { findPolicyFaults, type PolicyRow, requirePolicyRow } from "../../src/domain/policy.ts";
import calendarFile from "../../src/org/data/calendar-2024-2026.json" with { type: "json" };
import policyFile from "../../src/org/data/policy.json" with { type: "json" };
import { day, policy } from "../support/law.ts";

const today = day("2026-03-02");
const row = requirePolicyRow(policy, "acknowledge", "report", today);
const withRows = (...rows: PolicyRow[]) => ({ version: "test", rows });

describe("the row that governs a clock", () => {
  it("is found by clock, kind of case and day", () => {
    expect(requirePolicyRow(policy, "result", "report", today).amount).toBe(20);
    expect(requirePolicyRow(policy, "result", "formal-party", today).amount).toBe(90);
    expect(requirePolicyRow(policy, "result", "formal-state", today).unit).toBe("calendar-day");
  });

  it("changes on the first day of the new row, not before", () => {
    const change = day("2026-07-01");
    const version = withRows({ ...row, validTo: change }, { ...row, validFrom: change, amount: 5 });
    expect(requirePolicyRow(version, "acknowledge", "report", day("2026-06-30")).amount).toBe(7);
    expect(requirePolicyRow(version, "acknowledge", "report", change).amount).toBe(5);
    expect(findPolicyFaults(version.rows)).toEqual([]);
  });

  it("is never guessed: two rows, or none, are refused", () => {
    expect(() => requirePolicyRow(withRows(row, row), "acknowledge", "report", today)).toThrow("2 rows");
    expect(() => requirePolicyRow(policy, "acknowledge", "formal-state", today)).toThrow("0 rows");
    expect(() => requirePolicyRow(policy, "result", "report", day("2017-12-31"))).toThrow("0 rows");
  });
});

describe("a policy with a fault is named", () => {
  it.each<[string, readonly PolicyRow[]]>([
    ["ambiguous 0,1", [row, { ...row, validFrom: day("2026-05-01") }]],
    ["never-valid 0", [{ ...row, validTo: row.validFrom }]],
    ["hard-limit-below-amount 0", [{ ...row, hardLimit: 6 }]],
    ["pause-past-total 0", [{ ...row, pauseMax: 5, pauseTotal: 4 }]],
    ["stops-otherwise 0", [{ ...row, stop: "opened" }]],
    ["extensions-past-hard-limit 0", [{ ...row, extensions: 2, extensionMax: 2 }]],
  ])("%s", (fault, rows) => {
    expect(findPolicyFaults(rows).map(({ kind, rows: at }) => `${kind} ${at.join()}`)).toContain(fault);
  });

  it("and the default policy has none", () => {
    expect(findPolicyFaults(policy.rows)).toEqual([]);
  });
});

describe("a file of the law is parsed once, strictly", () => {
  const copy = <T>(value: T): T => structuredClone(value);

  it("names the place and the fault of a policy that is wrong", () => {
    const wrong = copy(policyFile) as { policy: { rows: Record<string, unknown>[] } };
    Object.assign(wrong.policy.rows[1] ?? {}, { amount: 0, weight: 3 });
    expect(() => parseLaw(policyFileSchema, wrong)).toThrow(/policy\.rows\.1\.amount: .*\n.*weight/s);
  });

  it("refuses a policy in which two rows govern one clock", () => {
    const wrong = copy(policyFile);
    wrong.policy.rows.push(...wrong.policy.rows.slice(0, 1));
    expect(() => parseLaw(policyFileSchema, wrong)).toThrow("ambiguous: rows 0, 11");
  });

  it("refuses a calendar with a day that does not exist, stands twice, or in the wrong year", () => {
    const withDate = (date: string) => {
      const wrong = copy(calendarFile);
      Object.assign(wrong.years[2]?.days[0] ?? {}, { date });
      return () => parseLaw(calendarFileSchema, wrong);
    };
    expect(withDate("2026-02-30")).toThrow("years.2.days.0.date: not a day");
    expect(withDate("2026-01-02")).toThrow("duplicate-day 2026-01-02");
    expect(withDate("2025-12-31")).toThrow("wrong-year 2025-12-31");
  });

  it("refuses a calendar with a year left out", () => {
    const wrong = { ...calendarFile, years: calendarFile.years.filter(({ year }) => year !== 2025) };
    expect(() => parseLaw(calendarFileSchema, wrong)).toThrow("missing-year 2025");
  });
});
