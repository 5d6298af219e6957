import type { JSX } from "preact";
import { listTopics, type ManifestationCode, type Topic, topics } from "../../../domain/manifestations.ts";
import type { CatalogueWords } from "../../../i18n/catalogue/catalogue.ts";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Choice, RadioGroup } from "../../ui/radio-group.tsx";
import { type Action, type Journey, type TopicAnswer } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { OfficialWording } from "./official.tsx";
import { QuestionPage } from "./page.tsx";

type Props = {
  readonly words: AllWords;
  readonly catalogue: CatalogueWords;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
};

/** The plain questions: what it is about. */
export function TopicPage({
  words,
  catalogue,
  asksGroupC,
  journey: { draft, fault },
  dispatch,
}: Props & { readonly asksGroupC: boolean }): JSX.Element {
  const { say } = words;
  const text = fault === "topic-required" ? say("topic.required") : undefined;
  const choices: readonly Choice<TopicAnswer>[] = [
    ...listTopics(asksGroupC).map((topic) => ({
      value: topic,
      label: catalogue.topics[topic].question,
      hint: catalogue.topics[topic].hint,
    })),
    { value: "other", label: say("topic.other") },
    { value: "unsure", label: say("topic.unsure") },
  ];
  return (
    <QuestionPage
      words={words}
      question="topic"
      title={say("topic.title")}
      faults={text === undefined ? [] : [{ field: "h", text }]}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <RadioGroup<TopicAnswer>
        id="h"
        legend={<span class="context">{say("topic.hint")}</span>}
        fault={text}
        choices={choices}
        chosen={draft.topic}
        onChoose={(topic) => {
          dispatch({ type: "chose-topic", topic });
        }}
      />
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-topic" });
        }}
      >
        {say("step.continue")}
      </Button>
    </QuestionPage>
  );
}

/** The questions are not there yet. Nobody has to wait for them: a letter needs none of them. */
export function TopicsMissing({
  words,
  isLoading,
  dispatch,
  onAgain,
}: Pick<Props, "words" | "dispatch"> & {
  readonly isLoading: boolean;
  readonly onAgain: () => void;
}): JSX.Element {
  const { say } = words;
  return (
    <QuestionPage
      words={words}
      question="topic"
      title={say("topic.title")}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <Live>{isLoading && <p>{say("step.loading")}</p>}</Live>
      {!isLoading && (
        <Notice tone="warn" live="alert">
          <p>{say("topic.missing")}</p>
          <Button onPress={onAgain}>{say("error.retry")}</Button>
        </Notice>
      )}
      <Button
        onPress={() => {
          dispatch({ type: "chose-topic", topic: "unsure" });
          dispatch({ type: "settled-topic" });
        }}
      >
        {say("topic.skip")}
      </Button>
    </QuestionPage>
  );
}

/** Which of the few manifestations below a topic. */
export function ManifestationPage({
  words,
  catalogue,
  topic,
  journey: { draft, fault },
  dispatch,
}: Props & { readonly topic: Topic }): JSX.Element {
  const { say } = words;
  const text = fault === "manifestation-required" ? say("manifestation.required") : undefined;
  const choices: readonly Choice<ManifestationCode | "none">[] = [
    ...topics[topic].map((code) => ({ value: code, label: catalogue.manifestations[code].question })),
    { value: "none", label: say("manifestation.none") },
  ];
  return (
    <QuestionPage
      words={words}
      question="manifestation"
      title={say("manifestation.title")}
      faults={text === undefined ? [] : [{ field: "i", text }]}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <RadioGroup<ManifestationCode | "none">
        id="i"
        legend={<span class="context">{catalogue.topics[topic].question}</span>}
        fault={text}
        choices={choices}
        chosen={draft.manifestation}
        onChoose={(manifestation) => {
          dispatch({ type: "chose-manifestation", manifestation });
        }}
      />
      {draft.self === "party-member" && draft.manifestation !== null && draft.manifestation !== "none" && (
        <OfficialWording words={words} code={draft.manifestation} />
      )}
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-manifestation" });
        }}
      >
        {say("step.continue")}
      </Button>
    </QuestionPage>
  );
}
