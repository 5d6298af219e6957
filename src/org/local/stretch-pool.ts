import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Stretch } from "../../crypto/receipt.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import type { StretchTask } from "./stretch-pool.worker.ts";

/** Argon2id on every core at once: a ceremony and a demonstration stretch dozens of secrets. */
export type StretchPool = {
  readonly officer: Stretch;
  readonly reporter: Stretch;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly task: StretchTask;
  readonly resolve: (stretched: Bytes) => void;
  readonly reject: (error: Error) => void;
};

/** Starts as many threads as there are cores. `close` ends them. */
export function createStretchPool(): StretchPool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const threads = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL("stretch-pool.worker.ts", import.meta.url)),
  );
  const next = () => {
    const thread = idle.pop();
    if (thread === undefined) return;
    const waiting = queue.shift();
    if (waiting === undefined) {
      idle.push(thread);
      return;
    }
    thread.once("message", (stretched: Bytes) => {
      thread.removeListener("error", waiting.reject);
      waiting.resolve(stretched);
      idle.push(thread);
      next();
    });
    thread.once("error", waiting.reject);
    thread.postMessage(waiting.task);
  };
  idle.push(...threads);
  const stretch =
    (cost: StretchTask["cost"]): Stretch =>
    (password, salt) =>
      new Promise((resolve, reject) => {
        queue.push({ task: { cost, password, salt }, resolve, reject });
        next();
      });
  return {
    officer: stretch("officer"),
    reporter: stretch("reporter"),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
