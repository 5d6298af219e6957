import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseId } from "../../domain/ids.ts";
import type { Duty } from "./duty.ts";

/** So many lines are drawn anew at once: more than a screen shows, and so few that a key never waits for them. */
export const drawnAtOnce = 10;

/**
 * How many lines of a page to draw now; the others follow as soon as those are on the screen. A line that stands there
 * already costs nothing, and `reach` (the one that the keyboard is on) is never left for later.
 */
export function useDrawnLines(duties: readonly Duty[], reach: CaseId | null): number {
  const drawn = useRef<ReadonlySet<Duty>>(new Set());
  const [, drawMore] = useState(0);
  const count = countDrawn(duties, drawn.current, reach);
  useEffect(() => {
    drawn.current = new Set(duties.slice(0, count));
    if (count < duties.length) drawMore((times) => times + 1);
  });
  return count;
}

/** Lines up to the last that may be drawn, given those that are. */
export function countDrawn(duties: readonly Duty[], drawn: ReadonlySet<Duty>, reach: CaseId | null): number {
  const asked = duties.findIndex(({ listed }) => listed.line.case === reach);
  let fresh = 0;
  for (const [at, duty] of duties.entries()) {
    if (!drawn.has(duty)) fresh += 1;
    if (fresh > drawnAtOnce) return Math.max(at, asked + 1);
  }
  return duties.length;
}
