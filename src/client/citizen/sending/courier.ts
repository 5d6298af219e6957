import type { PlainDate } from "../../../domain/plain-date.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import type { ReaderFault } from "../../reporter/readers.ts";
import type { Delivery } from "../../reporter/send-letter.ts";
import type { Failure } from "../../transport.ts";
import type { SendFault, Sending } from "../journey.ts";

// What carries a sealed letter or message to the server, however long it takes. Every try sends the same bytes, and
// the same bytes are the same letter.

/** The bytes to carry, or why there are none. */
export type Sealed =
  | { readonly kind: "sealed"; readonly request: Bytes }
  | { readonly kind: "fault"; readonly fault: ReaderFault };

export type Errand = {
  /** Makes the request's bytes; asked again only while there are none, or when their proof of work was refused. */
  readonly seal: () => Promise<Sealed | Failure>;
  readonly deliver: (request: Bytes) => Promise<Delivery>;
  /** Waits so long, or until there is a network again, or the person asks. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly report: (sending: Sending) => void;
};

export type Carried =
  | { readonly kind: "accepted"; readonly releasedOn: PlainDate }
  /** `undecided`: these bytes may have arrived after all; whoever tries again must send them and no others. */
  | { readonly kind: "failed"; readonly fault: SendFault; readonly undecided: Bytes | null };

type Setback = { readonly why: "busy" | "unreachable"; readonly seconds: number };

const unreachableSeconds = [3, 5, 10, 20, 30];
const refusedBusySeconds = 10;
const proofsAtMost = 3;

/**
 * Carries until the letter is accepted, or until something happens that waiting cannot mend. `undecided`: what an
 * earlier carrying left so.
 */
export async function carry(
  { seal, deliver, pause, report }: Errand,
  undecided: Bytes | null = null,
): Promise<Carried> {
  let request = undecided ?? undefined;
  let proofs = 0;
  for (let tries = 0; ; tries++) {
    report({ kind: "under-way", stage: request === undefined ? "preparing" : "delivering" });
    const outcome = request === undefined ? await seal() : await deliver(request);
    if (outcome.kind === "accepted") return outcome;
    if (outcome.kind === "sealed") {
      ({ request } = outcome);
      continue;
    }
    const setback = setbackOf(outcome, tries);
    if (setback !== undefined) {
      report({ kind: "waiting", why: setback.why });
      await pause(setback.seconds);
    } else if (outcome.kind === "refused" && outcome.code === "proof-refused" && ++proofs < proofsAtMost) {
      request = undefined;
    } else {
      const mayHaveArrived = outcome.kind === "unreadable" ? (request ?? null) : null;
      return { kind: "failed", fault: faultOf(outcome), undecided: mayHaveArrived };
    }
  }
}

type Mishap = Exclude<Sealed | Delivery, { kind: "sealed" | "accepted" }>;

/** What passes by itself. */
function setbackOf(mishap: Mishap, tries: number): Setback | undefined {
  const soon = unreachableSeconds[Math.min(tries, unreachableSeconds.length - 1)] ?? refusedBusySeconds;
  if (mishap.kind === "unreachable") return { why: "unreachable", seconds: soon };
  if (mishap.kind === "fault" && mishap.fault === "unreachable") return { why: "unreachable", seconds: soon };
  if (mishap.kind === "busy") return { why: "busy", seconds: mishap.retryAfterSeconds };
  const isBusy = mishap.kind === "refused" && mishap.code === "busy";
  return isBusy ? { why: "busy", seconds: refusedBusySeconds } : undefined;
}

function faultOf(mishap: Mishap): SendFault {
  if (mishap.kind === "fault") return { kind: "key", fault: mishap.fault };
  if (mishap.kind === "refused") return { kind: "refused", code: mishap.code };
  return { kind: "unreadable" };
}
