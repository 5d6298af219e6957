import { isMessageToReporter } from "../../domain/case/case.vocabulary.ts";
import { eventOf } from "../../domain/case/case.commands.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { CaseListing, ListedCase } from "../desk/case-list.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { type Duty, dutyOf, filterDuties, isRunning, lastPage, pageSize, sortDuties } from "./duty.ts";
import { type Form, isUntouched, startForm } from "./form.ts";
import { isUnanswered, noticeOfConflict, noticeOfFailure } from "./notices.ts";
import { hasArrived } from "./own-act.ts";
import type {
  CaseFailure,
  Drafts,
  Event,
  Gate,
  LateState,
  ListState,
  Notice,
  OpenCase,
  Session,
  State,
  Writing,
} from "./state.ts";

const closedGate: Gate = { step: "waiting", reason: "start", problem: null, loginName: "" };
const noList: ListState = { duties: null, today: null, loading: false, failure: null };
const noLate: LateState = { listing: null, loading: false, failure: null };

/** The page as it is first seen. */
export const initialState: State = {
  language: "vi",
  gate: closedGate,
  session: null,
  committee: null,
  view: "inbox",
  list: noList,
  late: noLate,
  filter: "all",
  page: 0,
  cursor: null,
  open: null,
  drafts: new Map(),
  resume: null,
  notice: null,
  helpShown: false,
  singleKeys: true,
  locksSoon: false,
};

type Reducers = {
  readonly [Type in Event["type"]]: (state: State, event: Extract<Event, { readonly type: Type }>) => State;
};

/** What can happen while nobody is signed in. */
const outside: readonly Event["type"][] = [
  "language-chosen",
  "sign-in-went-on",
  "sign-in-failed",
  "signed-in",
  "single-keys-set",
];

const reducers: Reducers = {
  "language-chosen": (state, { language }) => ({ ...state, language }),
  "single-keys-set": (state, { on }) => ({ ...state, singleKeys: on }),
  "sign-in-went-on": (state, { step, loginName }) => ({
    ...state,
    gate: { ...state.gate, step, loginName, problem: null },
  }),
  "sign-in-failed": (state, { problem, loginName }) => ({
    ...state,
    gate: { ...state.gate, step: "waiting", problem, loginName },
  }),
  "signed-in": (state, { session }) => signedIn(state, session),
  left: (state, { reason }) => left(state, reason),
  "notice-shown": (state, { notice }) => ({ ...state, notice }),
  "notice-dismissed": (state) => ({ ...state, notice: null }),
  "help-shown": (state, { shown }) => ({ ...state, helpShown: shown }),
  "locks-soon": (state, { soon }) => ({ ...state, locksSoon: soon }),

  "committee-chosen": (state, { committee }) => ({
    ...state,
    committee,
    view: "inbox",
    list: noList,
    late: noLate,
    open: null,
    page: 0,
    cursor: null,
    notice: null,
  }),
  "list-asked": (state) => ({ ...state, list: { ...state.list, loading: true, failure: null } }),
  "list-answered": (state, { listing }) => ({ ...state, list: listAnswered(state, listing) }),
  "view-chosen": (state, { view }) => ({ ...state, view }),
  "late-asked": (state) => ({ ...state, late: { ...state.late, loading: true, failure: null } }),
  "late-answered": (state, { listing }) => ({
    ...state,
    late:
      listing.kind === "late"
        ? { listing, loading: false, failure: null }
        : { ...state.late, loading: false, failure: failureOfList(listing) },
  }),
  "filter-chosen": (state, { filter }) => ({ ...state, filter, page: 0, cursor: null }),
  "page-turned": (state, { page }) => ({ ...state, page, cursor: null }),
  "cursor-set": (state, event) => (state.cursor === event.case ? state : { ...state, cursor: event.case }),
  "cursor-moved": (state, { by }) => moveCursor(state, by),

  "case-asked": (state, event) => ({
    ...state,
    open: caseAsked(state, event.case),
    cursor: event.case,
    notice: null,
  }),
  "case-answered": (state, event) => caseAnswered(state, event.case, event.answer),
  "letter-asked": (state) => withOpen(state, (open) => ({ ...open, step: "opening", failure: null })),
  "letter-answered": (state, event) => letterAnswered(state, event.case, event.answer),
  "case-closed": (state) => ({ ...state, open: null, notice: null }),

  composed: (state, { command, template, given }) => composed(state, command, template, given),
  "template-inserted": (state, { template }) => changeForm(state, (form) => withTemplate(form, template)),
  "form-changed": (state, { change, template }) =>
    state.open?.step === "sending"
      ? state
      : settle(changeForm(state, (form) => retold({ ...form, ...change }, template))),
  "form-refused": (state, { problem }) =>
    withWriting(state, (writing) => ({ ...writing, confirming: false, problem })),
  confirming: (state, { on }) =>
    withWriting(state, (writing) => ({ ...writing, confirming: on, problem: null })),
  "composer-closed": (state) => withOpen(state, (open) => ({ ...open, writing: null })),
  "readers-asked": (state) => withOpen(state, (open) => ({ ...open, readers: { kind: "loading" } })),
  "readers-answered": (state, event) =>
    state.open?.id === event.case ? withOpen(state, (open) => ({ ...open, readers: event.readers })) : state,
  sending: (state) => ({ ...withOpen(state, (open) => ({ ...open, step: "sending" })), notice: null }),
  sent: (state, event) => sent(state, event),
};

/** The screen after an event. Pure; an answer for something that is no longer on the screen changes only the list. */
export function reduce(state: State, event: Event): State {
  // What was asked before a lock must not bring content back after it.
  if (state.session === null && !outside.includes(event.type)) return state;
  const reducer = reducers[event.type] as (state: State, event: Event) => State;
  return reducer(state, event);
}

function signedIn(state: State, session: Session): State {
  const isSame = state.resume?.officer === session.officer.id;
  const resumed = isSame ? (state.resume?.committee ?? null) : null;
  return {
    ...initialState,
    language: state.language,
    singleKeys: state.singleKeys,
    session,
    committee: resumed ?? session.committees[0] ?? null,
    gate: { ...closedGate, loginName: session.officer.loginName },
    drafts: isSame ? state.drafts : new Map(),
    resume: isSame ? state.resume : null,
  };
}

/** Content leaves the screen at once. Only a session that ended by itself keeps the half-written text. */
function left(state: State, reason: Exclude<Gate["reason"], "start">): State {
  const { session, committee, open } = state;
  if (session === null) return state;
  const ended = reason === "ended";
  return {
    ...initialState,
    language: state.language,
    singleKeys: state.singleKeys,
    gate: { ...closedGate, reason, loginName: session.officer.loginName },
    drafts: ended ? state.drafts : new Map(),
    resume: ended
      ? {
          officer: session.officer.id,
          committee,
          case: open?.id ?? null,
          writing: open?.writing?.command ?? null,
        }
      : null,
  };
}

function listAnswered({ list }: State, listing: CaseListing): ListState {
  if (listing.kind === "list") {
    const duties = listing.cases.map((listed) => dutyOf(listed, listing.today));
    return { duties: sortDuties(duties), today: listing.today, loading: false, failure: null };
  }
  return { ...list, loading: false, failure: failureOfList(listing) };
}

function failureOfList(failure: Exclude<CaseListing, { kind: "list" }>): NonNullable<ListState["failure"]> {
  return failure.kind === "refused" ? "other" : failure.kind;
}

/** The duties that the filter lets through. */
export function shownDuties({ list, filter }: State): readonly Duty[] {
  return filterDuties(list.duties ?? [], filter);
}

function moveCursor(state: State, by: 1 | -1): State {
  const duties = shownDuties(state);
  const at = duties.findIndex(({ listed }) => listed.row.case === state.cursor);
  const first = Math.min(state.page, lastPage(duties)) * pageSize;
  const next = at === -1 ? first : Math.min(Math.max(at + by, 0), duties.length - 1);
  const target = duties[next];
  if (target === undefined) return state;
  return { ...state, cursor: target.listed.row.case, page: Math.floor(next / pageSize) };
}

function withOpen(state: State, change: (open: OpenCase) => OpenCase): State {
  return state.open === null ? state : { ...state, open: change(state.open) };
}

function withWriting(state: State, change: (writing: Writing) => Writing): State {
  return withOpen(state, (open) =>
    open.writing === null ? open : { ...open, writing: change(open.writing) },
  );
}

function startWriting(command: OrderName): Writing {
  return { command, confirming: false, problem: null };
}

function caseAsked({ open, resume }: State, id: CaseId): OpenCase {
  if (open?.id === id) return { ...open, step: "loading", failure: null };
  const command = resume?.case === id ? resume.writing : null;
  const writing = command === null ? null : startWriting(command);
  return { id, file: null, step: "loading", failure: null, writing, readers: null, unanswered: null };
}

/** An answer about a case changes its line in the list, and the pane if the case is still there. */
function withFile(state: State, file: CaseFile, change: Partial<OpenCase> = {}): State {
  const id = file.row.case;
  const next = { ...state, list: updateList(state.list, file) };
  if (next.open?.id !== id) return next;
  return { ...next, open: { ...next.open, file, step: "ready", failure: null, ...change } };
}

function updateList(list: ListState, file: CaseFile): ListState {
  if (list.duties === null) return list;
  const duties = list.duties.map((duty) =>
    duty.listed.row.case === file.row.case ? dutyOf(listedFrom(duty.listed, file), file.today) : duty,
  );
  return { ...list, duties: sortDuties(duties) };
}

function withoutLine({ duties, ...list }: ListState, id: CaseId): ListState {
  return { ...list, duties: duties?.filter(({ listed }) => listed.row.case !== id) ?? null };
}

function listedFrom(listed: ListedCase, { row, letter, clocks }: CaseFile): ListedCase {
  const running = clocks.filter(isRunning);
  if (letter === null) return { ...listed, row, clocks: running };
  const { language, self, text, route } = letter.body;
  const excerpt = text.slice(0, 200);
  const entry = { v: 1 as const, unit: route.unit, about: route.about, language, self, excerpt };
  return { row, entry, damaged: false, clocks: running };
}

function caseAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  if ("file" in answer) return withFile(state, answer.file);
  if (state.open?.id !== id) return state;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer) }));
}

function letterAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  const before = state.open?.id === id ? state.open : null;
  if (answer.kind === "file") {
    const wasOpen = before?.file == null || !isSealed(before.file);
    const next = withFile(state, answer.file, { unanswered: null });
    return wasOpen ? next : { ...next, notice: { tone: "done", keys: ["notice.opened"] } };
  }
  if (answer.kind === "conflict") {
    const isOwn = before?.unanswered?.command === "open";
    const notice: Notice = isOwn
      ? { tone: "done", keys: ["notice.already-opened"] }
      : noticeOfConflict(before?.file ?? null, answer.file, false);
    return { ...withFile(state, answer.file, { unanswered: null }), notice };
  }
  if (before === null) return state;
  if (answer.kind === "obstacle" || answer.kind === "left")
    return withOpen(state, (open) => ({ ...open, step: "ready" }));
  const unanswered: Order | null = isUnanswered(answer) ? { command: "open" } : null;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer), unanswered }));
}

/** Whether the committee in charge has not opened the letter yet: then opening it is an act. */
export function isSealed({ state }: Pick<CaseFile, "state">): boolean {
  return state.status === "sent" || state.status === "transferred";
}

function failureOf(answer: Exclude<CaseAnswer, { readonly file: CaseFile }>): CaseFailure {
  if (answer.kind === "left" || answer.kind === "obstacle") return "other";
  if (answer.kind === "fault") return answer.fault === "unreachable" ? "unreachable" : "key-record";
  if (answer.kind !== "refused") return answer.kind;
  return answer.code === "not-found" ? "not-found" : "other";
}

/** Opens the form of a command: as it was left, or anew. */
function composed(state: State, command: OrderName, template: string, given: Partial<Form> = {}): State {
  const { open } = state;
  if (open === null || open.step === "sending") return state;
  const drafts = state.drafts.get(open.id);
  const known = drafts?.get(command);
  const form =
    known === undefined ? startForm(command, template, given) : retold({ ...known, ...given }, template);
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

/** Text that nobody touched follows what is chosen beside it: a new day stands in it as soon as it is set. */
function retold(form: Form, template: string | undefined): Form {
  if (template === undefined || form.template === "" || form.text !== form.template) return form;
  return { ...form, text: template, template };
}

/** Untouched text is exchanged; what somebody wrote is never overwritten. */
function withTemplate(form: Form, template: string): Form {
  return isUntouched(form)
    ? { ...form, text: template, template }
    : { ...form, text: `${form.text.trimEnd()}\n\n${template}` };
}

function changeForm(state: State, change: (form: Form) => Form): State {
  const { open } = state;
  if (open?.writing == null || open.step === "sending") return state;
  const form = state.drafts.get(open.id)?.get(open.writing.command);
  return form === undefined ? state : withDraft(state, open.id, open.writing.command, change(form));
}

/** What is changed is asked about anew, and what stood against it may no longer. */
function settle(state: State): State {
  return withWriting(state, (writing) => ({ ...writing, confirming: false, problem: null }));
}

function sent(state: State, event: Extract<Event, { type: "sent" }>): State {
  const { answer, order } = event;
  if (answer.kind === "file") return delivered(state, event.case, answer.file, order, noticeOf(order));
  if (answer.kind === "left") return gone(state, event.case, order, noticeOf(order));
  if (answer.kind === "conflict") return sentTooLate(state, event.case, order, answer.file);
  if (state.open?.id !== event.case) return state;
  if (answer.kind === "obstacle") return refused(state, answer.obstacle);
  // What shuts us out answers a second attempt by there being no such case: the first one had arrived.
  const isMissing = answer.kind === "refused" && answer.code === "not-found";
  if (isMissing && leaves(order) && state.open.unanswered?.command === order.command)
    return gone(state, event.case, order, { tone: "done", keys: ["notice.already-sent"] });
  const unanswered = isUnanswered(answer) ? order : state.open.unanswered;
  const next = withOpen(state, (open) => ({ ...open, step: "ready", unanswered }));
  return { ...withWriting(next, unconfirmed), notice: noticeOfFailure(answer) };
}

/** Nothing was sent. Where no form is open to say so, the list of acts says it. */
function refused(state: State, obstacle: OrderObstacle): State {
  const ready = withOpen(state, (open) => ({ ...open, step: "ready" }));
  const problem = { fields: [], obstacle };
  return withWriting(ready, (writing) => ({ ...writing, confirming: false, problem }));
}

/** Whether whoever has done this no longer has the case. */
function leaves({ command }: Order): boolean {
  return command === "transfer" || command === "recuse";
}

const unconfirmed = (writing: Writing): Writing => ({ ...writing, confirming: false });

/** What is said of an act that was done. */
function noticeOf({ command }: Order): Notice {
  if (command === "acknowledge") return { tone: "done", keys: ["notice.acknowledged"] };
  if (command === "recuse") return { tone: "done", keys: ["notice.recused"] };
  if (command === "transfer") return { tone: "done", keys: ["notice.transferred"] };
  return {
    tone: "done",
    keys: [isMessageToReporter(eventOf[command]) ? "notice.sent" : "notice.recorded"],
  };
}

function delivered(state: State, id: CaseId, file: CaseFile, order: Order, notice: Notice): State {
  const next = withFile(withoutDraft(state, id, order.command), file, { writing: null, unanswered: null });
  return { ...next, notice };
}

/** The case leaves the screen and the list. */
function gone(state: State, id: CaseId, order: Order, notice: Notice): State {
  const next = { ...withoutDraft(state, id, order.command), list: withoutLine(state.list, id) };
  return { ...next, open: next.open?.id === id ? null : next.open, notice };
}

function withoutDraft(state: State, id: CaseId, command: OrderName): State {
  const left = new Map(state.drafts.get(id));
  left.delete(command);
  const drafts = new Map(state.drafts);
  if (left.size === 0) drafts.delete(id);
  else drafts.set(id, left);
  return { ...state, drafts };
}

/** Somebody was first. If that somebody was our own attempt whose answer was lost, nothing is done twice. */
function sentTooLate(state: State, id: CaseId, order: Order, file: CaseFile): State {
  const open = state.open?.id === id ? state.open : null;
  const before = open?.file ?? null;
  const lost = open?.unanswered ?? null;
  const isOwn = lost !== null && hasArrived(lost, before, file);
  if (isOwn && hasArrived(order, before, file))
    return delivered(state, id, file, order, { tone: "done", keys: ["notice.already-sent"] });
  const notice: Notice = isOwn
    ? { tone: "warning", keys: ["notice.already-sent", "notice.kept"] }
    : noticeOfConflict(before, file, true);
  return { ...withWriting(withFile(state, file, { unanswered: null }), unconfirmed), notice };
}
