import type { JSX } from "preact";
import {
  continuations,
  type Continuation,
  type Knowledge,
  knowledges,
  shortAnswerLength,
} from "../../../domain/letter.vocabulary.ts";
import { Button } from "../../ui/button.tsx";
import { Field, privateInput } from "../../ui/field.tsx";
import { type Choice, RadioGroup } from "../../ui/radio-group.tsx";
import type { Action, DraftFault, Journey } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { QuestionPage } from "./page.tsx";

/** When, where, how known, whether it goes on. All of it may be left out. */
export function FactsPage({
  words,
  journey: { draft },
  dispatch,
  onContinue,
}: {
  readonly words: AllWords;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly onContinue: (fault: DraftFault | null) => void;
}): JSX.Element {
  const { say } = words;
  const { facts } = draft;
  const known: readonly Choice<Knowledge | "none">[] = [
    { value: "none", label: say("facts.knowledge.none") },
    ...knowledges.map((value) => ({ value, label: say(`facts.knowledge.${value}`) })),
  ];
  const going: readonly Choice<Continuation | "none">[] = [
    { value: "none", label: say("facts.continuing.none") },
    ...continuations.map((value) => ({ value, label: say(`facts.continuing.${value}`) })),
  ];
  return (
    <QuestionPage
      words={words}
      question="facts"
      title={say("facts.title")}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <p>{say("facts.hint")}</p>
      {(["when", "where"] as const).map((name) => (
        <Field key={name} id={`j-${name}`} label={say(`facts.${name}`)}>
          <input
            {...privateInput}
            class="field-input"
            id={`j-${name}`}
            name={name === "when" ? "j" : "k"}
            type="text"
            maxLength={shortAnswerLength}
            value={facts[name]}
            onInput={(event) => {
              dispatch({ type: "told", facts: { [name]: event.currentTarget.value } });
            }}
          />
        </Field>
      ))}
      <RadioGroup
        id="l"
        legend={say("facts.knowledge")}
        choices={known}
        chosen={facts.knowledge ?? "none"}
        onChoose={(value) => {
          dispatch({ type: "told", facts: { knowledge: value === "none" ? null : value } });
        }}
      />
      <RadioGroup
        id="m"
        legend={say("facts.continuing")}
        choices={going}
        chosen={facts.continuing ?? "none"}
        onChoose={(value) => {
          dispatch({ type: "told", facts: { continuing: value === "none" ? null : value } });
        }}
      />
      <Button
        kind="primary"
        onPress={() => {
          onContinue(null);
        }}
      >
        {say("step.continue")}
      </Button>
    </QuestionPage>
  );
}
