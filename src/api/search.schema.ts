import * as v from "valibot";
import { base64urlSchema, caseIdSchema, sequenceSchema } from "../envelope/schemas.ts";

/** GET /api/officer/committees/:committee/searches?after=REVISION: sealed search entries, oldest change first. */
export const searchListSchema = v.strictObject({
  entries: v.array(v.strictObject({ case: caseIdSchema, entry: base64urlSchema })),
  /** Of the list (`listMarkSchema`), up to which they are known with this page: what comes later is asked for after it. */
  revision: sequenceSchema,
  more: v.boolean(),
});
export type SearchList = v.InferOutput<typeof searchListSchema>;
