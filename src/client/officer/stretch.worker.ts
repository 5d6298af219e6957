import { stretchOfficer } from "../../crypto/argon2.ts";

// A quarter of a gigabyte and two seconds: here the page stays alive meanwhile. Gone when it has answered.
globalThis.addEventListener("message", (event: MessageEvent<StretchRequest>) => {
  void answer(event.data);
});

type StretchRequest = { readonly password: Uint8Array; readonly salt: Uint8Array };

async function answer({ password, salt }: StretchRequest): Promise<void> {
  try {
    globalThis.postMessage(await stretchOfficer(password, salt), { transfer: [] });
  } catch {
    globalThis.postMessage(null, { transfer: [] });
  }
}
