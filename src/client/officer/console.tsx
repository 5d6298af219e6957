import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { loadWords, type Words } from "../../i18n/officer/words.load.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { Language } from "../../i18n/language.ts";
import { AuditSheet } from "./audit/audit-sheet.tsx";
import { CasePane } from "./case-pane.tsx";
import type { Conductor, Store } from "./conductor.ts";
import { HelpSheet } from "./help-sheet.tsx";
import { Inbox } from "./inbox.tsx";
import { focusLine } from "./focus-line.ts";
import { NoticeBar } from "./notice-bar.tsx";
import { SignIn } from "./sign-in.tsx";
import { SkipLinks } from "./skip-links.tsx";
import type { State } from "./state.ts";
import { Banners, TopBar } from "./top-bar.tsx";
import { type Tools, ToolsContext, useTools } from "./tools.ts";
import { useKeyboard } from "./use-keyboard.ts";
import { useLiveList, useQuestion } from "./use-live-list.ts";

/** A store that tells when it changes. */
export type WatchedStore = Store & { readonly subscribe: (onChange: () => void) => () => void };

export type ConsoleProps = {
  readonly store: WatchedStore;
  readonly conductor: Conductor;
  readonly firstWords: Words;
  readonly isDemo: boolean;
  readonly freeBytes: Tools["freeBytes"];
};

/** The whole page. */
export function Console({ store, conductor, firstWords, isDemo, freeBytes }: ConsoleProps): JSX.Element {
  const state = useStore(store);
  const words = useWords(state.language, firstWords);
  useKeyboard(store, conductor);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  const tools = useMemo(
    () => ({ words, dispatch: store.dispatch, conductor, freeBytes }),
    [words, store, conductor, freeBytes],
  );
  return (
    <ToolsContext.Provider value={tools}>
      {state.session !== null && <SkipLinks open={state.open} cursor={state.cursor} />}
      <TopBar state={state} />
      <Banners state={state} />
      {state.session === null ? <SignIn gate={state.gate} isDemo={isDemo} /> : <Desk state={state} />}
    </ToolsContext.Provider>
  );
}

function Desk({ state }: { readonly state: State }): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  useReturnToList(state);
  useLiveList(conductor);
  useQuestion(state.question, conductor);
  return (
    <>
      <main class="desk" data-pane={state.open === null ? "list" : "case"}>
        <h1 class="visually-hidden">{say("console.part")}</h1>
        <Inbox state={state} />
        <CasePane state={state} />
      </main>
      <NoticeBar notice={state.notice} />
      <AuditSheet state={state} />
      <HelpSheet isShown={state.helpShown} singleKeys={state.singleKeys} />
    </>
  );
}

function useStore(store: WatchedStore): State {
  const [state, setState] = useState(store.get);
  useEffect(
    () =>
      store.subscribe(() => {
        setState(store.get());
      }),
    [store],
  );
  return state;
}

/** The words of a language; until they are there, those of the one before. */
function useWords(language: Language, first: Words): Words {
  const [words, setWords] = useState(first);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      try {
        const loaded = await loadWords(language);
        if (isWanted) setWords(loaded);
      } catch {
        // Not reachable now: the page goes on in the language it has.
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [language]);
  return words;
}

/** When a case is left, the focus goes back to its line. */
function useReturnToList({ open, cursor }: State): void {
  const last = useRef<CaseId | null>(null);
  useEffect(() => {
    if (open === null && last.current !== null) focusLine(last.current, cursor);
    last.current = open?.id ?? null;
  }, [open?.id]);
}
