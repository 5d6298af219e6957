import type { ComponentChildren, JSX } from "preact";
import type { LetterFacts } from "../../../crypto/letter.schema.ts";
import type { CommitteeId } from "../../../domain/ids.ts";
import type { OrgTree } from "../../../domain/org-tree.ts";
import type { CatalogueWords } from "../../../i18n/catalogue/catalogue.ts";
import { committeeName, unitName } from "../../../i18n/law.ts";
import type { Routed } from "../../reporter/send-letter.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Draft, hasChoice, type Question } from "../draft.ts";
import type { Action } from "../journey.ts";
import { asksGroupC, categoryOf } from "../letter/category.ts";
import type { AllWords } from "../words.ts";
import { LetterParagraph } from "../long-text.tsx";
import { QuestionPage } from "../letter/page.tsx";
import { passedOverBy } from "../letter/route.view.ts";

/** Everything once more before it is sent, each answer with a way to change it. */
export function CheckPage({
  words,
  tree,
  route,
  draft,
  catalogue,
  dispatch,
  onSend,
}: {
  readonly words: AllWords;
  /** Null: it has not come, and then nothing was chosen from it either. */
  readonly catalogue: CatalogueWords | null;
  readonly tree: OrgTree;
  readonly route: Routed;
  readonly draft: Draft;
  readonly dispatch: (action: Action) => void;
  readonly onSend: () => void;
}): JSX.Element {
  const { say, law } = words;
  const names = (ids: readonly CommitteeId[]) =>
    ids.length === 0
      ? say("check.nobody")
      : ids.map((id) => (
          <p key={id} lang="vi">
            {committeeName(tree, id)}
          </p>
        ));
  const rows: readonly RowContent[] = [
    {
      label: say("check.unit"),
      value:
        draft.unit === null ? say("unit.unknown.name") : <span lang="vi">{unitName(tree, draft.unit)}</span>,
      change: "unit",
    },
    { label: say("check.whom"), value: law.say(`role.${draft.about ?? "unknown"}`), change: "whom" },
    { label: say("check.reads"), value: names([route.receiver]), change: "route" },
    { label: say("check.not"), value: names(passedOverBy(route).map(({ committee }) => committee)) },
    { label: say("check.overdue"), value: names(route.fallback === null ? [] : [route.fallback]) },
    { label: say("check.self"), value: say(`write.self.${draft.self ?? "none"}`), change: "self" },
    {
      label: say("check.topic"),
      value: lines(topicLines(words, catalogue, draft, categoryOf(draft, asksGroupC(tree, route)) !== null)),
      change: hasChoice(draft.topic) && draft.manifestation === "none" ? "manifestation" : "topic",
    },
    { label: say("check.text"), value: <LetterParagraph words={words} text={draft.text} />, change: "write" },
    ...factRows(words, draft.facts),
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

function lines(texts: readonly string[]): ComponentChildren {
  return texts.map((text) => <p key={text}>{text}</p>);
}

/** What will be sealed of the plain questions: what this route does not ask for is not in it. */
function topicLines(
  { say }: AllWords,
  catalogue: CatalogueWords | null,
  { topic, manifestation }: Draft,
  isSealed: boolean,
): readonly string[] {
  if (topic === "unsure") return [say("topic.unsure")];
  if (topic === null || !isSealed) return [say("check.topic.none")];
  if (topic === "other" || catalogue === null) return [say("topic.other")];
  const { question } = catalogue.topics[topic];
  if (!hasChoice(topic) || manifestation === null) return [question];
  const chosen = manifestation === "none" ? null : catalogue.manifestations[manifestation].question;
  return [question, chosen ?? say("manifestation.none")];
}

/** Each line that was answered; when none was, that it was left out. */
function factRows({ say }: AllWords, facts: LetterFacts): readonly RowContent[] {
  const { when, where, knowledge, continuing } = facts;
  const told: readonly (readonly [label: string, value: string])[] = [
    [say("facts.when"), when],
    [say("facts.where"), where],
    [say("facts.knowledge"), knowledge === null ? "" : say(`facts.knowledge.${knowledge}`)],
    [say("facts.continuing"), continuing === null ? "" : say(`facts.continuing.${continuing}`)],
  ];
  const rows = told.filter(([, value]) => value.trim() !== "");
  if (rows.length === 0)
    return [{ label: say("check.facts"), value: say("check.facts.none"), change: "facts" }];
  return rows.map(([label, value]) => ({
    label,
    value: <p class="letter-text">{value}</p>,
    change: "facts",
  }));
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
