import type { Webhook } from "./platform.ts";

const patience = 10_000;

/** `Webhook` over the runtime's `fetch`. */
export function createFetchWebhook(milliseconds: number = patience): Webhook {
  return {
    async post({ url, headers, body }) {
      const signal = AbortSignal.timeout(milliseconds);
      try {
        const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
        await response.body?.cancel();
        return response.ok ? "sent" : "refused";
      } catch {
        return signal.aborted ? "timed-out" : "unreachable";
      }
    },
  };
}
