import type { JSX } from "preact";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import { formatNumber } from "../../i18n/format.ts";
import { committeeName } from "../../i18n/law.ts";
import type { Words } from "../../i18n/officer/words.load.ts";
import type { CaseFile, FileItem } from "../desk/case-file.ts";
import { Icon } from "../ui/icon.tsx";
import { Day } from "./clock-words.tsx";
import { Deed } from "./deed.tsx";
import { FactWords } from "./fact-words.tsx";
import type { OpenCase, Session } from "./state.ts";
import { CoverableText } from "./redaction/covered-text.tsx";
import { HiddenCharacters } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";

type HistoryProps = { readonly open: OpenCase; readonly file: CaseFile; readonly session: Session };

/** What happened, each entry checked, with what time did at its places; what stands behind a fault is not in it. */
export function History({ open, file, session }: HistoryProps): JSX.Element {
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
        {file.history.map((item, index) => (
          <Entry key={item.sequence ?? `t${index}`} item={item} open={open} file={file} session={session} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ item, open, file, session }: HistoryProps & { readonly item: FileItem }): JSX.Element {
  const { words } = useTools();
  const { say, law } = words;
  const detail = sayEvent(words, item.event, session);
  const officers = open.readers?.kind === "readers" ? open.readers.readers : [];
  const isOther = item.committee !== null && item.committee !== file.state.committee;
  return (
    <li class={`entry entry-${item.by}`}>
      <p class="entry-head">
        <Day on={item.on} />
        <strong>{law.say(`event.${item.type}`)}</strong>
        <Verified item={item} isLetterRead={file.letter !== null} />
      </p>
      {isOther && item.committee !== null && (
        <p class="remark">{committeeName(session.organisation.tree, item.committee)}</p>
      )}
      {detail !== null && <p>{detail}</p>}
      {item.fact !== null && <FactWords fact={item.fact} officers={officers} />}
      {item.deed !== null && <Deed item={item} open={open} file={file} session={session} />}
      {item.text !== null && item.text !== "" && (
        <div class="entry-text">
          <CoverableText text={item.text} terms={item.by === "reporter" ? file.sealed.covered : []} />
          <HiddenCharacters text={item.text} />
        </div>
      )}
      {item.unreadable && (
        <p class="unreadable">
          {item.by === "reporter" ? say("history.unreadable") : say("history.unreadable-act")}
        </p>
      )}
      {item.sawAnother && <p class="unreadable">{say("history.saw-another")}</p>}
      {item.by === "reporter" && file.letter === null && <p class="remark">{say("history.sealed")}</p>}
    </li>
  );
}

/** What everybody may know of an event beside its name; null: there is nothing more. */
export function sayEvent(words: Words, event: CaseEvent, session: Session): string | null {
  const { say, law, language } = words;
  switch (event.type) {
    case "Classified":
    case "MadeFormal":
      return law.say(`kind.${event.kind}`);
    case "ReporterAsked":
      return say("history.asked", { days: formatNumber(language, event.days) });
    case "Extended":
      return say("history.extended", { days: formatNumber(language, event.days) });
    case "Transferred":
      return say("history.to", { committee: committeeName(session.organisation.tree, event.to) });
    case "HandedOver":
    case "Recused":
    case "TakenOver":
      return say("history.new-key");
    case "BecameOverdue":
      return law.say(`clock.${event.clock}`);
    case "Escalated":
      return event.clock === "outer" ? say("history.outer") : law.say(`clock.${event.clock}`);
    case "LawChanged":
      return law.say(`law-change.${event.because}`);
    case "Released":
    case "Opened":
    case "Acknowledged":
    case "MessageSent":
    case "VerificationBegun":
    case "SuperiorProposed":
    case "Noted":
    case "Refused":
    case "Concluded":
    case "Closed":
    case "Explained":
    case "ReporterWrote":
    case "ReviewAsked":
    case "ExplanationDemanded":
    case "OpenedBySuperior":
    case "TransferReceived":
    case "ClockResumed":
    case "Erased":
      return null;
    default:
      return event satisfies never;
  }
}

/** A committee's signature is checked with the chain; the reporter's only when its message opens; time signs nothing. */
function Verified({
  item,
  isLetterRead,
}: {
  readonly item: FileItem;
  readonly isLetterRead: boolean;
}): JSX.Element | null {
  const { say } = useTools().words;
  if (item.unreadable) return null;
  if (item.by === "clock") return <span class="verified verified-not">{say("history.by-time")}</span>;
  if (item.by === "reporter" && !isLetterRead)
    return <span class="verified verified-not">{say("history.linked")}</span>;
  return (
    <span class="verified">
      <Icon name="check" size={14} />
      {item.by === "committee" ? say("history.signed") : say("history.reporter-signed")}
    </span>
  );
}
