import type { LetterFacts, SelfDescription } from "../../crypto/letter.schema.ts";
import type { AccusedRole } from "../../domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../domain/ids.ts";
import { type ManifestationCode, type Topic, topics } from "../../domain/manifestations.ts";

// What a reporter has answered so far, and which questions that leaves.

/** The questions in the order in which they are asked; a step back goes to the one before. */
export const questions = [
  "unit",
  "whom",
  "route",
  "self",
  "member",
  "topic",
  "manifestation",
  "write",
  "facts",
  "check",
] as const;
export type Question = (typeof questions)[number];

/** What a person may answer to the plain questions: one of them, none of them, or that they cannot tell. */
export type TopicAnswer = Topic | "other" | "unsure";

/** Whether the person reported is among those whom the page lists: not, unsure, or in which committee. */
export type PresenceAnswer =
  | { readonly kind: "no" | "unsure" }
  | { readonly kind: "in"; readonly committee: CommitteeId };

/** A unit of null: không rõ đơn vị. */
export type Draft = {
  readonly unit: UnitId | null;
  readonly about: AccusedRole | null;
  readonly excluded: readonly CommitteeId[];
  readonly levelAbove: boolean;
  readonly answer: PresenceAnswer | null;
  readonly self: SelfDescription | null;
  /** Null: not answered yet. */
  readonly topic: TopicAnswer | null;
  /** Of a topic with several manifestations the one chosen; "none" of them; null: not answered yet. */
  readonly manifestation: ManifestationCode | "none" | null;
  readonly text: string;
  readonly facts: LetterFacts;
};

export const emptyDraft: Draft = {
  unit: null,
  about: null,
  excluded: [],
  levelAbove: false,
  answer: null,
  self: null,
  topic: null,
  manifestation: null,
  text: "",
  facts: { when: "", where: "", knowledge: null, continuing: null },
};

/** Whether a topic leaves something to choose from. */
export function hasChoice(topic: TopicAnswer | null): topic is Topic {
  return topic !== null && topic !== "other" && topic !== "unsure" && topics[topic].length > 1;
}

/** The questions that this draft calls for. What a party member should know is told to party members alone. */
export function askedOf({ self, topic }: Draft): readonly Question[] {
  return questions.filter(
    (question) =>
      (question !== "member" || self === "party-member") &&
      (question !== "manifestation" || hasChoice(topic)),
  );
}
