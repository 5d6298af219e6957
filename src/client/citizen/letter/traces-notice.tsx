import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { AllWords } from "../words.ts";
import { findTraces, type Trace, type TraceKind } from "./traces.ts";

/** Nobody is interrupted while they write: the text is looked at when the keys have rested so long. */
const restMilliseconds = 1200;

/** What was seen in the text that may tell who wrote it, and why. It forbids nothing. */
export function TracesNotice({
  words,
  text,
}: {
  readonly words: AllWords;
  readonly text: string;
}): JSX.Element {
  const { say } = words;
  const traces = useTraces(words, text);
  const kinds = [...new Set(traces.map(({ kind }) => kind))];
  const names = kinds.map((kind) => say(`traces.${kind}`)).join(", ");
  return (
    <>
      {/* Changes only when something of another kind is seen, so that it is read out once and not at every key. */}
      <Live look="visually-hidden">{names === "" ? "" : say("traces.live", { names })}</Live>
      {kinds.length > 0 && (
        <Notice tone="warn">
          <h2 class="notice-title">{say("traces.title")}</h2>
          <ul class="traces">
            {kinds.map((kind) => (
              <Seen key={kind} words={words} kind={kind} traces={traces} />
            ))}
          </ul>
          <p>{say("traces.decide")}</p>
        </Notice>
      )}
    </>
  );
}

function Seen({
  words: { say },
  kind,
  traces,
}: {
  readonly words: AllWords;
  readonly kind: TraceKind;
  readonly traces: readonly Trace[];
}): JSX.Element {
  const excerpts = traces.filter((trace) => trace.kind === kind).map(({ excerpt }) => `“${excerpt}”`);
  return (
    <li>
      <strong>{say(`traces.${kind}`)}</strong>: <span class="trace">{excerpts.join(", ")}</span>
      <br />
      {say(`traces.${kind}.why`)}
    </li>
  );
}

function useTraces({ language }: AllWords, text: string): readonly Trace[] {
  const [traces, setTraces] = useState<readonly Trace[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      setTraces(findTraces(text, language));
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text, language]);
  return traces;
}
