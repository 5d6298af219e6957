import {
  accusedOf,
  findObjection,
  standsAbove,
  type Accused,
  type AccusedRole,
  type Objection,
} from "./conflict.ts";
import type { CommitteeId, UnitId } from "./ids.ts";
import {
  ancestorsOf,
  committeesOf,
  getCommittee,
  getSuccessor,
  hasMailbox,
  type OrgTree,
} from "./org-tree.ts";
import type { Committee } from "./organisation.ts";

/** What decides a route: the sender's answers. The day is the tree's. */
export type RouteRequest = {
  /** Null: không rõ đơn vị. */
  readonly unit: UnitId | null;
  readonly about: AccusedRole;
  /** Kept out by the sender, or said by the sender to have the person reported among their positions. */
  readonly excluded: readonly CommitteeId[];
  /** The sender asks for one level higher than the rules demand. */
  readonly levelAbove: boolean;
};

/** Why a committee on the way up was passed over. */
export type PassedOverBecause = Objection | "managed-above" | "excluded" | "no-mailbox" | "level-above";

/** As the receiver, or as the committee that may open the letter once it is overdue. */
export type PassedOverAs = "receiver" | "fallback";

/** One step of the reasoning, in order. Plain data: i18n makes a sentence of each. */
export type RouteStep =
  /** No unit was named, or one that the tree does not have: the letter starts at the intake committee. */
  | { readonly kind: "unit-unknown" }
  /** The unit named has ended; another answers for it now. */
  | { readonly kind: "succeeded"; readonly unit: UnitId; readonly by: UnitId }
  /** The committee that manages the unit. */
  | { readonly kind: "started"; readonly committee: CommitteeId }
  | {
      readonly kind: "passed-over";
      readonly committee: CommitteeId;
      readonly as: PassedOverAs;
      readonly because: PassedOverBecause;
    }
  /** No managing committee above passes; this inspection committee stands above the person reported. */
  | { readonly kind: "last-resort"; readonly committee: CommitteeId; readonly as: PassedOverAs }
  | { readonly kind: "received"; readonly committee: CommitteeId }
  | { readonly kind: "fallback-chosen"; readonly committee: CommitteeId }
  | { readonly kind: "no-fallback" }
  /** Nobody may receive it: the form says where else to go and refuses to send. */
  | { readonly kind: "nobody" };

/** Who receives a letter, and the reasons in order. */
export type Route =
  | {
      readonly kind: "routed";
      readonly receiver: CommitteeId;
      /** May open the letter after the outer escalation date. */
      readonly fallback: CommitteeId | null;
      /** May see, without content, that the receiver is late. */
      readonly oversight: CommitteeId | null;
      readonly steps: readonly RouteStep[];
    }
  | { readonly kind: "nowhere"; readonly steps: readonly RouteStep[] };

/** What the header of a stored letter says. */
export type RouteHeader = {
  readonly receiver: CommitteeId;
  readonly fallback: CommitteeId | null;
  readonly oversight: CommitteeId | null;
};

export const routeSlots = ["receiver", "fallback", "oversight"] as const;
export type RouteSlot = (typeof routeSlots)[number];

/** A slot whose committee is not the one that the rules give; `expected` is null where they give none. */
export type RouteDifference = {
  readonly slot: RouteSlot;
  readonly expected: CommitteeId | null;
  readonly actual: CommitteeId | null;
};
export type RouteComparison =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly differences: readonly RouteDifference[] };

/** A committee on the way up; each unit passed is one level. */
type Rung = { readonly committee: Committee; readonly level: number; readonly isLastResort: boolean };

type Search = {
  readonly tree: OrgTree;
  readonly accused: Accused;
  readonly excluded: ReadonlySet<CommitteeId>;
  /** Grows as the search goes on. */
  readonly steps: RouteStep[];
};

/**
 * Who receives a letter on the tree's day, and why: the rules and their sources stand in domain/ROUTING.md. The
 * same input gives the same route. Never throws; ends on every tree, cyclic data included.
 */
export function findRoute(tree: OrgTree, request: RouteRequest): Route {
  const answering = request.unit === null ? undefined : getSuccessor(tree, request.unit);
  const ladder = answering === undefined ? ladderFromIntake(tree) : ladderFrom(tree, answering.id);
  const steps = openingSteps(request.unit, answering?.id, ladder[0]);
  const accused = accusedOf(tree, request.unit, request.about);
  const search = { tree, accused, excluded: new Set(request.excluded), steps };
  const rungs = ladder.filter((rung) => !rung.isLastResort || mayBeLastResort(search, rung.committee));

  const receiver = climb(search, rungs, managedLevel(rungs, accused), request.levelAbove);
  if (receiver === undefined) return { kind: "nowhere", steps: [...steps, { kind: "nobody" }] };
  steps.push({ kind: "received", committee: receiver.committee.id });
  const fallback = climbHigher(search, rungs, receiver.level);
  steps.push(fallback === null ? { kind: "no-fallback" } : { kind: "fallback-chosen", committee: fallback });
  // Only a committee that could act on lateness is shown it, so the one that may see it is the one that may open.
  return { kind: "routed", receiver: receiver.committee.id, fallback, oversight: fallback, steps };
}

/**
 * The committees on the way that neither receive the letter nor can open it (không nhận và không đọc được), each
 * once, the lowest first.
 */
export function bypassed(route: Route): readonly CommitteeId[] {
  const passed = route.steps.flatMap((step) => (step.kind === "passed-over" ? step.committee : []));
  return [...new Set(passed)];
}

/**
 * Whether a letter lies where the rules want it on the tree's day. The officer's browser routes again after
 * opening, from the answers in the signed body: what is written on the envelope may have been put there by others.
 */
export function compareRoutes(tree: OrgTree, request: RouteRequest, header: RouteHeader): RouteComparison {
  const route = findRoute(tree, request);
  const differences = routeSlots
    .map((slot) => ({ slot, expected: route.kind === "routed" ? route[slot] : null, actual: header[slot] }))
    .filter(({ expected, actual }) => expected !== actual);
  return differences.length === 0 ? { kind: "same" } : { kind: "differs", differences };
}

/** The managing committees from a unit upwards, then its inspection committees as the last resort. */
function ladderFrom(tree: OrgTree, unit: UnitId): readonly Rung[] {
  const units = [unit, ...ancestorsOf(tree, unit).map(({ id }) => id)];
  const rungs = (kind: Committee["kind"]) =>
    units.flatMap((id, level) =>
      committeesOf(tree, id, kind).map((committee) => ({
        committee,
        level,
        isLastResort: kind === "inspection",
      })),
    );
  return [...rungs("managing"), ...rungs("inspection")];
}

/** The intake committee alone on the lowest rung; an inspection commission has its own unit's committee above it. */
function ladderFromIntake(tree: OrgTree): readonly Rung[] {
  const intake = getCommittee(tree, tree.organisation.intake);
  if (intake === undefined) return [];
  const unit = getSuccessor(tree, intake.unit)?.id ?? intake.unit;
  const isLedByUnit = intake.kind === "inspection" || unit !== intake.unit;
  const above = ladderFrom(tree, unit)
    .filter((rung) => rung.level > 0 || (isLedByUnit && !rung.isLastResort))
    .map((rung) => ({ ...rung, level: rung.level + 1 }));
  return [{ committee: intake, level: 0, isLastResort: false }, ...above];
}

function openingSteps(
  unit: UnitId | null,
  answering: UnitId | undefined,
  first: Rung | undefined,
): RouteStep[] {
  const steps: RouteStep[] = [];
  if (unit === null || answering === undefined) steps.push({ kind: "unit-unknown" });
  else if (answering !== unit) steps.push({ kind: "succeeded", unit, by: answering });
  if (first !== undefined && !first.isLastResort)
    steps.push({ kind: "started", committee: first.committee.id });
  return steps;
}

/** The first committee that may have the letter; each one passed over is noted with the reason. */
function climb(
  search: Search,
  rungs: readonly Rung[],
  managed: number,
  levelAbove: boolean,
): Rung | undefined {
  let lowest = managed;
  let tooLow: PassedOverBecause = "managed-above";
  for (const rung of rungs) {
    const because = obstacleTo(search, rung.committee) ?? (rung.level < lowest ? tooLow : null);
    if (because === null && (!levelAbove || tooLow === "level-above"))
      return choose(search, rung, "receiver");
    if (because === null) {
      lowest = rung.level + 1;
      tooLow = "level-above";
    }
    note(search, rung, because ?? "level-above", "receiver");
  }
  return undefined;
}

function climbHigher(search: Search, rungs: readonly Rung[], level: number): CommitteeId | null {
  for (const rung of rungs) {
    if (rung.level <= level) continue;
    const because = obstacleTo(search, rung.committee);
    if (because === null) return choose(search, rung, "fallback").committee.id;
    note(search, rung, because, "fallback");
  }
  return null;
}

function obstacleTo({ tree, accused, excluded }: Search, committee: Committee): PassedOverBecause | null {
  const objection = findObjection(tree, accused, committee);
  if (objection !== null) return objection;
  if (excluded.has(committee.id)) return "excluded";
  return hasMailbox(tree, committee) ? null : "no-mailbox";
}

/** The level of the highest managing committee on the way that manages somebody who might be meant; else the lowest. */
function managedLevel(rungs: readonly Rung[], { managedBy }: Accused): number {
  const managing = rungs.filter((rung) => !rung.isLastResort && managedBy.has(rung.committee.id));
  return Math.max(0, ...managing.map(({ level }) => level));
}

/** An inspection committee is led by its unit's committee: one that the sender excluded may hold whom it would inspect. */
function mayBeLastResort({ tree, accused, excluded }: Search, committee: Committee): boolean {
  const shut = [...excluded].flatMap((id) => getCommittee(tree, id)?.unit ?? []);
  return standsAbove(tree, { ...accused, units: new Set([...accused.units, ...shut]) }, committee);
}

function choose({ steps }: Search, rung: Rung, as: PassedOverAs): Rung {
  if (rung.isLastResort) steps.push({ kind: "last-resort", committee: rung.committee.id, as });
  return rung;
}

function note({ steps }: Search, { committee }: Rung, because: PassedOverBecause, as: PassedOverAs): void {
  const isNoted = steps.some((step) => step.kind === "passed-over" && step.committee === committee.id);
  if (!isNoted) steps.push({ kind: "passed-over", committee: committee.id, as, because });
}
