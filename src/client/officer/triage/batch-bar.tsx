import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { CaseId } from "../../../domain/ids.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { unitName } from "../../../i18n/law.ts";
import { privateInput } from "../../ui/field.tsx";
import { shownCases } from "../reducer.list.ts";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";
import type { BatchOrder } from "./batch.ts";
import { BatchReport } from "./batch-report.tsx";
import { Choice } from "./choice.tsx";
import { useWorkloadWords } from "./workload.tsx";

/** What can be done to all that is selected; a run and its report stay until they are put away. */
export function BatchBar({ state }: { readonly state: State }): JSX.Element | null {
  const { words, dispatch, conductor } = useTools();
  const { say, language } = words;
  const [asked, setAsked] = useState<BatchOrder["kind"] | null>(null);
  const { selected, batch } = state.triage;
  if (batch !== null) return <BatchReport batch={batch} />;
  if (selected.size === 0) return null;
  const mark = (as: "read" | "unread") => () => {
    conductor.mark([...selected], as);
    dispatch({ type: "selection-cleared" });
  };
  return (
    <section class="batch" aria-label={say("batch.title")}>
      <p aria-live="polite">{say("batch.selected", { count: formatNumber(language, selected.size) })}</p>
      <div class="batch-acts">
        <Act
          label={say("batch.select-shown")}
          onPress={() => {
            dispatch({ type: "cases-selected", cases: shownCases(state.list.view) });
          }}
        />
        <Act
          label={say("batch.clear")}
          onPress={() => {
            dispatch({ type: "selection-cleared" });
          }}
        />
        <Act label={say("batch.read")} onPress={mark("read")} />
        <Act label={say("batch.unread")} onPress={mark("unread")} />
        {(["assign", "hand-over", "remark", "verify"] as const).map((kind) => (
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
            conductor.beginBatch(order, nameOf(state, say("inbox.unopened")));
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

/** How a case is called in the report: by its unit and day, as far as the page shows them. */
function nameOf({ list, session }: State, unopened: string): (id: CaseId) => string {
  const duties = list.view?.page.sections.flatMap((section) => section.duties) ?? [];
  const tree = session?.organisation.tree;
  return (id) => {
    const listed = duties.find((duty) => duty.listed.line.case === id)?.listed;
    const unit = listed?.entry?.unit ?? null;
    const name = unit === null || tree === undefined ? unopened : unitName(tree, unit);
    return listed === undefined ? id : `${name}, ${listed.line.releasedOn}`;
  };
}

type BatchFormProps = {
  readonly state: State;
  readonly kind: BatchOrder["kind"];
  readonly onBegin: (order: BatchOrder) => void;
};

function BatchForm({ state, kind, onBegin }: BatchFormProps): JSX.Element {
  const { words } = useTools();
  const { say, language } = words;
  const id = useId();
  const [officer, setOfficer] = useState("");
  const { assignee } = state.question.filters;
  const [from, setFrom] = useState<string>(assignee?.who === "officer" ? assignee.officer : "");
  const [text, setText] = useState("");
  const { colleagues, selected } = state.triage;
  const load = useWorkloadWords(state.list.view?.tally.work ?? []);
  const order = ((): BatchOrder | null => {
    if (kind === "verify") return { kind };
    if (kind === "remark") return text.trim() === "" ? null : { kind, text };
    const found = colleagues.find((one) => one.officer === officer);
    const leaver = colleagues.find((one) => one.officer === from);
    if (kind === "hand-over") {
      if (found === undefined || leaver === undefined || leaver === found || text.trim() === "") return null;
      return { kind, from: leaver.officer, ...found, reason: text };
    }
    return found === undefined ? null : { kind, officer: found.officer, title: found.title };
  })();
  return (
    <form
      class="batch-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (order !== null) onBegin(order);
      }}
    >
      {kind === "hand-over" && (
        <Choice
          label={say("batch.from")}
          value={from}
          options={[
            { value: "", label: say("batch.choose") },
            ...colleagues.map((one) => ({ value: one.officer, label: one.title })),
          ]}
          onChoose={setFrom}
        />
      )}
      {(kind === "assign" || kind === "hand-over") && (
        <Choice
          label={say("batch.assign-to")}
          value={officer}
          options={[
            { value: "", label: say("batch.choose") },
            ...colleagues.map((one) => ({
              value: one.officer,
              label: `${one.title} (${load(one.officer)})`,
            })),
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
            maxLength={2000}
            value={text}
            {...privateInput}
            onInput={(event) => {
              setText(event.currentTarget.value);
            }}
          />
        </p>
      )}
      {kind === "hand-over" && <p class="remark">{say("batch.hand-over-means")}</p>}
      <p class="remark">{say("batch.says")}</p>
      <button type="submit" class="button button-primary" aria-disabled={order === null ? "true" : undefined}>
        {say(`batch.begin.${kind}`, { count: formatNumber(language, selected.size) })}
      </button>
    </form>
  );
}
