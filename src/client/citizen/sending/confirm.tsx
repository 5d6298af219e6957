import type { JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field, privateInput } from "../../ui/field.tsx";
import type { Action, Journey, Receipt } from "../journey.ts";
import type { AllWords } from "../words.ts";

/** Two groups typed back from where they were noted: a code that was miscopied is found while it can still be seen. */
export function ConfirmPage({
  words,
  receipt,
  journey: { typed, wrongGroups },
  dispatch,
}: {
  readonly words: AllWords;
  readonly receipt: Receipt;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
}): JSX.Element {
  const { language, say } = words;
  const nameOf = (index: number) => formatNumber(language, (receipt.asked[index] ?? 0) + 1);
  const faultOf = (index: number) =>
    wrongGroups.includes(index) ? say("confirm.wrong", { group: nameOf(index) }) : undefined;
  const faults = wrongGroups.map((index) => ({ field: `f${index}`, text: faultOf(index) ?? "" }));
  return (
    <div class="stack">
      <ErrorSummary title={say("errors.title")} faults={faults} />
      <h1 tabIndex={-1}>{say("confirm.title")}</h1>
      <p>{say("confirm.hint")}</p>
      {([0, 1] as const).map((index) => (
        <Field
          key={index}
          id={`f${index}`}
          label={say("confirm.group", { group: nameOf(index) })}
          fault={faultOf(index)}
        >
          <input
            {...privateInput}
            class="field-input group-input"
            id={`f${index}`}
            name={`f${index}`}
            type="text"
            inputMode="numeric"
            maxLength={8}
            value={typed[index]}
            onInput={(event) => {
              dispatch({ type: "typed-group", index, text: event.currentTarget.value });
            }}
          />
        </Field>
      ))}
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-code" });
        }}
      >
        {say("confirm.done")}
      </Button>
      <Button
        onPress={() => {
          dispatch({ type: "asked-for-code" });
        }}
      >
        {say("confirm.show")}
      </Button>
    </div>
  );
}
