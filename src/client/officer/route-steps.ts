import * as v from "valibot";
import { committeeIdSchema, unitIdSchema } from "../../envelope/schemas.ts";
import type { PassedOverBecause, RouteStep } from "../../domain/routing.ts";

const reasons = [
  "collective",
  "headed-by-accused",
  "role-unknown",
  "person-among-its-people",
  "managed-above",
  "excluded",
  "no-mailbox",
  "level-above",
] as const satisfies readonly PassedOverBecause[];

const as = v.picklist(["receiver", "fallback"]);
const stepSchema: v.GenericSchema<unknown, RouteStep> = v.variant("kind", [
  v.strictObject({ kind: v.literal("unit-unknown") }),
  v.strictObject({ kind: v.literal("succeeded"), unit: unitIdSchema, by: unitIdSchema }),
  v.strictObject({ kind: v.literal("started"), committee: committeeIdSchema }),
  v.strictObject({
    kind: v.literal("passed-over"),
    committee: committeeIdSchema,
    as,
    because: v.picklist(reasons),
  }),
  v.strictObject({ kind: v.literal("last-resort"), committee: committeeIdSchema, as }),
  v.strictObject({ kind: v.literal("received"), committee: committeeIdSchema }),
  v.strictObject({ kind: v.literal("fallback-chosen"), committee: committeeIdSchema }),
  v.strictObject({ kind: v.literal("no-fallback") }),
  v.strictObject({ kind: v.literal("nobody") }),
]);

/**
 * The steps out of a letter's body. They are a stranger's data until here; null stands for one that is no step of
 * ours, so that it is seen to be missing.
 */
export function readRouteSteps(steps: readonly unknown[]): readonly (RouteStep | null)[] {
  return steps.map((step) => {
    const reading = v.safeParse(stepSchema, step);
    return reading.success ? reading.output : null;
  });
}
