import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDate, formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import { receiptGroups } from "../../../envelope/receipt-code.ts";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { Receipt } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { PromisedDates } from "../letter/dates.tsx";
import { clocksFrom, type Directory } from "../letter/directory.ts";

/** The code, once, large, with the dates that were promised. What is printed is this slip and nothing else. */
export function ReceiptPage({
  words,
  directory,
  receipt,
  onNoted,
}: {
  readonly words: AllWords;
  readonly directory: Directory;
  readonly receipt: Receipt;
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
      <Keeping words={words} code={receiptGroups(receipt.code).join(" ")} />
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

function Keeping({ words: { say }, code }: { readonly words: AllWords; readonly code: string }): JSX.Element {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = async () => {
    try {
      // Absent where the page is not served over a safe connection; then this throws like a refusal.
      await navigator.clipboard.writeText(code);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  };
  return (
    <div class="keeping">
      <Button
        onPress={() => {
          void copy();
        }}
      >
        {say("receipt.copy")}
      </Button>
      <Button
        onPress={() => {
          window.print();
        }}
      >
        {say("receipt.print")}
      </Button>
      <Live look="keeping-state">
        {copied === "yes" && say("receipt.copied")}
        {copied === "failed" && say("receipt.copy.failed")}
      </Live>
    </div>
  );
}
