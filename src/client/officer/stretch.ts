// oxlint-disable-next-line import/default -- Vite makes this export: the address of the built worker.
import workerUrl from "./stretch.worker.ts?worker&url";

/** The browser could not compute the key: too little memory, or no WebAssembly. */
export class StretchError extends Error {
  override readonly name = "StretchError";
}

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

/**
 * The one Trusted Types policy of the officers' pages. It lets one address pass, that of the worker below; the
 * header names it, so no second one can be made.
 */
const policy: ScriptUrlPolicy | undefined = (
  globalThis as { readonly trustedTypes?: TrustedTypes }
).trustedTypes?.createPolicy("hop-thu-worker", {
  createScriptURL(url) {
    if (url !== workerUrl) throw new StretchError("another script");
    return url;
  },
});

/** Argon2id of a passphrase in a worker of its own, so that the page goes on. Throws StretchError. */
export async function stretchInWorker(
  password: Uint8Array,
  salt: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: "module" });
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
