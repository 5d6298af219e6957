import { parentPort } from "node:worker_threads";
import { stretchOfficer, stretchReporterAtOnce } from "../../crypto/argon2.ts";

/** One secret to stretch, at an officer's or a reporter's cost. */
export type StretchTask = {
  readonly cost: "officer" | "reporter";
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
};

parentPort?.on("message", ({ cost, password, salt }: StretchTask) => {
  const stretch = cost === "officer" ? stretchOfficer : stretchReporterAtOnce;
  void stretch(password, salt).then((stretched) => parentPort?.postMessage(stretched));
});
