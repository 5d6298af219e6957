import { createCalendar } from "../domain/calendar.ts";
import { type DueDate, dueOn, limitUnits } from "../domain/due-date.ts";
import { parsePlainDate, yearOf } from "../domain/plain-date.ts";
import { listCalendarYears } from "./law-data.ts";

/** Ten years: no limit of the law is longer, and the lunar calendar is reckoned year by year. */
const longestLimit = 3_660;

/** The due date that the arguments ask for, or the sentence that says what is wrong with them. */
export function dueFromArguments(words: readonly string[]): DueDate | string {
  const [startText = "", amountText = "", unitText = ""] = words;
  if (words.length !== 3) return `three words are needed, not ${words.length}`;
  const start = parsePlainDate(startText);
  if (start === undefined) return `"${startText}" is not a day of the calendar between 1900 and 2199`;
  const amount = /^\d{1,4}$/.test(amountText) ? Number(amountText) : 0;
  if (amount < 1 || amount > longestLimit)
    return `"${amountText}" is not a whole number from 1 to ${longestLimit}`;
  const unit = limitUnits.find((known) => known === unitText);
  if (unit === undefined) return `"${unitText}" is neither working-day nor calendar-day`;
  const first = yearOf(start);
  // A year has some 250 working days; one year more leaves room for the roll over its end.
  const last = first + Math.ceil(amount / 240) + 1;
  if (last > 2199) return "the limit ends after 2199";
  return dueOn(start, amount, unit, createCalendar(listCalendarYears(first, last)));
}
