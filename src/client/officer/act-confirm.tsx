import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { committeeName } from "../../i18n/law.ts";
import { formatList } from "../../i18n/format.ts";
import { Icon } from "../ui/icon.tsx";
import { type ActProps, knownReaders } from "./act-props.ts";
import { remainingReaders } from "../desk/readers-left.ts";
import type { SolemnCommand } from "./commands.ts";
import { Preview } from "./preview/preview.tsx";
import { useTools } from "./tools.ts";

/** What will happen, who can read from then on, and that what was read cannot be unread. The next press does it. */
export function ActConfirm(props: ActProps & { readonly command: SolemnCommand }): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say } = words;
  const { open, command } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const isSending = open.step === "sending";
  return (
    <section class="act-confirm" tabIndex={-1} ref={box} aria-labelledby="act-confirm">
      <h4 id="act-confirm">
        <Icon name="warning" size={18} /> {say("confirm.title")}
      </h4>
      <ul>
        <li>{say(`confirm.${command}`, { committee: placeOf(props) })}</li>
        <ReadersFromNow {...props} />
        {command === "recuse" && <li>{say("confirm.own-key")}</li>}
        <li>{say("confirm.final")}</li>
      </ul>
      <Preview {...props} />
      <div class="composer-foot">
        <button
          type="button"
          class="button button-primary"
          aria-disabled={isSending ? "true" : undefined}
          onClick={() => {
            if (!isSending) conductor.send();
          }}
        >
          {say("confirm.yes", { act: say(`action.${command}`) })}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-disabled={isSending ? "true" : undefined}
          onClick={() => {
            if (!isSending) dispatch({ type: "confirming", on: false });
          }}
        >
          {say("confirm.no")}
        </button>
        <p class="remark" aria-live="polite">
          {isSending && say("form.sending")}
        </p>
      </div>
    </section>
  );
}

/** The committee that an act is about: who gets the case, or who has it. */
function placeOf({ command, file, form, session }: ActProps & { readonly command: SolemnCommand }): string {
  const { tree } = session.organisation;
  const { committee, superior } = file.state;
  if (command === "transfer") return form.to === null ? "…" : committeeName(tree, form.to);
  return committeeName(tree, file.as === "superior" ? (superior ?? committee) : committee);
}

function ReadersFromNow(props: ActProps & { readonly command: SolemnCommand }): JSX.Element | null {
  const { say, language } = useTools().words;
  const { command, open, form, session, file } = props;
  const list = knownReaders(open);
  const own = session.officer.id;
  switch (command) {
    case "transfer":
    case "take-over":
      return (
        <>
          <li>{say("confirm.readers-committee", { committee: placeOf(props) })}</li>
          <li>{say("confirm.unread")}</li>
        </>
      );
    case "hand-over":
    case "recuse": {
      const reads =
        command === "recuse"
          ? remainingReaders(list, file, own)
          : list.filter(({ officer }) => officer === own || form.readers.includes(officer));
      const names = formatList(
        language,
        reads.map(({ title }) => title),
      );
      return (
        <>
          <li>{say("confirm.readers", { readers: names })}</li>
          <li>{say("confirm.unread")}</li>
        </>
      );
    }
    case "refuse":
    case "conclude":
    case "close":
    case "make-formal":
    case "open-as-superior":
      return null;
    default:
      return command satisfies never;
  }
}
