import type { CaseStatus } from "./case.ts";
import { type Actor, actorOf, type CommandName } from "./case.commands.ts";

export const refusalReasons = [
  "not-your-command",
  "not-opened-yet",
  "already-opened",
  "already-acknowledged",
  "before-release",
  "before-last-event",
] as const;
/** Why a command is refused. The client owns the sentence. */
export type RefusalReason = (typeof refusalReasons)[number];

/** Allowed, or the reason why not. */
export type Permission = "allowed" | RefusalReason;

/**
 * Status by command: what may happen next. The button that is greyed out and the server that refuses read the
 * same table. Opening again is no event, only an entry in the audit log (`already-opened`).
 */
export const actions = {
  sent: {
    open: "allowed",
    acknowledge: "not-opened-yet",
    "send-message": "not-opened-yet",
    "reporter-message": "allowed",
  },
  opened: {
    open: "already-opened",
    acknowledge: "allowed",
    "send-message": "allowed",
    "reporter-message": "allowed",
  },
  acknowledged: {
    open: "already-opened",
    acknowledge: "already-acknowledged",
    "send-message": "allowed",
    "reporter-message": "allowed",
  },
} as const satisfies Record<CaseStatus, Record<CommandName, Permission>>;

/** Whether this actor may give this command to a case in this status, whatever the day. */
export function mayDo(command: CommandName, status: CaseStatus, actor: Actor): Permission {
  return actorOf[command] === actor ? actions[status][command] : "not-your-command";
}
