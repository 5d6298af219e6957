import type { Limits } from "./platform.ts";

const minute = 60_000;
const leastDigits = 3;

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
  return {
    dailyArrivals: settings.dailyArrivals,
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
