import type { Bytes } from "../../../envelope/bytes.ts";
import type { Rest } from "../journey.ts";
import type { RestErrand } from "../letter/sealing.ts";
import { carry } from "./courier.ts";

// Carries the messages in which a long letter goes on, one after the other: the server takes each only behind the one
// before it. The receipt is on the screen meanwhile.

export type RestCarrier = {
  /** Goes on from the first part that has not arrived; asked while it is under way, it changes nothing. */
  readonly go: () => Promise<void>;
};

export function createRestCarrier(
  errand: RestErrand,
  pause: (seconds: number) => Promise<void>,
  report: (rest: Rest) => void,
): RestCarrier {
  let sent = 0;
  let undecided: Bytes | null = null;
  let isUnderWay = false;
  const tell = (sending: Rest["sending"]) => {
    report({ sent, of: errand.of, sending });
  };
  const carryAll = async () => {
    while (sent < errand.of) {
      const part = sent + 1;
      const seal = async () => await errand.seal(part);
      const carried = await carry({ seal, deliver: errand.deliver, pause, report: tell }, undecided);
      if (carried.kind === "failed") {
        ({ undecided } = carried);
        tell({ kind: "failed", fault: carried.fault });
        return;
      }
      undecided = null;
      sent = part;
    }
    errand.forget();
    tell({ kind: "idle" });
  };
  const go = async () => {
    if (isUnderWay || sent === errand.of) return;
    isUnderWay = true;
    try {
      await carryAll();
    } catch {
      tell({ kind: "failed", fault: { kind: "crypto", fault: "missing" } });
    } finally {
      isUnderWay = false;
    }
  };
  return { go };
}
