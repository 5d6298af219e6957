import { countWorkingDays, createCalendar } from "../../domain/calendar.ts";
import type { CalendarDay, CalendarYear } from "../../domain/calendar-year.ts";
import { addDays, toPlainDate } from "../../domain/plain-date.ts";
import type { PolicyRow, PolicyVersion } from "../../domain/policy.ts";
import { formatDate } from "../../i18n/format.ts";
import { lawEn } from "../../i18n/law/en.ts";
import { lawVi } from "../../i18n/law/vi.ts";
import type { Bilingual } from "../command/bilingual.ts";

/** What one set of tables says otherwise than another, in words; empty if nothing. */
export function sayCalendarChanges(
  before: readonly CalendarYear[],
  after: readonly CalendarYear[],
): readonly Bilingual[] {
  return after.flatMap((table) => {
    const old = before.find(({ year }) => year === table.year);
    return JSON.stringify(old) === JSON.stringify(table) ? [] : sayYear(old, table);
  });
}

function sayYear(old: CalendarYear | undefined, table: CalendarYear): readonly Bilingual[] {
  const { year } = table;
  const [was, is] = [old === undefined ? null : workingDays(old), workingDays(table)];
  const status = { official: "đã công bố", computed: "dự tính" } as const;
  const title: Bilingual = {
    vi: `Năm ${year}: ${old === undefined ? "chưa có" : status[old.status]} → ${status[table.status]}; ${was ?? "?"} → ${is} ngày làm việc`,
    en: `${year}: ${old === undefined ? "not there" : wordsEn[old.status]} → ${wordsEn[table.status]}; ${was ?? "?"} → ${is} working days`,
  };
  const [oldDays, newDays] = [old?.days.filter(counts) ?? [], table.days.filter(counts)];
  const isIn = (days: readonly CalendarDay[], { date, off }: CalendarDay) =>
    days.some((day) => day.date === date && day.off === off);
  const gone = oldDays.filter((day) => !isIn(newDays, day));
  const come = newDays.filter((day) => !isIn(oldDays, day));
  return [title, ...gone.map((day) => sayDay(day, "gone")), ...come.map((day) => sayDay(day, "new"))];
}

const wordsEn = { official: "announced", computed: "computed" } as const;

const counts = (day: CalendarDay): boolean => day.enabled !== false;

function workingDays(table: CalendarYear): number {
  const last = toPlainDate(`${table.year}-12-31`);
  return countWorkingDays(addDays(toPlainDate(`${table.year}-01-01`), -1), last, createCalendar([table]));
}

function sayDay({ date, off, name }: CalendarDay, which: "gone" | "new"): Bilingual {
  const [vi, en] = [formatDate("vi", date), formatDate("en", date)];
  const sign = which === "gone" ? "−" : "+";
  return {
    vi: `  ${sign} ${vi}: ${off ? "nghỉ" : "làm bù"} (${name})`,
    en: `  ${sign} ${en}: ${off ? "off" : "worked"} (${name})`,
  };
}

/** What one policy says otherwise than another, in words; empty if nothing. */
export function sayPolicyChanges(before: PolicyVersion, after: PolicyVersion): readonly Bilingual[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isIn = (rows: readonly PolicyRow[], row: PolicyRow) =>
    rows.some((each) => JSON.stringify(each) === JSON.stringify(row));
  const gone = before.rows.filter((row) => !isIn(after.rows, row));
  const come = after.rows.filter((row) => !isIn(before.rows, row));
  const title: Bilingual = {
    vi: `Quy định về thời hạn: bản ${before.version} → ${after.version}`,
    en: `The limits: version ${before.version} → ${after.version}`,
  };
  const congress: Bilingual = {
    vi: "  Quy định về thời gian trước đại hội đã thay đổi",
    en: "  The rule on the time before a congress has changed",
  };
  const isCongressSame = JSON.stringify(before.congress) === JSON.stringify(after.congress);
  return [
    title,
    ...gone.map((row) => sayRow(row, "−")),
    ...come.map((row) => sayRow(row, "+")),
    ...(isCongressSame ? [] : [congress]),
  ];
}

function sayRow(row: PolicyRow, sign: string): Bilingual {
  const { clock, appliesTo, amount, hardLimit, unit, extensions, extensionMax = 0, verified } = row;
  const days = unit === "working-day" ? ["ngày làm việc", "working days"] : ["ngày", "days"];
  const from = [formatDate("vi", row.validFrom), formatDate("en", row.validFrom)];
  const to = row.validTo === null ? null : [formatDate("vi", row.validTo), formatDate("en", row.validTo)];
  const more = extensions === 0 ? "" : `, +${extensions}×${extensionMax}`;
  const kinds = appliesTo.join(", ");
  return {
    vi: `  ${sign} ${lawVi[`clock.${clock}`]} (${kinds}): ${amount} ${days[0]}, hạn chót ${hardLimit}${more}; từ ${from[0]}${to === null ? "" : ` đến trước ${to[0]}`}${verified ? "" : "; chờ luật sư kiểm tra"}`,
    en: `  ${sign} ${lawEn[`clock.${clock}`]} (${kinds}): ${amount} ${days[1]}, last limit ${hardLimit}${more}; from ${from[1]}${to === null ? "" : ` until before ${to[1]}`}${verified ? "" : "; to be checked by the lawyer"}`,
  };
}
