import type { JSX } from "preact";
import {
  continuations,
  type Continuation,
  type Knowledge,
  knowledges,
  shortAnswerLength,
} from "../../../domain/letter.vocabulary.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { describedBy, Field, privateInput } from "../../ui/field.tsx";
import { Live } from "../../ui/live.tsx";
import { type Choice, RadioGroup } from "../../ui/radio-group.tsx";
import type { Action, DraftFault, FactFault, Journey } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { QuestionPage } from "./page.tsx";
import { TracesNotice } from "./traces-notice.tsx";

const lines = ["when", "where"] as const;

/** When, where, how known, whether it goes on. All of it may be left out. */
export function FactsPage({
  words,
  journey: { draft, fault },
  dispatch,
  onContinue,
}: {
  readonly words: AllWords;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly onContinue: () => void;
}): JSX.Element {
  const { say } = words;
  const { facts } = draft;
  const faults = faultsOf(fault).map(({ field, kind }) => ({
    field: `j-${field}`,
    text: `${say(`facts.${field}`)} ${sayFactFault(words, kind)}`,
  }));
  const known: readonly Choice<Knowledge | "none">[] = [
    { value: "none", label: say("facts.knowledge.none") },
    ...knowledges.map((value) => ({ value, label: say(`facts.knowledge.${value}`) })),
  ];
  const going: readonly Choice<Continuation | "none">[] = [
    { value: "none", label: say("facts.continuing.none") },
    ...continuations.map((value) => ({ value, label: say(`facts.continuing.${value}`) })),
  ];
  const isClose = facts.knowledge === "saw" || facts.knowledge === "affected";
  return (
    <QuestionPage
      words={words}
      question="facts"
      title={say("facts.title")}
      faults={faults}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <p>{say("facts.hint")}</p>
      {lines.map((field) => (
        <Line
          key={field}
          {...{ words, field }}
          value={facts[field]}
          fault={faultsOf(fault).find((each) => each.field === field)?.kind}
          onWrite={(value) => {
            dispatch({ type: "told", facts: { [field]: value } });
          }}
        />
      ))}
      <TracesNotice words={words} text={`${facts.when}\n${facts.where}`} />
      <RadioGroup
        id="l"
        legend={say("facts.knowledge")}
        choices={known}
        chosen={facts.knowledge ?? "none"}
        onChoose={(value) => {
          dispatch({ type: "told", facts: { knowledge: value === "none" ? null : value } });
        }}
      />
      <Live>{isClose && <p class="aside">{say("facts.knowledge.close")}</p>}</Live>
      <RadioGroup
        id="m"
        legend={say("facts.continuing")}
        choices={going}
        chosen={facts.continuing ?? "none"}
        onChoose={(value) => {
          dispatch({ type: "told", facts: { continuing: value === "none" ? null : value } });
        }}
      />
      <Button kind="primary" onPress={onContinue}>
        {say("step.continue")}
      </Button>
    </QuestionPage>
  );
}

function faultsOf(fault: DraftFault | null): readonly FactFault[] {
  return typeof fault === "object" && fault !== null && "facts" in fault ? fault.facts : [];
}

function sayFactFault({ language, say }: AllWords, kind: FactFault["kind"]): string {
  if (kind === "has-code") return say("write.has-code");
  return say("facts.too-long", { count: formatNumber(language, shortAnswerLength) });
}

/** An answer in a line. No `maxlength`: it would cut what is pasted without a word. */
function Line({
  words,
  field,
  value,
  fault,
  onWrite,
}: {
  readonly words: AllWords;
  readonly field: FactFault["field"];
  readonly value: string;
  readonly fault: FactFault["kind"] | undefined;
  readonly onWrite: (value: string) => void;
}): JSX.Element {
  const { say } = words;
  const id = `j-${field}`;
  return (
    <Field
      id={id}
      label={say(`facts.${field}`)}
      hint={say(`facts.${field}.hint`)}
      fault={fault === undefined ? undefined : sayFactFault(words, fault)}
    >
      <input
        {...privateInput}
        class="field-input"
        id={id}
        name={field === "when" ? "j" : "k"}
        type="text"
        aria-describedby={describedBy(id, true, fault !== undefined)}
        aria-invalid={fault !== undefined}
        value={value}
        onInput={(event) => {
          onWrite(event.currentTarget.value);
        }}
      />
    </Field>
  );
}
