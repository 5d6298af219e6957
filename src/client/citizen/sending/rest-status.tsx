import type { JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { Rest } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { sayFault } from "./faults.ts";

/** How the rest of a long letter is getting on, beside the code: the letter itself has arrived. */
export function RestStatus({
  words,
  rest,
  onHurry,
  onRetry,
}: {
  readonly words: AllWords;
  readonly rest: Rest;
  readonly onHurry: () => void;
  readonly onRetry: () => void;
}): JSX.Element {
  const { language, say } = words;
  const { sent, of, sending } = rest;
  // The letter is the first of them.
  const whole = formatNumber(language, of + 1);
  const part = formatNumber(language, Math.min(sent + 2, of + 1));
  const isWaiting = sending.kind === "waiting";
  if (sending.kind === "failed")
    return (
      <Notice tone="bad" live="alert">
        <h2 class="notice-title">{say("rest.failed", { part, whole })}</h2>
        <p>
          <Rich text={sayFault(words, sending.fault)} />
        </p>
        <p>{say("rest.failed.then")}</p>
        <Button onPress={onRetry}>{say("error.retry")}</Button>
      </Notice>
    );
  return (
    <Notice tone={sent === of ? "good" : "warn"}>
      <Live look="stack-small">
        {sent === of ? (
          <p>{say("rest.sent", { whole })}</p>
        ) : (
          <p>
            <Rich text={say("rest.going", { part, whole })} />
          </p>
        )}
        {isWaiting && <p>{say(`rest.${sending.why}`)}</p>}
      </Live>
      {isWaiting && <Button onPress={onHurry}>{say("sending.again")}</Button>}
    </Notice>
  );
}
