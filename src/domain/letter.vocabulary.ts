// What may be said in a letter beside its text. Plain data, so that a form can ask without loading any schema.

/** How a writer knows of what they write: it tells the reader what can be checked, and the sender what to leave out. */
export const knowledges = ["saw", "affected", "papers", "told", "inferred"] as const;
export type Knowledge = (typeof knowledges)[number];

export const continuations = ["goes-on", "over", "unknown"] as const;
/** Whether what is reported still goes on. */
export type Continuation = (typeof continuations)[number];

/** So many characters of an answer in a line: when, where. */
export const shortAnswerLength = 200;

/** A text that does not fit into a letter goes on in so many messages at most (`continuation` below). */
export const partsAtMost = 15;
