import type { Limits } from "./platform.ts";

const freeTries = 2;
const stepMs = 250;
/** Short: somebody else's wrong tries may delay an officer, and never keep one out. */
const longestWaitMs = 3_000;
const forgottenAfterMs = 900_000;
const rememberedNames = 10_000;

/**
 * Counts tries to log in, by keyed hash of the name, in the memory of this copy of the server: nothing is stored, no
 * address is looked at, and a name that nobody has is counted like any other. A try counts when it begins, so that
 * many at once wait as long as one after the other.
 */
export function createLoginTries(instant: () => number): Pick<Limits, "noteLoginTry" | "forgetLoginTries"> {
  const known = new Map<string, { readonly tries: number; readonly at: number }>();
  return {
    noteLoginTry(name) {
      const now = instant();
      const before = known.get(name);
      const tries = before === undefined || now - before.at > forgottenAfterMs ? 1 : before.tries + 1;
      // Put behind all others: the first is the one that was quiet longest.
      known.delete(name);
      known.set(name, { tries, at: now });
      const [oldest] = known.keys();
      if (known.size > rememberedNames && oldest !== undefined) known.delete(oldest);
      return Math.min(longestWaitMs, Math.max(0, tries - 1 - freeTries) * stepMs);
    },
    forgetLoginTries(name) {
      known.delete(name);
    },
  };
}
