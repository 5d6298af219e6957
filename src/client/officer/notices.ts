import type { ErrorCode } from "../../api/errors.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { KeyFault } from "../organisation.ts";
import type { Notice } from "./state.ts";

type Key = Notice["keys"][number];

const refusals: Readonly<Partial<Record<ErrorCode, Key>>> = {
  "wrong-day": "notice.wrong-day",
  "not-found": "notice.not-found",
  refused: "notice.refused",
  "message-waiting": "notice.message-waiting",
  "signature-refused": "notice.signature-refused",
  "directory-changed": "notice.directory-changed",
  "too-large": "notice.too-large",
  busy: "notice.busy",
};

export type NoFile = Exclude<
  CaseAnswer,
  { kind: "file" } | { kind: "conflict" } | { kind: "left" } | { kind: "obstacle" }
>;

/** What to say when nothing was recorded, or nobody knows whether it was. */
export function noticeOfFailure(answer: NoFile): Notice {
  return { tone: "error", keys: [keyOf(answer)] };
}

const failures = {
  unreachable: "notice.unreachable",
  // The answer broke off: what was asked may have been done.
  unreadable: "notice.unreachable",
  busy: "notice.busy",
  "no-key": "notice.no-key",
  "letter-damaged": "notice.damaged",
} as const;

const faults: Readonly<Partial<Record<KeyFault, Key>>> = {
  unreachable: "notice.unreachable",
  // What is published is not what the directory of this sign-in stands for: most likely there is a newer one.
  substituted: "notice.directory-changed",
};

function keyOf(answer: NoFile): Key {
  if (answer.kind === "refused") return refusals[answer.code] ?? "notice.internal";
  if (answer.kind === "fault") return faults[answer.fault] ?? "notice.no-key";
  return failures[answer.kind];
}

/** Whether nobody knows if what was sent has arrived. */
export function isUnanswered(answer: NoFile): boolean {
  return answer.kind === "unreachable" || answer.kind === "unreadable" || answer.kind === "fault";
}

/** Whether no whole answer came back: what is said of that differs with whether anything was sent. */
export function isUnheard(answer: NoFile): boolean {
  return keyOf(answer) === "notice.unreachable";
}

/** Who was first, and that what was begun is still there. */
export function noticeOfConflict(before: CaseFile | null, now: CaseFile, keptDraft: boolean): Notice {
  const news = now.history
    .filter(({ sequence }) => sequence !== null && sequence > (before?.row.sequence ?? 0))
    .map(({ type }) => type);
  const kept: readonly Key[] = keptDraft ? ["notice.kept"] : [];
  return news.length === 0
    ? { tone: "warning", keys: ["notice.conflict.other", ...kept] }
    : { tone: "warning", keys: kept, events: [...new Set(news)] };
}
