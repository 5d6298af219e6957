import type { JSX } from "preact";
import type { LetterText } from "../../../crypto/letter.text.ts";
import { formatDate, formatList, formatNumber } from "../../../i18n/format.ts";
import { lostParts } from "../../reporter/own-letter.ts";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { LetterParagraph } from "../long-text.tsx";
import type { OpenCase } from "./case-desk.ts";
import { Item } from "./item.tsx";
import { itemWords } from "./item-words.ts";
import type { ReturnWords } from "./words.ts";

/** The letter and everything since, the oldest first: what was written, what was done, what time did. */
export function Thread({
  words,
  opened,
}: {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
}): JSX.Element {
  const { language, say } = words;
  const { organisation, view } = opened;
  const { body } = view.letter;
  const hasAnswer = view.history.some(({ by, text }) => by === "committee" && text !== null);
  return (
    <section class="stack-small">
      <h2>{say("case.messages")}</h2>
      {!hasAnswer && <p>{say("case.messages.none")}</p>}
      <ol class="thread">
        <li class="message message-own">
          <p class="message-head">
            {say("case.letter")} · {formatDate(language, view.releasedOn)}
          </p>
          {view.letterText !== null && (
            <AbsentParts words={words} letterText={view.letterText} waiting={view.waiting} />
          )}
          {body === null ? (
            <p>{say("step.Erased")}</p>
          ) : (
            <LetterParagraph words={words} text={view.letterText?.text ?? body.text} lang={body.language} />
          )}
        </li>
        {view.history.map((item, index) => {
          const told = itemWords({ words, organisation, view }, item);
          // Two steps of time can stand at one place of the chain: only the position tells lines apart.
          return told === null ? null : <Item key={index} {...{ words, opened, item, told }} />;
        })}
      </ol>
    </section>
  );
}

/** What of a long letter cannot be shown: parts that wait for their release, and parts that never arrived. */
function AbsentParts({
  words: { language, say },
  letterText,
  waiting,
}: {
  readonly words: ReturnWords;
  readonly letterText: LetterText;
  readonly waiting: number;
}): JSX.Element {
  const lost = lostParts(letterText, waiting);
  const onTheWay = letterText.missing.filter((part) => !lost.includes(part));
  const number = (part: number) => formatNumber(language, part + 1);
  const named = (parts: readonly number[]) => formatList(language, parts.map(number));
  return (
    <>
      {onTheWay.length > 0 && <p>{say("case.letter.waiting", { parts: named(onTheWay) })}</p>}
      {lost.length > 0 && (
        <Notice tone="warn">
          <p>
            <Rich text={say("case.letter.lost", { parts: named(lost), whole: number(letterText.parts) })} />
          </p>
        </Notice>
      )}
    </>
  );
}

/** What is new since the reporter wrote, of what is shown. */
export function countNew(words: ReturnWords, { organisation, view }: OpenCase): number {
  return view.history.filter((item) => item.isNew && itemWords({ words, organisation, view }, item) !== null)
    .length;
}
