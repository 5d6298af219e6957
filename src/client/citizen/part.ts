import { useCallback, useEffect, useState } from "preact/hooks";

/** A part of the page that is fetched when it is wanted. */
export type Part<Value> =
  | { readonly kind: "absent" | "loading" | "failed" }
  | { readonly kind: "ready"; readonly value: Value };

/** Fetches a part as soon as it is wanted, and again when asked to. What was fetched stays. */
export function usePart<Value>(load: () => Promise<Value>, isWanted: boolean): [Part<Value>, () => void] {
  const [part, setPart] = useState<Part<Value>>({ kind: "absent" });
  const fetch = useCallback(() => {
    setPart({ kind: "loading" });
    void fetched(load).then(setPart);
  }, [load]);
  useEffect(() => {
    if (isWanted && part.kind === "absent") fetch();
  }, [isWanted, part.kind, fetch]);
  return [part, fetch];
}

async function fetched<Value>(load: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { kind: "ready", value: await load() };
  } catch {
    return { kind: "failed" };
  }
}
