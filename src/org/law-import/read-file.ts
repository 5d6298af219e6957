import * as v from "valibot";
import type { FaultKind, LawFileFault, LawFileReading } from "./faults.ts";
import { type JsonPath, type JsonSource, readJsonSource } from "./json-source.ts";

/** A value with the lines it came from. */
export type Located<Value> = { readonly value: Value; readonly lineOf: JsonSource["lineOf"] };

const enough = 20;

/**
 * A file's bytes by a schema, every fault with its line. `findMore` names what the schema's own cross-checks object to:
 * it is asked whenever one of them did, and they alone have no place of their own.
 */
export function readLawFile<Output>(
  bytes: Uint8Array,
  schema: v.GenericSchema<unknown, Output>,
  findMore: (located: Located<Output>) => readonly LawFileFault[],
): LawFileReading<Located<Output>> {
  const text = decode(bytes);
  if (text === undefined) return refuse([{ kind: "not-text", line: null }]);
  const reading = readJsonSource(text);
  if (reading.kind === "not-json") return refuse([{ kind: "not-json", line: reading.line }]);
  if (reading.kind === "twice")
    return refuse([{ kind: "name-twice", name: reading.name, line: reading.line }]);
  const { lineOf } = reading;
  const result = v.safeParse(schema, reading.value);
  const own = (result.issues ?? []).filter(({ type }) => type !== "raw_check");
  const faults = own.map((issue) => ({ ...faultOf(issue), line: lineOf(pathOf(issue)) }));
  // The shape is right wherever a cross-check was asked at all.
  const crossed = result.issues?.some(({ type }) => type === "raw_check") ?? false;
  const more = crossed || result.success ? findMore({ value: reading.value as Output, lineOf }) : [];
  if (faults.length > 0 || more.length > 0) return refuse([...faults, ...more].slice(0, enough));
  if (!result.success) throw new Error("a cross-check objects to what findMore finds right");
  return { kind: "read", content: { value: result.output, lineOf } };
}

function refuse(faults: readonly LawFileFault[]): { kind: "refused"; faults: readonly LawFileFault[] } {
  return { kind: "refused", faults };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    // Takes away the mark that some editors put at the beginning.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function pathOf(issue: v.BaseIssue<unknown>): JsonPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}

function faultOf(issue: v.BaseIssue<unknown>): FaultKind {
  const path = pathOf(issue);
  const field = path.findLast((part) => typeof part === "string") ?? "";
  if (issue.type === "strict_object" && issue.expected === "never")
    return { kind: "unknown-field", field: String(path.at(-1) ?? "") };
  if (issue.type === "strict_object" && issue.received === "undefined")
    return { kind: "missing-field", field: String(path.at(-1) ?? "") };
  if (issue.type === "custom") return { kind: "not-a-day", found: issue.received };
  return { kind: "wrong-value", field, wanted: issue.expected ?? issue.message, found: issue.received };
}
