import type { JSX } from "preact";
import type { Clock, LetterClocks } from "../../../domain/clocks.ts";
import type { DueDate } from "../../../domain/due-date.ts";
import {
  type BasisGroup,
  type PolicyRow,
  type PolicyVersion,
  requirePolicyRow,
} from "../../../domain/policy.ts";
import { capitalise, formatAmount, formatDate } from "../../../i18n/format.ts";
import { listDueRemarks, sayDue } from "../../../i18n/law.ts";
import { Icon } from "../../ui/icon.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { AllWords } from "../words.ts";

/**
 * The promised dates with their arithmetic: opening, acknowledgement, result, and when the superior may open the letter;
 * and what the sender can do, or expect, if it comes to nothing.
 */
export function PromisedDates({
  words,
  clocks,
  policy,
  hasFallback,
  group = "unknown",
}: {
  readonly words: AllWords;
  readonly clocks: LetterClocks;
  readonly policy: PolicyVersion;
  readonly hasFallback: boolean;
  /** That for which the clocks were made. */
  readonly group?: BasisGroup | "unknown";
}): JSX.Element {
  const { language, say } = words;
  const { startedOn } = clocks.acknowledge;
  const review = requirePolicyRow(policy, "review", "report", startedOn);
  const amount = say(`amount.${review.unit}`, { amount: formatAmount(language, review.amount) });
  return (
    <>
      <ul class="dates">
        {(["first-open", "acknowledge", "result"] as const).map((name) => (
          <PromisedDate
            key={name}
            words={words}
            label={say(`dates.${name}`)}
            when={say("dates.by", { date: formatDate(language, clocks[name].due.on) })}
            how={arithmeticOf(
              words,
              clocks[name],
              requirePolicyRow(policy, name, "report", startedOn),
              group,
            )}
          />
        ))}
        <PromisedDate
          words={words}
          label={say("dates.escalation")}
          when={
            hasFallback
              ? say("dates.after", { date: formatDate(language, clocks.outerEscalation.on) })
              : say("dates.none")
          }
          how={
            hasFallback
              ? escalationLines(
                  words,
                  clocks.result.hardDue,
                  clocks.outerEscalation,
                  requirePolicyRow(policy, "result", "report", startedOn),
                  requirePolicyRow(policy, "escalate", "overdue", startedOn),
                )
              : []
          }
        />
      </ul>
      {hasFallback &&
        [say("dates.overdue"), say("dates.review", { amount })].map((sentence) => (
          <p key={sentence}>
            <Rich text={sentence} />
          </p>
        ))}
    </>
  );
}

/** The sentences behind one clock's original limit: count, remarks, weight, source. */
function arithmeticOf(
  words: AllWords,
  clock: Clock,
  row: PolicyRow,
  group: BasisGroup | "unknown",
): readonly string[] {
  const { law } = words;
  return [
    sayDue(law, clock.due),
    ...listDueRemarks(law, clock.due),
    `${capitalise(law.say(`basis.${clock.basis}`))}: ${law.say(`basis.${clock.basis}.means`)}`,
    ...(group === "unknown" ? groupRemarks(words, row) : []),
    law.say("citation", { citation: clock.citation }),
    ...(clock.verified ? [] : [law.say("citation.unverified")]),
  ];
}

/** Said of a limit that is a rule for some letters and a target for others: nobody here knows which this one is. */
export function groupRemarks({ say }: AllWords, { basisByGroup }: PolicyRow): readonly string[] {
  const weights = new Set(Object.values(basisByGroup ?? {}));
  return weights.size > 1 ? [say("dates.group")] : [];
}

/** The sentences behind the day after which the superior can read: the last limit, what follows it, weight and source. */
export function escalationLines(
  { law }: AllWords,
  hardDue: DueDate,
  escalation: DueDate,
  result: PolicyRow,
  escalate: PolicyRow,
): readonly string[] {
  const remarks = new Set([...listDueRemarks(law, hardDue), ...listDueRemarks(law, escalation)]);
  return [
    sayDue(law, hardDue, result.start),
    sayDue(law, escalation, escalate.start),
    ...remarks,
    `${capitalise(law.say(`basis.${escalate.basis}`))}: ${law.say(`basis.${escalate.basis}.means`)}`,
    law.say("citation", { citation: escalate.citation }),
  ];
}

function PromisedDate({
  words: { say },
  label,
  when,
  how,
}: {
  readonly words: AllWords;
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
