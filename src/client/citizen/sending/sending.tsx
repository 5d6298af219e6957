import type { JSX } from "preact";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { sayFault } from "./faults.ts";
import type { Sending, SendFault } from "../journey.ts";
import type { AllWords } from "../words.ts";

/** The letter on its way. It cannot be left: until it has arrived, this page holds the only copy. */
export function SendingPage({
  words,
  sending,
  onHurry,
  onRetry,
  onBack,
}: {
  readonly words: AllWords;
  readonly sending: Sending;
  readonly onHurry: () => void;
  readonly onRetry: () => void;
  readonly onBack: (fault: SendFault) => void;
}): JSX.Element {
  const { say } = words;
  if (sending.kind === "failed")
    return <Failed words={words} fault={sending.fault} onRetry={onRetry} onBack={onBack} />;
  return (
    <div class="stack sending">
      <h1 tabIndex={-1}>{say("sending.title")}</h1>
      <div class="flight" aria-hidden="true">
        <span class="flight-letter" />
      </div>
      <Live look="stack-small">
        {sending.kind === "under-way" && <p>{say(`sending.${sending.stage}`)}</p>}
        {sending.kind === "waiting" && (
          <Notice tone="warn">
            <p>
              <Rich text={say(`sending.${sending.why}`)} />
            </p>
          </Notice>
        )}
      </Live>
      {sending.kind === "waiting" && <Button onPress={onHurry}>{say("sending.again")}</Button>}
      <p class="beneath">{say("sending.keep")}</p>
    </div>
  );
}

function Failed({
  words,
  fault,
  onRetry,
  onBack,
}: {
  readonly words: AllWords;
  readonly fault: SendFault;
  readonly onRetry: () => void;
  readonly onBack: (fault: SendFault) => void;
}): JSX.Element {
  const { say } = words;
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("sending.failed")}</h1>
      <Notice tone="bad" live="alert">
        <p>
          <Rich text={sayFault(words, fault)} />
        </p>
      </Notice>
      <p>{say("sending.kept")}</p>
      <Button kind="primary" onPress={onRetry}>
        {say("error.retry")}
      </Button>
      <Button
        onPress={() => {
          onBack(fault);
        }}
      >
        {say("sending.back")}
      </Button>
    </div>
  );
}
