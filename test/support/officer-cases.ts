import { letterTextOf } from "../../src/crypto/letter.text.ts";
import { nothingAsked } from "../../src/crypto/letter.ts";
import type { CaseRow } from "../../src/api/officer.schema.ts";
import type { CaseFile, FileItem } from "../../src/client/desk/case-file.ts";
import { lineOf, type ListedCase, type RunningClock } from "../../src/client/desk/case-list.ts";
import type { Session } from "../../src/client/officer/state.ts";
import type { OpenedLetter } from "../../src/crypto/letter.ts";
import type { ReporterDeed } from "../../src/crypto/letter.schema.ts";
import {
  type CaseClock,
  type CaseFlag,
  type CaseState,
  superiorMayRead,
} from "../../src/domain/case/case.ts";
import { clockOf, outerEscalationOf } from "../../src/domain/case/case.clocks.ts";
import { follow, trace } from "../../src/domain/case/case.decide.ts";
import type { CaseEvent, CaseEventType } from "../../src/domain/case/case.events.ts";
import { evolveSealed, type SealedFact, unread } from "../../src/domain/case/case.sealed.ts";
import { vocabulary } from "../../src/domain/case/case.vocabulary.ts";
import { clockState, type Law } from "../../src/domain/clocks.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { toClockRecord, toHistory } from "../../src/envelope/case-record.ts";
import { calendar, day, policy } from "./law.ts";

// Cases as an officer's pages get them, without cryptography: history, clocks and states are the law's own.

export const today: PlainDate = day("2026-03-10");
export const committee = "dang-uy" as CommitteeId;
export const superior = "cap-tren" as CommitteeId;
const law: Law = { policy, calendar };

/** A case id that says which it is. */
export function caseId(name: string): CaseId {
  return `${name.padEnd(21, "_").slice(0, 21)}A` as CaseId;
}

/** What was sealed with an event, and its public parameters (days, kind, to, key …). */
export type ToldMore = {
  readonly text?: string;
  readonly fact?: SealedFact;
  readonly deed?: ReporterDeed;
  readonly [parameter: string]: unknown;
};

/** What somebody did, on which day; a string is what was sealed with it. What time did is put in between. */
export type ToldEvent = readonly [CaseEventType, string, (string | ToldMore)?];

export type CaseStory = {
  readonly id: CaseId;
  readonly released: string;
  /** What people did since, in order. */
  readonly events?: readonly ToldEvent[];
  readonly superior?: CommitteeId | null;
  readonly as?: CaseFile["as"];
};

function moreOf([, , more]: ToldEvent): ToldMore {
  return typeof more === "string" ? { text: more } : (more ?? {});
}

function eventOf(told: ToldEvent): CaseEvent {
  const [type, on] = told;
  const more = moreOf(told);
  const parameters = vocabulary[type].public.map((name) => [name, more[name]]);
  return { type, on: day(on), ...Object.fromEntries(parameters) } as CaseEvent;
}

/** What a reader's browser reckons of a story on a day. */
function reckon({ released, events = [], superior: above = superior }: CaseStory, on: PlainDate) {
  const release = { on: day(released), receiver: committee, fallback: above };
  const history = toHistory(release, events.map(eventOf));
  return { events: trace(history, on, law), state: follow(history, on, law) };
}

function clockAt(facts: CaseClock, on: PlainDate): CaseFile["clocks"][number] {
  const clock = clockOf(facts, law);
  return { facts, clock, state: clockState(clock, facts.stoppedOn, on, calendar) };
}

const isRunning = ({ stoppedOn }: CaseClock): boolean => stoppedOn === null;

function rowFrom(story: CaseStory, state: CaseState): CaseRow {
  const flags = (Object.keys(state.flags) as CaseFlag[]).filter((flag) => state.flags[flag]);
  return {
    case: story.id,
    as: story.as ?? "officer",
    committee: state.committee,
    receiver: committee,
    receiverKey: caseId("key") as string as KeyId,
    fallback: state.superior,
    fallbackKey: state.superior === null ? null : (caseId("key-above") as string as KeyId),
    policy: policy.version,
    releasedOn: state.releasedOn,
    outerEscalationOn: outerEscalationOf(state, law),
    status: state.status,
    kind: state.kind,
    flags,
    sequence: story.events?.length ?? 0,
    chain: "A".repeat(43),
    letter: "A".repeat(43),
    openedOn: "openedOn" in state ? state.openedOn : null,
    acknowledgedOn: "acknowledgedOn" in state ? state.acknowledgedOn : null,
    answeredOn: "answeredOn" in state ? state.answeredOn : null,
    reporterWroteOn: state.reporterWroteOn,
    clocks: state.clocks.filter(isRunning).map(toClockRecord),
    caseKey: null,
    index: null,
  };
}

/** The row that the server shows of such a story. */
export function rowOf(story: CaseStory, on: PlainDate = today): CaseRow {
  return rowFrom(story, reckon(story, on).state);
}

/** Its line in the list. */
export function listedOf(story: CaseStory, on: PlainDate = today): ListedCase {
  const { state } = reckon(story, on);
  const clocks = state.clocks
    .filter(isRunning)
    .map((facts): RunningClock => ({ clock: clockOf(facts, law), state: clockAt(facts, on).state }));
  return {
    committee,
    line: lineOf(rowFrom(story, state)),
    entry: null,
    damaged: false,
    stale: false,
    clocks,
  };
}

/** The opened letter of a case, as far as the pages look into it. */
export const letter = {
  body: {
    language: "vi",
    self: null,
    ...nothingAsked,
    text: "Nội dung thư",
    route: {
      unit: null,
      about: "unknown",
      excluded: [],
      levelAbove: false,
      on: day("2026-03-01"),
      steps: [],
    },
  },
} as unknown as OpenedLetter;

function itemsOf(story: CaseStory, events: readonly CaseEvent[]): readonly FileItem[] {
  const told = [...(story.events ?? [])];
  let sequence = 0;
  return events.slice(1).map((event): FileItem => {
    const { by } = vocabulary[event.type];
    const isTime = by === "clock";
    const of = isTime ? undefined : told.shift();
    const { text, fact, deed } = of === undefined ? {} : moreOf(of);
    if (!isTime) sequence += 1;
    return {
      sequence: isTime ? null : sequence,
      on: event.on,
      by: isTime || by === "reporter" ? by : "committee",
      committee: by === "officer" ? committee : by === "superior" ? superior : null,
      type: event.type,
      event,
      text: text ?? null,
      fact: fact ?? null,
      deed: deed ?? null,
      unreadable: false,
      sawAnother: false,
    };
  });
}

/** The case as it is read on a day; with its letter unless it is still sealed. */
export function fileOf(
  story: CaseStory,
  change: Partial<CaseFile> = {},
  on: PlainDate = change.today ?? today,
): CaseFile {
  const { events, state } = reckon(story, on);
  const history = itemsOf(story, events);
  const row = rowFrom(story, state);
  const isSealed = row.as === "superior" || state.status === "sent" || state.status === "transferred";
  return {
    row,
    as: row.as,
    today: on,
    law,
    events,
    state,
    sealed: history.flatMap(({ fact }) => fact ?? []).reduce(evolveSealed, unread),
    clocks: state.clocks.map((facts) => clockAt(facts, on)),
    history,
    chain: {
      entries: [],
      digests: [],
      end: { sequence: row.sequence, chain: new Uint8Array() },
      fault: null,
    },
    records: new Map(),
    faults: [],
    rowDisagrees: false,
    letter: isSealed ? null : letter,
    letterText: isSealed ? null : letterTextOf(letter.body, []),
    route: null,
    readers: null,
    superiorMayRead: superiorMayRead(state),
    objects: [],
    ...change,
  };
}

/** Somebody signed in, without keys. */
export function sessionOf(officer: string): Session {
  return {
    officer: { id: officer as OfficerId, title: "Cán bộ xử lý", loginName: officer },
    committees: [committee],
    organisation: {} as Session["organisation"],
    deviceDay: today,
    serverDay: today,
  };
}
