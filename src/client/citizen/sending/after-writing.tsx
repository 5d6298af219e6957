import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Route } from "../../../domain/routing.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import { groupCount } from "../../../envelope/receipt-code.ts";
import type { CatalogueWords } from "../../../i18n/catalogue/catalogue.ts";
import type { Transport } from "../../transport.ts";
import type { Action, Draft, Journey, SendFault } from "../journey.ts";
import { asksGroupC, basisGroupOf, categoryOf } from "../letter/category.ts";
import type { Directory } from "../letter/directory.ts";
import type { LetterErrand } from "../letter/sealing.ts";
import type { SealingState } from "../letter/use-sealing.ts";
import { allWords } from "../words.all.ts";
import type { AllWords, Words } from "../words.ts";
import { CheckPage } from "./check.tsx";
import { ConfirmPage } from "./confirm.tsx";
import { carry } from "./courier.ts";
import { DonePage } from "./done.tsx";
import { sayFault } from "./faults.ts";
import { createPatience } from "./patience.ts";
import { ReceiptPage } from "./receipt.tsx";
import { createRestCarrier, type RestCarrier } from "./rest.ts";
import { RestStatus } from "./rest-status.tsx";
import { SendingPage } from "./sending.tsx";

type Props = {
  readonly words: Words;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly transport: Transport;
  readonly directory: Directory;
  /** For the last look; null if it never came. */
  readonly catalogue: CatalogueWords | null;
  /** Undefined once the letter is sealed and gone. */
  readonly route: Route | undefined;
  readonly sealing: SealingState;
  readonly beginAgain: () => void;
  readonly onReload: () => void;
};

/** What went wrong, in the words of the page. */
export function sayFaultIn(words: Words, fault: SendFault): string {
  return sayFault(allWords(words), fault);
}

/** Looking once more, sending, the code, its proof that it was noted, and the end. */
export function AfterWriting(props: Props): JSX.Element | null {
  const { journey, dispatch, directory, catalogue, route, onReload } = props;
  const words = allWords(props.words);
  const { send, hurry, sendRest } = useSending(props);
  const { screen, draft } = journey;
  if (screen === "check" && route?.kind === "routed")
    return (
      <CheckPage
        {...{ words, draft, catalogue, dispatch, route }}
        tree={directory.tree}
        onSend={() => {
          dispatch({ type: "sent" });
          send();
        }}
      />
    );
  if (screen === "sending")
    return (
      <SendingPage
        words={words}
        sending={journey.sending}
        onHurry={hurry}
        onRetry={send}
        onBack={(fault) => {
          const isOutdated = isOfDirectory(fault);
          if (isOutdated) onReload();
          dispatch({ type: "went", to: isOutdated ? "route" : "check" });
        }}
      />
    );
  return <Keeping {...{ words, journey, dispatch, directory, hurry, sendRest }} />;
}

/** What another directory may mend: then who reads must be looked at again. */
function isOfDirectory(fault: SendFault): boolean {
  if (fault.kind === "refused") return fault.code === "directory-changed";
  return fault.kind === "key" || fault.kind === "directory";
}

type Sender = {
  readonly send: () => void;
  /** Waits no longer. */
  readonly hurry: () => void;
  /** Tries again what of a long letter did not go. */
  readonly sendRest: () => void;
};

/** Sends once, however often it is asked to while one sending is under way. */
function useSending(props: Props): Sender {
  const patience = useRef(createPatience());
  const isUnderWay = useRef(false);
  const undecided = useRef<Undecided>(null);
  const rest = useRef<RestCarrier | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const send = () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const go = async () => {
      try {
        rest.current = await sendLetter(latest, patience.current.pause, undecided);
      } catch {
        const fault = { kind: "crypto", fault: "missing" } as const;
        props.dispatch({ type: "sending-went-on", sending: { kind: "failed", fault } });
      } finally {
        isUnderWay.current = false;
      }
      sendRest();
    };
    void go();
  };
  const sendRest = () => {
    void rest.current?.go();
  };
  return { send, hurry: patience.current.hurry, sendRest };
}

/** The bytes of a letter that may have arrived, what sealed them, and the draft that they were sealed from. */
type Undecided = {
  readonly draft: Draft;
  readonly request: Bytes;
  readonly errand: LetterErrand;
} | null;

async function sendLetter(
  latest: { readonly current: Props },
  pause: (seconds: number) => Promise<void>,
  undecided: { current: Undecided },
): Promise<RestCarrier | null> {
  const { words, journey, dispatch, transport, route, sealing } = latest.current;
  if (route?.kind !== "routed") return null;
  if (sealing.kind !== "ready") return await waitForSealing(latest, pause, undecided);
  const report = (sending: Journey["sending"]) => {
    dispatch({ type: "sending-went-on", sending });
  };
  const { draft } = journey;
  const left = undecided.current?.draft === draft ? undecided.current : null;
  const onProving = () => {
    report({ kind: "under-way", stage: "proving" });
  };
  const errand =
    left?.errand ??
    sealing.parts.errandFor(transport, sealing.sealing, draft, route, words.language, onProving);
  const carried = await carry({ ...errand, pause, report }, left?.request ?? null);
  undecided.current = null;
  if (carried.kind === "failed") {
    if (carried.undecided !== null) undecided.current = { draft, errand, request: carried.undecided };
    report({ kind: "failed", fault: carried.fault });
    return null;
  }
  const code = sealing.parts.codeOf(sealing.sealing);
  const { releasedOn } = carried;
  const asksC = asksGroupC(latest.current.directory.tree, route);
  const group = basisGroupOf(categoryOf(draft, asksC));
  const rest = errand.rest(releasedOn);
  const receipt = { code, releasedOn, route, group, asked: twoGroups() };
  dispatch({ type: "accepted", receipt, parts: rest?.of ?? 0 });
  if (rest === null) return null;
  return createRestCarrier(rest, pause, (went) => {
    dispatch({ type: "rest-went-on", rest: went });
  });
}

/** Pressed before the cryptography had come: waits for it, or says that it does not come. */
async function waitForSealing(
  latest: { readonly current: Props },
  pause: (seconds: number) => Promise<void>,
  undecided: { current: Undecided },
): Promise<RestCarrier | null> {
  const { dispatch, beginAgain } = latest.current;
  dispatch({ type: "sending-went-on", sending: { kind: "under-way", stage: "preparing" } });
  if (latest.current.sealing.kind === "fault") beginAgain();
  await pause(0.3);
  while (latest.current.sealing.kind === "loading") await pause(0.3);
  const { sealing } = latest.current;
  if (sealing.kind === "ready") return await sendLetter(latest, pause, undecided);
  const fault = sealing.kind === "fault" ? sealing.fault : ({ kind: "crypto", fault: "missing" } as const);
  dispatch({ type: "sending-went-on", sending: { kind: "failed", fault } });
  return null;
}

/** Two different groups, which two nobody knows beforehand. */
function twoGroups(): readonly [number, number] {
  const first = Math.floor(Math.random() * groupCount);
  const second = (first + 1 + Math.floor(Math.random() * (groupCount - 1))) % groupCount;
  return [Math.min(first, second), Math.max(first, second)];
}

/** The code, its proof that it was noted, and the end. */
function Keeping({
  words,
  journey,
  dispatch,
  directory,
  hurry,
  sendRest,
}: {
  readonly words: AllWords;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly directory: Directory;
} & Pick<Sender, "hurry" | "sendRest">): JSX.Element | null {
  const { screen, receipt, rest } = journey;
  const status =
    rest === null ? null : <RestStatus {...{ words, rest }} onHurry={hurry} onRetry={sendRest} />;
  if (screen === "receipt" && receipt !== null)
    return (
      <ReceiptPage
        {...{ words, directory, receipt, status }}
        onNoted={() => {
          dispatch({ type: "noted-code" });
        }}
      />
    );
  if (screen === "confirm" && receipt !== null)
    return <ConfirmPage {...{ words, receipt, journey, dispatch, status }} />;
  if (screen === "done")
    return (
      <DonePage
        words={words}
        onHome={() => {
          dispatch({ type: "went", to: "home" });
        }}
      />
    );
  return null;
}
