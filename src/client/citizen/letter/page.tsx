import type { ComponentChildren, JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { ErrorSummary, type FieldFault } from "../../ui/error-summary.tsx";
import { type Question, questions } from "../journey.ts";
import type { Words } from "../words.ts";

/** A question of the journey: a way back, where one is, what was wrong, the question itself. */
export function QuestionPage({
  words: { language, say },
  question,
  title,
  faults = [],
  onBack,
  children,
}: {
  readonly words: Words;
  readonly question: Question;
  readonly title: string;
  readonly faults?: readonly FieldFault[];
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const step = questions.indexOf(question) + 1;
  return (
    <div class="stack">
      <div class="way-back">
        <button type="button" class="back" onClick={onBack}>
          <Icon name="back" size={20} />
          {say("step.back")}
        </button>
        <p class="step">
          {say("step.of", {
            step: formatNumber(language, step),
            total: formatNumber(language, questions.length),
          })}
        </p>
      </div>
      <progress class="progress" value={step} max={questions.length} aria-hidden="true" />
      <ErrorSummary title={say("errors.title")} faults={faults} />
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  );
}
