import { createScriptUrl } from "../worker-policy.ts";
import type { Ledger, LedgerOrderName, LedgerOrders, LedgerReply } from "./ledger.protocol.ts";
// oxlint-disable-next-line import/default -- Vite makes this export: the address of the built worker.
import workerUrl from "./ledger.worker.ts?worker&url";

/** The ledger did not start, or failed at what must not fail. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
}

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

/** A ledger in a worker of its own. It loads at once, so that it is there when the passphrase is through. */
export function startLedger(): Ledger {
  const worker = new Worker(createScriptUrl(workerUrl), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended = false;
  const end = () => {
    ended = true;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new LedgerError("ended"));
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<LedgerReply>) => {
    const asker = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.kind === "failed") asker?.reject(new LedgerError("failed"));
    else asker?.resolve(data.answer as never);
  });
  worker.addEventListener("error", end);
  return {
    ask: async <Name extends LedgerOrderName>(name: Name, given: LedgerOrders[Name]["given"]) => {
      const number = ++last;
      return await new Promise<LedgerOrders[Name]["answer"]>((resolve, reject) => {
        if (ended) {
          reject(new LedgerError("ended"));
          return;
        }
        waiting.set(number, { resolve, reject });
        // Bytes go over whole, without a copy; all else is copied.
        worker.postMessage({ number, name, given }, "bytes" in given ? [given.bytes] : []);
      });
    },
    end,
  };
}
