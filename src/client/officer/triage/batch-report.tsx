import type { JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import { sayObstacle } from "../obstacle-words.ts";
import { useTools } from "../tools.ts";
import type { Batch, BatchResult } from "./batch.ts";

/** How far a run is, and at its end which cases went and which did not, and why. */
export function BatchReport({ batch }: { readonly batch: Batch }): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say, language } = words;
  const format = (value: number) => formatNumber(language, value);
  const done = batch.outcomes.filter(({ result }) => result.kind === "done").length;
  const undone = batch.outcomes.filter(({ result }) => result.kind !== "done");
  const isOver = batch.step === "ended";
  const left = batch.total - batch.outcomes.length;
  return (
    <section class="batch" aria-label={say("batch.title")}>
      <p aria-live="polite">
        {isOver
          ? say("batch.over", { done: format(done), total: format(batch.total) })
          : say("batch.progress", { at: format(batch.outcomes.length), total: format(batch.total) })}
      </p>
      <progress max={batch.total} value={batch.outcomes.length} aria-label={say("batch.title")} />
      {isOver && left > 0 && <p>{say("batch.left", { count: format(left) })}</p>}
      {undone.length > 0 && (
        <ul class="batch-undone">
          {undone.map((outcome) => (
            <li key={outcome.case}>
              <button
                type="button"
                class="button button-quiet"
                onClick={() => {
                  conductor.openCase(outcome.case);
                }}
              >
                <bdi>{outcome.name}</bdi>
              </button>{" "}
              {sayResult(words, outcome.result)}
            </li>
          ))}
        </ul>
      )}
      {isOver ? (
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            dispatch({ type: "batch-dismissed" });
          }}
        >
          {say("batch.dismiss")}
        </button>
      ) : (
        <button
          type="button"
          class="button button-secondary"
          aria-disabled={batch.step === "stopping" ? "true" : undefined}
          onClick={() => {
            conductor.stopBatch();
          }}
        >
          {say("batch.stop")}
        </button>
      )}
    </section>
  );
}

function sayResult({ say }: Pick<Words, "say">, result: BatchResult): string {
  switch (result.kind) {
    case "done":
      return say("batch.result.done");
    case "other":
      return say("batch.result.other");
    case "unknown":
      return say("batch.result.unknown");
    case "obstacle":
      return sayObstacle({ say }, result.obstacle);
    case "failed":
      return result.keys.map((key) => say(key)).join(" ");
    default:
      return result satisfies never;
  }
}
