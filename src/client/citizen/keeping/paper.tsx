import type { JSX } from "preact";
import { requirePolicyRow } from "../../../domain/policy.ts";
import { receiptGroups } from "../../../envelope/receipt-code.ts";
import { capitalise, formatDate } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import { rootGroups } from "../../trust.ts";
import { Rich } from "../../ui/rich.tsx";
import type { Receipt } from "../journey.ts";
import { groupRemarks } from "../letter/dates.tsx";
import { clocksFrom, type Directory } from "../letter/directory.ts";
import type { AllWords } from "../words.ts";

// What goes to the printer and is never on the screen (print.css). Nothing of the letter's text is in it.

export type PaperKind = "a4" | "slip";

type Props = {
  readonly words: AllWords;
  readonly directory: Directory;
  readonly receipt: Receipt;
};

/** Both papers; the printer gets the one that was asked for, and the sheet if the browser's own menu was used. */
export function Papers({
  kind,
  hasAddress,
  ...props
}: Props & { readonly kind: PaperKind; readonly hasAddress: boolean }): JSX.Element {
  return (
    <div class={`papers papers-${kind}`}>
      <Sheet {...props} />
      <div class="paper paper-slip">
        <CodeGroups receipt={props.receipt} />
        {hasAddress && <p class="paper-address">{window.location.host}</p>}
      </div>
    </div>
  );
}

function CodeGroups({ receipt }: Pick<Props, "receipt">): JSX.Element {
  return (
    <p class="paper-code">
      {receiptGroups(receipt.code).map((group, index) => (
        <span key={`${index} ${group}`}>{group} </span>
      ))}
    </p>
  );
}

/** A4: the code, who has the letter, the promised dates, and how to see the answer. */
function Sheet(props: Props): JSX.Element {
  const { words, directory, receipt } = props;
  const { language, say } = words;
  const address = window.location.origin;
  return (
    <div class="paper paper-a4">
      <h2 class="paper-title">{say("paper.title")}</h2>
      <h3>{say("paper.code")}</h3>
      <CodeGroups receipt={receipt} />
      <p>{say("paper.secret")}</p>
      <p>
        {say("receipt.sent-to")}:{" "}
        <strong lang="vi">{committeeName(directory.tree, receipt.route.receiver)}</strong>
      </p>
      <p>{say("paper.released", { date: formatDate(language, receipt.releasedOn) })}</p>
      <h3>{say("receipt.dates")}</h3>
      <PaperDates {...props} />
      <h3>{say("paper.what")}</h3>
      <ol class="paper-steps">
        <li>{say("paper.what.open", { address })}</li>
        <li>{say("paper.what.check")}</li>
        <li>{say("paper.what.type")}</li>
        <li>{say("paper.what.leave")}</li>
      </ol>
      <h3>{say("paper.roots")}</h3>
      <p class="paper-roots">{rootGroups.join(" ")}</p>
      <p>{say("paper.roots.hint")}</p>
    </div>
  );
}

function PaperDates({ words, directory, receipt }: Props): JSX.Element {
  const { language, law, say } = words;
  const { releasedOn, route, group } = receipt;
  const { policy } = directory.payload;
  const clocks = clocksFrom(directory, releasedOn, group);
  const row = requirePolicyRow(policy, "result", "report", clocks.result.startedOn);
  const remarks = group === "unknown" ? groupRemarks(words, row) : [];
  return (
    <>
      <ul class="paper-dates">
        {(["first-open", "acknowledge", "result"] as const).map((name) => (
          <li key={name}>
            {say(`dates.${name}`)}:{" "}
            <Rich text={say("dates.by", { date: formatDate(language, clocks[name].due.on) })} /> (
            {law.say(`basis.${clocks[name].basis}`)})
          </li>
        ))}
        {route.fallback !== null && (
          <li>
            {say("dates.escalation")}:{" "}
            <Rich text={say("dates.after", { date: formatDate(language, clocks.outerEscalation.on) })} />
          </li>
        )}
      </ul>
      {remarks.map((remark) => (
        <p key={remark}>{capitalise(remark)}</p>
      ))}
    </>
  );
}
