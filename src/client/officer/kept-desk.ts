import type { CaseId } from "../../domain/ids.ts";
import type { BookChange } from "../desk/book-changes.ts";
import type { OrderName } from "../desk/orders.ts";
import { type Form, isBegun } from "./form.ts";
import type { Attempt, Drafts, Resume, State } from "./state.ts";
import { type Batch, type BatchWords, interrupted, wordsLeft } from "./triage/batch.ts";

/**
 * What a lock must not lose: every form that was begun, what was sent and not answered, where its officer was, what may not be
 * in their book yet, and how far a run through many cases had come.
 */
export type KeptDesk = {
  readonly drafts: State["drafts"];
  readonly attempts: State["attempts"];
  readonly resume: Resume;
  readonly unsaved: readonly BookChange[];
  readonly batch: Batch | null;
  readonly batchText: BatchWords;
  readonly selected: readonly CaseId[];
};

type Written = Omit<KeptDesk, "drafts" | "attempts"> & {
  readonly drafts: readonly (readonly [CaseId, readonly (readonly [OrderName, Form])[]])[];
  readonly attempts: readonly (readonly [CaseId, readonly Attempt[]])[];
};

/** Whether anybody's words would be lost. */
export function hasUnfinished({ drafts, triage }: Pick<State, "drafts" | "triage">): boolean {
  const isWritten = [...drafts.values()].some((forms) => [...forms.values()].some(isBegun));
  return isWritten || Object.values(triage.batchText).some((text) => text.trim() !== "");
}

/** As text, to be sealed at once. Inverse: `readKeptDesk`. */
export function writeKeptDesk(
  { drafts, attempts, committee, open, triage }: State,
  unsaved: readonly BookChange[],
): string {
  const { batch, batchText } = triage;
  const written: Written = {
    drafts: [...drafts].map(([id, forms]) => [id, [...forms]]),
    attempts: [...attempts],
    resume: { committee, case: open?.id ?? null, writing: open?.writing?.command ?? null },
    unsaved,
    batch: batch === null ? null : interrupted(batch),
    batchText: batch === null || batch.step === "ended" ? batchText : wordsLeft(batch, batchText),
    selected: [...triage.selected],
  };
  return JSON.stringify(written);
}

/** It was written by this very page and has been sealed ever since: the seal vouches for its shape. */
export function readKeptDesk(text: string): KeptDesk {
  const { drafts, attempts, ...rest } = JSON.parse(text) as Written;
  const begun = new Map(drafts.map(([id, forms]): [CaseId, Drafts] => [id, new Map(forms)]));
  return { ...rest, drafts: begun, attempts: new Map(attempts) };
}
