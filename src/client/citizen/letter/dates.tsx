import type { JSX } from "preact";
import type { Clock, LetterClocks } from "../../../domain/clocks.ts";
import { capitalise, formatDate } from "../../../i18n/format.ts";
import { listDueRemarks, sayDue } from "../../../i18n/law.ts";
import { Icon } from "../../ui/icon.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { Words } from "../words.ts";

/** The promised dates with their arithmetic: acknowledgement, result, and when the superior may open the letter. */
export function PromisedDates({
  words,
  clocks,
  hasFallback,
}: {
  readonly words: Words;
  readonly clocks: LetterClocks;
  readonly hasFallback: boolean;
}): JSX.Element {
  const { language, say } = words;
  const by = (clock: Clock) => say("dates.by", { date: formatDate(language, clock.due.on) });
  return (
    <ul class="dates">
      <PromisedDate
        words={words}
        label={say("dates.acknowledge")}
        when={by(clocks.acknowledge)}
        how={arithmeticOf(words, clocks.acknowledge)}
      />
      <PromisedDate
        words={words}
        label={say("dates.result")}
        when={by(clocks.result)}
        how={arithmeticOf(words, clocks.result)}
      />
      <PromisedDate
        words={words}
        label={say("dates.escalation")}
        when={
          hasFallback
            ? say("dates.after", { date: formatDate(language, clocks.outerEscalation.on) })
            : say("dates.none")
        }
        how={hasFallback ? escalationOf(words, clocks) : []}
      />
    </ul>
  );
}

/** The sentences behind one clock's original limit: count, remarks, weight, source. */
export function arithmeticOf({ law }: Words, clock: Clock): readonly string[] {
  return [
    sayDue(law, clock.due),
    ...listDueRemarks(law, clock.due),
    `${capitalise(law.say(`basis.${clock.basis}`))}: ${law.say(`basis.${clock.basis}.means`)}`,
    law.say("citation", { citation: clock.citation }),
    ...(clock.verified ? [] : [law.say("citation.unverified")]),
  ];
}

function escalationOf({ law }: Words, { result, outerEscalation }: LetterClocks): readonly string[] {
  const remarks = new Set([...listDueRemarks(law, result.hardDue), ...listDueRemarks(law, outerEscalation)]);
  return [sayDue(law, result.hardDue), sayDue(law, outerEscalation, "hard-limit-passed"), ...remarks];
}

function PromisedDate({
  words: { say },
  label,
  when,
  how,
}: {
  readonly words: Words;
  readonly label: string;
  readonly when: string;
  readonly how: readonly string[];
}): JSX.Element {
  return (
    <li class="date">
      <Icon name="clock" />
      <div>
        <h3>{label}</h3>
        <p>
          <Rich text={when} />
        </p>
        {how.length > 0 && (
          <details class="fold-small">
            <summary>
              {say("dates.how")}
              <span class="visually-hidden">: {label}</span>
            </summary>
            <ul class="arithmetic">
              {how.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
