import { addWorkingDays } from "../../domain/calendar.ts";
import { type CaseState, getRunningClock } from "../../domain/case/case.ts";
import { bindingClocks, clockOf, rowOf } from "../../domain/case/case.clocks.ts";
import type { CaseEventType } from "../../domain/case/case.events.ts";
import { evolve } from "../../domain/case/case.evolve.ts";
import { limitOf } from "../../domain/clocks.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { formatDate, formatList, formatNumber } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { committeeName } from "../../i18n/law.ts";
import { type TemplateName, templates } from "../../i18n/officer/templates.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderName } from "../desk/orders.ts";
import { isWritten, type WrittenCommand } from "./commands.ts";
import { daysFrom, emptyForm, type Form } from "./form.ts";
import type { Session } from "./state.ts";

/** Stands in a template for what is not chosen yet. */
const blank = "…";

/** Commands whose words can be begun from a template. */
export type TemplatedCommand = WrittenCommand | "propose-superior" | "explain" | "recuse" | "hand-over";

const forReaders = [
  "propose-superior",
  "explain",
  "recuse",
  "hand-over",
] as const satisfies readonly OrderName[];

export function isTemplated(command: OrderName): command is TemplatedCommand {
  return isWritten(command) || forReaders.some((each) => each === command);
}

/** The templates that fit an act as the case stands, the one it begins with first. */
export function templateChoices(
  command: TemplatedCommand,
  file: CaseFile,
): readonly [TemplateName, ...TemplateName[]] {
  const isLate = isPast(resultLimit(file.state, file), file);
  // A day that has passed must not be promised.
  if (command === "acknowledge") return [isLate ? "acknowledge-late" : "acknowledge"];
  if (command === "ask-reporter") return [command, "ask-reporter.place-time", "ask-reporter.still"];
  if (command === "send-message") return [command, ...messageChoices(file, isLate)];
  return [command];
}

function messageChoices({ state, sealed, letterText }: CaseFile, isLate: boolean): readonly TemplateName[] {
  const runs = getRunningClock(state, "result") !== undefined;
  const fits = {
    "send-message.reply": state.reporterWroteOn !== null,
    "send-message.progress": runs && !isLate,
    "send-message.late": runs && isLate,
    "send-message.withdrawal": sealed.withdrawal !== null,
    "send-message.missing": (letterText?.missing.length ?? 0) > 0,
  } satisfies Partial<Record<TemplateName, boolean>>;
  return (Object.keys(fits) as (keyof typeof fits)[]).filter((name) => fits[name]);
}

/** What a message begins with, in the language of whoever will read it, with the days as they would be promised. */
export function templateFor(
  command: TemplatedCommand,
  file: CaseFile,
  session: Session,
  language: Language,
  form: Form = emptyForm,
  name: TemplateName = templateChoices(command, file)[0],
): string {
  const { tree } = session.organisation;
  const after = isWritten(command) ? afterDays(command, file, form) : null;
  const day = (on: PlainDate | null | undefined) => (on == null ? blank : formatDate(language, on));
  const days = daysFrom(form.days);
  const say = templates[language];
  const values = {
    committee: committeeName(
      tree,
      file.as === "superior" ? (file.state.superior ?? file.state.committee) : file.state.committee,
    ),
    received: formatDate(language, file.row.releasedOn),
    wrote: day(file.state.reporterWroteOn),
    result: day(resultLimit(file.state, file)),
    days: days === null ? blank : formatNumber(language, days),
    missed: sayMissed(file, language),
    until: day(after?.limit),
    resumes: day(after?.pausedTo),
    to: form.to === null ? blank : committeeName(tree, form.to),
    because: say(`ground.${form.ground ?? "none"}`),
    finding:
      say(`finding.${form.outcome ?? "none"}`) + (form.remedyOrdered === "yes" ? say("finding.remedy") : ""),
  };
  return say(name, values);
}

/** The limits that an explanation is about, with their days; open where none is missed by the law of today. */
function sayMissed(file: CaseFile, language: Language): string {
  const say = templates[language];
  const missed = bindingClocks.flatMap((name) =>
    missedOf(file, name).map((on) => say(`limit.${name}`, { until: formatDate(language, on) })),
  );
  return missed.length === 0 ? say("limit.none") : formatList(language, missed);
}

/** The days of a limit that was not kept, whether or not what it asks for has been done since, too late. */
function missedOf(file: CaseFile, name: (typeof bindingClocks)[number]): readonly PlainDate[] {
  // What stopped by then another committee had missed, or an earlier explanation was about.
  const since = file.events.findLast(({ type }) => answering.has(type))?.on ?? null;
  return file.clocks
    .filter(
      ({ clock, state }) => clock.name === name && (state.kind === "overdue" || state.kind === "missed"),
    )
    .filter(({ facts: { stoppedOn } }) => stoppedOn === null || since === null || stoppedOn > since)
    .map(({ clock }) => limitOf(clock).on);
}

/** From such an event on a committee has nothing to explain that was over by then. */
const answering: ReadonlySet<CaseEventType> = new Set(["TransferReceived", "TakenOver", "Explained"]);

function isPast(limit: PlainDate | null, { today }: CaseFile): boolean {
  return limit !== null && limit < today;
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
