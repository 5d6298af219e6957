import type { ComponentChildren, JSX } from "preact";
import { formatDate, formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import { receiptGroups } from "../../../envelope/receipt-code.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { Receipt } from "../journey.ts";
import { Keeping } from "../keeping/keeping.tsx";
import type { AllWords } from "../words.ts";
import { PromisedDates } from "../letter/dates.tsx";
import { clocksFrom, type Directory } from "../letter/directory.ts";

/** The code, once, large, with the dates that were promised, and the ways to keep it. */
export function ReceiptPage({
  words,
  directory,
  receipt,
  status,
  onNoted,
}: {
  readonly words: AllWords;
  readonly directory: Directory;
  readonly receipt: Receipt;
  /** How the rest of a long letter is getting on. */
  readonly status: ComponentChildren;
  readonly onNoted: () => void;
}): JSX.Element {
  const { say } = words;
  const { route, releasedOn, group } = receipt;
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("receipt.title")}</h1>
      <Notice tone="warn">
        <p>
          <Rich text={say("receipt.only")} />
        </p>
      </Notice>
      {status}
      <div class="slip">
        <h2 class="slip-title">{say("receipt.code")}</h2>
        <ol class="code" aria-label={say("receipt.code")}>
          {receiptGroups(receipt.code).map((group, index) => (
            <li key={`${index} ${group}`}>{group}</li>
          ))}
        </ol>
        <p class="slip-line">
          {say("receipt.sent-to")}: <strong lang="vi">{committeeName(directory.tree, route.receiver)}</strong>
        </p>
        <p class="slip-line">{releaseSentence(words, directory, receipt)}</p>
        <h2>{say("receipt.dates")}</h2>
        <PromisedDates
          words={words}
          clocks={clocksFrom(directory, releasedOn, group)}
          group={group}
          policy={directory.payload.policy}
          hasFallback={route.fallback !== null}
        />
        <p class="slip-line">{say("receipt.address")}</p>
      </div>
      <Keeping {...{ words, directory, receipt }} />
      <Button kind="primary" onPress={onNoted}>
        {say("receipt.noted")}
      </Button>
    </div>
  );
}

function releaseSentence(
  { language, say }: AllWords,
  { payload }: Directory,
  { releasedOn }: Receipt,
): string {
  const { releaseHour } = payload;
  if (releaseHour === null) return say("receipt.release.demo");
  const hour = formatNumber(language, releaseHour);
  return say("receipt.release", { date: formatDate(language, releasedOn), hour });
}
