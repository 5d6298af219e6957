import { type ComponentChildren, createContext, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { formatNumber } from "../../../i18n/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { ErrorSummary, type FieldFault } from "../../ui/error-summary.tsx";
import type { Aloud as AloudButton } from "../audio/aloud.tsx";
import { type Question, questions } from "../journey.ts";
import type { Words } from "../words.ts";

/** What reads a question out; null until its code, which comes with the later questions, is there. */
export const Reader = createContext<typeof AloudButton | null>(null);

/** What is not asked of everybody counts with the question that it belongs to, so that no number jumps. */
const withinStep: Partial<Readonly<Record<Question, Question>>> = { member: "self", manifestation: "topic" };
const steps = questions.filter((question) => withinStep[question] === undefined);

/** A question of the journey: a way back, where one is, what was wrong, the question itself. */
export function QuestionPage({
  words,
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
  const { language, say } = words;
  const Aloud = useContext(Reader);
  const step = steps.indexOf(withinStep[question] ?? question) + 1;
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
      {Aloud !== null && <Aloud words={words} />}
      {children}
    </div>
  );
}
