import "../verified-import.ts";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/controls.css";
import "./officer.css";
import { render } from "preact";
import { loadWords } from "../../i18n/officer/words.load.ts";
import { isDemoBuild, trust } from "../trust.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { createConductor, type Enter } from "./conductor.ts";
import { Console, type WatchedStore } from "./console.tsx";
import { watchIdle } from "./idle.ts";
import type { Ledger } from "./ledger/ledger.protocol.ts";
import { startLedger } from "./ledger/ledger.ts";
import type { Entrance } from "./office.ts";
import { initialState, reduce } from "./reducer.ts";
import { StretchError, stretchInWorker } from "./stretch.ts";
import type { Tools } from "./tools.ts";

// The cryptography comes while the officer types.
let loading = import("./office.ts");
let countFree: Tools["freeBytes"] | undefined;

async function loadOffice() {
  const office = await loading.catch(async () => {
    loading = import("./office.ts");
    return await loading;
  });
  countFree = office.freeBytes;
  return office;
}

// The list's worker starts beside the sign-in page, so that it is there when the passphrase is through.
let waitingLedger: Ledger | null = startLedger();

/** Lets somebody in with a ledger of their own, which ends with the office, or at once if nobody comes in. */
async function withLedger(knock: (ledger: Ledger) => Promise<Entrance>): Promise<Entrance> {
  const ledger = waitingLedger ?? startLedger();
  waitingLedger = null;
  const entrance = await attempt(async () => await knock(ledger));
  if (entrance.kind === "problem") ledger.end();
  return entrance;
}

const transport = { origin: location.origin, fetch: fetch.bind(globalThis) };

/** What goes wrong before anybody has answered. */
async function attempt(knock: () => Promise<Entrance>): Promise<Entrance> {
  try {
    return await knock();
  } catch (error) {
    return { kind: "problem", problem: error instanceof StretchError ? "cannot-stretch" : "unreachable" };
  }
}

const enter: Enter = {
  byPassphrase: async ({ loginName, passphrase, deviceDay }, onProven) =>
    await withLedger(async (ledger) => {
      const office = await loadOffice();
      const stretch: Stretch = async (...given) => {
        const stretched = await stretchInWorker(...given);
        onProven();
        return stretched;
      };
      return await office.enterOffice(
        transport,
        trust,
        deviceDay,
        { loginName, passphrase },
        stretch,
        ledger,
      );
    }),
  byPasskey: async (deviceDay, onProven) =>
    await withLedger(async (ledger) => {
      const office = await loadOffice();
      return await office.enterByPasskey(transport, trust, deviceDay, stretchInWorker, ledger, onProven);
    }),
};

function createStore(): WatchedStore {
  let state = initialState;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    dispatch: (event) => {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const watcher of watchers) watcher();
    },
    subscribe: (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

const store = createStore();
const freeBytes: Tools["freeBytes"] = (text, fact) => countFree?.(text, fact) ?? 0;
const conductor = createConductor(store, enter, freeBytes);

watchIdle((idle) => {
  store.dispatch({ type: "locks-soon", soon: idle === "warn" });
  if (idle === "over") conductor.leave("idle");
});
// What is half-written lives in this page alone, also behind the lock: it outlives neither a reload nor a closed tab.
addEventListener("beforeunload", (event) => {
  if (conductor.wouldLose()) event.preventDefault();
});
// A page that is put aside must not be brought back with keys and letters in it.
addEventListener("pagehide", () => {
  conductor.leave("locked");
});

async function show(root: HTMLElement): Promise<void> {
  const firstWords = await loadWords("vi");
  render(
    <Console
      store={store}
      conductor={conductor}
      firstWords={firstWords}
      isDemo={isDemoBuild}
      freeBytes={freeBytes}
    />,
    root,
  );
}

const root = document.getElementById("console");
if (root !== null) void show(root);
