import type {
  CoveredTerm,
  ExtensionReason,
  NoteKind,
  OtherPlace,
  Outcome,
  RefusalGround,
  RemedyState,
  SealedNote,
  Substance,
} from "../../domain/case/case.sealed.ts";
import type { CaseId, CommitteeId, OfficerId } from "../../domain/ids.ts";
import type { ReportKind } from "../../domain/policy.ts";
import type { Language } from "../../i18n/language.ts";
import type { TemplateName } from "../../i18n/officer/templates.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { isWritten } from "./commands.ts";
import { hasGap } from "./template-text.ts";

export type YesNo = "yes" | "no";

/** The category that is none of the catalogue: khác. */
export const noCategory = "other";

export type TemplateChoice = { readonly name: TemplateName; readonly language: Language };

/** The fields of every form; null: not chosen yet. Nothing here is checked. */
type Fields = {
  readonly text: string;
  /** The text it began with, so that untouched text can be exchanged. */
  readonly template: string;
  /** Which template that is; null: the one that the act begins with, in the reporter's language. */
  readonly templateOf: TemplateChoice | null;
  readonly kind: ReportKind | null;
  readonly substance: Substance | null;
  /** Code of the catalogue, or `noCategory`. */
  readonly category: string | null;
  readonly eligible: YesNo | null;
  /** As it was typed. */
  readonly days: string;
  readonly reason: ExtensionReason | null;
  readonly to: CommitteeId | null;
  readonly note: NoteKind | null;
  readonly officer: OfficerId | null;
  readonly joined: CaseId | null;
  /** Words to cover; null: nobody has looked yet. */
  readonly covered: readonly CoveredTerm[] | null;
  readonly threat: YesNo | null;
  readonly declined: YesNo | null;
  readonly inspection: "planned" | "at-once" | null;
  readonly remedy: RemedyState | null;
  readonly readers: readonly OfficerId[];
  readonly ground: RefusalGround | null;
  readonly whereElse: readonly OtherPlace[];
  readonly outcome: Outcome | null;
  readonly againstPerson: YesNo | null;
  readonly remedyOrdered: YesNo | null;
  /** Place of the message whose statement is shown. */
  readonly sequence: number | null;
};

/** What an officer has put into a form so far, and what it began with beside its text: nobody's work while it stands. */
export type Form = Fields & { readonly offered: Partial<Fields> };

export type FieldName = Exclude<keyof Fields, "template" | "templateOf" | "sequence">;

/** A form that nobody has filled in. */
export const emptyForm: Form = {
  text: "",
  template: "",
  templateOf: null,
  kind: null,
  substance: null,
  category: null,
  eligible: null,
  days: "",
  reason: null,
  to: null,
  note: null,
  officer: null,
  joined: null,
  covered: null,
  threat: null,
  declined: null,
  inspection: null,
  remedy: null,
  readers: [],
  ground: null,
  whereElse: [],
  outcome: null,
  againstPerson: null,
  remedyOrdered: null,
  sequence: null,
  offered: {},
};

/** Whether the text is still what the page put there. */
export function isUntouched({ text, template }: Form): boolean {
  return text.trim() === "" || text === template;
}

const notCounted: ReadonlySet<keyof Form> = new Set(["text", "template", "templateOf", "sequence", "kind"]);

/** Whether anybody has put anything into the form: then it is kept and said to be unfinished. */
export function isBegun(form: Form): boolean {
  return (
    !isUntouched(form) ||
    (Object.keys(emptyForm) as (keyof Form)[]).some((name) => {
      if (name === "offered" || notCounted.has(name)) return false;
      const value = form[name];
      if (value === form.offered[name]) return false;
      return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
    })
  );
}

const fields: Readonly<Record<OrderName, readonly FieldName[]>> = {
  open: [],
  acknowledge: ["text"],
  "send-message": ["text"],
  classify: ["kind", "substance", "category", "eligible", "text"],
  "ask-reporter": ["days", "text"],
  extend: ["reason", "days", "text"],
  "begin-verification": [],
  transfer: ["to", "text"],
  "propose-superior": ["text"],
  note: ["note", "text"],
  "hand-over": ["readers", "text"],
  recuse: ["text"],
  refuse: ["ground", "whereElse", "text"],
  conclude: ["outcome", "againstPerson", "remedyOrdered", "text"],
  close: [],
  explain: ["text"],
  "make-formal": [],
  "demand-explanation": [],
  "open-as-superior": [],
  "take-over": ["text"],
};

const noteFields: Readonly<Record<NoteKind, readonly FieldName[]>> = {
  assigned: ["officer"],
  "follower-appointed": [],
  joined: ["joined"],
  covered: ["covered"],
  withdrawn: ["threat"],
  "person-heard": ["declined"],
  verification: [],
  "inspection-planned": ["inspection"],
  remedy: ["remedy"],
  remark: [],
};

/** The notes that an officer writes here; a follower is appointed by the superior, on paper. */
export const offeredNotes = [
  "assigned",
  "verification",
  "person-heard",
  "inspection-planned",
  "remedy",
  "withdrawn",
  "joined",
  "covered",
  "remark",
] as const satisfies readonly NoteKind[];

/** What a form asks for, in its order. The kind is asked only where there is a choice: after the reporter made it formal. */
export function fieldsOf(command: OrderName, form: Form, isFormal: boolean): readonly FieldName[] {
  const asked = fields[command].filter((field) => field !== "kind" || isFormal);
  if (command !== "note" || form.note === null) return asked;
  const [first = "note", ...rest] = asked;
  return [first, ...noteFields[form.note], ...rest];
}

/** Words that may be left out. */
export function isTextOptional(command: OrderName, form: Form): boolean {
  return command === "classify" || (command === "note" && form.note !== "remark");
}

/** So many words can be covered in one case (PROTOCOL.md §7.3). */
export const mostCovered = 200;

/** A form as an order, or the fields that still lack something. */
export type FormReading =
  | { readonly kind: "order"; readonly order: Order }
  | { readonly kind: "faults"; readonly faults: readonly FieldName[] };

/** What the form orders. Whether the law lets it happen is another question. */
export function readForm(command: OrderName, form: Form, isFormal: boolean): FormReading {
  const faults = fieldsOf(command, form, isFormal).filter((field) => isMissing(field, command, form));
  if (faults.length > 0) return { kind: "faults", faults };
  const order = orderFrom(command, form);
  return order === null
    ? { kind: "faults", faults: fieldsOf(command, form, isFormal) }
    : { kind: "order", order };
}

function isMissing(field: FieldName, command: OrderName, form: Form): boolean {
  if (field === "text") return isWordless(command, form);
  if (field === "days") return daysFrom(form.days) === null;
  // Whoever hands over goes on reading, alone if need be.
  if (field === "readers") return false;
  // To cover nothing is to take the covers off; a list that is too long could be sealed and by nobody be read.
  if (field === "covered") return form.covered === null || form.covered.length > mostCovered;
  const value = form[field];
  return value === null || value.length === 0;
}

function isWordless(command: OrderName, form: Form): boolean {
  if (form.text.trim() === "") return !isTextOptional(command, form);
  // A template that says everything by itself can go as it is.
  return form.text === form.template && hasGap(form.template);
}

/** A whole number of days as it was typed, in either script's digits; null: none. */
export function daysFrom(typed: string): number | null {
  const digits = typed.trim().replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
  const days = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return days > 0 ? days : null;
}

function orderFrom(command: OrderName, form: Form): Order | null {
  const text = form.text.trimEnd();
  switch (command) {
    case "open":
    case "begin-verification":
    case "close":
    case "demand-explanation":
    case "open-as-superior":
      return { command };
    case "acknowledge":
    case "send-message":
    case "take-over":
      return { command, message: text };
    case "propose-superior":
    case "recuse":
      return { command, reason: text };
    case "explain":
      return { command, explanation: text };
    case "hand-over":
      return { command, readers: form.readers, reason: text };
    case "make-formal":
      return form.sequence === null ? null : { command, sequence: form.sequence };
    case "transfer":
      return form.to === null ? null : { command, to: form.to, message: text };
    case "classify":
      return classifyFrom(form, text);
    case "ask-reporter":
    case "extend":
      return lengthenFrom(command, form, text);
    case "note":
      return noteOrderFrom(form, text);
    case "refuse":
    case "conclude":
      return decisionFrom(command, form, text);
    default:
      return command satisfies never;
  }
}

function classifyFrom({ kind, substance, category, eligible }: Form, remark: string): Order | null {
  if (substance === null || category === null || eligible === null) return null;
  return {
    command: "classify",
    kind: kind ?? "report",
    substance,
    category: category === noCategory ? null : category,
    eligible: eligible === "yes",
    remark,
  };
}

function lengthenFrom(command: "ask-reporter" | "extend", form: Form, message: string): Order | null {
  const days = daysFrom(form.days);
  if (days === null) return null;
  if (command === "ask-reporter") return { command, days, message };
  return form.reason === null ? null : { command, days, reason: form.reason, message };
}

function decisionFrom(command: "refuse" | "conclude", form: Form, message: string): Order | null {
  const { ground, whereElse, outcome, againstPerson, remedyOrdered } = form;
  if (command === "refuse") return ground === null ? null : { command, ground, whereElse, message };
  if (outcome === null || againstPerson === null || remedyOrdered === null) return null;
  return {
    command,
    outcome,
    againstPerson: againstPerson === "yes",
    remedyOrdered: remedyOrdered === "yes",
    message,
  };
}

function noteOrderFrom(form: Form, remark: string): Order | null {
  const note = noteFrom(form);
  return note === null ? null : { command: "note", note, remark };
}

function noteFrom(form: Form): SealedNote | null {
  const { note: kind, officer, joined, covered, threat, declined, inspection, remedy } = form;
  switch (kind) {
    case null:
    case "follower-appointed":
      return null;
    case "assigned":
      return officer === null ? null : { kind, officer };
    case "joined":
      return joined === null ? null : { kind, with: joined };
    case "covered":
      return covered === null ? null : { kind, terms: covered };
    case "withdrawn":
      return threat === null ? null : { kind, threatSuspected: threat === "yes" };
    case "person-heard":
      return declined === null ? null : { kind, declined: declined === "yes" };
    case "inspection-planned":
      return inspection === null ? null : { kind, atOnce: inspection === "at-once" };
    case "remedy":
      return remedy === null ? null : { kind, state: remedy };
    case "verification":
    case "remark":
      return { kind };
    default:
      return kind satisfies never;
  }
}

/** `given`: what the button that was pressed says, whatever stood there. `offered`: what a form starts with, to be changed. */
export type Beginning = { readonly given?: Partial<Fields>; readonly offered?: Partial<Fields> };

/** A form as it is first shown. */
export function startForm(
  command: OrderName,
  template: string,
  { given = {}, offered = {} }: Beginning = {},
): Form {
  const text = isWritten(command) ? template : "";
  return { ...emptyForm, text, template: text, ...offered, ...given, offered };
}
