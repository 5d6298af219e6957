import type { ErrorCode } from "../../api/errors.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { Notice } from "./state.ts";

type Key = Notice["keys"][number];

const refusals: Readonly<Partial<Record<ErrorCode, Key>>> = {
  "wrong-day": "notice.wrong-day",
  "not-found": "notice.not-found",
  refused: "notice.refused",
  "signature-refused": "notice.signature-refused",
  "directory-changed": "notice.directory-changed",
  "too-large": "notice.too-large",
  busy: "notice.busy",
};

type NoFile = Exclude<CaseAnswer, { kind: "file" } | { kind: "conflict" }>;

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

function keyOf(answer: NoFile): Key {
  if (answer.kind === "refused") return refusals[answer.code] ?? "notice.internal";
  if (answer.kind === "fault") return answer.fault === "unreachable" ? "notice.unreachable" : "notice.no-key";
  return failures[answer.kind];
}

/** Who was first, and that the half-written text is still there. */
export function noticeOfConflict(before: CaseFile | null, now: CaseFile, keptDraft: boolean): Notice {
  const news = now.history.slice(before?.history.length ?? 0).map(({ type }) => type);
  const keys: Key[] = [...new Set(news)].map((type): Key => `notice.conflict.${type}`);
  if (keys.length === 0) keys.push("notice.conflict.other");
  return { tone: "warning", keys: keptDraft ? [...keys, "notice.kept"] : keys };
}
