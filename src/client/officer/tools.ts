import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SealedFact } from "../../domain/case/case.sealed.ts";
import type { Words } from "../../i18n/officer/words.load.ts";
import type { Conductor, Store } from "./conductor.ts";

/** What every pane needs: the words, and whom to tell what was pressed. */
export type Tools = {
  readonly words: Words;
  readonly dispatch: Store["dispatch"];
  readonly conductor: Conductor;
  /** Bytes that are still free in what is sealed with an act. */
  readonly freeBytes: (text: string, fact: SealedFact | null) => number;
};

export const ToolsContext = createContext<Tools | null>(null);

/** The tools of the pane. Throws outside the console. */
export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (tools === null) throw new Error("no tools");
  return tools;
}
