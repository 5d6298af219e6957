import "../verified-import.ts";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/controls.css";
import "./officer.css";
import { render } from "preact";
import { loadWords } from "../../i18n/officer/words.load.ts";
import { isDemoBuild, trust } from "../trust.ts";
import { createConductor, type Enter } from "./conductor.ts";
import { Console, type WatchedStore } from "./console.tsx";
import { watchIdle } from "./idle.ts";
import { initialState, reduce } from "./reducer.ts";
import { StretchError, stretchInWorker } from "./stretch.ts";
import type { Tools } from "./tools.ts";

// The cryptography comes while the officer types.
let loading = import("./office.ts");
let countFree: Tools["freeBytes"] | undefined;

async function loadOffice() {
  try {
    return await loading;
  } catch {
    loading = import("./office.ts");
    return await loading;
  }
}

const enter: Enter = async ({ loginName, passphrase, deviceDay }, onStretched) => {
  try {
    const office = await loadOffice();
    countFree = office.freeBytes;
    const transport = { origin: location.origin, fetch: fetch.bind(globalThis) };
    return await office.enterOffice(
      transport,
      trust,
      deviceDay,
      { loginName, passphrase },
      async (...given) => {
        const stretched = await stretchInWorker(...given);
        onStretched();
        return stretched;
      },
    );
  } catch (error) {
    return { kind: "problem", problem: error instanceof StretchError ? "cannot-stretch" : "unreachable" };
  }
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
const conductor = createConductor(store, enter);

watchIdle((idle) => {
  store.dispatch({ type: "locks-soon", soon: idle === "warn" });
  if (idle === "over") conductor.leave("idle");
});
// A page that is put aside must not be brought back with keys and letters in it.
addEventListener("pagehide", () => {
  conductor.leave("locked");
});

async function show(root: HTMLElement): Promise<void> {
  const firstWords = await loadWords("vi");
  const freeBytes: Tools["freeBytes"] = (text, fact) => countFree?.(text, fact) ?? 0;
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
