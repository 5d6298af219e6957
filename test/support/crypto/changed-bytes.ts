import type { Bytes } from "../../../src/envelope/bytes.ts";

/** The same with one bit of one byte changed. */
export function flipped(bytes: Uint8Array, at: number, mask = 1): Bytes {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

/** Every one of the same with one bit of one byte changed; the bit wanders. */
export function* eachFlipped(bytes: Uint8Array): Generator<Bytes> {
  for (let at = 0; at < bytes.length; at++) yield flipped(bytes, at, 1 << (at % 8));
}

/** Cut by one, cut by all, with one more: no parser of ours takes any of them. */
export function otherLengths(bytes: Uint8Array): readonly Bytes[] {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  return [new Uint8Array(bytes.subarray(0, -1)), new Uint8Array(), new Uint8Array(bytes.subarray(1)), longer];
}
