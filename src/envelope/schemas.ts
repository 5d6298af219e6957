import * as v from "valibot";
import { id16Pattern, slugPattern } from "../domain/ids.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId, PersonId, UnitId } from "../domain/ids.ts";
import { parsePlainDate, type PlainDate } from "../domain/plain-date.ts";
import { parseCanonicalJson } from "./canonical-json.ts";
import { FormatError } from "./format-error.ts";

/** Marks a string schema's output as one of the domain's own types; the check before it is what earns the name. */
function brandAs<Output extends string>() {
  return v.transform((text: string) => text as Output);
}

const slug = v.pipe(v.string(), v.regex(slugPattern));
const id16 = v.pipe(v.string(), v.regex(id16Pattern));

export const unitIdSchema = v.pipe(slug, brandAs<UnitId>());
export const committeeIdSchema = v.pipe(slug, brandAs<CommitteeId>());
export const officerIdSchema = v.pipe(slug, brandAs<OfficerId>());
export const personIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{4,22}$/), brandAs<PersonId>());
export const caseIdSchema = v.pipe(id16, brandAs<CaseId>());
export const keyIdSchema = v.pipe(id16, brandAs<KeyId>());
export const plainDateSchema = v.pipe(
  v.string(),
  v.check((text) => parsePlainDate(text) !== undefined),
  brandAs<PlainDate>(),
);
/** 32 bytes in base64url. */
export const digestSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));
/** 64 bytes in base64url. */
export const signatureSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{85}[AQgw]$/));
/** Any bytes in base64url, in the one spelling that `fromBase64url` takes. */
export const base64urlSchema = v.pipe(
  v.string(),
  v.regex(/^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$/),
);
/** Place in a chain, from 0. */
export const sequenceSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Canonical JSON of one exact shape. Throws FormatError, which says nothing of the content. */
export function parseStrict<const Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  const reading = v.safeParse(schema, parseCanonicalJson(text));
  if (!reading.success) throw new FormatError("unexpected shape");
  return reading.output;
}
