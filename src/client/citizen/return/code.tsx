import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReceiptCode, ReceiptCodeReading } from "../../../envelope/receipt-code.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { controlProps, Field, privateInput } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { AllWords } from "../words.ts";
import { countDigits, groupDigits, readReceiptCode, sayCodeFault } from "./code.ts";

type Refusal = Extract<ReceiptCodeReading, { kind: "fault" }>;

/** One field for the whole code: people paste it, or type it from paper. */
export function CodePage({
  words,
  isOpening,
  trouble,
  onOpen,
  onBack,
}: {
  readonly words: AllWords;
  readonly isOpening: boolean;
  /** Why the last try found or opened nothing. */
  readonly trouble: string | null;
  readonly onOpen: (code: ReceiptCode) => void;
  readonly onBack: () => void;
}): JSX.Element {
  const { language, say } = words;
  const [typed, setTyped] = useState("");
  // What was wrong when it was last submitted: a fault that changed with every key would take the focus each time.
  const [refused, setRefused] = useState<Refusal | null>(null);
  const fault = refused === null ? undefined : sayCodeFault(words, refused);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const reading = readReceiptCode(typed);
        setRefused(reading.kind === "fault" ? reading : null);
        if (reading.kind === "code" && !isOpening) onOpen(reading.code);
      }}
    >
      <div class="way-back">
        <button type="button" class="back" onClick={onBack}>
          <Icon name="back" size={20} />
          {say("step.back")}
        </button>
      </div>
      <ErrorSummary
        title={say("errors.title")}
        faults={fault === undefined ? [] : [{ field: "g", text: fault }]}
      />
      <h1 tabIndex={-1}>{say("code.title")}</h1>
      {trouble !== null && (
        <Notice tone="warn" live="alert">
          <p>
            <Rich text={trouble} />
          </p>
        </Notice>
      )}
      <Field id="g" label={say("code.label")} hint={say("code.hint")} fault={fault}>
        <input
          {...privateInput}
          class="field-input code-input"
          {...controlProps("g", { hint: "", fault, more: "g-count" })}
          name="g"
          type="text"
          inputMode="numeric"
          value={typed}
          onInput={(event) => {
            const field = event.currentTarget;
            // Only at the end of the field: elsewhere it would move the cursor under the person's hand.
            const isAtEnd = field.selectionStart === field.value.length;
            setRefused(null);
            setTyped(isAtEnd ? groupDigits(field.value) : field.value);
          }}
        />
        <p class="field-hint" id="g-count">
          {say("code.typed", { count: formatNumber(language, countDigits(typed)) })}
        </p>
      </Field>
      <button type="submit" class="button button-primary" aria-disabled={isOpening ? "true" : undefined}>
        {say("code.open")}
      </button>
      <Live look="beneath">{isOpening ? say("code.opening") : say("code.private")}</Live>
    </form>
  );
}
