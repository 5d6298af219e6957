import { FormatError } from "./format-error.ts";

/** What canonical JSON can hold: no fractions, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a value: keys in code-unit order, no white space, integers only. What is signed or hashed
 * is this text's UTF-8. Throws FormatError on a number that is not a safe integer. Inverse of `parseCanonicalJson`.
 */
export function toCanonicalJson(value: Json): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new FormatError("not an integer");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(toCanonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${toCanonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value of a canonical text. Throws FormatError if it is not JSON or is written in any other way. */
export function parseCanonicalJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new FormatError("not JSON");
  }
  if (toCanonicalJson(value) !== text) throw new FormatError("not canonical JSON");
  return value;
}
