import type { CaseState } from "../../../domain/case/case.ts";
import { eventOf } from "../../../domain/case/case.commands.ts";
import type { CaseEvent } from "../../../domain/case/case.events.ts";
import { evolve } from "../../../domain/case/case.evolve.ts";
import type { SealedFact } from "../../../domain/case/case.sealed.ts";
import { isMessageToReporter } from "../../../domain/case/case.vocabulary.ts";
import { limitOf } from "../../../domain/clocks.ts";
import type { KeyId } from "../../../domain/ids.ts";
import { actingCommittee, type CaseFile } from "../../desk/case-file.ts";
import { publicPartOf, wordsOf } from "../../desk/order-content.ts";
import type { OrderName } from "../../desk/orders.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import type { HistoryItem } from "../../reporter/history.ts";
import type { ShownCase } from "../../reporter/open-case.ts";
import { outerDateOf, type PromisedClock, promisesOf } from "../../reporter/promises.ts";
import { type Form, readForm } from "../form.ts";

/** What the reporter's page will hold once an act is done. */
export type Foreseen = {
  readonly organisation: KnownOrganisation;
  readonly view: ShownCase;
  readonly item: HistoryItem;
  /** False: the form lacks something, and only its words are known. */
  readonly isWhole: boolean;
  /** Dates that the act sets, moves or stops. */
  readonly moved: readonly PromisedClock[];
};

/**
 * The reporter's case as their own browser will reckon it after an act: the same state, the same promises, the same line.
 * Null: there is none of it to foresee, because the letter has not been read, or the act is the reporter's own word.
 */
export function foresee(
  command: OrderName,
  form: Form,
  file: CaseFile,
  organisation: KnownOrganisation,
): Foreseen | null {
  if (file.letter === null || command === "make-formal") return null;
  const planned = plan(command, form, file);
  const { event } = planned;
  const state = event === null ? file.state : evolve(file.state, event);
  const view = viewOf(file, organisation, state, event);
  const item = itemOf(command, form, file, planned);
  return {
    organisation,
    view: { ...view, history: [item] },
    item,
    isWhole: event !== null,
    moved: view.promises.filter(
      (promise) => promise.isCurrent && hasMoved(promise, file.state, organisation),
    ),
  };
}

type Plan = { readonly event: CaseEvent | null; readonly fact: SealedFact | null };

/** What the fields make of it, whatever the words are so far. */
function plan(command: OrderName, form: Form, file: CaseFile): Plan {
  const worded = { ...form, text: form.text.trim() === "" ? "…" : form.text, template: "" };
  const reading = readForm(command, worded, file.state.formal !== null);
  if (reading.kind === "faults" || reading.order.command === "make-formal")
    return { event: null, fact: null };
  const { order } = reading;
  // Which key it will be is not known before it is done, and no reporter is told.
  const parts = publicPartOf(order, "" as KeyId);
  const event = { type: eventOf[order.command], on: file.today, ...parts } as CaseEvent;
  return { event, fact: wordsOf(order)?.fact ?? null };
}

function viewOf(
  file: CaseFile,
  organisation: KnownOrganisation,
  state: CaseState,
  event: CaseEvent | null,
): Omit<ShownCase, "history"> {
  const { row, today, letter } = file;
  const { law } = organisation;
  const events = event === null ? file.events : [...file.events, event];
  return {
    letter: { header: { fallback: letter?.header.fallback ?? null } },
    releasedOn: row.releasedOn,
    released: true,
    today,
    state,
    promises: promisesOf(state, events, today, law),
    outer: outerDateOf(state, law),
    unrecorded: [],
  };
}

function itemOf(command: OrderName, form: Form, file: CaseFile, { event, fact }: Plan): HistoryItem {
  const type = eventOf[command];
  const text = isMessageToReporter(type) ? form.text.trimEnd() : null;
  return {
    sequence: file.chain.end.sequence + 1,
    on: file.today,
    by: "committee",
    type,
    event: event ?? { type: "MessageSent", on: file.today },
    committee: actingCommittee(file),
    text,
    // What the readers alone are told is sealed past the reporter.
    fact: text === null ? null : fact,
    deed: null,
    unreadable: false,
    isNew: true,
    digest: null,
  };
}

/** Whether a date was not promised before, or not so, or ends with the act. */
function hasMoved(promise: PromisedClock, before: CaseState, { law }: KnownOrganisation): boolean {
  const { known, clock } = promise;
  const former = promisesOf(before, [], known.knownOn, law).find(
    (other) =>
      other.known.name === known.name &&
      other.known.startedOn === known.startedOn &&
      other.known.knownOn === known.knownOn,
  );
  return (
    former === undefined ||
    limitOf(former.clock).on !== limitOf(clock).on ||
    former.known.stoppedOn !== known.stoppedOn
  );
}
