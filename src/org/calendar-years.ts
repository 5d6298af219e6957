// oxlint-disable-next-line typescript/triple-slash-reference -- ambient: other programs that import this file must find it too
/// <reference path="./date-chinese.d.ts" />
import { CalendarVietnamese } from "date-chinese";
import { type CalendarDay, type CalendarYear, type DayKind, isWeekend } from "../domain/calendar-year.ts";
import { addDays, type PlainDate, toPlainDate } from "../domain/plain-date.ts";

const statutory = "Bộ luật Lao động 2019, Điều 112 (dự tính, chưa có thông báo của năm)";
const compensatory = "Bộ luật Lao động 2019, Điều 111 khoản 3 (dự tính, chưa có thông báo của năm)";

/**
 * The table of a year for which nothing has been announced, reckoned from the lunar calendar of Vietnam. Swaps
 * cannot be foreseen, and the state chooses which five days of Tết are off: everything here is provisional.
 */
export function computeCalendarYear(year: number): CalendarYear {
  const days = listStatutoryDays(year);
  const all = [...days, ...listCompensatoryDays(days)].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { year, status: "computed", days: all };
}

/** The day of the lunar date (month and day, not leap) that falls in the Gregorian year. */
export function lunarDate(year: number, month: number, day: number): PlainDate {
  // Any day of summer lies in the lunar year that began in the same Gregorian year.
  const [cycle, lunarYear] = new CalendarVietnamese().fromGregorian(year, 6, 1).get();
  const found = new CalendarVietnamese(cycle, lunarYear, month, false, day).toGregorian(year);
  return toPlainDate(
    [found.year, found.month, found.day].map((part) => String(part).padStart(2, "0")).join("-"),
  );
}

function listStatutoryDays(year: number): readonly CalendarDay[] {
  const newYear = lunarDate(year, 1, 1);
  const nationalDay = toPlainDate(`${year}-09-02`);
  return [
    toRow(toPlainDate(`${year}-01-01`), "statutory", "Tết Dương lịch"),
    ...longestRest([consecutive(newYear, -2, 5), consecutive(newYear, -1, 5)]).map((date) =>
      toRow(date, "statutory", "Tết Nguyên đán"),
    ),
    toRow(lunarDate(year, 3, 10), "statutory", "Giỗ Tổ Hùng Vương"),
    toRow(toPlainDate(`${year}-04-30`), "statutory", "Ngày Chiến thắng 30/4"),
    toRow(toPlainDate(`${year}-05-01`), "statutory", "Ngày Quốc tế lao động 1/5"),
    ...longestRest([consecutive(nationalDay, -1, 2), consecutive(nationalDay, 0, 2)]).map((date) =>
      toRow(date, "statutory", date === nationalDay ? "Quốc khánh" : "Quốc khánh (ngày liền kề)"),
    ),
  ];
}

/** A statutory day that falls on a weekend is given back on the next day that is worked. */
function listCompensatoryDays(statutoryDays: readonly CalendarDay[]): readonly CalendarDay[] {
  const taken = new Set(statutoryDays.map((day) => day.date));
  return statutoryDays
    .filter((day) => isWeekend(day.date))
    .map((lost) => {
      let date = lost.date;
      while (isWeekend(date) || taken.has(date)) date = addDays(date, 1);
      taken.add(date);
      return toRow(date, "compensatory", `${lost.name} (nghỉ bù)`);
    });
}

/**
 * The law leaves a choice (one or two days before the lunar new year; the day before or after 2 September). As
 * announced in 2024–2026: the longest rest in one piece with the weekends around it, and of two equal ones the earlier.
 */
function longestRest(choices: readonly (readonly PlainDate[])[]): readonly PlainDate[] {
  const ranked = choices.map((days) => ({ days, rest: restAround(days) }));
  return ranked.sort((a, b) => b.rest - a.rest)[0]?.days ?? [];
}

function restAround(days: readonly PlainDate[]): number {
  const isFree = (date: PlainDate): boolean => isWeekend(date) || days.includes(date);
  let first = days[0];
  let rest = 0;
  while (first !== undefined && isFree(addDays(first, -1))) first = addDays(first, -1);
  for (let date = first; date !== undefined && isFree(date); date = addDays(date, 1)) rest += 1;
  return rest;
}

function consecutive(date: PlainDate, offset: number, length: number): readonly PlainDate[] {
  return Array.from({ length }, (_, index) => addDays(date, offset + index));
}

function toRow(date: PlainDate, kind: DayKind, name: string): CalendarDay {
  const source = kind === "statutory" ? statutory : compensatory;
  return { date, off: true, kind, name, source, status: "computed" };
}
