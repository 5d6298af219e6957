import { findJsonFault } from "./json-fault.ts";

/** The parts of a path into a JSON value: names of fields and places in lists. */
export type JsonPath = readonly (string | number)[];

/** A JSON text that was read, and where in it each value stands. Lines count from 1. */
export type JsonSource = {
  readonly value: unknown;
  /** The line of a value, or of the nearest one around it that is in the text. */
  readonly lineOf: (path: JsonPath) => number;
};

export type JsonReading =
  | ({ readonly kind: "json" } & JsonSource)
  | { readonly kind: "not-json"; readonly line: number }
  /** A name that stands twice in one object: which of the two was meant cannot be known. */
  | { readonly kind: "twice"; readonly name: string; readonly line: number };

/** Reads a JSON text with its lines. */
export function readJsonSource(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text);
    return walk(text, value);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return { kind: "not-json", line: lineAt(text, findJsonFault(text)) };
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

type Open =
  | { readonly kind: "object"; readonly names: Set<string>; name: string | null }
  | { readonly kind: "array"; index: number };

/** Strings, brackets, and everything else between them; the text is known to be JSON. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

function walk(text: string, value: unknown): JsonReading {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  const path = () => open.map((each) => (each.kind === "object" ? (each.name ?? "") : each.index));
  let line = 1;
  let read = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    line += text.slice(read, index).split("\n").length - 1;
    read = index;
    const inner = open.at(-1);
    if (inner?.kind === "object" && inner.name === null && token.startsWith('"')) {
      const name = JSON.parse(token) as string;
      if (inner.names.has(name)) return { kind: "twice", name, line };
      inner.names.add(name);
      inner.name = name;
      lines.set(keyOf(path()), line);
    } else if (token === ",") {
      if (inner?.kind === "object") inner.name = null;
      else if (inner !== undefined) inner.index += 1;
    } else if (token === "}" || token === "]") open.pop();
    else if (token !== ":") {
      if (!lines.has(keyOf(path()))) lines.set(keyOf(path()), line);
      if (token === "{") open.push({ kind: "object", names: new Set(), name: null });
      if (token === "[") open.push({ kind: "array", index: 0 });
    }
  }
  return { kind: "json", value, lineOf: (wanted) => nearestLine(lines, wanted) };
}

function nearestLine(lines: ReadonlyMap<string, number>, path: JsonPath): number {
  return lines.get(keyOf(path)) ?? (path.length === 0 ? 1 : nearestLine(lines, path.slice(0, -1)));
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);
