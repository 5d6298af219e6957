import type { KnownPasskey } from "../../desk/passkeys.ts";
import type { Failure } from "../../transport.ts";

/** The officer's passkeys as far as the page knows them. */
export type Known = readonly KnownPasskey[] | "loading" | "failed";

/** A passkey that was to be taken away, and what the server answered. */
export type Removing = {
  readonly passkey: string;
  readonly answer: { readonly kind: "removed" } | Failure;
};

/** `not-known`: neither an answer nor a list came, so nobody can say whether it still unlocks. */
export type Removal = "removed" | "not-removed" | "not-known";

/**
 * What became of it. The list that was fetched afterwards decides: an answer may be lost on its way back, and whoever
 * lost a telephone must not hear that it is shut out while it still stands there. Null: the list is not there yet.
 */
export function removalOf({ passkey, answer }: Removing, known: Known): Removal | null {
  if (known === "loading") return null;
  if (known !== "failed") return known.some((each) => each.passkey === passkey) ? "not-removed" : "removed";
  if (answer.kind === "unreachable") return "not-known";
  return answer.kind === "removed" ? "removed" : "not-removed";
}
