import { createScriptUrl } from "../worker-policy.ts";
import type { Ledger, LedgerOrderName, LedgerOrders, LedgerReply } from "./ledger.protocol.ts";
// oxlint-disable-next-line import/default -- Vite makes this export: the address of the built worker.
import workerUrl from "./ledger.worker.ts?worker&url";

/** A ledger in a worker of its own. It loads at once, so that it is there when the passphrase is through. */
export function startLedger(): Ledger {
  const worker = new Worker(createScriptUrl(workerUrl), { type: "module" });
  const waiting = new Map<number, (answer: never) => void>();
  let last = 0;
  let ended = false;
  const end = () => {
    ended = true;
    worker.terminate();
    for (const resolve of waiting.values()) resolve(undefined as never);
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<LedgerReply>) => {
    const resolve = waiting.get(data.number);
    waiting.delete(data.number);
    resolve?.((data.kind === "answer" ? data.answer : undefined) as never);
  });
  worker.addEventListener("error", end);
  return {
    ask: async <Name extends LedgerOrderName>(name: Name, given: LedgerOrders[Name]["given"]) => {
      if (ended) return undefined;
      const number = ++last;
      return await new Promise<LedgerOrders[Name]["answer"] | undefined>((resolve) => {
        waiting.set(number, resolve);
        // Bytes go over whole, without a copy; all else is copied.
        worker.postMessage({ number, name, given }, "bytes" in given ? [given.bytes] : []);
      });
    },
    end,
  };
}
