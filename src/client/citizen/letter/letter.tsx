import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Transport } from "../../transport.ts";
import type { Action, Journey } from "../journey.ts";
import type { Words } from "../words.ts";
import { type Directory, type Loaded, loadDirectory } from "./directory.ts";
import { Reader } from "./page.tsx";
import type * as Later from "./questions.tsx";
import { UnitPage } from "./unit.tsx";

type Props = {
  readonly words: Words;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly transport: Transport;
  /** What the organisation says of itself: that it is a demonstration, or null. */
  readonly onNotice: (notice: string | null) => void;
  /** The questions after the first, and what reads each out; null until their code is there. */
  readonly later: typeof Later | null;
};

/** The journey of writing. Mounted all the time, so that nothing is lost between. */
export function Letter(props: Props): JSX.Element | null {
  const { words, journey, dispatch, transport, onNotice, later } = props;
  const [directory, reload] = useDirectory(transport, onNotice);
  return (
    <Reader.Provider value={later?.Aloud ?? null}>
      {journey.screen === "unit" && (
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
      )}
      {later !== null && (
        <later.Questions
          {...{ words, journey, dispatch, transport }}
          directory={directory.kind === "ready" ? directory.value : undefined}
          onReload={reload}
        />
      )}
    </Reader.Provider>
  );
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
    const fetch = async () => {
      settle("loading");
      const value = await loadDirectory(transport);
      if (value === undefined) settle("missing");
      else {
        setDirectory({ kind: "ready", value });
        onNotice(value.payload.organisation.notice);
      }
    };
    void fetch();
  }, [transport, onNotice]);
  useEffect(load, [load]);
  return [directory, load];
}
