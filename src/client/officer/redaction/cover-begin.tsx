import type { JSX } from "preact";
import type { CaseFile } from "../../desk/case-file.ts";
import { Notice } from "../../ui/notice.tsx";
import type { OpenCase, Session } from "../state.ts";
import { useTools } from "../tools.ts";
import { useCommand } from "../use-command.ts";

type CoverProps = { readonly open: OpenCase; readonly file: CaseFile; readonly session: Session };

/** The way to the form in which names are covered; nothing where no note may be written. */
export function CoverBegin({ open, file, session }: CoverProps): JSX.Element | null {
  const { words, conductor } = useTools();
  const perform = useCommand(open, file, session);
  if (file.letter === null || conductor.commandObstacle(file, "note") !== null) return null;
  return (
    <p>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          // What stands covered now is what the form begins with, whatever an older draft of it says.
          perform("note", { note: "covered", covered: null });
        }}
      >
        {words.say(file.sealed.covered.length === 0 ? "cover.begin" : "cover.change")}
      </button>
    </p>
  );
}

/** Before a case is passed on: whether its names are covered, and what that means for whoever gets it. */
export function CoverReminder(props: CoverProps): JSX.Element | null {
  const { say } = useTools().words;
  const isCovered = props.file.sealed.covered.length > 0;
  return (
    <Notice tone={isCovered ? "good" : "warn"}>
      <p>{isCovered ? say("cover.travels") : say("cover.before")}</p>
      {!isCovered && <CoverBegin {...props} />}
    </Notice>
  );
}
