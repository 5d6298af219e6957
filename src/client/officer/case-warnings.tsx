import type { JSX } from "preact";
import type { RouteDifference } from "../../domain/routing.ts";
import { committeeName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { Notice } from "../ui/notice.tsx";
import { faultsOf } from "./case-permissions.ts";
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

function HistoryFaults({ file }: { readonly file: CaseFile }): JSX.Element | null {
  const { say } = useTools().words;
  const faults = faultsOf(file);
  if (faults.length === 0) return null;
  return (
    <Notice tone="bad">
      <p class="warning-title">{say("fault.title")}</p>
      <ul>
        {faults.map(({ kind, place }) => (
          <li key={kind}>
            {place !== null && say("fault.at", { place: String(place) })} {say(`fault.${kind}`)}
          </li>
        ))}
      </ul>
      <p>{say("fault.advice")}</p>
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
