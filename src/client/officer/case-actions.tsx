import type { JSX } from "preact";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderName } from "../desk/orders.ts";
import { groupsFor } from "./commands.ts";
import { sayObstacle } from "./obstacle-words.ts";
import type { OpenCase, Session } from "./state.ts";
import { useTools } from "./tools.ts";
import { useCommand } from "./use-command.ts";

/** Id of the list of acts, to which the card above leads. */
export const actionsId = "actions";

/** Everything that can be done with a case: what is possible now, and why the rest is not. */
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
    <section class="block" aria-labelledby={actionsId}>
      <h3 id={actionsId} tabIndex={-1}>
        {say("action.title")}
      </h3>
      <p class="remark">{say(`action.who.${file.as}`)}</p>
      {groupsFor(file).map(({ name, commands }) => (
        <div key={name} class="action-group">
          <h4 id={`actions-${name}`}>{say(`action.group.${name}`)}</h4>
          <ul class="actions">
            {commands.map((command) => (
              <Action key={command} command={command} file={file} onPress={perform} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Action({
  command,
  file,
  onPress,
}: {
  readonly command: OrderName;
  readonly file: CaseFile;
  readonly onPress: (command: OrderName) => void;
}): JSX.Element {
  const { words, conductor } = useTools();
  const obstacle = conductor.commandObstacle(file, command);
  return (
    <li>
      <button
        type="button"
        class="button button-secondary"
        aria-disabled={obstacle === null ? undefined : "true"}
        aria-describedby={`about-${command}`}
        onClick={() => {
          if (obstacle === null) onPress(command);
        }}
      >
        {words.say(`action.${command}`)}
      </button>
      <span class="because" id={`about-${command}`}>
        {obstacle === null ? words.say(`told.${command}`) : sayObstacle(words, obstacle)}
      </span>
    </li>
  );
}
