import { createHash } from "node:crypto";
import type { Stretch } from "../../crypto/receipt.ts";
import type { Bytes } from "../../envelope/bytes.ts";

/**
 * Stretches each secret once. Only for a demonstration, whose ceremony and whose officers' first sign-in run in one
 * process: what it remembers is as good as every passphrase.
 */
export function rememberStretch(stretch: Stretch): Stretch {
  const known = new Map<string, Promise<Bytes>>();
  return async (password, salt) => {
    const name = createHash("sha256").update(salt).update(password).digest("base64url");
    const stretched = known.get(name) ?? stretch(password, salt);
    known.set(name, stretched);
    // A copy: whoever asked wipes what they were given.
    return new Uint8Array(await stretched);
  };
}
