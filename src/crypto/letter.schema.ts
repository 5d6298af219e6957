import * as v from "valibot";
import { accusedRoles } from "../domain/conflict.ts";
import {
  base64urlSchema,
  committeeIdSchema,
  digestSchema,
  plainDateSchema,
  unitIdSchema,
} from "../envelope/schemas.ts";

/** Languages in which a letter can be written; the officer sees which. */
export const letterLanguages = ["vi", "en", "km"] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** What a writer may say of themselves: "tự khai, chưa xác thực". */
export const selfDescriptions = ["citizen", "party-member", "union-member"] as const;
export type SelfDescription = (typeof selfDescriptions)[number];

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
  text: v.string(),
});
export type LetterBody = v.InferOutput<typeof letterBodySchema>;

/** A later message of the reporter (`labels.reporterMessageBody`). */
export const reporterMessageBodySchema = v.strictObject({ v: v.literal(1), text: v.string() });
export type ReporterMessageBody = v.InferOutput<typeof reporterMessageBodySchema>;

/** A message of the committee; the signed event that carries its digest vouches for it. */
export const committeeMessageBodySchema = v.strictObject({ v: v.literal(1), text: v.string() });
export type CommitteeMessageBody = v.InferOutput<typeof committeeMessageBodySchema>;
