import type { JSX } from "preact";
import type { CaseFile } from "../desk/case-file.ts";
import { type NextDuty, nextDutyOf, obstacleTo, type OfficerCommand } from "./case-permissions.ts";
import { ClockWords } from "./clock-words.tsx";
import { nextClock } from "./duty.ts";
import { useCommand } from "./use-command.ts";
import type { OpenCase, Session } from "./state.ts";
import { useTools } from "./tools.ts";

const commandFor = {
  open: "open",
  acknowledge: "acknowledge",
  reply: "send-message",
  result: "send-message",
} as const satisfies Record<NextDuty, OfficerCommand>;

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
  const duty = nextDutyOf(file);
  const command = commandFor[duty];
  const perform = useCommand(open, file, session);
  const clock = nextClock(file.state.status, file.clocks);
  const isOffered = command !== "open" && obstacleTo(command, file) === null && !open.composing;
  return (
    <section class={`next-duty next-duty-${clock?.state.kind ?? "running"}`} aria-labelledby="next-duty">
      <div>
        <h3 id="next-duty">
          <span class="next-duty-label">{say("duty.title")}:</span> {say(`duty.${duty}`)}
        </h3>
        {clock !== null && (
          <p>
            <ClockWords running={clock} />
          </p>
        )}
      </div>
      {isOffered && (
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            perform(command);
          }}
        >
          {say(`action.${command}`)}
        </button>
      )}
    </section>
  );
}
