import type { OrderName } from "../desk/orders.ts";
import type { CaseFile } from "../desk/case-file.ts";

/** The acts of the committee in charge, under the headings of the screen, in the order of a case's life. */
export const officerGroups = [
  { name: "receive", commands: ["open", "acknowledge", "classify"] },
  { name: "examine", commands: ["begin-verification", "extend", "propose-superior", "explain"] },
  { name: "result", commands: ["conclude", "refuse", "close"] },
  { name: "talk", commands: ["send-message", "ask-reporter", "make-formal"] },
  { name: "move", commands: ["transfer", "hand-over", "recuse"] },
  { name: "notes", commands: ["note"] },
] as const satisfies readonly CommandGroup[];

/** Those of its superior. A case that is read as superior is changed by these and by nothing else. */
export const superiorGroups = [
  { name: "superior", commands: ["demand-explanation", "open-as-superior", "take-over"] },
] as const satisfies readonly CommandGroup[];

type CommandGroup = { readonly name: string; readonly commands: readonly OrderName[] };

export type GroupName = (typeof officerGroups)[number]["name"] | (typeof superiorGroups)[number]["name"];

/** What may be offered to whoever looks at the case. */
export function groupsFor({
  as,
}: Pick<CaseFile, "as">): readonly { readonly name: GroupName; readonly commands: readonly OrderName[] }[] {
  return as === "superior" ? superiorGroups : officerGroups;
}

/** Done by one press: they need nothing, end nothing, and shut nobody out. */
const atOnce = ["begin-verification", "demand-explanation"] as const satisfies readonly OrderName[];

export type ImmediateCommand = (typeof atOnce)[number];

/** Whether the command is carried out as soon as its button is pressed. */
export function isAtOnce(command: OrderName): command is ImmediateCommand {
  return atOnce.some((each) => each === command);
}

/** What is asked about once more, in words, before it is done: none of it can be taken back. */
export const solemnCommands = [
  "transfer",
  "hand-over",
  "recuse",
  "refuse",
  "conclude",
  "close",
  "make-formal",
  "open-as-superior",
  "take-over",
] as const satisfies readonly OrderName[];
export type SolemnCommand = (typeof solemnCommands)[number];

export function isSolemn(command: OrderName): command is SolemnCommand {
  return solemnCommands.some((each) => each === command);
}

const written = [
  "acknowledge",
  "send-message",
  "ask-reporter",
  "extend",
  "transfer",
  "refuse",
  "conclude",
  "take-over",
] as const satisfies readonly OrderName[];
/** Those whose words the reporter reads. */
export type WrittenCommand = (typeof written)[number];

export function isWritten(command: OrderName): command is WrittenCommand {
  return written.some((each) => each === command);
}

/** Whether its form asks who of the committee could read the case, or the rules do. */
export function concernsReaders(command: OrderName): boolean {
  return command === "hand-over" || command === "recuse" || command === "note";
}
