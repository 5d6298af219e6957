/**
 * How many slips lie between two words: a letter too many, missing, wrong, or two changed round (optimal string
 * alignment). Counts no further than `limit` + 1.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(costAt(a, b, i, j, row, last, beforeLast));
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

function costAt(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  last: readonly number[],
  beforeLast: readonly number[],
): number {
  const at = (cells: readonly number[], column: number) => cells[column] ?? Number.POSITIVE_INFINITY;
  const isSame = a[i - 1] === b[j - 1];
  const cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
  const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return isTurned ? Math.min(cost, at(beforeLast, j - 2) + 1) : cost;
}
