import { findLawChange } from "../../../src/domain/case/case.law-change.ts";
import { follow } from "../../../src/domain/case/case.decide.ts";
import type { CaseEvent } from "../../../src/domain/case/case.events.ts";
import type { CalendarYear } from "../../../src/domain/calendar-year.ts";
import type { Law } from "../../../src/domain/clocks.ts";
import type { PlainDate } from "../../../src/domain/plain-date.ts";
import type { BoxCase } from "../../../src/envelope/box-response.ts";
import { type LetterRelease, toHistory } from "../../../src/envelope/case-record.ts";
import { officialYears } from "../../../src/org/law-data.ts";

/** The official years with these days of 2026 off beside the announced ones: a storm, a swap at short notice. */
export function yearsWithDaysOff(...days: readonly string[]): CalendarYear[] {
  return officialYears.map((year) => ({
    ...year,
    days: year.year === 2026 ? [...year.days, ...days.map(dayOff)] : year.days,
  }));
}

function dayOff(date: string): CalendarYear["days"][number] {
  const row = {
    off: true,
    kind: "swap-off",
    name: "Nghỉ hoán đổi",
    source: "thử",
    status: "official",
  } as const;
  return { ...row, date: date as PlainDate };
}

/** The record that a server makes of a new law for a case in which only these people have acted. */
export function recordedChange(
  release: LetterRelease,
  acts: readonly CaseEvent[],
  on: PlainDate,
  before: Law,
  after: Law,
): BoxCase["steps"][number] {
  const state = follow(toHistory(release, acts), on, before);
  const change = findLawChange(state, before, after, "calendar");
  if (change === undefined) throw new Error("the new law changes nothing");
  const moves = change.moves.map((move) => ({ ...move }));
  return { after: acts.length, step: { type: "LawChanged", on, ...change, moves } };
}
