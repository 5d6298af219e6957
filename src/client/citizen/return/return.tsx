import type { JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ReceiptCode } from "../../../envelope/receipt-code.ts";
import type { Transport } from "../../transport.ts";
import { sayFault, sayKeyFault } from "../sending/faults.ts";
import { useHeadingFocus } from "../heading-focus.ts";
import { createPatience } from "../sending/patience.ts";
import { allWords } from "../words.all.ts";
import type { AllWords, Words } from "../words.ts";
import { CasePage } from "./case.tsx";
import type * as CaseDesk from "./case-desk.ts";
import type { OpenCase, Visit } from "./case-desk.ts";
import { CodePage } from "./code.tsx";
import { Reply } from "./reply.tsx";

type Desk = typeof CaseDesk;
type Trouble = Exclude<Visit, { kind: "open" }> | { readonly kind: "not-loaded" };

/** What lies on the table: nothing yet, or a case with the functions that it was opened with. */
type Table = { readonly opened: OpenCase; readonly desk: Desk } | null;

/** The way back: the code, then the case. */
export function Return({
  words: pageWords,
  transport,
  onNotice,
  onReplying,
  onClose,
}: {
  readonly words: Words;
  readonly transport: Transport;
  readonly onNotice: (notice: string | null) => void;
  readonly onReplying: (isReplying: boolean) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const words = allWords(pageWords);
  const [table, setTable] = useState<Table>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isRefreshed, setRefreshed] = useState(false);
  const patience = useRef(createPatience());
  useHeadingFocus(table === null ? "code" : "case");
  useForgetting(table);
  const look = useCallback(
    (ask: (desk: Desk) => Promise<Visit>, isAgain: boolean) => {
      setBusy(true);
      setTrouble(null);
      setRefreshed(false);
      const go = async () => {
        const [outcome, desk] = await visitUntilAnswered(ask, setTrouble, patience.current.pause);
        setBusy(false);
        if (outcome.kind !== "open" || desk === undefined) {
          setTrouble(outcome.kind === "open" ? { kind: "not-loaded" } : outcome);
          return;
        }
        setTrouble(null);
        setTable({ opened: outcome.opened, desk });
        setRefreshed(isAgain);
        onNotice(outcome.opened.organisation.payload.organisation.notice);
      };
      void go();
    },
    [onNotice],
  );
  const sentence = trouble === null ? null : sayTrouble(words, trouble);
  if (table === null)
    return (
      <CodePage
        words={words}
        isOpening={isBusy}
        trouble={sentence}
        onOpen={(code: ReceiptCode) => {
          look(async (desk) => await desk.visit(transport, code), false);
        }}
        onBack={onClose}
      />
    );
  const { opened, desk } = table;
  const again = () => {
    look(async () => await desk.lookAgain(transport, opened), true);
  };
  return (
    <CasePage
      {...{ words, opened, isRefreshed, onClose }}
      trouble={sentence}
      isLooking={isBusy}
      onLook={again}
    >
      <Reply {...{ words, transport, opened, desk, onReplying }} onSent={again} />
    </CasePage>
  );
}

/** Asks; while the letterbox is busy, asks again by itself. */
async function visitUntilAnswered(
  ask: (desk: Desk) => Promise<Visit>,
  onTrouble: (trouble: Trouble) => void,
  pause: (seconds: number) => Promise<void>,
): Promise<readonly [Visit | Trouble, Desk | undefined]> {
  const desk = await import("./case-desk.ts").catch(() => undefined);
  if (desk === undefined) return [{ kind: "not-loaded" }, undefined];
  for (;;) {
    const visit = await ask(desk);
    if (visit.kind !== "busy") return [visit, desk];
    onTrouble(visit);
    await pause(visit.retryAfterSeconds);
  }
}

function sayTrouble(words: AllWords, trouble: Trouble): string {
  const { say } = words;
  switch (trouble.kind) {
    case "unknown-code":
      return say("code.unknown");
    case "unreadable":
    case "busy":
    case "unreachable":
      return say(`error.${trouble.kind}`);
    case "refused":
      return say(`error.${trouble.code}`);
    case "not-loaded":
      return say("crypto.missing");
    case "fault":
      return typeof trouble.fault === "string"
        ? sayKeyFault(words, trouble.fault)
        : sayFault(words, trouble.fault);
    default:
      return trouble satisfies never;
  }
}

/** The keys of a case are overwritten when it is closed, and those of a look before when there is a newer one. */
function useForgetting(table: Table): void {
  const shown = useRef(table);
  shown.current = table;
  useEffect(
    () => () => {
      const last = shown.current;
      if (last !== null) last.desk.closeCase(last.opened);
    },
    [],
  );
}
