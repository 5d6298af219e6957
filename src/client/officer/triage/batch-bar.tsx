import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ViewAssignee } from "../../../crypto/desk-book.schema.ts";
import type { OfficerId } from "../../../domain/ids.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { privateInput } from "../../ui/field.tsx";
import { rowId } from "../focus-line.ts";
import { shownCases } from "../reducer.list.ts";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";
import type { BatchOrder } from "./batch.ts";
import { longestWords } from "./batch.ts";
import { BatchReport } from "./batch-report.tsx";
import { Choice } from "./choice.tsx";
import { namedOfficers } from "./gone-officers.ts";
import { RosterStatus } from "./roster-status.tsx";
import { useWorkloadWords } from "./workload.tsx";

/** What can be done to all that is selected; a run and its report stay until they are put away. */
export function BatchBar({ state }: { readonly state: State }): JSX.Element {
  const { selected, batch } = state.triage;
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {useSpoken(state)}
      </p>
      {batch !== null && (
        <BatchReport
          batch={batch}
          tree={state.session?.organisation.tree}
          onDismiss={() => {
            returnToList(state);
          }}
        />
      )}
      {batch === null && selected.size > 0 && <BatchActs state={state} />}
    </>
  );
}

/** What is told aloud: how many are selected, and what came of a run. */
function useSpoken({ triage: { selected, batch } }: State): string {
  const { say, language } = useTools().words;
  const format = (value: number) => formatNumber(language, value);
  if (batch === null)
    return selected.size === 0 ? "" : say("batch.selected", { count: format(selected.size) });
  if (batch.step !== "ended") return "";
  const done = batch.outcomes.filter(({ result }) => result.kind === "done").length;
  return say("batch.over", { done: format(done), total: format(batch.cases.length) });
}

/** What had the focus is gone: the keys go on in the list, where they were. */
function returnToList({ cursor, list }: State): void {
  const shown = shownCases(list.view);
  const line = shown.find((id) => id === cursor) ?? shown[0];
  document.getElementById(line === undefined ? "inbox-title" : rowId(line))?.focus();
}

function BatchActs({ state }: { readonly state: State }): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say, language } = words;
  const [asked, setAsked] = useState<BatchOrder["kind"] | null>(null);
  const { selected } = state.triage;
  const shown = shownCases(state.list.view);
  const elsewhere = selected.size - shown.filter((id) => selected.has(id)).length;
  const clear = () => {
    returnToList(state);
    dispatch({ type: "selection-cleared" });
  };
  const mark = (as: "read" | "unread") => () => {
    conductor.mark([...selected], as);
    clear();
  };
  return (
    <section class={asked === null ? "batch batch-small" : "batch"} aria-label={say("batch.title")}>
      <p>
        <strong>{say("batch.selected", { count: formatNumber(language, selected.size) })}</strong>
        {elsewhere > 0 && <> {say("batch.elsewhere", { count: formatNumber(language, elsewhere) })}</>}
      </p>
      <div class="batch-acts">
        {shown.some((id) => !selected.has(id)) && (
          <Act
            label={say("batch.select-shown")}
            onPress={() => {
              dispatch({ type: "cases-selected", cases: shown });
            }}
          />
        )}
        <Act label={say("batch.clear")} onPress={clear} />
        <Act label={say("batch.read")} onPress={mark("read")} />
        <Act label={say("batch.unread")} onPress={mark("unread")} />
        {(["assign", "remark", "verify", "hand-over"] as const).map((kind) => (
          <Act
            key={kind}
            label={say(`batch.${kind}`)}
            isOpen={asked === kind}
            onPress={() => {
              setAsked(asked === kind ? null : kind);
            }}
          />
        ))}
      </div>
      {asked !== null && (
        <BatchForm
          key={asked}
          state={state}
          kind={asked}
          onBegin={(order) => {
            conductor.beginBatch(order);
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

function Act({
  label,
  isOpen,
  onPress,
}: {
  readonly label: string;
  readonly isOpen?: boolean;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button type="button" class="button button-quiet" aria-expanded={isOpen} onClick={onPress}>
      {label}
    </button>
  );
}

type BatchFormProps = {
  readonly state: State;
  readonly kind: BatchOrder["kind"];
  readonly onBegin: (order: BatchOrder) => void;
};

function BatchForm({ state, kind, onBegin }: BatchFormProps): JSX.Element {
  const { words, dispatch } = useTools();
  const { say, language } = words;
  const id = useId();
  const self = state.session?.officer.id;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.scrollIntoView({ block: "nearest" }), []);
  const [officer, setOfficer] = useState("");
  const { assignee } = state.question.filters;
  const [from, setFrom] = useState<string>(leaverOf(assignee, self));
  const { colleagues, roster, selected, batchText } = state.triage;
  const text = kind === "remark" || kind === "hand-over" ? batchText[kind] : "";
  const isToSomebody = kind === "assign" || kind === "hand-over";
  const leavers = namedOfficers(state, words);
  const load = useWorkloadWords(state.list.view?.tally.work ?? []);
  const order = ((): BatchOrder | null => {
    if (kind === "verify") return { kind };
    if (kind === "remark") return text.trim() === "" ? null : { kind, text };
    const found = colleagues.find((one) => one.officer === officer);
    const leaver = leavers.find((one) => one.officer === from);
    if (kind === "hand-over") {
      if (found === undefined || leaver === undefined || text.trim() === "") return null;
      if (leaver.officer === found.officer) return null;
      const present = colleagues.map((one) => one.officer);
      return { kind, from: leaver.officer, ...found, reason: text, roster: present };
    }
    return found === undefined ? null : { kind, officer: found.officer, title: found.title };
  })();
  return (
    <form
      class="batch-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (order === null) focusEmpty(event.currentTarget);
        else onBegin(order);
      }}
    >
      {isToSomebody && <RosterStatus roster={roster} />}
      {kind === "hand-over" && roster === "here" && (
        <Choice
          label={say("batch.from")}
          value={from}
          options={[
            { value: "", label: say("batch.choose") },
            ...leavers.map((one) => ({ value: one.officer, label: one.title })),
          ]}
          onChoose={setFrom}
        />
      )}
      {isToSomebody && roster === "here" && (
        <Choice
          label={say("batch.assign-to")}
          value={officer}
          options={[
            { value: "", label: say("batch.choose") },
            ...colleagues
              .filter((one) => kind === "assign" || one.officer !== from)
              .map((one) => ({ value: one.officer, label: `${one.title} (${load(one.officer)})` })),
          ]}
          onChoose={setOfficer}
        />
      )}
      {(kind === "remark" || kind === "hand-over") && (
        <p class="batch-text">
          <label for={id}>{say(kind === "remark" ? "batch.remark-text" : "batch.reason")}</label>
          <textarea
            id={id}
            class="field-input"
            rows={3}
            maxLength={longestWords[kind]}
            value={text}
            {...privateInput}
            onInput={(event) => {
              dispatch({ type: "batch-text-set", kind, text: event.currentTarget.value });
            }}
          />
        </p>
      )}
      {kind === "hand-over" && (
        <p class="remark">{say(from === self ? "batch.hand-over-means-self" : "batch.hand-over-means")}</p>
      )}
      <p class="remark">{say("batch.says")}</p>
      <button type="submit" class="button button-primary" aria-disabled={order === null ? "true" : undefined}>
        {say(`batch.begin.${kind}`, { count: formatNumber(language, selected.size) })}
      </button>
    </form>
  );
}

/** Who leaves is whose cases are shown. */
function leaverOf(assignee: ViewAssignee | null, self: OfficerId | undefined): string {
  if (assignee?.who === "officer") return assignee.officer;
  return assignee?.who === "me" ? (self ?? "") : "";
}

/** What is still missing is where the next key goes. */
function focusEmpty(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLSelectElement | HTMLTextAreaElement>("select, textarea")];
  fields.find(({ value }) => value.trim() === "")?.focus();
}
