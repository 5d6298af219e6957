// What a text and the template in it have to do with one another. Pure: no case, no language.

/** A place that is left for what only the officer knows: empty lines, an end left open, or a gap. */
const gap = /\n{3,}|\n\s*$|…/;

/** Whether a template leaves open what only the officer knows: then it cannot be sent as it is. */
export function hasGap(template: string): boolean {
  return gap.test(template);
}

/** Whether somebody's text still has a place that nothing was written into, or a day that is not chosen. */
export function isUnfilled(text: string): boolean {
  return /\n[ \t]*\n[ \t]*\n[ \t]*\n|…\s*(?:ngày|days|ថ្ងៃ)|(?:ngày|of|ចប់)\s*…/u.test(text.trimEnd());
}

/**
 * A text in which the template was written on, after the template has changed: paragraphs that nobody touched follow
 * it, so that a new day stands in them; whatever somebody wrote stays as it is.
 */
export function followTemplate(text: string, before: string, after: string): string {
  if (text === before) return after;
  const [old, fresh] = [before.split(paragraph), after.split(paragraph)];
  if (old.length !== fresh.length) return text;
  return old.reduce((told, part, index) => {
    const next = fresh[index] ?? part;
    const isOnce = part.trim() !== "" && told.split(part).length === 2;
    // With a function, because the words could hold what `replace` reads as a pattern.
    return isOnce && part !== next ? told.replace(part, () => next) : told;
  }, text);
}

const paragraph = /\n+/;
