import type { CaseId } from "../../domain/ids.ts";
import type { BookChange } from "../desk/book-changes.ts";
import type { OrderName } from "../desk/orders.ts";
import { type Form, isBegun } from "./form.ts";
import type { Drafts, Resume, State } from "./state.ts";

/** What a lock must not lose: every form that was begun, where its officer was, and what may not be in their book yet. */
export type KeptDesk = {
  readonly drafts: State["drafts"];
  readonly resume: Resume;
  readonly unsaved: readonly BookChange[];
};

type Written = {
  readonly drafts: readonly (readonly [CaseId, readonly (readonly [OrderName, Form])[]])[];
  readonly resume: Resume;
  readonly unsaved: readonly BookChange[];
};

/** Whether anybody's words would be lost. */
export function hasUnfinished({ drafts }: Pick<State, "drafts">): boolean {
  return [...drafts.values()].some((forms) => [...forms.values()].some(isBegun));
}

/** As text, to be sealed at once. Inverse: `readKeptDesk`. */
export function writeKeptDesk({ drafts, committee, open }: State, unsaved: readonly BookChange[]): string {
  const written: Written = {
    drafts: [...drafts].map(([id, forms]) => [id, [...forms]]),
    resume: { committee, case: open?.id ?? null, writing: open?.writing?.command ?? null },
    unsaved,
  };
  return JSON.stringify(written);
}

/** It was written by this very page and has been sealed ever since: the seal vouches for its shape. */
export function readKeptDesk(text: string): KeptDesk {
  const { drafts, resume, unsaved } = JSON.parse(text) as Written;
  const begun = new Map(drafts.map(([id, forms]): [CaseId, Drafts] => [id, new Map(forms)]));
  return { drafts: begun, resume, unsaved };
}
