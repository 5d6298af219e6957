import { useEffect, useRef } from "preact/hooks";
import type { Conductor } from "./conductor.ts";
import type { LedgerQuestion } from "./ledger/ledger.protocol.ts";

/** So often a desk that somebody looks at asks what is new: two officers see each other's acts within three seconds. */
const lookEvery = 2000;

/** Looks for changes while the page is on the screen, and at once when it comes back to it. */
export function useLiveList(conductor: Conductor): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") conductor.lookForChanges();
    };
    const timer = setInterval(look, lookEvery);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [conductor]);
}

/** Shows another part of the list as soon as another is asked for. */
export function useQuestion(question: LedgerQuestion, conductor: Conductor): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) conductor.look();
    isFirst.current = false;
  }, [conductor, question]);
}
