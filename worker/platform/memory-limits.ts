import { createLoginTries } from "./login-tries.ts";
import type { Limits } from "./platform.ts";

const minute = 60_000;
const leastDigits = 3;
/** A browser that tries again every quarter of an hour for half a day needs fewer. */
const usesOfProof = 64;
const rememberedProofs = 10_000;

/**
 * Counts challenges of the running minute in the memory of this copy of the server: no address, nothing stored.
 * Three hex digits are some 4,096 tries; every tenfold load asks for one digit, sixteen times the work, more.
 */
export function createMemoryLimits(
  settings: { readonly dailyArrivals: number; readonly busyPerMinute: number },
  instant: () => number,
): Limits {
  let current = 0;
  let asked = 0;
  let before = 0;
  const uses = new Map<string, number>();
  return {
    ...createLoginTries(instant),
    dailyArrivals: settings.dailyArrivals,
    admitProof(proof) {
      const used = (uses.get(proof) ?? 0) + 1;
      uses.set(proof, used);
      const [oldest] = uses.keys();
      if (uses.size > rememberedProofs && oldest !== undefined) uses.delete(oldest);
      return used <= usesOfProof;
    },
    demandWork() {
      const now = Math.floor(instant() / minute);
      if (now !== current) {
        before = now === current + 1 ? asked : 0;
        [current, asked] = [now, 0];
      }
      asked += 1;
      const load = Math.max(asked, before) / settings.busyPerMinute;
      return leastDigits + (load > 1 ? 1 : 0) + (load > 10 ? 1 : 0);
    },
  };
}
