import type { JSX } from "preact";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { sayFault } from "../sending/faults.ts";
import type { DeedSending } from "./use-sending.ts";
import type { ReturnWords } from "./words.ts";

/** How the sending of a deed goes, and that nothing typed is lost if it does not. */
export function Progress({
  words,
  deedSending: { sending, hurry },
}: {
  readonly words: ReturnWords;
  readonly deedSending: DeedSending;
}): JSX.Element {
  const { say } = words;
  return (
    <Live look="stack-small">
      {sending.kind === "under-way" && <p>{say(`sending.${sending.stage}`)}</p>}
      {sending.kind === "waiting" && (
        <Notice tone="warn">
          <p>
            <Rich text={say(`sending.${sending.why}`)} />
          </p>
          <Button onPress={hurry}>{say("sending.again")}</Button>
        </Notice>
      )}
      {sending.kind === "failed" && (
        <Notice tone="bad">
          <p>
            <Rich text={sayFault(words, sending.fault)} />
          </p>
          <p>{say("sending.kept")}</p>
        </Notice>
      )}
    </Live>
  );
}
