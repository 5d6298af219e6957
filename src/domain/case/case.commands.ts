export const actors = ["officer", "reporter"] as const;
/** On whose behalf a command comes. */
export type Actor = (typeof actors)[number];

export const commandNames = ["open", "acknowledge", "send-message", "reporter-message"] as const;
/** What can be asked of a case. */
export type CommandName = (typeof commandNames)[number];

/** A wish; `decide` says whether it becomes an event. */
export type CaseCommand = { readonly type: CommandName };

/** Who may give a command. */
export const actorOf: Readonly<Record<CommandName, Actor>> = {
  open: "officer",
  acknowledge: "officer",
  "send-message": "officer",
  "reporter-message": "reporter",
};
