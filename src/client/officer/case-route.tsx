import type { JSX } from "preact";
import type { OpenedLetter } from "../../crypto/letter.ts";
import { formatDate, formatList } from "../../i18n/format.ts";
import { committeeName, sayRouteStep } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { Rich } from "../ui/rich.tsx";
import { readRouteSteps } from "./route-steps.ts";
import type { Session } from "./state.ts";
import { useTools } from "./tools.ts";

/** Why the letter is here, in the words that its writer read before sending. */
export function RouteOfLetter({
  letter,
  file,
  session,
}: {
  readonly letter: OpenedLetter;
  readonly file: CaseFile;
  readonly session: Session;
}): JSX.Element {
  const { say, law, language } = useTools().words;
  const { tree } = session.organisation;
  const { route } = letter.body;
  const names = route.excluded.map((id) => committeeName(tree, id));
  return (
    <section class="block" aria-labelledby="route">
      <h3 id="route">{say("route.title")}</h3>
      <p>{say("route.intro", { date: formatDate(language, route.on) })}</p>
      <ol class="steps">
        {readRouteSteps(route.steps).map((step, index) => (
          <li key={index}>
            {step === null ? (
              say("route.unreadable-step")
            ) : (
              <bdi>
                <Rich text={sayRouteStep(law, tree, step)} />
              </bdi>
            )}
          </li>
        ))}
      </ol>
      {names.length > 0 && <p>{say("route.excluded", { committees: formatList(language, names) })}</p>}
      {route.levelAbove && <p>{say("route.level-above")}</p>}
      {file.route?.kind === "same" && <p class="remark">{say("route.same")}</p>}
    </section>
  );
}
