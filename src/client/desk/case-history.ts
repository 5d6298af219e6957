import type { VerifiedEntry } from "../../crypto/chain.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import { vocabulary } from "../../domain/case/case.vocabulary.ts";
import type { Content } from "./case-contents.ts";
import type { FileItem } from "./case-file.ts";

const ofTime = {
  sequence: null,
  by: "clock",
  committee: null,
  text: null,
  fact: null,
  deed: null,
  unreadable: false,
  sawAnother: false,
} as const;

/** The lines of a history: what people did, with what is sealed in it, and between that what time did. */
export function itemsOf(
  events: readonly CaseEvent[],
  entries: readonly VerifiedEntry[],
  contents: readonly Content[],
): readonly FileItem[] {
  let at = 0;
  return events.slice(1).map((event): FileItem => {
    const { type, on } = event;
    if (vocabulary[type].by === "clock") return { ...ofTime, on, type, event };
    const entry = entries[at];
    const content = contents[at];
    at += 1;
    if (entry === undefined || content === undefined) throw new Error("an event without its entry");
    return {
      ...content,
      sequence: entry.sequence,
      on,
      by: entry.by === "committee" ? "committee" : "reporter",
      committee: entry.by === "committee" ? entry.event.committee : null,
      type,
      event,
      sawAnother: entry.by === "reporter" && entry.sawAnother,
    };
  });
}
