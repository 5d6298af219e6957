import type { JSX } from "preact";
import { formatNumber, formatPercent } from "../../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { describedBy, Field, privateInput } from "../../ui/field.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { Action, DraftFault, Journey } from "../journey.ts";
import type { LetterRoom } from "../../../crypto/letter.parts.ts";
import type { AllWords } from "../words.ts";
import { charactersIn } from "./counter.ts";
import { QuestionPage } from "./page.tsx";
import { TracesNotice } from "./traces-notice.tsx";

/** Room in the letter, in bytes; undefined until the cryptography is there to count. */
export type Room = LetterRoom;

/** The letter itself, with what might give its writer away said beside it. */
export function WritePage({
  words,
  journey: { draft, fault },
  dispatch,
  trouble,
  room,
  isWaiting,
  onAgain,
  onContinue,
}: {
  readonly words: AllWords;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  /** Why nothing can be sent as things stand. */
  readonly trouble: string | null;
  readonly room: Room | undefined;
  /** The person wants to go on, and what is needed for it is still being fetched. */
  readonly isWaiting: boolean;
  readonly onAgain: () => void;
  readonly onContinue: () => void;
}): JSX.Element {
  const { say } = words;
  const text = fault === null ? undefined : sayDraftFault(words, fault, draft.text);
  return (
    <QuestionPage
      words={words}
      question="write"
      title={say("write.title")}
      faults={text === undefined ? [] : [{ field: "d", text }]}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      {trouble !== null && (
        <Notice tone="bad" live="alert">
          <p>
            <Rich text={trouble} />
          </p>
          <Button onPress={onAgain}>{say("error.retry")}</Button>
        </Notice>
      )}
      <Prompts words={words} isMember={draft.self === "party-member"} />
      <Field id="d" label={say("write.text")} hint={say("write.text.hint")} fault={text}>
        <textarea
          {...privateInput}
          class="field-input letter-paper"
          id="d"
          name="d"
          rows={10}
          aria-describedby={`${describedBy("d", true, text !== undefined) ?? ""} d-count`}
          aria-invalid={text !== undefined}
          value={draft.text}
          onInput={(event) => {
            dispatch({ type: "wrote", text: event.currentTarget.value });
          }}
        />
        <Counter words={words} text={draft.text} room={room} />
      </Field>
      <TracesNotice words={words} text={draft.text} />
      <Button kind="primary" waiting={isWaiting} onPress={onContinue}>
        {say("step.continue")}
      </Button>
      <Live look="beneath">{isWaiting && say("step.loading")}</Live>
    </QuestionPage>
  );
}

function sayDraftFault({ language, say }: AllWords, fault: DraftFault, text: string): string {
  if (typeof fault === "object" && "tooLongBy" in fault) {
    const count = formatNumber(language, charactersIn(-fault.tooLongBy, text, language));
    return say("write.too-long", { count });
  }
  return say(fault === "has-code" ? "write.has-code" : "write.required");
}

function Prompts({
  words: { say },
  isMember,
}: {
  readonly words: AllWords;
  readonly isMember: boolean;
}): JSX.Element {
  return (
    <Notice tone="warn">
      <h2 class="notice-title">{say("write.prompts.title")}</h2>
      <ul>
        <li>{say("write.prompts.few")}</li>
        <li>{say("write.prompts.self")}</li>
        <li>{say("write.prompts.style")}</li>
        {isMember && <li>{say("write.prompts.member")}</li>}
      </ul>
    </Notice>
  );
}

/** What is still free. Announced only when it gets scarce: a number after every key would be noise. */
function Counter({
  words,
  text,
  room,
}: {
  readonly words: AllWords;
  readonly text: string;
  readonly room: Room | undefined;
}): JSX.Element {
  const free = room?.free ?? 0;
  const share = room === undefined ? 1 : shareOf(room);
  const sentence = room === undefined ? "" : roomSentence(words, text, room);
  const isToldAloud = share < 0.1 || (room !== undefined && room.parts > 0);
  return (
    <>
      <p class={free < 0 ? "counter counter-over" : "counter"} id="d-count">
        <meter class="counter-bar" min={0} max={1} low={0.1} value={1 - share} aria-hidden="true" />
        <span>{sentence}</span>
      </p>
      <Live look="visually-hidden">{isToldAloud ? sentence : ""}</Live>
    </>
  );
}

function shareOf({ free, whole }: Room): number {
  return Math.max(0, free / whole);
}

/** How much still fits; of a text that goes on in messages, that there is nothing to worry about. */
function roomSentence({ language, say }: AllWords, text: string, room: Room): string {
  const count = formatNumber(language, charactersIn(room.free, text, language));
  if (room.free < 0) return say("write.over", { count });
  if (room.parts > 0) return say("write.parts", { count: formatNumber(language, room.parts + 1) });
  return say("write.free", { percent: formatPercent(language, shareOf(room)), count });
}
