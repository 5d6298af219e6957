import type { JSX } from "preact";
import type { RouteDifference } from "../../domain/routing.ts";
import { committeeName } from "../../i18n/law.ts";
import { type CaseFile, mayBeSigned } from "../desk/case-file.ts";
import { Notice } from "../ui/notice.tsx";
import { sayFault } from "./fault-words.ts";
import type { Session } from "./state.ts";
import { useTools } from "./tools.ts";

/** What is wrong with a case, above everything else of it. */
export function CaseWarnings({
  file,
  session,
}: {
  readonly file: CaseFile;
  readonly session: Session;
}): JSX.Element {
  return (
    <div class="warnings" role="alert">
      <HistoryFaults file={file} />
      {file.route?.kind === "differs" && (
        <OtherRoute differences={file.route.differences} session={session} />
      )}
    </div>
  );
}

/** What puts the history in doubt, and apart from it what readers should only think about. */
function HistoryFaults({ file }: { readonly file: CaseFile }): JSX.Element | null {
  const { words } = useTools();
  const { say } = words;
  const { faults } = file;
  if (faults.length === 0) return null;
  const isDoubtful = !mayBeSigned(file);
  return (
    <Notice tone={isDoubtful ? "bad" : "warn"}>
      <p class="warning-title">{isDoubtful ? say("fault.title") : say("fault.title-shown")}</p>
      <ul>
        {faults.map((fault, index) => (
          <li key={index}>{sayFault(words, fault)}</li>
        ))}
      </ul>
      <p>{isDoubtful ? say("fault.advice") : say("fault.advice-shown")}</p>
    </Notice>
  );
}

function OtherRoute({
  differences,
  session,
}: {
  readonly differences: readonly RouteDifference[];
  readonly session: Session;
}): JSX.Element {
  const { say } = useTools().words;
  const { tree } = session.organisation;
  const name = (id: RouteDifference["expected"]) =>
    id === null ? say("route.nobody") : committeeName(tree, id);
  return (
    <Notice tone="bad">
      <p class="warning-title">{say("route.differs")}</p>
      <p>{say("route.differs-text")}</p>
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">{say("route.slot")}</th>
            <th scope="col">{say("route.expected")}</th>
            <th scope="col">{say("route.actual")}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ slot, expected, actual }) => (
            <tr key={slot}>
              <th scope="row">{say(`route.slot.${slot}`)}</th>
              <td>{name(expected)}</td>
              <td>{name(actual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
