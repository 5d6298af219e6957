import type { JSX } from "preact";
import { formatDate } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import type { HistoryItem } from "../../reporter/history.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import type { ShownOpenCase } from "./case-desk.ts";
import type { ItemWords } from "./item-words.ts";
import type { ReturnWords } from "./words.ts";

type ItemProps = {
  readonly words: ReturnWords;
  readonly opened: Pick<ShownOpenCase, "organisation">;
  readonly item: HistoryItem;
  readonly told: ItemWords;
};

/** One line of a case: a message with its words, or a step without. */
export function Item(props: ItemProps): JSX.Element {
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
