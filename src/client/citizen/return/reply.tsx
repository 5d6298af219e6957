import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import { formatDate, formatNumber, formatPercent } from "../../../i18n/format.ts";
import type { Transport } from "../../transport.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field, privateInput } from "../../ui/field.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { carry } from "../sending/courier.ts";
import { sayFault } from "../sending/faults.ts";
import type { Sending } from "../journey.ts";
import { charactersIn } from "../letter/counter.ts";
import { createPatience } from "../sending/patience.ts";
import type { AllWords } from "../words.ts";
import type * as CaseDesk from "./case-desk.ts";
import type { OpenCase } from "./case-desk.ts";

type Desk = typeof CaseDesk;

/** Writing back. A message that waits for its release blocks the next: its place must be known first. */
export function Reply({
  words,
  transport,
  opened,
  desk,
  onReplying,
  onSent,
}: {
  readonly words: AllWords;
  readonly transport: Transport;
  readonly opened: OpenCase;
  readonly desk: Desk;
  readonly onReplying: (isReplying: boolean) => void;
  readonly onSent: () => void;
}): JSX.Element {
  const { language, say } = words;
  const isDoubtful = opened.view.chain.fault !== null;
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const [sentFor, setSentFor] = useState<PlainDate | null>(null);
  const patience = useRef(createPatience());
  const isUnderWay = useRef(false);
  const undecided = useRef<{ readonly text: string; readonly request: Bytes } | null>(null);
  const isBusy = sending.kind === "under-way" || sending.kind === "waiting";
  useEffect(() => {
    onReplying(text.trim() !== "");
  }, [text, onReplying]);
  const { free, whole } = desk.roomForReply(text);
  const send = () => {
    if (isUnderWay.current) return;
    const found = replyFault(words, text, free, desk.holdsCode(opened, text));
    setFault(found);
    if (found !== undefined) return;
    isUnderWay.current = true;
    const errand = desk.replyErrand(transport, opened, text);
    const go = async () => {
      const left = undecided.current?.text === text ? undecided.current.request : null;
      const carried = await carry({ ...errand, pause: patience.current.pause, report: setSending }, left);
      isUnderWay.current = false;
      undecided.current =
        carried.kind === "failed" && carried.undecided !== null ? { text, request: carried.undecided } : null;
      if (carried.kind === "failed") {
        setSending(carried);
        return;
      }
      setSending({ kind: "idle" });
      setSentFor(carried.releasedOn);
      setText("");
      onSent();
    };
    void go();
  };
  return (
    <section class="stack-small">
      <h2>{say("case.reply")}</h2>
      {sentFor !== null && (
        <Notice tone="good" live="status">
          <p>{say("case.reply.sent")}</p>
          <p>{say("case.reply.release", { date: formatDate(language, sentFor) })}</p>
        </Notice>
      )}
      {isDoubtful || opened.view.waiting > 0 ? (
        <Notice>{say(isDoubtful ? "case.reply.doubtful" : "case.pending")}</Notice>
      ) : (
        <>
          <ErrorSummary
            title={say("errors.title")}
            faults={fault === undefined ? [] : [{ field: "h", text: fault }]}
          />
          <Field id="h" label={say("case.reply.text")} fault={fault}>
            <textarea
              {...privateInput}
              class="field-input letter-paper"
              id="h"
              name="h"
              rows={5}
              readOnly={isBusy}
              aria-describedby="h-count"
              value={text}
              onInput={(event) => {
                setFault(undefined);
                setText(event.currentTarget.value);
              }}
            />
            <p class="counter" id="h-count">
              {free < 0
                ? say("write.over", { count: formatNumber(language, charactersIn(free, text, language)) })
                : say("write.free", {
                    percent: formatPercent(language, free / whole),
                    count: formatNumber(language, charactersIn(free, text, language)),
                  })}
            </p>
          </Field>
          <Progress
            words={words}
            sending={sending}
            onHurry={() => {
              patience.current.hurry();
            }}
          />
          <Button kind="primary" waiting={isBusy} onPress={send}>
            {say("case.reply.send")}
          </Button>
        </>
      )}
    </section>
  );
}

function replyFault(
  { language, say }: AllWords,
  text: string,
  free: number,
  holdsCode: boolean,
): string | undefined {
  if (text.trim() === "") return say("case.reply.required");
  if (holdsCode) return say("write.has-code");
  if (free >= 0) return undefined;
  return say("write.too-long", { count: formatNumber(language, charactersIn(free, text, language)) });
}

function Progress({
  words,
  sending,
  onHurry,
}: {
  readonly words: AllWords;
  readonly sending: Sending;
  readonly onHurry: () => void;
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
          <Button onPress={onHurry}>{say("sending.again")}</Button>
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
