import { permissionIn } from "../../../domain/case/case.actions.ts";
import type { RefusalReason } from "../../../domain/case/case.actions.ts";
import { type CaseState, isDecided, superiorMayRead } from "../../../domain/case/case.ts";
import { decide } from "../../../domain/case/case.decide.ts";
import { evolve } from "../../../domain/case/case.evolve.ts";
import { addDays, laterOf, type PlainDate, vietnamHourAt } from "../../../domain/plain-date.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import type { CaseView } from "../../reporter/open-case.ts";
import type { DeedKind } from "../../reporter/seal-deed.ts";

/** What can be chosen on a page of its own. */
export type ChosenDeed = Exclude<DeedKind, "message">;

/** Why a deed cannot be done now, as `deed.…` says it. */
export type DeedObstacle =
  | `deed.review.not.${(typeof reviewReasons)[number] | "other"}`
  | "deed.rate.not"
  | `deed.make-formal.not.${"already-formal" | "sent" | "decided" | "other"}`;

export type DeedChoice = { readonly kind: ChosenDeed; readonly obstacle: DeedObstacle | null };

type Known = Pick<CaseView, "state" | "today">;

/** Everything that the reporter can do beside writing, in its order; what makes no sense yet says why. */
export function deedChoices(
  view: Known & Pick<CaseView, "history">,
  organisation: KnownOrganisation,
): readonly DeedChoice[] {
  const { state, today } = view;
  return [
    { kind: "review", obstacle: reviewObstacle(reviewPermission(state, organisation, today)) },
    { kind: "rate", obstacle: isDecided(state) ? null : "deed.rate.not" },
    { kind: "make-formal", obstacle: formalObstacle(view, organisation) },
    ...(mayUseSealAnew(state) ? [{ kind: "seal-anew", obstacle: null } as const] : []),
    { kind: "withdraw", obstacle: null },
  ];
}

/** The superior may read, and is not in charge itself: then its slot is worth having twice. */
function mayUseSealAnew(state: CaseState): boolean {
  return state.superior !== null && superiorMayRead(state);
}

/** The day on which what is sent now is released: the law judges it as of that day. */
export function releaseDayOf({ payload }: KnownOrganisation, today: PlainDate): PlainDate {
  const { releaseHour } = payload;
  return releaseHour === null || vietnamHourAt(Date.now()) < releaseHour ? today : addDays(today, 1);
}

/** Whether the superior can be asked to look again with what is sent now. */
export function reviewPermission(
  state: CaseState,
  organisation: KnownOrganisation,
  today: PlainDate,
): "allowed" | RefusalReason {
  const day = laterOf(releaseDayOf(organisation, today), state.lastEventOn);
  const context = { today: day, actor: "reporter", law: organisation.law } as const;
  const decision = decide({ type: "ask-review" }, state, context);
  // A take-over answers every review: the law lets one pass that was on its way, nobody needs a new one.
  if (state.superior === null) return "no-superior";
  return decision.kind === "accepted" ? "allowed" : decision.reason;
}

const reviewReasons = [
  "no-superior",
  "review-already-asked",
  "nothing-to-review",
  "review-window-over",
] as const satisfies readonly RefusalReason[];

function reviewObstacle(permission: "allowed" | RefusalReason): DeedObstacle | null {
  if (permission === "allowed") return null;
  const told = reviewReasons.find((reason) => reason === permission);
  return `deed.review.not.${told ?? "other"}`;
}

/** Asked of the case as it will be once the message with the word in it has been released. */
function formalObstacle(
  { state, today, history }: Known & Pick<CaseView, "history">,
  organisation: KnownOrganisation,
): DeedObstacle | null {
  if (state.formal !== null) return "deed.make-formal.not.already-formal";
  if (permissionIn("make-formal", state.status) !== "allowed") return "deed.make-formal.not.decided";
  if (isNameSent(history)) return "deed.make-formal.not.sent";
  const day = laterOf(releaseDayOf(organisation, today), state.lastEventOn);
  const written = evolve(state, { type: "ReporterWrote", on: day });
  const command = { type: "make-formal", kind: "formal-party", since: day } as const;
  const context = { today: day, actor: "reporter", law: organisation.law } as const;
  return decide(command, written, context).kind === "accepted" ? null : "deed.make-formal.not.other";
}

/** Whether the committee that has the case now was told the name; one that got the case later cannot open it. */
function isNameSent(history: CaseView["history"]): boolean {
  const sentAt = history.findLastIndex(({ deed }) => deed?.kind === "make-formal");
  const movedAt = history.findLastIndex(({ type }) => type === "Transferred" || type === "TakenOver");
  return sentAt > movedAt;
}
