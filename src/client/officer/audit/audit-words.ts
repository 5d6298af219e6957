import type { CheckedEntry } from "../../../crypto/audit.ts";
import { formatNumber } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import type { AuditLog, LogFault } from "../../desk/audit.ts";
import type { CaseAuditFault } from "../../desk/case-audit.ts";

/** What an officer did, in the words of the case's history. */
export function sayAct({ say, law }: Words, { act }: CheckedEntry): string {
  if (act === null) return "–";
  return act.act === "Read" ? say("audit.read") : law.say(`event.${act.act}`);
}

/** Who did it: the title of the signed roster, or the bare id of somebody who is not on it. */
export function sayOfficer({ officers }: AuditLog, { act }: CheckedEntry): string {
  if (act === null) return "–";
  return officers.find(({ id }) => id === act.officer)?.title ?? act.officer;
}

/** What does not add up between a case and the log. */
export function sayCaseFault({ say, language }: Words, fault: CaseAuditFault): string {
  if (fault.kind === "act-unknown")
    return say("audit.fault.act-unknown", { number: formatNumber(language, fault.sequence) });
  return say(`audit.fault.${fault.kind}`, { place: formatNumber(language, fault.place) });
}

function sayLogFault({ say, language }: Words, fault: LogFault): string {
  if (fault.kind === "other-end") return say("audit.fault.other-end");
  return say(`audit.fault.${fault.kind}`, { seen: formatNumber(language, fault.seen) });
}

/** All that does not add up in a log, each with its place: first what concerns the whole. */
export function sayLogFaults(words: Words, log: AuditLog): readonly string[] {
  const number = (sequence: number) => formatNumber(words.language, sequence);
  const ofEntries = log.entries.flatMap(({ sequence, faults }) =>
    faults.map((fault) => `${number(sequence)}: ${words.say(`audit.fault.${fault}`)}`),
  );
  return [...log.faults.map((fault) => sayLogFault(words, fault)), ...ofEntries];
}

/** How many places of a log do not add up. */
export function countLogFaults({ entries, faults }: AuditLog): number {
  return entries.reduce((count, entry) => count + entry.faults.length, faults.length);
}
