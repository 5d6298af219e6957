import type { JSX } from "preact";
import { useId } from "preact/hooks";

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
};

/** One of several, in a small space. */
export function Choice({ label, value, options, onChoose }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <p class="choice-line">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field-input"
        value={value}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}
