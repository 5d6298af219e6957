// oxlint-disable-next-line import/default -- Vite makes this export: the address of the built worker.
import ledgerUrl from "./ledger/ledger.worker.ts?worker&url";
// oxlint-disable-next-line import/default -- Vite makes this export: the address of the built worker.
import stretchUrl from "./stretch.worker.ts?worker&url";

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

const own: readonly string[] = [ledgerUrl, stretchUrl];

/**
 * The one Trusted Types policy of the officers' pages. It lets two addresses pass, those of their workers; the header
 * names it, so no second one can be made.
 */
const policy: ScriptUrlPolicy | undefined = (
  globalThis as { readonly trustedTypes?: TrustedTypes }
).trustedTypes?.createPolicy("hop-thu-worker", {
  createScriptURL(url) {
    if (!own.includes(url)) throw new TypeError("another script");
    return url;
  },
});

/** The address of one of our workers, as a script that may run. Throws TypeError for any other. */
export function createScriptUrl(url: string): string {
  return policy?.createScriptURL(url) ?? url;
}
