import type { JSX } from "preact";
import { formatNumber } from "../../i18n/format.ts";
import type { CaseFile, FileItem } from "../desk/case-file.ts";
import { Notice } from "../ui/notice.tsx";
import { sayObstacle } from "./obstacle-words.ts";
import type { OpenCase, Session } from "./state.ts";
import { StrangersLine } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";
import { useCommand } from "./use-command.ts";

type DeedProps = {
  readonly item: FileItem;
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
};

/** What a message of the reporter does beside saying something. */
export function Deed(props: DeedProps): JSX.Element | null {
  const { say, language } = useTools().words;
  const { deed } = props.item;
  switch (deed?.kind) {
    case undefined:
    case "message":
      return null;
    case "continuation":
      return <p class="deed">{say("deed.continuation", { part: formatNumber(language, deed.part + 1) })}</p>;
    case "review":
      return <p class="deed">{say("deed.review")}</p>;
    case "seal-anew":
      return <p class="deed">{say("deed.seal-anew")}</p>;
    case "rate":
      return <p class="deed">{deed.satisfied ? say("deed.satisfied") : say("deed.not-satisfied")}</p>;
    case "withdraw":
      return <Withdrawal {...props} />;
    case "make-formal":
      return <MadeFormal {...props} />;
    default:
      return deed satisfies never;
  }
}

function Withdrawal({ open, file, session }: DeedProps): JSX.Element {
  const { words, conductor } = useTools();
  const perform = useCommand(open, file, session);
  return (
    <Notice tone="warn">
      <p class="deed">{words.say("deed.withdraw")}</p>
      <p>{words.say("deed.withdraw-warning")}</p>
      {conductor.commandObstacle(file, "note") === null && file.sealed.withdrawal === null && (
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            perform("note", { note: "withdrawn" });
          }}
        >
          {words.say("deed.note-withdrawal")}
        </button>
      )}
    </Notice>
  );
}

/** The reporter's signed word: the server learns of it only by an officer's hand. */
function MadeFormal({ item, open, file, session }: DeedProps): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const perform = useCommand(open, file, session);
  const { sequence } = item;
  const identity = sequence === null ? undefined : conductor.identity(file, sequence);
  const obstacle = conductor.commandObstacle(file, "make-formal");
  return (
    <Notice>
      <p class="deed">{say("deed.make-formal")}</p>
      {file.state.formal === null && <p>{say("deed.make-formal-means")}</p>}
      {identity === undefined ? (
        <p class="remark">{say("deed.identity-closed")}</p>
      ) : (
        <dl class="facts">
          {(["name", "address", "contact"] as const).map((field) => (
            <div key={field} class="fact">
              <dt>{say(`identity.${field}`)}</dt>
              <dd>
                <StrangersLine text={identity[field]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {identity !== undefined && <p class="remark">{say("identity.keep")}</p>}
      {file.state.formal !== null ? (
        <p class="remark">{say("deed.shown")}</p>
      ) : (
        <p>
          <button
            type="button"
            class="button button-secondary"
            aria-disabled={obstacle === null ? undefined : "true"}
            onClick={() => {
              if (obstacle === null) perform("make-formal", { sequence });
            }}
          >
            {say("action.make-formal")}
          </button>{" "}
          <span class="because">
            {obstacle === null ? say("told.make-formal") : sayObstacle(words, obstacle)}
          </span>
        </p>
      )}
    </Notice>
  );
}
