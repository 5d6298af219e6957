import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { OrgTree } from "../../../domain/org-tree.ts";
import { formatNumber } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import { sayObstacle } from "../obstacle-words.ts";
import { useTools } from "../tools.ts";
import { caseName } from "./case-name.ts";
import type { Batch, BatchOutcome, BatchResult } from "./batch.ts";

type BatchReportProps = {
  readonly batch: Batch;
  /** By which units are called. */
  readonly tree: OrgTree | undefined;
  /** After it was put away. */
  readonly onDismiss: () => void;
};

/** How far a run is, and at its end which cases went and which did not, and why. */
export function BatchReport({ batch, tree, onDismiss }: BatchReportProps): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say, language } = words;
  const head = useRef<HTMLParagraphElement>(null);
  // The form that began it is gone.
  useEffect(() => head.current?.focus(), []);
  const format = (value: number) => formatNumber(language, value);
  const done = batch.outcomes.filter(({ result }) => result.kind === "done");
  const undone = batch.outcomes.filter(({ result }) => result.kind !== "done");
  const isOver = batch.step === "ended";
  const total = batch.cases.length;
  const left = total - batch.outcomes.length;
  return (
    <section class="batch" aria-label={say("batch.title")}>
      <div class="batch-head">
        <p tabIndex={-1} ref={head}>
          <strong>
            {isOver
              ? say("batch.over", { done: format(done.length), total: format(total) })
              : say("batch.progress", { at: format(batch.outcomes.length), total: format(total) })}
          </strong>
        </p>
        {isOver ? (
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              onDismiss();
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
      </div>
      {!isOver && <progress max={total} value={batch.outcomes.length} aria-label={say("batch.title")} />}
      {isOver && left > 0 && <p>{say("batch.left", { count: format(left) })}</p>}
      {undone.length > 0 && (
        <>
          <p>{say("batch.undone", { count: format(undone.length) })}</p>
          <Outcomes outcomes={undone} tree={tree} />
        </>
      )}
      {done.length > 0 && (
        <details>
          <summary>{say("batch.done", { count: format(done.length) })}</summary>
          <Outcomes outcomes={done} tree={tree} />
        </details>
      )}
    </section>
  );
}

type OutcomesProps = Pick<BatchReportProps, "tree"> & { readonly outcomes: readonly BatchOutcome[] };

function Outcomes({ outcomes, tree }: OutcomesProps): JSX.Element {
  const { words, conductor } = useTools();
  return (
    <ul class="batch-outcomes">
      {outcomes.map(({ case: id, listed, result }) => (
        <li key={id}>
          <button
            type="button"
            class="batch-case"
            onClick={() => {
              conductor.openCase(id);
            }}
          >
            <bdi>{listed === null ? id : caseName(words, tree, listed)}</bdi>
          </button>
          {result.kind !== "done" && <span class="batch-why">{sayResult(words, result)}</span>}
        </li>
      ))}
    </ul>
  );
}

function sayResult({ say }: Pick<Words, "say">, result: Exclude<BatchResult, { kind: "done" }>): string {
  switch (result.kind) {
    case "other":
      return say("batch.result.other");
    case "unknown":
      return say("batch.result.unknown");
    case "unread":
      return say("batch.result.unread");
    case "obstacle":
      return sayObstacle({ say }, result.obstacle);
    case "failed":
      return result.keys.map((key) => say(key)).join(" ");
    default:
      return result satisfies never;
  }
}
