import type { ComponentChildren, JSX } from "preact";
import type { Language } from "../../i18n/language.ts";
import { describedBy } from "./field.tsx";

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Of a label or a hint in another language than the page, such as the titles of an office. */
  readonly labelLanguage?: Language | undefined;
  readonly hintLanguage?: Language | undefined;
};

/** One question with native radio buttons. `id` is the id of the first one, to which an error summary leads. */
export function RadioGroup<Value extends string>({
  id,
  legend,
  hint,
  fault,
  choices,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly legend: ComponentChildren;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  return (
    <fieldset
      class={fault === undefined ? "field" : "field field-invalid"}
      aria-describedby={describedBy(id, hint !== undefined, fault !== undefined)}
    >
      <legend class="field-label">{legend}</legend>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="field-error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div class="choices">
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            id={index === 0 ? id : `${id}-${index}`}
            name={id}
            choice={choice}
            isChosen={choice.value === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Radio<Value extends string>({
  id,
  name,
  choice,
  isChosen,
  onChoose,
}: {
  readonly id: string;
  readonly name: string;
  readonly choice: Choice<Value>;
  readonly isChosen: boolean;
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  return (
    <label class={isChosen ? "choice choice-chosen" : "choice"} for={id}>
      <input
        type="radio"
        id={id}
        name={name}
        value={choice.value}
        checked={isChosen}
        autocomplete="off"
        aria-describedby={choice.hint === undefined ? undefined : `${id}-text`}
        onChange={() => {
          onChoose(choice.value);
        }}
      />
      <span class="choice-label" lang={choice.labelLanguage}>
        {choice.label}
      </span>
      {choice.hint !== undefined && (
        <span class="choice-hint" id={`${id}-text`} lang={choice.hintLanguage}>
          {choice.hint}
        </span>
      )}
    </label>
  );
}
