import type { JSX } from "preact";
import { formatDate } from "../../../i18n/format.ts";
import type { HistoryItem } from "../../reporter/history.ts";
import type { CaseView } from "../../reporter/open-case.ts";
import { Icon } from "../../ui/icon.tsx";
import type { AllWords } from "../words.ts";

/** The letter and everything since, the oldest first. */
export function Thread({ words, view }: { readonly words: AllWords; readonly view: CaseView }): JSX.Element {
  const { language, say } = words;
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
          <p class="letter-text" lang={view.letter.body.language}>
            {view.letter.body.text}
          </p>
        </li>
        {view.history.map((item) => (
          <Item key={item.sequence} words={words} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Item({ words, item }: { readonly words: AllWords; readonly item: HistoryItem }): JSX.Element {
  const { language, say, law } = words;
  const date = formatDate(language, item.on);
  const mark = item.isNew && <span class="new-mark">{say("case.new")}</span>;
  if (item.text === null && !item.unreadable)
    return (
      <li class="event">
        <Icon name="letter" size={20} />
        <span>
          {law.say(`event.${item.type}`)} · {date} {mark}
        </span>
      </li>
    );
  return (
    <li class={item.by === "committee" ? "message message-theirs" : "message message-own"}>
      <p class="message-head">
        {say(item.by === "committee" ? "case.by.committee" : "case.by.you")} · {date} {mark}
      </p>
      <p class="letter-text">{item.text ?? say("case.unreadable")}</p>
      {item.by === "committee" && item.text !== null && (
        <p class="verified">
          <Icon name="check" size={20} />
          {say("case.verified")}
        </p>
      )}
    </li>
  );
}
