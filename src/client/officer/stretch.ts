// oxlint-disable-next-line import/default -- Vite makes this export: the address of the built worker.
import workerUrl from "./stretch.worker.ts?worker&url";
import { createScriptUrl } from "./worker-policy.ts";

/** The browser could not compute the key: too little memory, or no WebAssembly. */
export class StretchError extends Error {
  override readonly name = "StretchError";
}

/** Argon2id of a passphrase in a worker of its own, so that the page goes on. Throws StretchError. */
export async function stretchInWorker(
  password: Uint8Array,
  salt: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(createScriptUrl(workerUrl), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | null>) => {
        if (data === null) reject(new StretchError("not enough memory"));
        else resolve(data);
      });
      worker.addEventListener("error", () => {
        reject(new StretchError("worker did not start"));
      });
      worker.postMessage({ password, salt }, []);
    });
  } finally {
    worker.terminate();
  }
}
