import { sodiumReady } from "../../../crypto/sodium.ts";
import { answerOrder } from "./ledger-answers.ts";
import { createBook } from "./ledger-book.ts";
import type { LedgerOrder, LedgerReply } from "./ledger.protocol.ts";

// The whole list lives here, in memory, until the page ends this worker: at a lock, or with the page itself.

const book = createBook();
const ready = sodiumReady();

globalThis.addEventListener("message", (event: MessageEvent<LedgerOrder>) => {
  void answer(event.data);
});

/** All wait for the same promise, so they are begun in the order in which they came. */
async function answer(order: LedgerOrder): Promise<void> {
  await ready;
  globalThis.postMessage(await replyTo(order), { transfer: [] });
}

async function replyTo({ number, name, given }: LedgerOrder): Promise<LedgerReply> {
  try {
    return { number, kind: "answer", answer: await answerOrder(book, name, given) };
  } catch {
    return { number, kind: "failed" };
  }
}
