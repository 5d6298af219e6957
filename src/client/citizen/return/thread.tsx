import type { JSX } from "preact";
import type { LetterText } from "../../../crypto/letter.text.ts";
import { formatDate, formatList, formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import type { HistoryItem } from "../../reporter/history.ts";
import { lostParts } from "../../reporter/own-letter.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { LetterParagraph } from "../long-text.tsx";
import type { OpenCase } from "./case-desk.ts";
import { type ItemWords, itemWords } from "./item-words.ts";
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

type ItemProps = {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
  readonly item: HistoryItem;
  readonly told: ItemWords;
};

function Item(props: ItemProps): JSX.Element {
  const { item } = props;
  return item.text === null && !item.unreadable ? <Step {...props} /> : <Message {...props} />;
}

/** Something that happened without words for the reporter. */
function Step({ words: { language, say }, item, told: { head, lines } }: ItemProps): JSX.Element {
  const [first = head, ...rest] = lines;
  return (
    <li class={isBad(item) ? "event event-late" : "event"}>
      <Icon name={iconOf(item)} size={20} />
      <div>
        <p>
          {first} · {formatDate(language, item.on)}{" "}
          {item.isNew && <span class="new-mark">{say("case.new")}</span>}
        </p>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </li>
  );
}

function Message({ words: { language, say }, opened, item, told: { head, lines } }: ItemProps): JSX.Element {
  const isOwn = item.by === "reporter";
  const name = item.committee === null ? "" : committeeName(opened.organisation.tree, item.committee);
  const isSealedAnew = item.deed?.kind === "seal-anew";
  return (
    <li class={isOwn ? "message message-own" : "message message-theirs"}>
      <p class="message-head">
        {isOwn ? head : `${name}: ${head}`} · {formatDate(language, item.on)}{" "}
        {item.isNew && <span class="new-mark">{say("case.new")}</span>}
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {/* The letter's own words stand above already. */}
      {!isSealedAnew && item.text !== "" && <p class="letter-text">{item.text ?? say("case.unreadable")}</p>}
      {!isOwn && item.text !== null && (
        <p class="verified">
          <Icon name="check" size={20} />
          {say("case.verified")}
        </p>
      )}
    </li>
  );
}

function isBad({ type }: HistoryItem): boolean {
  return type === "BecameOverdue" || type === "Escalated" || type === "ExplanationDemanded";
}

function iconOf(item: HistoryItem): IconName {
  if (isBad(item)) return "warning";
  return item.by === "clock" ? "clock" : "letter";
}
