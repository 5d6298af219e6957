import type { CaseRow } from "../../src/api/officer.schema.ts";
import type { CaseFile, FileItem } from "../../src/client/desk/case-file.ts";
import type { ListedCase, RunningClock } from "../../src/client/desk/case-list.ts";
import type { Session } from "../../src/client/officer/state.ts";
import type { OpenedLetter } from "../../src/crypto/letter.ts";
import { stoppedOn } from "../../src/domain/case/case.clocks.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { clockState, createClocks } from "../../src/domain/clocks.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { type CarriedEventType, replayCarried, toHistory } from "../../src/envelope/carried.ts";
import { calendar, day, policy } from "./law.ts";

// Cases as an officer's pages get them, without cryptography: clocks and states are the law's own.

export const today: PlainDate = day("2026-03-10");
export const committee = "dang-uy" as CommitteeId;

/** A case id that says which it is. */
export function caseId(name: string): CaseId {
  return `${name.padEnd(21, "_").slice(0, 21)}A` as CaseId;
}

function clocksOf(releasedOn: PlainDate, events: readonly CaseEvent[]): readonly RunningClock[] {
  const clocks = createClocks(policy, calendar, releasedOn);
  return [clocks["first-open"], clocks.acknowledge, clocks.result].map((clock) => ({
    clock,
    state: clockState(clock, stoppedOn(clock, events), today, calendar),
  }));
}

export type CaseStory = {
  readonly id: CaseId;
  readonly released: string;
  /** What happened since, in order. */
  readonly events?: readonly (readonly [CarriedEventType, string, text?: string])[];
};

function eventsOf({ released, events = [] }: CaseStory): readonly CaseEvent[] {
  const release = { on: day(released), receiver: committee, fallback: null };
  return toHistory(
    release,
    events.map(([type, on]) => ({ type, on: day(on) })),
  );
}

/** The row that the server shows of such a story. */
export function rowOf(story: CaseStory): CaseRow {
  const state = replayCarried(eventsOf(story));
  const isOpened = state.status !== "sent";
  return {
    case: story.id,
    committee,
    receiverKey: caseId("key") as string as KeyId,
    fallback: null,
    fallbackKey: null,
    policy: policy.version,
    releasedOn: state.releasedOn,
    status: state.status,
    sequence: story.events?.length ?? 0,
    chain: "A".repeat(43),
    letter: "A".repeat(43),
    openedOn: isOpened ? state.openedOn : null,
    acknowledgedOn: state.status === "acknowledged" ? state.acknowledgedOn : null,
    answeredOn: state.status === "acknowledged" ? state.answeredOn : null,
    reporterWroteOn: state.reporterWroteOn,
    index: null,
  };
}

/** Its line in the list. */
export function listedOf(story: CaseStory): ListedCase {
  const row = rowOf(story);
  return { row, entry: null, damaged: false, clocks: clocksOf(row.releasedOn, eventsOf(story)) };
}

/** The opened letter of a case, as far as the pages look into it. */
export const letter = {
  body: {
    language: "vi",
    self: null,
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

/** The case as it is read; with its letter unless it is still sealed. */
export function fileOf(story: CaseStory, change: Partial<CaseFile> = {}): CaseFile {
  const row = rowOf(story);
  const history = (story.events ?? []).map(([type, on, text], index): FileItem => {
    const by = type === "ReporterWrote" ? "reporter" : "committee";
    return {
      sequence: index + 1,
      on: day(on),
      by,
      type,
      text: text ?? null,
      unreadable: false,
      sawAnother: false,
    };
  });
  return {
    row,
    today,
    law: { policy, calendar },
    events: eventsOf(story),
    state: replayCarried(eventsOf(story)),
    clocks: clocksOf(row.releasedOn, eventsOf(story)),
    history,
    chain: { entries: [], end: { sequence: history.length, chain: new Uint8Array() }, fault: null },
    rowDisagrees: false,
    letter: row.status === "sent" ? null : letter,
    route: null,
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
