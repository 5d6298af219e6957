import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Transport } from "../../transport.ts";
import type { SendFault } from "../journey.ts";
import type { Directory } from "./directory.ts";
import type * as SealingParts from "./sealing.ts";
import type { Sealing } from "./sealing.ts";

type Module = typeof SealingParts;

export type SealingState =
  | { readonly kind: "idle" | "loading" }
  /** `parts`: the functions of the chunk that has been fetched. */
  | { readonly kind: "ready"; readonly sealing: Sealing; readonly parts: Module }
  | { readonly kind: "fault"; readonly fault: SendFault };

const missing: SealingState = { kind: "fault", fault: { kind: "crypto", fault: "missing" } };

/**
 * Fetches the cryptography and prepares a letter once somebody has begun to write; begins anew under another
 * directory; gives the letter up when the journey is over.
 */
export function useSealing(
  transport: Transport,
  directory: Directory | undefined,
  progress: { readonly hasBegun: boolean; readonly isOver: boolean },
): [SealingState, () => void] {
  const [state, setState] = useState<SealingState>({ kind: "idle" });
  const round = useRef(0);
  const usedText = useRef<string | undefined>(undefined);
  const begin = useCallback(() => {
    if (directory === undefined) return;
    round.current += 1;
    const mine = round.current;
    usedText.current = directory.text;
    const settle = (outcome: SealingState) => {
      if (mine === round.current) setState(outcome);
      else giveUp(outcome);
    };
    setState((before) => {
      giveUp(before);
      return { kind: "loading" };
    });
    prepare(transport, directory).then(settle, () => {
      settle(missing);
    });
  }, [transport, directory]);
  const isStale = directory !== undefined && usedText.current !== directory.text;
  useEffect(() => {
    if (progress.isOver && state.kind !== "idle") {
      round.current += 1;
      giveUp(state);
      setState({ kind: "idle" });
    } else if (progress.hasBegun && (state.kind === "idle" || isStale)) begin();
  }, [progress.hasBegun, progress.isOver, isStale, state, begin]);
  return [state, begin];
}

function giveUp(state: SealingState): void {
  if (state.kind === "ready") state.parts.stopSealing(state.sealing);
}

async function prepare(transport: Transport, directory: Directory): Promise<SealingState> {
  const parts = await import("./sealing.ts");
  const outcome = await parts.startSealing(transport, directory.text);
  return outcome.kind === "fault" ? outcome : { kind: "ready", sealing: outcome.sealing, parts };
}
