import * as v from "valibot";
import { accusedRoles } from "../domain/conflict.ts";
import {
  base64urlSchema,
  committeeIdSchema,
  digestSchema,
  plainDateSchema,
  signatureSchema,
  unitIdSchema,
} from "../envelope/schemas.ts";
import { editionKind, isManifestation, isTopic } from "../domain/manifestations.ts";
import { continuations, knowledges, partsAtMost, shortAnswerLength } from "../domain/letter.vocabulary.ts";
import { sealedFactSchema } from "./sealed-fact.schema.ts";

/** Languages in which a letter can be written; the officer sees which. */
export const letterLanguages = ["vi", "en", "km"] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** What a writer may say of themselves: "tự khai, chưa xác thực". */
export const selfDescriptions = ["citizen", "party-member", "union-member"] as const;
export type SelfDescription = (typeof selfDescriptions)[number];

/**
 * What the letter is about, by the plain questions. `topic` "other": none of them. `code` null: none of the
 * manifestations below the topic. The whole is null if the writer did not say. Of another edition of the catalogue a
 * reader may not know every name: the letter is read all the same.
 */
const categorySchema = v.pipe(
  v.strictObject({
    /** Whose wording the writer chose by (`domain/manifestations`). */
    catalogue: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,32}$/)),
    topic: v.pipe(v.string(), v.regex(/^[a-z-]{1,32}$/)),
    code: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z][0-9]{1,2}$/))),
  }),
  v.check(
    ({ catalogue, topic, code }) =>
      editionKind(catalogue) !== "this" ||
      ((topic === "other" || isTopic(topic)) && (code === null || isManifestation(code))),
    "a name that this edition does not have",
  ),
);
export type LetterCategory = v.InferOutput<typeof categorySchema>;

const shortAnswer = v.pipe(v.string(), v.maxLength(shortAnswerLength));

/** What was asked beside the text. All of it may be left out: empty, or null. */
const factsSchema = v.strictObject({
  when: shortAnswer,
  where: shortAnswer,
  knowledge: v.nullable(v.picklist(knowledges)),
  continuing: v.nullable(v.picklist(continuations)),
});
export type LetterFacts = v.InferOutput<typeof factsSchema>;

/**
 * What only the readers see. The reporter's keys are taken from here and nowhere else, and the reporter's
 * signature stands behind it (`labels.letterBody`, over header and body).
 */
export const letterBodySchema = v.strictObject({
  v: v.literal(1),
  reporter: v.strictObject({ sign: digestSchema, kem: base64urlSchema }),
  language: v.picklist(letterLanguages),
  self: v.nullable(v.picklist(selfDescriptions)),
  /** The answers by which the reporter's browser routed, so that every reader can route again. */
  route: v.strictObject({
    unit: v.nullable(unitIdSchema),
    about: v.picklist(accusedRoles),
    excluded: v.array(committeeIdSchema),
    levelAbove: v.boolean(),
    on: plainDateSchema,
    /** The steps as the page showed them: plain data of `domain/routing`. */
    steps: v.array(v.record(v.string(), v.nullable(v.string()))),
  }),
  category: v.nullable(categorySchema),
  facts: factsSchema,
  /** The text, or its beginning. */
  text: v.string(),
  /** How many messages carry the rest of it; 0: this is all. A reader who has fewer knows that some are missing. */
  parts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(partsAtMost)),
});
export type LetterBody = v.InferOutput<typeof letterBodySchema>;

/** What a later message of the reporter is; to the server they are all alike, but for `review` (see `reporterActs`). */
export const reporterDeedSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("message") }),
  /** The letter's text goes on: its parts count from 1, in the order of the messages. */
  v.strictObject({
    kind: v.literal("continuation"),
    part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(partsAtMost)),
  }),
  /** Asks the superior to look again at a refusal, a transfer or an outcome. */
  v.strictObject({ kind: v.literal("review") }),
  /** Does not end the case: the sender may have been threatened. */
  v.strictObject({ kind: v.literal("withdraw") }),
  v.strictObject({ kind: v.literal("rate"), satisfied: v.boolean() }),
  /** The letter's text once more, sealed anew: a superior that may read has it even if the old slot is kept back. */
  v.strictObject({ kind: v.literal("seal-anew") }),
  /**
   * The signed word (`src/envelope/statement`), and who the reporter is, sealed to the committee in charge alone under a
   * content key of its own (`labels.identity`): neither the fallback nor whoever gets the case later can open it.
   */
  v.strictObject({
    kind: v.literal("make-formal"),
    statement: v.string(),
    signature: signatureSchema,
    identity: base64urlSchema,
  }),
]);
export type ReporterDeed = v.InferOutput<typeof reporterDeedSchema>;

/** A later message of the reporter (`labels.reporterMessageBody`). */
export const reporterMessageBodySchema = v.strictObject({
  v: v.literal(1),
  deed: reporterDeedSchema,
  text: v.string(),
});
export type ReporterMessageBody = v.InferOutput<typeof reporterMessageBodySchema>;

/** Who a reporter is, for a tố cáo: what the law asks for (Luật Tố cáo 2018, Điều 23). */
export const identitySchema = v.strictObject({
  v: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  address: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  contact: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});
export type Identity = v.InferOutput<typeof identitySchema>;

/** A sealed object of a committee; the signed event that carries its digest vouches for it. */
export const committeeMessageBodySchema = v.strictObject({
  v: v.literal(1),
  text: v.string(),
  /** What else is sealed with an event of its type; null where the words are all. */
  fact: v.nullable(sealedFactSchema),
});
export type CommitteeMessageBody = v.InferOutput<typeof committeeMessageBodySchema>;
