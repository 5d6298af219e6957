import { deflateSync, inflateSync } from "fflate";
import type { Bytes } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";

/** Raw deflate. A library's, although browsers have their own: theirs takes longer to begin than this needs for it all. */
export function deflate(bytes: Uint8Array): Bytes {
  return deflateSync(bytes, { level: 9 });
}

/** Inverse of `deflate`. Throws FormatError on bytes that are no deflated ones, and on more than `limit` of them. */
export function inflate(bytes: Uint8Array, limit: number): Bytes {
  const inflated = inflatedInto(bytes, new Uint8Array(limit + 1));
  if (inflated.length > limit) throw new FormatError("deflated: too long");
  return inflated;
}

function inflatedInto(bytes: Uint8Array, room: Bytes): Bytes {
  try {
    return inflateSync(bytes, { out: room }).slice();
  } catch {
    // The library throws nothing but its own words for what is wrong with the bytes.
    throw new FormatError("deflated: damaged");
  }
}
