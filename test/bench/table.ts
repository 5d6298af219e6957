import { createHash } from "node:crypto";

/** One line of what was measured. `least`: the value must be at least the allowed one, not at most. */
export type Line = {
  readonly what: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly allowed: number | null;
  readonly unit: string;
  readonly least?: boolean;
};

/** Prints the table; whether everything is as allowed. A line without an allowed value is only told. */
export function printTable(lines: readonly Line[]): boolean {
  const verdicts = lines.map(isKept);
  for (const [at, { what, values, value, allowed, unit, least = false }] of lines.entries()) {
    const limit = allowed === null ? "" : `${least ? "≥" : "≤"} ${allowed}`;
    const verdict = allowed === null ? "told" : verdicts[at] === true ? "kept" : "BROKEN";
    const each = values.map((each) => Math.round(each)).join(" ");
    console.log(
      `${what.padEnd(58)} ${String(Math.round(value)).padStart(7)} ${unit.padEnd(5)} ${limit.padEnd(8)} ${verdict.padEnd(7)} ${each}`,
    );
  }
  return verdicts.every(Boolean);
}

/**
 * How fast the machine is at this moment, in ms for a fixed piece of work: a rented machine may be twice as slow an hour
 * later, and figures from such hours cannot be compared.
 */
export function timeMachine(): number {
  const start = performance.now();
  createHash("sha512")
    .update(Buffer.alloc(1 << 27))
    .digest();
  return performance.now() - start;
}

function isKept({ value, allowed, least = false }: Line): boolean {
  if (allowed === null) return true;
  return least ? value >= allowed : value <= allowed;
}
