import type { AccusedRole, Objection } from "./conflict.ts";
import type { CommitteeId, UnitId } from "./ids.ts";
import type { OrgTree } from "./org-tree.ts";

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
      /** As the receiver, or as the committee that may open the letter once it is overdue. */
      readonly as: "receiver" | "fallback";
      readonly because: PassedOverBecause;
    }
  /** No managing committee above passes; this inspection committee stands above the person reported. */
  | { readonly kind: "last-resort"; readonly committee: CommitteeId }
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

/** Who receives a letter (domain/ROUTING.md). Never throws; ends on every tree. */
export declare function findRoute(tree: OrgTree, request: RouteRequest): Route;

/** Committees on the way that neither receive nor can open the letter (không nhận và không đọc được), lowest first. */
export declare function bypassed(route: Route): readonly CommitteeId[];

/** Whether a letter lies where the rules want it on the tree's day. */
export declare function compareRoutes(
  tree: OrgTree,
  request: RouteRequest,
  header: RouteHeader,
): RouteComparison;
