/** Bytes or text that are not what the format says. Thrown by every strict parser; never carries content. */
export class FormatError extends Error {
  override readonly name = "FormatError";
}
