import type { ClockState } from "../domain/clocks.ts";
import type { DaysOffSpan, DueDate } from "../domain/due-date.ts";
import type { CommitteeId, UnitId } from "../domain/ids.ts";
import { getCommittee, getUnit, type OrgTree } from "../domain/org-tree.ts";
import { addDays } from "../domain/plain-date.ts";
import type { ClockStart } from "../domain/policy.ts";
import type { RouteStep } from "../domain/routing.ts";
import { formatAmount, formatDate, formatList, formatNumber, formatSpan } from "./format.ts";
import type { Language } from "./language.ts";
import { createSay, type Say, type Translation } from "./message.ts";
import type { LawFirstMessages } from "./law/vi.first.ts";
import type { LawMessages } from "./law/vi.ts";

/** The sentences of the law in one language. */
export type Law = { readonly language: Language; readonly say: Say<LawMessages> };

/** Of these, those that a page needs before a letter is sent. Every `Law` is one. */
export type FirstLaw = { readonly language: Language; readonly say: Say<LawFirstMessages> };

/** Binds a dictionary to its language. */
export function createLaw(language: Language, messages: Translation<LawMessages>): Law {
  return { language, say: createSay<LawMessages>(messages) };
}

/** Binds the first part of a dictionary to its language. */
export function createFirstLaw(language: Language, messages: Translation<LawFirstMessages>): FirstLaw {
  return { language, say: createSay<LawFirstMessages>(messages) };
}

/** One step of a route as a sentence. `**` stands around what is to be shown strongly. */
export function sayRouteStep({ say }: FirstLaw, tree: OrgTree, step: RouteStep): string {
  if (step.kind === "unit-unknown" || step.kind === "no-fallback" || step.kind === "nobody")
    return say(`route.${step.kind}`);
  if (step.kind === "succeeded")
    return say("route.succeeded", { unit: unitName(tree, step.unit), by: unitName(tree, step.by) });
  const committee = committeeName(tree, step.committee);
  if (step.kind === "passed-over")
    return say(`route.passed-over.${step.as}`, { committee, reason: say(`because.${step.because}`) });
  if (step.kind === "last-resort") return say(`route.last-resort.${step.as}`, { committee });
  return say(`route.${step.kind}`, { committee });
}

/** How a committee is called; its id, if the directory no longer has it. */
export function committeeName(tree: OrgTree, id: CommitteeId): string {
  return getCommittee(tree, id)?.name ?? id;
}

/** How a unit is called; its id, if the directory no longer has it. */
export function unitName(tree: OrgTree, id: UnitId): string {
  return getUnit(tree, id)?.name ?? id;
}

/**
 * The arithmetic of a due date in one sentence: "Nhận thứ Sáu 13/02/2026; 07 ngày làm việc, không tính ngày nhận,
 * ngày nghỉ cuối tuần và nghỉ Tết 16–20/02 → hết ngày thứ Ba 03/03/2026". `start` is what set the limit running.
 */
export function sayDue(law: FirstLaw, due: DueDate, start: ClockStart = "released"): string {
  const { language, say } = law;
  const { explanation } = due;
  return say(`due.${explanation.unit}`, {
    start: say(`start.${start}`),
    from: formatDate(language, explanation.start),
    amount: formatAmount(language, explanation.amount),
    excluded: formatList(language, excludedFrom(law, due, start)),
    to: formatDate(language, due.on),
  });
}

/** What must be said beside the arithmetic: a roll over a day off, a worked Saturday, what may still change. */
export function listDueRemarks({ language, say }: FirstLaw, due: DueDate): readonly string[] {
  const { rolledFrom, workedWeekends, daysOff } = due.explanation;
  const remarks: string[] = [];
  if (rolledFrom !== null) remarks.push(say("due.rolled", { date: formatDate(language, rolledFrom) }));
  if (workedWeekends.length > 0) {
    const days = workedWeekends.map((date) => formatDate(language, date));
    remarks.push(say("due.worked", { days: formatList(language, days) }));
  }
  if (due.provisional) remarks.push(say("due.provisional"));
  if (daysOff.some(({ status }) => status === "to-verify")) remarks.push(say("due.to-verify"));
  return remarks;
}

function excludedFrom({ language, say }: FirstLaw, due: DueDate, start: ClockStart): readonly string[] {
  const { unit, weekends, daysOff } = due.explanation;
  const excluded = [say(start === "released" ? "excluded.released" : "excluded.other")];
  // A limit in calendar days counts days off; the one it ends on is told by the roll.
  if (unit === "calendar-day") return excluded;
  if (weekends) excluded.push(say("excluded.weekends"));
  return [...excluded, ...joinHolidays(daysOff).map((off) => sayDaysOff({ language, say }, off))];
}

/** "Quốc khánh (ngày liền kề)" and "Quốc khánh" on the day after are one holiday to whoever reads the sentence. */
function joinHolidays(spans: readonly DaysOffSpan[]): readonly DaysOffSpan[] {
  const joined: DaysOffSpan[] = [];
  for (const span of spans) {
    const name = span.kind === "statutory" ? span.name.replace(/ \(.*\)$/, "") : span.name;
    const last = joined.at(-1);
    if (last?.name === name && last.kind === span.kind && addDays(last.to, 1) === span.from)
      joined[joined.length - 1] = { ...last, to: span.to };
    else joined.push({ ...span, name });
  }
  return joined;
}

function sayDaysOff({ language, say }: FirstLaw, { kind, name, from, to }: DaysOffSpan): string {
  const span = formatSpan(language, from, to);
  return kind === "swap-off" ? say("excluded.swap-off", { span }) : say(`excluded.${kind}`, { name, span });
}

/** Where a clock stands, in words. */
export function sayClockState({ language, say }: FirstLaw, state: ClockState): string {
  if (state.kind === "kept") return say(`state.kept.${state.within}`);
  if (state.kind === "overdue" || state.kind === "missed")
    return say(`state.${state.kind}.${state.phase}`, { days: formatNumber(language, state.daysLate) });
  return state.daysLeft === 0
    ? say(`state.last-day.${state.within}`)
    : say(`state.${state.kind}.${state.within}`, { days: formatNumber(language, state.daysLeft) });
}
