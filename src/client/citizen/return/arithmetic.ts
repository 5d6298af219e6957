import { limitOf } from "../../../domain/clocks.ts";
import type { DueDate } from "../../../domain/due-date.ts";
import { capitalise } from "../../../i18n/format.ts";
import { listDueRemarks, sayDue } from "../../../i18n/law.ts";
import type { PromisedClock } from "../../reporter/promises.ts";
import { groupRemarks } from "../letter/dates.tsx";
import type { ReturnWords } from "./words.ts";

/** How a date came about: the count, the count with extensions, what may still change, its weight and its source. */
export function arithmeticLines(words: ReturnWords, { clock, row }: PromisedClock): readonly string[] {
  const { law } = words;
  const { due, extendedDue, promise, basis, citation, verified } = clock;
  // A date that a promise holds is no longer what the count gives: what is told is the count of the new tables.
  const counted = promise === null ? due : { ...due, on: extendedDue === null ? promise.reckonedOn : due.on };
  const isCut = extendedDue !== null && extendedDue.on === clock.hardDue.on;
  const counts: readonly DueDate[] = [
    ...(promise !== null && extendedDue !== null ? [] : [counted]),
    ...(extendedDue === null || isCut || promise !== null ? [] : [limitOf(clock)]),
  ];
  const lines = new Set([
    ...counts.map((count) => sayDue(law, count, row.start)),
    ...counts.flatMap((count) => listDueRemarks(law, count)),
  ]);
  return [
    ...lines,
    `${capitalise(law.say(`basis.${basis}`))}: ${law.say(`basis.${basis}.means`)}`,
    ...groupRemarks(words, row),
    law.say("citation", { citation }),
    ...(verified ? [] : [law.say("citation.unverified")]),
  ];
}
