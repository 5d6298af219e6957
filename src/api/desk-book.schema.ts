import * as v from "valibot";
import { base64urlSchema, sequenceSchema } from "../envelope/schemas.ts";

/** GET /api/officer/book: one's own. `number`: how many times it was put; 0 and null before the first. */
export const deskBookSchema = v.strictObject({
  number: sequenceSchema,
  book: v.nullable(base64urlSchema),
});
export type DeskBookAnswer = v.InferOutput<typeof deskBookSchema>;

/** PUT /api/officer/book. `number`: one more than that of the book it follows. Answer 204; 409 if another came first. */
export const putDeskBookRequestSchema = v.strictObject({
  number: v.pipe(sequenceSchema, v.minValue(1), v.maxValue(0xffffffff)),
  book: base64urlSchema,
});
export type PutDeskBookRequest = v.InferOutput<typeof putDeskBookRequestSchema>;
