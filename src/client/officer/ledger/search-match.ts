/** How a word of a text is what was typed: the same, longer, or but for one slip. */
export type Match = "whole" | "begun" | "slip";

/** Shorter words are too often one slip from another one. */
const shortestForgiven = 5;

/** Says of a word how it is what was typed; null: it is not. Both folded. */
export function forgives(typed: string): (word: string) => Match | null {
  const mayslip = typed.length >= shortestForgiven;
  return (word) => {
    if (word.startsWith(typed)) return word.length === typed.length ? "whole" : "begun";
    return mayslip && isOneSlip(typed, word) ? "slip" : null;
  };
}

/** One letter changed, left out, added, or two neighbours exchanged. */
function isOneSlip(typed: string, word: string): boolean {
  const longer = word.length - typed.length;
  if (longer < -1 || longer > 1) return false;
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at++;
  if (longer === 1) return typed.slice(at) === word.slice(at + 1);
  if (longer === -1) return typed.slice(at + 1) === word.slice(at);
  if (typed.slice(at + 1) === word.slice(at + 1)) return true;
  const areExchanged = typed[at] === word[at + 1] && typed[at + 1] === word[at];
  return areExchanged && typed.slice(at + 2) === word.slice(at + 2);
}
