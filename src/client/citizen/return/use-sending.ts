import { useRef, useState } from "preact/hooks";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import type { WrittenDeed } from "../../reporter/seal-deed.ts";
import type { Transport } from "../../transport.ts";
import type { Sending } from "../journey.ts";
import { type Carried, carry } from "../sending/courier.ts";
import { createPatience } from "../sending/patience.ts";
import type * as CaseDesk from "./case-desk.ts";
import type { OpenCase } from "./case-desk.ts";

type Desk = typeof CaseDesk;

/** How the sending of a deed stands, and what can be done about it. */
export type DeedSending = {
  readonly sending: Sending;
  readonly isBusy: boolean;
  /** The release of what was sent last; null: nothing yet. */
  readonly sentFor: PlainDate | null;
  readonly send: (opened: OpenCase, written: WrittenDeed) => void;
  /** The person does not want to wait any longer. */
  readonly hurry: () => void;
  /** Lets go of what is said about the last try. */
  readonly forget: () => void;
};

/** Sends one deed at a time, once, however often it is asked to. */
export function useDeedSending(
  transport: Transport,
  desk: Desk | undefined,
  onSent: (written: WrittenDeed) => void,
): DeedSending {
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const [sentFor, setSentFor] = useState<PlainDate | null>(null);
  const patience = useRef(createPatience());
  const isUnderWay = useRef(false);
  // Bytes that may have arrived after all: whoever tries the same deed again must send them and no others.
  const undecided = useRef<{ readonly key: string; readonly request: Bytes } | null>(null);
  const send = (opened: OpenCase, written: WrittenDeed) => {
    if (isUnderWay.current || desk === undefined) return;
    isUnderWay.current = true;
    setSentFor(null);
    const key = JSON.stringify(written);
    const go = async () => {
      const errand = desk.deedErrand(transport, opened, written);
      const left = undecided.current?.key === key ? undecided.current.request : null;
      const carried = await carry(
        { ...errand, pause: patience.current.pause, report: setSending },
        left,
      ).catch(withoutParts);
      isUnderWay.current = false;
      undecided.current =
        carried.kind === "failed" && carried.undecided !== null ? { key, request: carried.undecided } : null;
      if (carried.kind === "failed") {
        setSending(carried);
        return;
      }
      setSending({ kind: "idle" });
      setSentFor(carried.releasedOn);
      onSent(written);
    };
    void go();
  };
  return {
    sending,
    isBusy: sending.kind === "under-way" || sending.kind === "waiting",
    sentFor,
    send,
    hurry: () => {
      patience.current.hurry();
    },
    forget: () => {
      if (!isUnderWay.current) setSending({ kind: "idle" });
    },
  };
}

/** Something of the cryptography did not come, or this browser cannot do it: nothing was sent, and it can be tried again. */
function withoutParts(): Carried {
  return { kind: "failed", fault: { kind: "crypto", fault: "missing" }, undecided: null };
}
