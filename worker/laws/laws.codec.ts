import * as v from "valibot";
import { calendarSchema, policyVersionSchema } from "../../src/api/law.schema.ts";
import type { CalendarYear } from "../../src/domain/calendar-year.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import type { Law } from "../../src/domain/clocks.ts";
import type { PolicyVersion } from "../../src/domain/policy.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { parseCanonicalJson, toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import type { DigestText } from "../db/schema.ts";

/** A law with the digest by which cases name it, and the text that is kept of it. */
export type KnownLaw = { readonly digest: DigestText; readonly text: string; readonly law: Law };

/** The law that a directory carries. */
export async function knowLaw(policy: PolicyVersion, calendar: readonly CalendarYear[]): Promise<KnownLaw> {
  const text = toCanonicalJson({ policy, calendar });
  return { digest: await digestOf(text), text, law: { policy, calendar: createCalendar(calendar) } };
}

const storedSchema = v.strictObject({ policy: policyVersionSchema, calendar: calendarSchema });

/** A law out of its row. Throws if it is none. */
export function readLaw(digest: DigestText, text: string): KnownLaw {
  const { policy, calendar } = v.parse(storedSchema, parseCanonicalJson(text));
  return { digest, text, law: { policy, calendar: createCalendar(calendar) } };
}

async function digestOf(text: string): Promise<DigestText> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", toUtf8(text))));
}
