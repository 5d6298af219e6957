import type { JSX } from "preact";
import type { CaseFile } from "../desk/case-file.ts";
import { obstacleTo, type OfficerCommand, officerCommands } from "./case-permissions.ts";
import type { OpenCase, Session } from "./state.ts";
import { useTools } from "./tools.ts";
import { useCommand } from "./use-command.ts";

/** Everything that an officer does with cases: what is possible now, and why the rest is not. */
export function Actions({
  open,
  file,
  session,
}: {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
}): JSX.Element {
  const { say } = useTools().words;
  const perform = useCommand(open, file, session);
  return (
    <section class="block" aria-labelledby="actions">
      <h3 id="actions">{say("action.title")}</h3>
      <ul class="actions">
        {officerCommands.map((command) => (
          <Action key={command} command={command} file={file} onPress={perform} />
        ))}
      </ul>
    </section>
  );
}

function Action({
  command,
  file,
  onPress,
}: {
  readonly command: OfficerCommand;
  readonly file: CaseFile;
  readonly onPress: (command: OfficerCommand) => void;
}): JSX.Element {
  const { say } = useTools().words;
  const obstacle = obstacleTo(command, file);
  return (
    <li>
      <button
        type="button"
        class="button button-secondary"
        aria-disabled={obstacle === null ? undefined : "true"}
        aria-describedby={obstacle === null ? undefined : `because-${command}`}
        onClick={() => {
          if (obstacle === null) onPress(command);
        }}
      >
        {say(`action.${command}`)}
      </button>
      {obstacle !== null && (
        <span class="because" id={`because-${command}`}>
          {say(`action.because.${obstacle}`)}
        </span>
      )}
    </li>
  );
}
