import type { RefusalReason } from "../../domain/case/case.actions.ts";
import { decide, findHistoryFault } from "../../domain/case/case.decide.ts";
import type { CaseFile } from "../desk/case-file.ts";

/** What an officer can do with a case so far, in the order in which it is done. */
export const officerCommands = ["open", "acknowledge", "send-message"] as const;
export type OfficerCommand = (typeof officerCommands)[number];
/** Those that carry a message to the reporter. */
export type WrittenCommand = Exclude<OfficerCommand, "open">;

/** For which reasons the law can refuse these commands in the statuses that a case can reach so far. */
export const offeredReasons = [
  "not-your-command",
  "not-opened-yet",
  "already-opened",
  "already-acknowledged",
  "before-release",
  "before-last-event",
] as const satisfies readonly RefusalReason[];

/** Why a button is greyed out: the law's reason, or one that only a reader of the case can know. */
export type Obstacle = (typeof offeredReasons)[number] | "fault" | "not-read";

/** What does not add up in a case. `place`: the first entry that is not to be trusted; null: it cannot be told. */
export type CaseFault = {
  readonly kind: NonNullable<CaseFile["chain"]["fault"]>["kind"] | "row-disagrees" | "impossible";
  readonly place: number | null;
};

/** Everything that makes a history doubtful; empty for a good one. */
export function faultsOf({ chain, rowDisagrees, events, law }: CaseFile): readonly CaseFault[] {
  const faults: CaseFault[] = [];
  if (chain.fault !== null) faults.push({ kind: chain.fault.kind, place: chain.fault.sequence });
  const impossible = findHistoryFault(events, law);
  if (impossible !== undefined) faults.push({ kind: "impossible", place: impossible.index });
  // Behind a broken entry the row must differ from what could be checked: that is no second fault.
  if (rowDisagrees && chain.fault === null) faults.push({ kind: "row-disagrees", place: null });
  return faults;
}

/** What stands against doing this now; null if nothing does. */
export function obstacleTo(command: OfficerCommand, file: CaseFile): Obstacle | null {
  if (faultsOf(file).length > 0) return "fault";
  const { today, law } = file;
  const decision = decide({ type: command }, file.state, { today, actor: "officer", law });
  if (decision.kind === "refused") return requireOffered(decision.reason);
  return command !== "open" && file.letter === null ? "not-read" : null;
}

function requireOffered(reason: RefusalReason): Obstacle {
  const offered = offeredReasons.find((each) => each === reason);
  if (offered === undefined) throw new RangeError(`no command offered so far is refused as ${reason}`);
  return offered;
}

export type NextDuty = "open" | "acknowledge" | "reply" | "result";

/** What is to be done next, by the state of the case. */
export function nextDutyOf({ state }: CaseFile): NextDuty {
  if (state.status === "sent") return "open";
  if (state.status === "opened") return "acknowledge";
  return state.flags["reporter-wrote"] ? "reply" : "result";
}
