import type { JSX } from "preact";
import { useCallback, useEffect, useReducer, useState } from "preact/hooks";
import type { Language } from "../../i18n/language.ts";
import type { Transport } from "../transport.ts";
import { isDemoBuild, rootGroups } from "../trust.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Frame } from "./frame.tsx";
import { useHeadingFocus } from "./heading-focus.ts";
import { Home } from "./home.tsx";
import { pageKey, type Screen, start, travel, wouldLose } from "./journey.ts";
import { Letter } from "./letter/letter.tsx";
import { type Part, usePart } from "./part.ts";
import { canSeal, Unable } from "./unable.tsx";
import { loadWords, vietnamese, type Words } from "./words.ts";

const loadQuestions = async () => await import("./letter/questions.tsx");
const loadReturn = async () => (await import("./return/return.tsx")).Return;

/** The pages whose code is in the first file; the first question among them, on which somebody in a hurry lands. */
const isWithFirst: ReadonlySet<Screen> = new Set(["home", "unit"]);

/** Time for the first paint to be had before anything else is fetched. */
const afterFirstPaint = 50;

/** The whole page. `onHold` learns whether closing it now would lose something. */
export function App({
  transport,
  onLeave,
  onHold,
}: {
  readonly transport: Transport;
  readonly onLeave: () => void;
  readonly onHold: (wouldLose: boolean) => void;
}): JSX.Element {
  const [words, chooseLanguage] = useWords();
  const [journey, dispatch] = useReducer(travel, start);
  const [isSimulated, setSimulated] = useState(isDemoBuild);
  const [isPainted, setPainted] = useState(false);
  const [isReplying, setReplying] = useState(false);
  const isReturning = journey.screen === "return";
  const [questions, fetchQuestions] = usePart(loadQuestions, isPainted);
  const [comeBack, fetchComeBack] = usePart(loadReturn, isReturning);
  const [part, fetchPart] = isReturning
    ? ([comeBack, fetchComeBack] as const)
    : ([questions, fetchQuestions] as const);
  const isThere = isWithFirst.has(journey.screen) || part.kind === "ready";
  // The first pages are not touched when the next one's code arrives behind them.
  useHeadingFocus(`${pageKey(journey)} ${isThere ? "ready" : part.kind}`);
  useEffect(() => {
    const timer = setTimeout(setPainted, afterFirstPaint, true);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    onHold(wouldLose(journey) || (isReturning && isReplying));
  }, [journey, isReturning, isReplying, onHold]);
  const learnNotice = useCallback((notice: string | null) => {
    setSimulated(isDemoBuild || notice !== null);
  }, []);
  const Return = comeBack.kind === "ready" ? comeBack.value : null;
  return (
    <Frame
      words={words}
      demonstration={isSimulated ? { hasTour: isDemoBuild && journey.screen === "home" } : null}
      onLeave={onLeave}
      onLanguage={chooseLanguage}
    >
      {journey.screen === "home" && (
        <Home
          words={words}
          groups={isPainted ? rootGroups : null}
          onWrite={() => {
            dispatch({ type: "went", to: "unit" });
          }}
          onReturn={() => {
            dispatch({ type: "went", to: "return" });
          }}
        />
      )}
      {journey.screen !== "home" && !canSeal && (
        <Unable
          words={words}
          onBack={() => {
            dispatch({ type: "went", to: "home" });
          }}
        />
      )}
      {canSeal && (isPainted || journey.screen !== "home") && (
        <Letter
          {...{ words, journey, dispatch, transport }}
          later={questions.kind === "ready" ? questions.value : null}
          onNotice={learnNotice}
        />
      )}
      {canSeal && isReturning && Return !== null && (
        <Return
          {...{ words, transport }}
          onNotice={learnNotice}
          onReplying={setReplying}
          onClose={() => {
            dispatch({ type: "went", to: "home" });
          }}
        />
      )}
      {canSeal && !isThere && <Fetching words={words} part={part} onAgain={fetchPart} />}
    </Frame>
  );
}

/** Shown while the screen's own code is still on its way. */
function Fetching({
  words: { say },
  part,
  onAgain,
}: {
  readonly words: Words;
  readonly part: Part<unknown>;
  readonly onAgain: () => void;
}): JSX.Element {
  if (part.kind !== "failed")
    return (
      <h1 class="loading" tabIndex={-1}>
        {say("step.loading")}
      </h1>
    );
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("error.unreachable")}</h1>
      <Notice tone="warn">{say("crypto.missing")}</Notice>
      <Button kind="primary" onPress={onAgain}>
        {say("error.retry")}
      </Button>
    </div>
  );
}

/** The words on the page; the language before stays until another has been fetched. */
function useWords(): [Words, (language: Language) => void] {
  const [words, setWords] = useState(vietnamese);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  const choose = useCallback((language: Language) => {
    loadWords(language).then(setWords, () => undefined);
  }, []);
  return [words, choose];
}
