import type { ComponentChildren, JSX } from "preact";
import type { CommitteeId } from "../../../domain/ids.ts";
import type { OrgTree } from "../../../domain/org-tree.ts";
import { committeeName, unitName } from "../../../i18n/law.ts";
import type { Routed } from "../../reporter/send-letter.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Action, Draft, Question } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { QuestionPage } from "../letter/page.tsx";
import { passedOverBy } from "../letter/route.view.ts";

/** Everything once more before it is sent, each answer with a way to change it. */
export function CheckPage({
  words,
  tree,
  route,
  draft,
  dispatch,
  onSend,
}: {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly route: Routed;
  readonly draft: Draft;
  readonly dispatch: (action: Action) => void;
  readonly onSend: () => void;
}): JSX.Element {
  const { say, law } = words;
  const names = (ids: readonly CommitteeId[]) =>
    ids.length === 0 ? say("check.nobody") : ids.map((id) => <p key={id}>{committeeName(tree, id)}</p>);
  const rows: readonly RowContent[] = [
    {
      label: say("check.unit"),
      value: draft.unit === null ? say("unit.unknown.name") : unitName(tree, draft.unit),
      change: "unit",
    },
    { label: say("check.whom"), value: law.say(`role.${draft.about ?? "unknown"}`), change: "whom" },
    { label: say("check.reads"), value: names([route.receiver]), change: "route" },
    { label: say("check.not"), value: names(passedOverBy(route).map(({ committee }) => committee)) },
    { label: say("check.overdue"), value: names(route.fallback === null ? [] : [route.fallback]) },
    { label: say("check.self"), value: say(`write.self.${draft.self ?? "none"}`), change: "self" },
    { label: say("check.text"), value: <p class="letter-text">{draft.text}</p>, change: "write" },
  ];
  return (
    <QuestionPage
      words={words}
      question="check"
      title={say("check.title")}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <dl class="summary">
        {rows.map((row) => (
          <Row
            key={row.label}
            words={words}
            row={row}
            onChange={(to) => {
              dispatch({ type: "went", to });
            }}
          />
        ))}
      </dl>
      <Notice>{say("check.after")}</Notice>
      <Button kind="primary" onPress={onSend}>
        {say("check.send")}
      </Button>
    </QuestionPage>
  );
}

type RowContent = {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly change?: Question;
};

function Row({
  words: { say },
  row: { label, value, change },
  onChange,
}: {
  readonly words: AllWords;
  readonly row: RowContent;
  readonly onChange: (to: Question) => void;
}): JSX.Element {
  return (
    <div class="summary-row">
      <dt>{label}</dt>
      <dd>{value}</dd>
      {change !== undefined && (
        <dd class="summary-change">
          <button
            type="button"
            class="link"
            onClick={() => {
              onChange(change);
            }}
          >
            <span aria-hidden="true">{say("check.change")}</span>
            <span class="visually-hidden">{say("check.change.of", { what: label })}</span>
          </button>
        </dd>
      )}
    </div>
  );
}
