import * as v from "valibot";
import { digestSchema, sequenceSchema, signatureSchema } from "../envelope/schemas.ts";

const placeSchema = v.pipe(sequenceSchema, v.minValue(1));

/** An entry of a log: the officer's signed act, or of what is not for this reader its digest alone. */
const auditEntrySchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("act"),
    sequence: placeSchema,
    act: v.string(),
    signature: signatureSchema,
    link: digestSchema,
  }),
  v.strictObject({
    kind: v.literal("withheld"),
    sequence: placeSchema,
    digest: digestSchema,
    link: digestSchema,
  }),
]);
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

/** GET /api/officer/committees/:committee/audit?after=N */
export const auditPageSchema = v.strictObject({
  /** Behind `after`, in order. */
  entries: v.array(auditEntrySchema),
  /** Where the whole log ends; null: it is empty. */
  end: v.nullable(v.strictObject({ sequence: placeSchema, link: digestSchema })),
  /** Place of the last entry of a full page: ask again with it. */
  next: v.nullable(placeSchema),
});
export type AuditPage = v.InferOutput<typeof auditPageSchema>;
