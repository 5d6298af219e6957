import { firstQuestion } from "./ledger/ledger.protocol.ts";
import type { KeptDesk } from "./kept-desk.ts";
import { type AuditEvent, noAudit, reduceAudit } from "./audit/audit-state.ts";
import { withOpen, withWriting } from "./reducer.case.ts";
import {
  failureOfList,
  listAnswered,
  listChanged,
  listViewed,
  moveCursor,
  noList,
  questionChanged,
} from "./reducer.list.ts";
import { caseAnswered, caseAsked, caseRenewed, caseTouched, letterAnswered } from "./reducer.reading.ts";
import { sending, sent } from "./reducer.sending.ts";
import { changeForm, composed, retold, settle, withTemplate } from "./reducer.writing.ts";
import type { Event, Gate, LateState, Session, State } from "./state.ts";
import {
  inOtherCommittee,
  noTriage,
  reduceTriage,
  resumedTriage,
  type OwnTriageEvent,
} from "./triage/triage-state.ts";

const closedGate: Gate = {
  step: "waiting",
  reason: "start",
  problem: null,
  kept: false,
  wrongTries: 0,
  pause: 0,
  loginName: "",
};
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
  question: firstQuestion,
  cursor: null,
  landing: null,
  open: null,
  drafts: new Map(),
  attempts: new Map(),
  resume: null,
  notice: null,
  helpShown: false,
  singleKeys: true,
  locksSoon: false,
  audit: noAudit,
  triage: noTriage,
};

type Reducers = {
  readonly [Type in Event["type"]]: (state: State, event: Extract<Event, { readonly type: Type }>) => State;
};

/** What can happen while nobody is signed in. */
const outside: readonly Event["type"][] = [
  "language-chosen",
  "sign-in-went-on",
  "sign-in-failed",
  "sign-in-paused",
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
    gate: {
      ...state.gate,
      step: "waiting",
      problem,
      loginName,
      wrongTries: state.gate.wrongTries + (problem === "wrong" ? 1 : 0),
    },
  }),
  "sign-in-paused": (state, { seconds }) => ({ ...state, gate: { ...state.gate, pause: seconds } }),
  "signed-in": (state, { session, kept }) => signedIn(state, session, kept),
  left,
  "notice-shown": (state, { notice }) => ({ ...state, notice }),
  "notice-dismissed": (state) => ({ ...state, notice: null }),
  "help-shown": (state, { shown }) => ({ ...state, helpShown: shown }),
  "locks-soon": (state, { soon }) => ({ ...state, locksSoon: soon }),
  "audit-shown": withAudit,
  "audit-asked": withAudit,
  "audit-answered": withAudit,
  "case-audited": withAudit,
  "book-answered": withTriage,
  "book-missing": withTriage,
  "book-unsaved": withTriage,
  "book-changed": withTriage,
  "colleagues-asked": withTriage,
  "colleagues-answered": withTriage,
  "colleagues-failed": withTriage,
  "case-selected": withTriage,
  "cases-selected": withTriage,
  "selection-cleared": withTriage,
  "narrowing-shown": withTriage,
  "batch-text-set": withTriage,
  "batch-begun": withTriage,
  "batch-went-on": withTriage,
  "batch-stopping": withTriage,
  "batch-ended": withTriage,
  "batch-dismissed": withTriage,
  "batch-touched": caseTouched,

  "committee-chosen": (state, { committee }) => ({
    ...state,
    committee,
    view: "inbox",
    list: noList,
    late: noLate,
    open: null,
    audit: noAudit,
    triage: inOtherCommittee(state.triage),
    question: { ...state.question, page: 0 },
    cursor: null,
    landing: null,
    notice: null,
  }),
  "list-asked": (state) => ({ ...state, list: { ...state.list, loading: true, failure: null } }),
  "list-answered": (state, { listing }) => ({ ...state, list: listAnswered(state, listing) }),
  "list-changed": (state, { changes }) => ({ ...state, list: listChanged(state.list, changes) }),
  "view-chosen": (state, { view }) => ({ ...state, view }),
  "late-asked": (state) => ({ ...state, late: { ...state.late, loading: true, failure: null } }),
  "late-answered": (state, { listing }) => ({
    ...state,
    late:
      listing.kind === "late"
        ? { listing, loading: false, failure: null }
        : { ...state.late, loading: false, failure: failureOfList(listing) },
  }),
  "list-viewed": (state, { question, view }) => listViewed(state, question, view),
  "question-changed": (state, { change }) => questionChanged(state, change),
  "cursor-set": (state, event) => (state.cursor === event.case ? state : { ...state, cursor: event.case }),
  "cursor-moved": (state, { by }) => moveCursor(state, by),

  "case-asked": (state, event) => ({
    ...state,
    open: caseAsked(state, event.case),
    resume: null,
    cursor: event.case,
    notice: null,
  }),
  "case-answered": (state, event) => caseAnswered(state, event.case, event.answer),
  "letter-asked": (state) => withOpen(state, (open) => ({ ...open, step: "opening", failure: null })),
  "letter-answered": (state, event) => letterAnswered(state, event.case, event.answer),
  "case-renewed": (state, event) => caseRenewed(state, event.case, event.answer),
  // What is said of a message on its way is said in its case.
  "case-closed": (state) => (state.open?.step === "sending" ? state : { ...state, open: null, notice: null }),

  composed: (state, { command, template, beginning }) => composed(state, command, template, beginning),
  "template-inserted": (state, { template, templateOf }) =>
    changeForm(state, (form) => withTemplate(form, template, templateOf)),
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
  sending: (state, { order }) => sending(state, order),
  sent: (state, event) => sent(state, event),
};

/** The screen after an event. Pure; an answer for something that is no longer on the screen changes only the list. */
export function reduce(state: State, event: Event): State {
  // What was asked before a lock must not bring content back after it.
  if (state.session === null && !outside.includes(event.type)) return state;
  const reducer = reducers[event.type] as (state: State, event: Event) => State;
  return reducer(state, event);
}

function withAudit(state: State, event: AuditEvent): State {
  return { ...state, audit: reduceAudit(state.audit, event) };
}

function withTriage(state: State, event: OwnTriageEvent): State {
  return { ...state, triage: reduceTriage(state.triage, event) };
}

function signedIn(state: State, session: Session, kept: KeptDesk | null): State {
  const resumed = session.committees.find((id) => id === kept?.resume.committee);
  return {
    ...initialState,
    language: state.language,
    singleKeys: state.singleKeys,
    session,
    committee: resumed ?? session.committees[0] ?? null,
    question: { ...firstQuestion, me: session.officer.id },
    gate: { ...closedGate, loginName: session.officer.loginName },
    drafts: kept?.drafts ?? new Map(),
    attempts: kept?.attempts ?? new Map(),
    resume: kept?.resume ?? null,
    triage: kept === null || resumed === undefined ? noTriage : resumedTriage(kept),
  };
}

/** Content leaves the screen at once. What was unfinished has been sealed before, and is in no state. */
function left(state: State, { reason, kept }: Extract<Event, { readonly type: "left" }>): State {
  const { session } = state;
  if (session === null) return state;
  return {
    ...initialState,
    language: state.language,
    singleKeys: state.singleKeys,
    gate: { ...closedGate, reason, kept, loginName: session.officer.loginName },
  };
}
