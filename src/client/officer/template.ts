import { addWorkingDays } from "../../domain/calendar.ts";
import { type CaseState, getRunningClock } from "../../domain/case/case.ts";
import { clockOf, rowOf } from "../../domain/case/case.clocks.ts";
import { evolve } from "../../domain/case/case.evolve.ts";
import { limitOf } from "../../domain/clocks.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { committeeName } from "../../i18n/law.ts";
import { templates } from "../../i18n/officer/templates.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { WrittenCommand } from "./commands.ts";
import { daysFrom, emptyForm, type Form } from "./form.ts";
import type { Session } from "./state.ts";

/** Stands in a template for what is not chosen yet. */
const blank = "…";

/** What a message begins with, in the language of whoever will read it, with the days as they would be promised. */
export function templateFor(
  command: WrittenCommand,
  file: CaseFile,
  session: Session,
  language: Language,
  form: Form = emptyForm,
): string {
  const { tree } = session.organisation;
  const result = resultLimit(file.state, file);
  const after = afterDays(command, file, form);
  const day = (on: PlainDate | null | undefined) => (on == null ? blank : formatDate(language, on));
  const days = daysFrom(form.days);
  const values = {
    committee: committeeName(
      tree,
      file.as === "superior" ? (file.state.superior ?? file.state.committee) : file.state.committee,
    ),
    received: formatDate(language, file.row.releasedOn),
    result: day(result),
    days: days === null ? blank : formatNumber(language, days),
    until: day(after?.limit),
    resumes: day(after?.pausedTo),
    to: form.to === null ? blank : committeeName(tree, form.to),
  };
  // A day that has passed must not be promised.
  const isLate = result !== null && result < file.today;
  return templates[language](command === "acknowledge" && isLate ? "acknowledge-late" : command, values);
}

function resultLimit(state: CaseState, { law }: CaseFile): PlainDate | null {
  const clock = getRunningClock(state, "result");
  return clock === undefined ? null : limitOf(clockOf(clock, law)).on;
}

/** Where the limit would be, and until when the clock would stand still, by the days in the form. */
export type AfterDays = { readonly limit: PlainDate | null; readonly pausedTo: PlainDate | null };

/** What a question or an extension of so many days does; null where none are given, or none are asked for. */
export function afterDays(
  command: WrittenCommand,
  file: CaseFile,
  { days: typed }: Pick<Form, "days">,
): AfterDays | null {
  const days = daysFrom(typed);
  const clock = getRunningClock(file.state, "result");
  if (days === null || clock === undefined) return null;
  const { today: on, law } = file;
  if (command === "extend")
    return { limit: resultLimit(evolve(file.state, { type: "Extended", on, days }), file), pausedTo: null };
  if (command !== "ask-reporter") return null;
  const isWorking = rowOf(clock, law).unit === "working-day";
  return {
    limit: resultLimit(evolve(file.state, { type: "ReporterAsked", on, days }), file),
    pausedTo: isWorking ? addWorkingDays(on, days, law.calendar) : addDays(on, days),
  };
}
