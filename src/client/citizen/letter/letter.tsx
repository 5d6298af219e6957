import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { groupCount } from "../../../envelope/receipt-code.ts";
import type { Transport } from "../../transport.ts";
import { carry } from "../courier.ts";
import type { Action, DraftFault, Journey, Screen, SendFault } from "../journey.ts";
import { createPatience } from "../patience.ts";
import type { Words } from "../words.ts";
import { CheckPage } from "./check.tsx";
import { ConfirmPage } from "./confirm.tsx";
import { type Directory, loadDirectory } from "./directory.ts";
import { DonePage } from "./done.tsx";
import { ReceiptPage } from "./receipt.tsx";
import { RoutePage } from "./route.tsx";
import { routeOf } from "./route.view.ts";
import { SendingPage } from "./sending.tsx";
import { UnitPage } from "./unit.tsx";
import { type SealingState, useSealing } from "./use-sealing.ts";
import { WhomPage } from "./whom.tsx";
import { WritePage } from "./write.tsx";

/** Something that was asked for from the server. */
export type Loaded<Value> =
  | { readonly kind: "loading" | "missing" }
  | { readonly kind: "ready"; readonly value: Value };

type Props = {
  readonly words: Words;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly transport: Transport;
  /** What the organisation says of itself: that it is a demonstration, or null. */
  readonly onNotice: (notice: string | null) => void;
};

/** Screens on which a letter is being made. */
const making: ReadonlySet<Screen> = new Set(["unit", "whom", "route", "write", "check", "sending"]);

/** The journey of writing, from the unit to the noted code. Mounted all the time, so that nothing is lost between. */
export function Letter(props: Props): JSX.Element | null {
  const { words, journey, dispatch, transport, onNotice } = props;
  const [directory, reload] = useDirectory(transport, onNotice);
  const known = directory.kind === "ready" ? directory.value : undefined;
  const { screen, draft } = journey;
  const isOver = !making.has(screen);
  const hasBegun = !isOver && draft.text !== "";
  const [sealing, beginAgain] = useSealing(transport, known, { hasBegun, isOver });
  const route = useMemo(() => (known === undefined ? undefined : routeOf(known.tree, draft)), [known, draft]);
  if (screen === "unit")
    return (
      <UnitPage
        words={words}
        directory={directory}
        onReload={reload}
        onChoose={(unit) => {
          dispatch({ type: "chose-unit", unit });
        }}
        onBack={() => {
          dispatch({ type: "went-back" });
        }}
      />
    );
  if (known === undefined) return null;
  if (screen === "whom") return <WhomPage {...{ words, journey, dispatch }} tree={known.tree} />;
  if (route !== undefined && screen === "route")
    return <RoutePage {...{ words, journey, dispatch, route }} directory={known} />;
  if (route?.kind === "routed")
    return <Making {...props} {...{ directory: known, route, sealing, beginAgain }} onReload={reload} />;
  return <Keeping {...props} directory={known} />;
}

function useDirectory(
  transport: Transport,
  onNotice: (notice: string | null) => void,
): [Loaded<Directory>, () => void] {
  const [directory, setDirectory] = useState<Loaded<Directory>>({ kind: "loading" });
  const load = useCallback(() => {
    // What is there stays until something newer has come.
    const settle = (kind: "loading" | "missing") => {
      setDirectory((before) => (before.kind === "ready" ? before : { kind }));
    };
    settle("loading");
    loadDirectory(transport).then(
      (value) => {
        if (value === undefined) settle("missing");
        else {
          setDirectory({ kind: "ready", value });
          onNotice(value.payload.organisation.notice);
        }
      },
      () => {
        settle("missing");
      },
    );
  }, [transport, onNotice]);
  useEffect(load, [load]);
  return [directory, load];
}

type MakingProps = Props & {
  readonly directory: Directory;
  readonly route: Extract<ReturnType<typeof routeOf>, { kind: "routed" }>;
  readonly sealing: SealingState;
  readonly beginAgain: () => void;
  readonly onReload: () => void;
};

/** Writing, checking, sending. */
function Making(props: MakingProps): JSX.Element | null {
  const { words, journey, dispatch, directory, route, sealing, beginAgain, onReload } = props;
  const { screen, draft } = journey;
  const [send, hurry] = useSending(props);
  const room =
    sealing.kind === "ready"
      ? sealing.parts.roomFor(sealing.sealing, draft, route, words.language)
      : undefined;
  if (screen === "write")
    return (
      <WritePage
        {...{ words, journey, dispatch, sealing, room }}
        onAgain={beginAgain}
        onContinue={() => {
          if (sealing.kind === "fault" && draft.text.trim() !== "") beginAgain();
          else dispatch({ type: "settled-text", fault: draftFault(sealing, draft.text, room?.free ?? 0) });
        }}
      />
    );
  if (screen === "check")
    return (
      <CheckPage
        {...{ words, draft, dispatch, route }}
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
  return <Keeping {...props} />;
}

/** What another directory may mend: then who reads must be looked at again. */
function isOfDirectory(fault: SendFault): boolean {
  if (fault.kind === "refused") return fault.code === "directory-changed";
  return fault.kind === "key" || fault.kind === "directory";
}

function draftFault(sealing: SealingState, text: string, free: number): DraftFault | null {
  if (text.trim() === "") return "text-required";
  if (free < 0) return { tooLongBy: -free };
  const holdsCode = sealing.kind === "ready" && sealing.parts.holdsCode(sealing.sealing, text);
  return holdsCode ? "has-code" : null;
}

/** Sends once, however often it is asked to while one sending is under way. */
function useSending(props: MakingProps): [() => void, () => void] {
  const patience = useRef(createPatience());
  const isUnderWay = useRef(false);
  const latest = useRef(props);
  latest.current = props;
  const send = () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    sendLetter(latest, patience.current.pause).then(
      () => {
        isUnderWay.current = false;
      },
      () => {
        isUnderWay.current = false;
        const fault = { kind: "crypto", fault: "missing" } as const;
        props.dispatch({ type: "sending-went-on", sending: { kind: "failed", fault } });
      },
    );
  };
  return [send, patience.current.hurry];
}

async function sendLetter(
  latest: { readonly current: MakingProps },
  pause: (seconds: number) => Promise<void>,
): Promise<void> {
  const { words, journey, dispatch, transport, route, sealing } = latest.current;
  if (sealing.kind !== "ready") {
    await waitForSealing(latest, pause);
    return;
  }
  const report = (sending: Journey["sending"]) => {
    dispatch({ type: "sending-went-on", sending });
  };
  const errand = sealing.parts.errandFor(
    transport,
    sealing.sealing,
    journey.draft,
    route,
    words.language,
    () => {
      report({ kind: "under-way", stage: "proving" });
    },
  );
  const carried = await carry({ ...errand, pause, report });
  if (carried.kind === "failed") {
    report({ kind: "failed", fault: carried.fault });
    return;
  }
  const code = sealing.parts.codeOf(sealing.sealing);
  const { releasedOn } = carried;
  dispatch({ type: "accepted", receipt: { code, releasedOn, route, asked: twoGroups() } });
}

/** Pressed before the cryptography had come: waits for it, or says that it does not come. */
async function waitForSealing(
  latest: { readonly current: MakingProps },
  pause: (seconds: number) => Promise<void>,
): Promise<void> {
  const { dispatch, beginAgain } = latest.current;
  dispatch({ type: "sending-went-on", sending: { kind: "under-way", stage: "preparing" } });
  if (latest.current.sealing.kind === "fault") beginAgain();
  await pause(0.3);
  while (latest.current.sealing.kind === "loading") await pause(0.3);
  const { sealing } = latest.current;
  if (sealing.kind === "ready") await sendLetter(latest, pause);
  else {
    const fault = sealing.kind === "fault" ? sealing.fault : ({ kind: "crypto", fault: "missing" } as const);
    dispatch({ type: "sending-went-on", sending: { kind: "failed", fault } });
  }
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
}: Props & { readonly directory: Directory }): JSX.Element | null {
  const { screen, receipt } = journey;
  if (screen === "receipt" && receipt !== null)
    return (
      <ReceiptPage
        {...{ words, directory, receipt }}
        onNoted={() => {
          dispatch({ type: "noted-code" });
        }}
      />
    );
  if (screen === "confirm" && receipt !== null)
    return <ConfirmPage {...{ words, receipt, journey, dispatch }} />;
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
