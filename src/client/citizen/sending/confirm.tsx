import type { ComponentChildren, JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { controlProps, Field, privateInput } from "../../ui/field.tsx";
import { Live } from "../../ui/live.tsx";
import { type Action, isRestUnsent, type Journey, type Receipt } from "../journey.ts";
import type { AllWords } from "../words.ts";

/** Two groups typed back from where they were noted: a code that was miscopied is found while it can still be seen. */
export function ConfirmPage({
  words,
  receipt,
  journey,
  dispatch,
  status,
}: {
  readonly words: AllWords;
  readonly receipt: Receipt;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  /** How the rest of a long letter is getting on. */
  readonly status: ComponentChildren;
}): JSX.Element {
  const { language, say } = words;
  const { typed, wrongGroups } = journey;
  const isHeld = journey.isNoted && isRestUnsent(journey);
  const nameOf = (index: number) => formatNumber(language, (receipt.asked[index] ?? 0) + 1);
  const faultOf = (index: number) =>
    wrongGroups.includes(index) ? say("confirm.wrong", { group: nameOf(index) }) : undefined;
  const faults = wrongGroups.map((index) => ({ field: `f${index}`, text: faultOf(index) ?? "" }));
  return (
    <div class="stack">
      <ErrorSummary title={say("errors.title")} faults={faults} />
      <h1 tabIndex={-1}>{say("confirm.title")}</h1>
      <p>{say("confirm.hint")}</p>
      {status}
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
            {...controlProps(`f${index}`, { fault: faultOf(index) })}
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
        waiting={isHeld}
        onPress={() => {
          dispatch({ type: "settled-code" });
        }}
      >
        {say("confirm.done")}
      </Button>
      <Live look="beneath">{isHeld && say("rest.hold")}</Live>
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
