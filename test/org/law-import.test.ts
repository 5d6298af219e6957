import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar } from "../../src/domain/calendar.ts";
import type { CalendarDay, CalendarYear } from "../../src/domain/calendar-year.ts";
import type { PolicyRow, PolicyVersion } from "../../src/domain/policy.ts";
import calendarFile from "../../src/org/data/calendar-2024-2026.json" with { type: "json" };
import policyFile from "../../src/org/data/policy.json" with { type: "json" };
import { readCalendarFile } from "../../src/org/law-import/calendar-file.ts";
import type { LawFileReading } from "../../src/org/law-import/faults.ts";
import { findJsonFault } from "../../src/org/law-import/json-fault.ts";
import { readPolicyFile } from "../../src/org/law-import/policy-file.ts";
import { sayFault } from "../../src/org/law-import/say-fault.ts";
import { defaultPolicy, listCalendarYears } from "../../src/org/law-data.ts";
import { day } from "../support/law.ts";

const present = listCalendarYears(2024, 2028);
const since = day("2026-01-01");
const bytes = (text: string) => new TextEncoder().encode(text);
const indented = (value: unknown) => bytes(JSON.stringify(value, null, 2));

type CalendarFile = { source: string; years: CalendarYear[] };
type PolicyFile = { source: string; policy: { version: string; rows: PolicyRow[] } };

/** The official file, each test with its own change. */
function calendarWith(change: (file: CalendarFile) => void): LawFileReading<readonly CalendarYear[]> {
  const file = structuredClone(calendarFile) as unknown as CalendarFile;
  change(file);
  return readCalendarFile(indented(file), present);
}

function policyWith(change: (file: PolicyFile) => void): LawFileReading<PolicyVersion> {
  const file = structuredClone(policyFile) as unknown as PolicyFile;
  file.policy.version = "2026.3";
  change(file);
  return readPolicyFile(indented(file), defaultPolicy, since);
}

function inYear(file: CalendarFile, year: number, change: (days: CalendarDay[]) => CalendarDay[]): void {
  file.years = file.years.map((table) =>
    table.year === year ? { ...table, days: change([...table.days]) } : table,
  );
}

function inRow(file: PolicyFile, clock: string, change: object): void {
  file.policy.rows = file.policy.rows.map((row) => (row.clock === clock ? { ...row, ...change } : row));
}

function refusals(reading: LawFileReading<unknown>) {
  return reading.kind === "refused" ? reading.faults.map(({ kind }) => kind) : [];
}

function sentences(reading: LawFileReading<unknown>) {
  return reading.kind === "refused" ? reading.faults.map(sayFault) : [];
}

/** The line on which a text first stands in the official file as it is written above. */
const lineOf = (file: unknown, text: string) =>
  JSON.stringify(file, null, 2)
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

const swap: CalendarDay = {
  date: day("2026-06-06"),
  off: false,
  kind: "swap-work",
  name: "Làm bù",
  source: "Thông báo",
  status: "official",
};

describe("a calendar is imported only if it can be used as it stands", () => {
  test("the official tables are", () => {
    const reading = calendarWith(() => undefined);
    expect(reading.kind).toBe("read");
    if (reading.kind === "read") expect(createCalendar(reading.content).years.get(2026)).toBe("official");
  });

  test("a new year stands in the place of the computed one, all others stay", () => {
    const announced = { year: 2027, status: "official", days: officialDays(2027) };
    const reading = readCalendarFile(indented({ source: "Thông báo", years: [announced] }), present);
    expect(reading.kind === "read" && reading.content.map(({ year, status }) => `${year} ${status}`)).toEqual(
      ["2024 official", "2025 official", "2026 official", "2027 official", "2028 computed"],
    );
  });

  test.each<[string, string, (file: CalendarFile) => void]>([
    [
      "a year left out between two",
      "missing-year",
      (f) => (f.years = f.years.filter(({ year }) => year !== 2025)),
    ],
    [
      "a year that does not follow those that are there",
      "missing-year",
      (f) => {
        f.years = [{ year: 2031, status: "official", days: officialDays(2031) }];
      },
    ],
    ["a year twice", "duplicate-year", (f) => f.years.push(...f.years.slice(0, 1))],
    ["a day twice", "duplicate-day", (f) => inYear(f, 2026, (days) => [...days, ...days.slice(0, 1)])],
    [
      "a day in the wrong year",
      "wrong-year",
      (f) =>
        inYear(f, 2026, ([first, ...rest]) => [{ ...required(first), date: day("2025-12-31") }, ...rest]),
    ],
    [
      "a weekday worked in exchange",
      "wrong-weekday",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, date: day("2026-06-05") }]),
    ],
    [
      "a Saturday given off in exchange",
      "wrong-weekday",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, kind: "swap-off", off: true }]),
    ],
    [
      "a worked Saturday that is off",
      "wrong-off",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, off: true }]),
    ],
    [
      "a day that does not exist",
      "not-a-day",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, date: "2026-02-30" as never }]),
    ],
    [
      "a field that nobody knows",
      "unknown-field",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, weekday: "Saturday" } as CalendarDay]),
    ],
    [
      "a field missing",
      "missing-field",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, source: undefined as never }]),
    ],
    [
      "a kind that nobody knows",
      "wrong-value",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, kind: "holiday" as never }]),
    ],
    [
      "a year that was only computed",
      "year-not-announced",
      (f) => (f.years = f.years.map((table) => ({ ...table, status: "computed" }))),
    ],
    [
      "a computed row in an announced year",
      "row-not-announced",
      (f) => inYear(f, 2026, (days) => [...days, { ...swap, status: "computed" }]),
    ],
    ["a year cut short", "holidays-missing", (f) => inYear(f, 2026, (days) => days.slice(0, 5))],
    ["no year", "no-years", (f) => (f.years = [])],
  ])("%s is refused", (_, kind, change) => {
    expect(refusals(calendarWith(change))).toContain(kind);
  });

  test("the line of the second of two rows for a day is named, and the day with its weekday", () => {
    const file = structuredClone(calendarFile) as unknown as CalendarFile;
    inYear(file, 2026, (days) => [...days, { ...swap, date: day("2026-01-01") }]);
    const [fault] = sentences(readCalendarFile(indented(file), present));
    const lines = JSON.stringify(file, null, 2).split("\n");
    const last = lines.findLastIndex((line) => line.includes("2026-01-01")) + 1;
    expect(fault?.vi).toBe(`Dòng ${last}: thứ Năm 01/01/2026 có hai dòng. Bỏ một.`);
    expect(fault?.en).toContain(`Line ${last}: Thursday 1 January 2026`);
  });

  test("a missing year is named, and what to do", () => {
    const [fault] = sentences(calendarWith((f) => (f.years = f.years.filter(({ year }) => year !== 2025))));
    expect(fault?.vi).toContain("Thiếu bảng của năm 2025");
    expect(fault?.en).toContain("Import 2025 too");
  });

  test("every fault of one file is told at once", () => {
    const reading = calendarWith((f) =>
      inYear(f, 2026, (days) => [...days, { ...swap, date: day("2026-06-05") }, ...days.slice(0, 1)]),
    );
    expect(refusals(reading)).toEqual(expect.arrayContaining(["wrong-weekday", "duplicate-day"]));
  });
});

describe("a file that is no law at all is refused with the line", () => {
  test.each<[string, Uint8Array, string]>([
    ["a broken text", bytes('{\n  "source": "x",\n  "years": [}\n}'), "Line 3: the file is not JSON"],
    ["a text that ends too early", bytes('{\n  "source": "x",\n'), "Line 3: the file is not JSON"],
    ["an empty file", bytes(""), "Line 1: the file is not JSON"],
    ["bytes that are no text", Uint8Array.of(0x7b, 0xff, 0xfe), "The file is not UTF-8"],
    [
      "a name twice in one object",
      bytes('{\n  "source": "x",\n  "source": "y",\n  "years": []\n}'),
      'Line 3: "source" stands twice',
    ],
    ["another kind of file", bytes('{"name": "hop-thu"}'), 'Line 1: there is no field "name"'],
    ["a list", bytes("[]"), 'Line 1: the field "source" is missing'],
    ["a comma too many", bytes('{\n  "source": "x",\n  "years": [],\n}'), "Line 4: the file is not JSON"],
    [
      "a string without its end",
      bytes('{\n  "source": "x,\n  "years": []\n}'),
      "Line 2: the file is not JSON",
    ],
    ["a word without quotes", bytes('{\n  "source": yes,\n  "years": []\n}'), "Line 2: the file is not JSON"],
    ["two values", bytes("{}\n{}"), "Line 2: the file is not JSON"],
  ])("%s", (_, content, sentence) => {
    for (const reading of [readCalendarFile(content, present), readPolicyFile(content, defaultPolicy, since)])
      expect(
        sentences(reading)
          .map(({ en }) => en)
          .join("\n"),
      ).toContain(sentence);
  });

  test("the mark that some editors write first does no harm", () => {
    expect(readCalendarFile(bytes(`\ufeff${JSON.stringify(calendarFile)}`), present).kind).toBe("read");
  });
});

describe("a policy is imported only if every running clock finds one row in it, and one only", () => {
  test("a new version with another number is", () => {
    const reading = policyWith((f) => inRow(f, "first-open", { amount: 2 }));
    expect(reading.kind === "read" && reading.content.rows[0]?.amount).toBe(2);
  });

  test.each<[string, string, (file: PolicyFile) => void]>([
    ["two rows for one clock", "ambiguous", (f) => f.policy.rows.push(...f.policy.rows.slice(0, 1))],
    ["a clock that nobody knows", "wrong-value", (f) => inRow(f, "first-open", { clock: "reading" })],
    ["a unit that nobody knows", "wrong-value", (f) => inRow(f, "first-open", { unit: "week" })],
    ["a field that nobody knows", "unknown-field", (f) => inRow(f, "first-open", { weight: 3 })],
    ["an amount of nothing", "wrong-value", (f) => inRow(f, "first-open", { amount: 0 })],
    [
      "a last limit before the limit",
      "hard-limit-below-amount",
      (f) => inRow(f, "first-open", { hardLimit: 1 }),
    ],
    [
      "extensions past the last limit",
      "extensions-past-hard-limit",
      (f) => inRow(f, "first-open", { extensions: 9, extensionMax: 9 }),
    ],
    [
      "one pause longer than all",
      "pause-past-total",
      (f) => inRow(f, "result", { pauseMax: 9, pauseTotal: 8 }),
    ],
    ["a row that is never valid", "never-valid", (f) => inRow(f, "first-open", { validTo: "2018-01-01" })],
    [
      "a clock stopped by something else",
      "stops-otherwise",
      (f) => inRow(f, "first-open", { stop: "closed" }),
    ],
    [
      "a clock started by something else",
      "starts-otherwise",
      (f) => inRow(f, "first-open", { start: "explanation-demanded" }),
    ],
    ["a clock that waits for its own end", "cycle", (f) => inRow(f, "acknowledge", { start: "classified" })],
    [
      "two clocks that wait for each other",
      "cycle",
      (f) => {
        inRow(f, "acknowledge", { start: "concluded" });
        inRow(f, "result", { start: "classified" });
      },
    ],
    [
      "a row taken out that a running clock needs",
      "row-missing",
      (f) => (f.policy.rows = f.policy.rows.filter(({ clock }) => clock !== "explanation")),
    ],
    [
      "a kind taken out that a case can become",
      "row-missing",
      (f) => inRow(f, "review", { appliesTo: ["report"] }),
    ],
    [
      "a row that begins only after letters were released",
      "row-missing",
      (f) => inRow(f, "first-open", { validFrom: "2026-02-01" }),
    ],
    [
      "a row that ends with none after it",
      "row-missing",
      (f) => inRow(f, "first-open", { validTo: "2027-01-01" }),
    ],
    [
      "an old name for new content",
      "version-not-new",
      (f) => {
        f.policy.version = defaultPolicy.version;
        inRow(f, "first-open", { amount: 2 });
      },
    ],
  ])("%s is refused", (_, kind, change) => {
    expect(refusals(policyWith(change))).toContain(kind);
  });

  test("a row may end where the next begins", () => {
    const reading = policyWith((f) => {
      const [row] = f.policy.rows;
      inRow(f, "first-open", { validTo: "2027-01-01" });
      f.policy.rows.push({ ...required(row), validFrom: day("2027-01-01"), amount: 2 });
    });
    expect(reading.kind).toBe("read");
  });

  test("a cycle is told as the way round, on the line of its start", () => {
    const change = (f: PolicyFile) => {
      inRow(f, "acknowledge", { start: "concluded" });
      inRow(f, "result", { start: "classified" });
    };
    const file = structuredClone(policyFile) as unknown as PolicyFile;
    file.policy.version = "2026.3";
    change(file);
    const [fault] = sentences(policyWith(change));
    expect(fault?.vi).toContain("Tiếp nhận, phân loại → Trả lời kết quả → Tiếp nhận, phân loại");
    expect(fault?.en).toContain(`Line ${lineOf(file, '"start": "concluded"')}:`);
  });

  test("a missing row is told by its clock and its first day", () => {
    const [fault] = sentences(policyWith((f) => inRow(f, "first-open", { validTo: "2027-01-01" })));
    expect(fault?.vi).toContain("“Mở thư” (first-open, report) từ thứ Sáu 01/01/2027");
  });

  test("an unknown unit is told with those that there are", () => {
    const [fault] = sentences(policyWith((f) => inRow(f, "transfer", { unit: "week" })));
    expect(fault?.en).toMatch(/Line \d+: "unit" is "week", and must be \("working-day" \| "calendar-day"\)/);
  });
});

/** Eleven days off, as an announcement would list them: what was computed, called announced. */
function officialDays(year: number): readonly CalendarDay[] {
  const table = listCalendarYears(year, year)[0];
  return (table?.days ?? []).map((row) => ({ ...row, status: "official" }));
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the official file has no such row");
  return value;
}

describe("where a text stops being JSON", () => {
  test("is its end, whatever the value, if it is JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(findJsonFault(text)).toBe(text.length);
      }),
    );
  });

  test("has before it only what could still have become JSON", () => {
    const changes = fc.record({
      value: fc.jsonValue(),
      at: fc.nat(),
      put: fc.constantFrom("", ",", "}", "]", ":", '"', "x"),
    });
    fc.assert(
      fc.property(changes, ({ value, at, put }) => {
        const whole = JSON.stringify({ value });
        const place = at % whole.length;
        const text = whole.slice(0, place) + put + whole.slice(put === "" ? place + 1 : place);
        const found = findJsonFault(text);
        expect(found).toBeLessThanOrEqual(text.length);
        // What comes before the fault can be completed; with the fault in it nothing can.
        if (!isJson(text)) expect(findJsonFault(text.slice(0, found))).toBe(found);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
