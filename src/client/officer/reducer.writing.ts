import type { CaseId } from "../../domain/ids.ts";
import type { OrderName } from "../desk/orders.ts";
import { type Beginning, type Form, isBegun, isUntouched, startForm, type TemplateChoice } from "./form.ts";
import { followTemplate } from "./template-text.ts";
import { startWriting, withWriting } from "./reducer.case.ts";
import type { Drafts, State } from "./state.ts";

// Forms are begun, filled in, left and taken up again.

/** Opens the form of a command: as it was left, or anew. */
export function composed(
  state: State,
  command: OrderName,
  template: string,
  beginning: Beginning = {},
): State {
  const { open } = state;
  if (open === null || open.step === "sending") return state;
  const drafts = state.drafts.get(open.id);
  const known = drafts?.get(command);
  const form =
    known === undefined || !isBegun(known)
      ? startForm(command, template, beginning)
      : retold({ ...known, ...beginning.given }, template);
  return {
    ...withDraft(state, open.id, command, form),
    open: { ...open, writing: startWriting(command) },
    notice: null,
  };
}

function withDraft(state: State, id: CaseId, command: OrderName, form: Form): State {
  const drafts: Drafts = new Map(state.drafts.get(id)).set(command, form);
  return { ...state, drafts: new Map(state.drafts).set(id, drafts) };
}

/** What of the template nobody touched follows what is chosen beside it: a new day stands in it as soon as it is set. */
export function retold(form: Form, template: string | undefined): Form {
  if (template === undefined || form.template === "") return form;
  return { ...form, text: followTemplate(form.text, form.template, template), template };
}

/** Untouched text is exchanged; what somebody wrote is never overwritten. */
export function withTemplate(form: Form, template: string, templateOf: TemplateChoice | null = null): Form {
  const text = isUntouched(form) ? template : `${form.text.trimEnd()}\n\n${template}`;
  return { ...form, text, template, templateOf };
}

export function changeForm(state: State, change: (form: Form) => Form): State {
  const { open } = state;
  if (open?.writing == null || open.step === "sending") return state;
  const form = state.drafts.get(open.id)?.get(open.writing.command);
  return form === undefined ? state : withDraft(state, open.id, open.writing.command, change(form));
}

/** What is changed is asked about anew, and what stood against it may no longer. */
export function settle(state: State): State {
  return withWriting(state, (writing) => ({ ...writing, confirming: false, problem: null }));
}
