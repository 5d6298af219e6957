import type { ComponentChildren, JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { ErrorSummary, type FieldFault } from "../../ui/error-summary.tsx";
import { type Question, questions } from "../journey.ts";
import type { Words } from "../words.ts";

/** Which manifestation it is belongs to the question what it is about: not everybody is asked, and no number jumps. */
const steps = questions.filter((question) => question !== "manifestation");

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
  const step = steps.indexOf(question === "manifestation" ? "topic" : question) + 1;
  return (
    <div class="stack">
      <div class="way-back">
        <button type="button" class="back" onClick={onBack}>
          <Icon name="back" size={20} />
          {say("step.back")}
        </button>
        <p class="step" id="step">
          {say("step.of", {
            step: formatNumber(language, step),
            total: formatNumber(language, steps.length),
          })}
        </p>
      </div>
      <progress class="progress" value={step} max={steps.length} aria-hidden="true" />
      <ErrorSummary title={say("errors.title")} faults={faults} />
      {/* The heading has the focus when the page has changed: whoever listens hears the step after it. */}
      <h1 tabIndex={-1} aria-describedby="step">
        {title}
      </h1>
      {children}
    </div>
  );
}
