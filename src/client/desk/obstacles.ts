import type { RefusalReason } from "../../domain/case/case.actions.ts";
import type { SealedReason } from "../../domain/case/case.sealed.ts";
import type { MovementObstacle } from "../../domain/movement.ts";

/** Why something may not be done: by the law, by what is sealed, by who might be meant, or for want of reading. */
export type OrderObstacle =
  | { readonly by: "law"; readonly reason: RefusalReason }
  | { readonly by: "sealed"; readonly reason: SealedReason }
  | { readonly by: "movement"; readonly reason: MovementObstacle }
  /**
   * `fault`: the history does not add up. `not-read`: the letter is not open on this desk. `no-statement`: no message
   * holds the reporter's signed word. `no-roster`: who could read is not known yet, or could not be verified.
   */
  | { readonly by: "reader"; readonly reason: "fault" | "not-read" | "no-statement" | "no-roster" };
