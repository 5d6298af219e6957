import { FormatError } from "./format-error.ts";

/** What canonical JSON can hold: no fractions, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Nothing of ours is nested deeper than a third of this; what a stranger nests must not overflow the stack. */
const deepest = 32;

/**
 * The one text of a value: keys in code-unit order, no white space, integers only. What is signed or hashed
 * is this text's UTF-8. Throws FormatError on a number that is not a safe integer, and on a value nested deeper
 * than 32 times. Inverse of `parseCanonicalJson`.
 */
export function toCanonicalJson(value: Json): string {
  return write(value, 0);
}

function write(value: Json, depth: number): string {
  if (depth > deepest) throw new FormatError("nested too deep");
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new FormatError("not an integer");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map((member) => write(member, depth + 1)).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, depth + 1)}`);
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
