import type { JSX } from "preact";
import type { CaseFile } from "../desk/case-file.ts";
import { actionsId } from "./case-actions.tsx";
import { ClockWords, ShortClockWords } from "./clock-words.tsx";
import { isBinding, nextClock, stepClock, urgencyOf } from "./duty.ts";
import { commandOfDuty, nextDutyOf } from "./next-duty.ts";
import { sayObstacle } from "./obstacle-words.ts";
import type { OpenCase, Session } from "./state.ts";
import { useTools } from "./tools.ts";
import { useCommand } from "./use-command.ts";

/** What is to be done next, until when, and the button for it. */
export function NextDutyCard({
  open,
  file,
  session,
}: {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
}): JSX.Element {
  const { say } = useTools().words;
  const { conductor } = useTools();
  const duty = nextDutyOf(file, conductor.commandObstacle(file, "close") === null);
  const { status } = file.state;
  const clock = duty === "open" ? stepClock(status, file.clocks) : nextClock(status, file.clocks);
  const urgency = clock === null ? "running" : urgencyOf(clock);
  return (
    <section class={`next-duty next-duty-${urgency}`} aria-labelledby="next-duty">
      <div>
        <h3 id="next-duty">
          <span class="next-duty-label">{say("duty.title")}:</span> {say(`duty.${duty}`)}
        </h3>
        {clock !== null && (
          <p>
            {/* A time that is not the committee's own needs its name: what is next is not what it is for. */}
            {isBinding(clock) ? <ClockWords running={clock} /> : <ShortClockWords running={clock} />}
          </p>
        )}
      </div>
      <div class="next-duty-acts">
        {open.writing === null && <Primary open={open} file={file} session={session} duty={duty} />}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            document.getElementById(actionsId)?.focus();
          }}
        >
          {say("duty.others")}
        </button>
      </div>
    </section>
  );
}

function Primary({
  open,
  file,
  session,
  duty,
}: {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
  readonly duty: keyof typeof commandOfDuty;
}): JSX.Element | null {
  const { words, conductor } = useTools();
  const perform = useCommand(open, file, session);
  const command = commandOfDuty[duty];
  // The sealed letter has a button of its own, beside what opening does.
  if (command === null || command === "open") return null;
  const obstacle = conductor.commandObstacle(file, command);
  if (obstacle !== null) return <p class="because">{sayObstacle(words, obstacle)}</p>;
  return (
    <>
      <button
        type="button"
        class="button button-primary"
        aria-describedby="next-duty-told"
        onClick={() => {
          perform(command, duty === "record" ? { note: "verification" } : {});
        }}
      >
        {words.say(`action.${command}`)}
      </button>
      <p class="because" id="next-duty-told">
        {words.say(`told.${command}`)}
      </p>
    </>
  );
}
