/** A piece of the page to be read out, in the language in which it stands there. */
export type SpokenPiece = { readonly text: string; readonly language: string };

/**
 * What the page itself asks. A closed list: whatever a person typed, chose or found by typing stands in none of
 * these, so that nobody near hears it.
 */
const asked = [
  "h1",
  "legend",
  ".field-label",
  ".field-hint",
  ".field-error",
  ".choice-label",
  ".choice-hint",
  ".stop-kind",
  ".stop h2",
  ".barred strong",
  ".barred-why",
].join(",");

/** What comes and goes by itself may quote what is being typed. */
const passing = "[aria-live], [role=status], [role=alert], [hidden]";

/** Heading, hints, labels and options of a page in the order in which they stand. */
export function listSpoken(page: Element): readonly SpokenPiece[] {
  return [...page.querySelectorAll(asked)]
    .filter((element) => element.closest(passing) === null && element.getClientRects().length > 0)
    .map((element) => ({ text: textOf(element), language: languageOf(element) }))
    .filter(({ text }) => text !== "");
}

function textOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

function languageOf(element: Element): string {
  return element.closest("[lang]")?.getAttribute("lang") ?? "";
}
