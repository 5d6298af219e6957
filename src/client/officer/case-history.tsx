import type { JSX } from "preact";
import type { CaseFile, FileItem } from "../desk/case-file.ts";
import { Icon } from "../ui/icon.tsx";
import { Day } from "./clock-words.tsx";
import { HiddenCharacters, StrangersText } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";

/** What happened, each entry checked; what stands behind a fault is not in it. */
export function History({ file }: { readonly file: CaseFile }): JSX.Element {
  const { say, law } = useTools().words;
  return (
    <section class="block" aria-labelledby="history">
      <h3 id="history">{say("history.title")}</h3>
      <ol class="history">
        <li class="entry">
          <p class="entry-head">
            <Day on={file.row.releasedOn} />
            <strong>{law.say("event.Released")}</strong>
          </p>
        </li>
        {file.history.map((item) => (
          <Entry key={item.sequence} item={item} file={file} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ item, file }: { readonly item: FileItem; readonly file: CaseFile }): JSX.Element {
  const { say, law } = useTools().words;
  return (
    <li class={`entry entry-${item.by}`}>
      <p class="entry-head">
        <Day on={item.on} />
        <strong>{law.say(`event.${item.type}`)}</strong>
        <Verified item={item} isLetterRead={file.letter !== null} />
      </p>
      {item.text !== null && (
        <div class="entry-text">
          <StrangersText text={item.text} />
          <HiddenCharacters text={item.text} />
        </div>
      )}
      {item.unreadable && <p class="unreadable">{say("history.unreadable")}</p>}
      {item.sawAnother && <p class="unreadable">{say("history.saw-another")}</p>}
      {item.by === "reporter" && file.letter === null && <p class="remark">{say("history.sealed")}</p>}
    </li>
  );
}

/** A committee's signature is checked with the chain; the reporter's only when its message opens. */
function Verified({
  item,
  isLetterRead,
}: {
  readonly item: FileItem;
  readonly isLetterRead: boolean;
}): JSX.Element | null {
  const { say } = useTools().words;
  if (item.unreadable) return null;
  if (item.by === "reporter" && !isLetterRead)
    return <span class="verified verified-not">{say("history.linked")}</span>;
  return (
    <span class="verified">
      <Icon name="check" size={14} />
      {item.by === "committee" ? say("history.signed") : say("history.reporter-signed")}
    </span>
  );
}
