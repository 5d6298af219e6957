import { argon2idAsync } from "@noble/hashes/argon2.js";
import type { Bytes } from "../envelope/bytes.ts";

/**
 * Floors that are compiled in: no server can talk a client into less. Memory in KiB.
 */
export const reporterCost = { memory: 65_536, passes: 3 } as const;
export const officerCost = { memory: 262_144, passes: 3 } as const;

/** So long at a time, in milliseconds, may the person's keystrokes wait. */
const slice = 12;

/**
 * Argon2id of a receipt code (RFC 9106, 64 MiB, 3 passes, one lane, 32 bytes), in slices between which the page
 * goes on: citizen pages have no workers. Slower than `stretchReporterAtOnce`, with the same result.
 */
export async function stretchReporterInSlices(
  password: Uint8Array,
  salt: Uint8Array,
  onProgress: (done: number) => void = () => undefined,
): Promise<Bytes> {
  const { memory, passes } = reporterCost;
  const options = { m: memory, t: passes, p: 1, dkLen: 32, asyncTick: slice, onProgress };
  return new Uint8Array(await inBackground(async () => await argon2idAsync(password, salt, options)));
}

/** A stretching in slices that can be hurried once somebody waits for it. */
export type PatientStretch = {
  readonly stretch: (password: Uint8Array, salt: Uint8Array) => Promise<Bytes>;
  readonly hurry: () => void;
};

/** So much of the work must be left that beginning anew in one go is sooner: it is three to four times as fast. */
const worthBeginningAnew = 0.4;

/** Stretches one code behind everything else; hurried, it is done in one go, unless the slices are nearly through. */
export function createPatientStretch(): PatientStretch {
  let done = 0;
  let isHurried = false;
  let giveUpSlices: () => void = () => undefined;
  let isQuickThere = false;
  const stretch = async (password: Uint8Array, salt: Uint8Array): Promise<Bytes> => {
    // Fetched by everybody and beforehand: whoever is in a hurry must not depend on the line, nor be seen to be.
    import("hash-wasm").then(
      () => (isQuickThere = true),
      () => (isQuickThere = false),
    );
    const hurried = new Promise<null>((resolve) => {
      giveUpSlices = () => {
        resolve(null);
      };
    });
    const slices = stretchReporterInSlices(password, salt, (progress) => {
      done = progress;
      if (isHurried) throw new GivenUp();
    }).catch((error: unknown) => {
      if (error instanceof GivenUp) return null;
      throw error;
    });
    return (await Promise.race([slices, hurried])) ?? (await stretchReporterAtOnce(password, salt));
  };
  const hurry = () => {
    // Without the quick way the slices go on: they need nothing more.
    if (!isQuickThere || isHurried || 1 - done < worthBeginningAnew) return;
    isHurried = true;
    giveUpSlices();
  };
  return { stretch, hurry };
}

/** What ends the slices from within: the library has no other way to be stopped. */
class GivenUp extends Error {
  override readonly name = "GivenUp";
}

/**
 * Behind everything else that the page has to do. The library gives way by `scheduler.yield`, which otherwise comes
 * back before every timer and every answer from the network: on a slow telephone they waited until the end.
 */
async function inBackground<Value>(work: () => Promise<Value>): Promise<Value> {
  const { scheduler } = globalThis as { readonly scheduler?: BackgroundScheduler };
  // Browsers without it give way by timers, which wait their turn.
  if (scheduler?.postTask === undefined) return await work();
  return await scheduler.postTask(work, { priority: "background" });
}

type BackgroundScheduler = {
  readonly postTask?: <Value>(
    work: () => Promise<Value>,
    options: { readonly priority: "background" },
  ) => Promise<Value>;
};

/** The same in one go: three to four times as fast, and the page stands still meanwhile. */
export async function stretchReporterAtOnce(password: Uint8Array, salt: Uint8Array): Promise<Bytes> {
  return await stretchAtOnce(password, salt, reporterCost);
}

/** Argon2id of an officer's passphrase, 256 MiB, 3 passes: run it in a worker. */
export async function stretchOfficer(password: Uint8Array, salt: Uint8Array): Promise<Bytes> {
  return await stretchAtOnce(password, salt, officerCost);
}

async function stretchAtOnce(
  password: Uint8Array,
  salt: Uint8Array,
  cost: { readonly memory: number; readonly passes: number },
): Promise<Bytes> {
  const { argon2id } = await import("hash-wasm");
  const stretched = await argon2id({
    password,
    salt,
    iterations: cost.passes,
    memorySize: cost.memory,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(stretched);
}
