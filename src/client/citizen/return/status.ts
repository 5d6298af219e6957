import { getRunningClock, superiorMayRead } from "../../../domain/case/case.ts";
import { bindingClocks, clockOf } from "../../../domain/case/case.clocks.ts";
import { limitOf } from "../../../domain/clocks.ts";
import type { CommitteeId } from "../../../domain/ids.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { formatDate, formatList } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import type { CaseView } from "../../reporter/open-case.ts";
import type { ReturnWords } from "./words.ts";
import { lastDayOfPause } from "./windows.ts";

type Told = Pick<CaseView, "state" | "released" | "releasedOn" | "outer">;

/** Where a case stands, and all that is true beside it. `**` stands around what is to be shown strongly. */
export function statusSentences(
  words: ReturnWords,
  organisation: KnownOrganisation,
  view: Told,
): readonly string[] {
  const { language, say } = words;
  if (!view.released) return [say("case.waiting", { date: formatDate(language, view.releasedOn) })];
  return [stageSentence(words, organisation, view), ...circumstances(words, organisation, view)];
}

function stageSentence(words: ReturnWords, organisation: KnownOrganisation, { state }: Told): string {
  const { language, say } = words;
  const on = (date: PlainDate) => ({ date: formatDate(language, date) });
  const committee = committeeName(organisation.tree, state.committee);
  switch (state.status) {
    case "sent":
      return say("case.sent", on(state.releasedOn));
    case "opened":
      return say("case.opened", on(state.openedOn));
    case "acknowledged":
      return say("case.acknowledged", on(state.acknowledgedOn));
    case "classified":
      return say("case.classified", on(state.classifiedOn));
    case "verifying":
      return say("case.verifying", on(state.verifyingSince));
    case "concluded":
      return say("case.concluded", on(state.concludedOn));
    case "closed":
      return say("case.closed", on(state.closedOn));
    case "refused":
      return say("case.refused", on(state.refusedOn));
    case "transferred":
      return state.receivedOn === null
        ? say("case.transferred", { committee, ...on(state.transferredOn ?? state.lastEventOn) })
        : say("case.transferred.received", { committee, ...on(state.receivedOn) });
    default:
      return state satisfies never;
  }
}

/** What is true beside the status: late, paused, extended, in whose hands. */
function circumstances(
  words: ReturnWords,
  organisation: KnownOrganisation,
  { state, outer }: Told,
): readonly string[] {
  const { language, say, law: lawWords } = words;
  const { law, tree } = organisation;
  const on = (date: PlainDate) => ({ date: formatDate(language, date) });
  const name = (id: CommitteeId) => ({ committee: committeeName(tree, id) });
  const result = getRunningClock(state, "result");
  const explanation = getRunningClock(state, "explanation");
  const pausedTo = result === undefined ? null : lastDayOfPause(result, law);
  const overdue = overdueClocks(state).map((clock) => say(`promise.${clock}`));
  const answeredOn = "answeredOn" in state ? state.answeredOn : null;
  const sentences: (string | null)[] = [
    answeredOn !== null && say("case.answered", on(answeredOn)),
    overdue.length > 0 && say("now.overdue", { clocks: formatList(language, overdue) }),
    pausedTo !== null && say("now.paused", on(pausedTo)),
    state.flags.extended && result !== undefined && say("now.extended", on(limitOf(clockOf(result, law)).on)),
    explanation !== undefined && say("now.demanded", on(limitOf(clockOf(explanation, law)).on)),
    state.formal !== null &&
      say("now.formal", { ...on(state.formal.since), kind: lawWords.say(`kind.${state.kind}`) }),
    state.reviewAskedOn !== null && say("now.review", on(state.reviewAskedOn)),
    state.superior !== null &&
      superiorMayRead(state) &&
      outer.kind === "may-read" &&
      say("now.may-read", { ...name(state.superior), ...on(outer.since) }),
    state.superiorOpenedOn !== null &&
      state.superior !== null &&
      say("now.superior-opened", { ...name(state.superior), ...on(state.superiorOpenedOn) }),
    state.takenOverOn !== null &&
      say("now.taken-over", { ...name(state.committee), ...on(state.takenOverOn) }),
    state.erasedOn !== null && say("now.erased", on(state.erasedOn)),
  ].map((sentence) => (sentence === false ? null : sentence));
  return sentences.filter((sentence) => sentence !== null);
}

function overdueClocks({ clocks }: Told["state"]) {
  return bindingClocks.filter((name) =>
    clocks.some((clock) => clock.name === name && clock.stoppedOn === null && clock.overdueOn !== null),
  );
}
