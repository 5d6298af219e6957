import { type Bytes, concat } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";

/** Raw deflate by the browser itself. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Bytes> {
  return concat(...(await parts(bytes, new CompressionStream("deflate-raw"), Infinity)));
}

/** Inverse of `deflate`. Throws FormatError on bytes that are no deflated ones, and on more than `limit` of them. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Bytes> {
  try {
    return concat(...(await parts(bytes, new DecompressionStream("deflate-raw"), limit)));
  } catch (error) {
    if (error instanceof TypeError) throw new FormatError("deflated: damaged");
    throw error;
  }
}

type Transform = {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;
};

async function parts(
  bytes: Uint8Array<ArrayBuffer>,
  through: Transform,
  limit: number,
): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  for (let part = await reader.read(); part.value !== undefined; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new FormatError("deflated: too long");
    }
    found.push(part.value);
  }
  return found;
}
