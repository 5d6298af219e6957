import type { CaseId } from "../../domain/ids.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { CaseListing, ListedCase } from "../desk/case-list.ts";
import type { WrittenCommand } from "./case-permissions.ts";
import { type Duty, dutyOf, filterDuties, type Heard, lastPage, pageSize, sortDuties } from "./duty.ts";
import { noticeOfConflict, noticeOfFailure } from "./notices.ts";
import type { CaseFailure, Draft, Event, Gate, ListState, OpenCase, Session, State } from "./state.ts";

const closedGate: Gate = { step: "waiting", reason: "start", problem: null, loginName: "" };
const noList: ListState = { duties: null, today: null, loading: false, failure: null };

/** The page as it is first seen. */
export const initialState: State = {
  language: "vi",
  gate: closedGate,
  session: null,
  committee: null,
  list: noList,
  heard: new Map(),
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
    list: noList,
    open: null,
    page: 0,
    cursor: null,
    notice: null,
  }),
  "list-asked": (state) => ({ ...state, list: { ...state.list, loading: true, failure: null } }),
  "list-answered": (state, { listing }) => ({ ...state, list: listAnswered(state, listing) }),
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

  composed: (state, { command, template }) => composed(state, command, template),
  "template-inserted": (state, { template }) => changeDraft(state, (draft) => withTemplate(draft, template)),
  "draft-changed": (state, { text }) => changeDraft(state, (draft) => ({ ...draft, text })),
  "composer-closed": (state) => withOpen(state, (open) => ({ ...open, composing: false })),
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
          composing: open?.composing ?? false,
        }
      : null,
  };
}

function listAnswered({ list, heard }: State, listing: CaseListing): ListState {
  if (listing.kind === "list") {
    const duties = listing.cases.map((listed) => dutyOf(listed, listing.today, heard));
    return { duties: sortDuties(duties), today: listing.today, loading: false, failure: null };
  }
  return { ...list, loading: false, failure: listing.kind === "refused" ? "other" : listing.kind };
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

function caseAsked({ open, resume }: State, id: CaseId): OpenCase {
  if (open?.id === id) return { ...open, step: "loading", failure: null };
  const composing = resume?.case === id && resume.composing;
  return { id, file: null, step: "loading", failure: null, composing, unanswered: null };
}

/** An answer about a case changes its line in the list, and the pane if the case is still there. */
function withFile(state: State, file: CaseFile, change: Partial<OpenCase> = {}): State {
  const id = file.row.case;
  const heard: Heard = new Map(state.heard).set(id, {
    sequence: file.row.sequence,
    reporterWaits: file.state.flags["reporter-wrote"],
  });
  const next = { ...state, heard, list: updateList(state.list, file, heard) };
  if (next.open?.id !== id) return next;
  return { ...next, open: { ...next.open, file, step: "ready", failure: null, ...change } };
}

function updateList(list: ListState, file: CaseFile, heard: Heard): ListState {
  if (list.duties === null) return list;
  const duties = list.duties.map((duty) =>
    duty.listed.row.case === file.row.case ? dutyOf(listedFrom(duty.listed, file), file.today, heard) : duty,
  );
  return { ...list, duties: sortDuties(duties) };
}

function listedFrom(listed: ListedCase, { row, letter, clocks }: CaseFile): ListedCase {
  if (letter === null) return { ...listed, row, clocks };
  const { language, self, text, route } = letter.body;
  const excerpt = text.slice(0, 200);
  const entry = { v: 1 as const, unit: route.unit, about: route.about, language, self, excerpt };
  return { row, entry, damaged: false, clocks };
}

function caseAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  if (answer.kind === "file" || answer.kind === "conflict") return withFile(state, answer.file);
  if (state.open?.id !== id) return state;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer) }));
}

function letterAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  if (answer.kind === "file") {
    const wasOpen = state.open?.file?.row.status !== "sent";
    const next = withFile(state, answer.file, { unanswered: null });
    return wasOpen ? next : { ...next, notice: { tone: "done", keys: ["notice.opened"] } };
  }
  if (answer.kind === "conflict") {
    const isOwn = state.open?.unanswered === "";
    const notice = isOwn
      ? { tone: "done" as const, keys: ["notice.already-opened" as const] }
      : noticeOfConflict(state.open?.file ?? null, answer.file, false);
    return { ...withFile(state, answer.file, { unanswered: null }), notice };
  }
  if (state.open?.id !== id) return state;
  const unanswered = answer.kind === "unreachable" || answer.kind === "unreadable" ? "" : null;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer), unanswered }));
}

type NoFile = Exclude<CaseAnswer, { kind: "file" } | { kind: "conflict" }>;

function failureOf(answer: NoFile): CaseFailure {
  if (answer.kind === "fault") return answer.fault === "unreachable" ? "unreachable" : "key-record";
  if (answer.kind !== "refused") return answer.kind;
  return answer.code === "not-found" ? "not-found" : "other";
}

function composed(state: State, command: WrittenCommand, template: string): State {
  const { open } = state;
  if (open === null) return state;
  const draft = state.drafts.get(open.id);
  const fresh = { command, text: template, template };
  const kept = draft === undefined || isUntouched(draft) ? fresh : { ...draft, command };
  const drafts = new Map(state.drafts).set(open.id, kept);
  return { ...state, drafts, open: { ...open, composing: true }, notice: null };
}

function isUntouched({ text, template }: Draft): boolean {
  return text.trim() === "" || text === template;
}

/** Untouched text is exchanged; what somebody wrote is never overwritten. */
function withTemplate(draft: Draft, template: string): Draft {
  const text = isUntouched(draft) ? template : `${draft.text.trimEnd()}\n\n${template}`;
  return { ...draft, text, template: isUntouched(draft) ? template : draft.template };
}

function changeDraft(state: State, change: (draft: Draft) => Draft): State {
  const draft = state.open === null ? undefined : state.drafts.get(state.open.id);
  if (state.open === null || draft === undefined || state.open.step === "sending") return state;
  return { ...state, drafts: new Map(state.drafts).set(state.open.id, change(draft)) };
}

function sent(state: State, event: Extract<Event, { type: "sent" }>): State {
  const { answer, command, text } = event;
  if (answer.kind === "file") {
    const key = command === "acknowledge" ? "notice.acknowledged" : "notice.sent";
    return delivered(state, event.case, answer.file, key);
  }
  if (answer.kind === "conflict") return sentTooLate(state, event.case, text, answer.file);
  if (state.open?.id !== event.case) return state;
  const isUnanswered =
    answer.kind === "unreachable" || answer.kind === "unreadable" || answer.kind === "fault";
  const next = withOpen(state, (open) => ({
    ...open,
    step: "ready",
    unanswered: isUnanswered ? text : open.unanswered,
  }));
  return { ...next, notice: noticeOfFailure(answer) };
}

function delivered(
  state: State,
  id: CaseId,
  file: CaseFile,
  key: "notice.acknowledged" | "notice.sent" | "notice.already-sent",
): State {
  const drafts = new Map(state.drafts);
  drafts.delete(id);
  const next = withFile({ ...state, drafts }, file, { composing: false, unanswered: null });
  return { ...next, notice: { tone: "done", keys: [key] } };
}

/** Somebody was first. If that somebody was our own attempt whose answer was lost, nothing is sent twice. */
function sentTooLate(state: State, id: CaseId, text: string, file: CaseFile): State {
  const open = state.open?.id === id ? state.open : null;
  const before = open?.file ?? null;
  const known = before?.history.length ?? 0;
  const isOwn = file.history
    .slice(known)
    .some((item) => item.by === "committee" && item.text !== null && item.text === open?.unanswered);
  if (isOwn && open?.unanswered === text) return delivered(state, id, file, "notice.already-sent");
  const notice = isOwn
    ? { tone: "warning" as const, keys: ["notice.already-sent" as const, "notice.kept" as const] }
    : noticeOfConflict(before, file, true);
  return { ...withFile(state, file, { unanswered: null }), notice };
}
