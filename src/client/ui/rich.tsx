import type { ComponentChildren } from "preact";

/** Letters that only Vietnamese has. */
const vietnamese = /[ăđơư\u1ea0-\u1ef9]/i;

/**
 * A sentence of a dictionary in which `**` stands around what is shown strongly. A name or a term of the law that
 * stands so in a sentence of another language is marked as Vietnamese, to be read out as such.
 */
export function Rich({ text }: { readonly text: string }): ComponentChildren {
  const parts = text.split("**");
  const isForeign = !vietnamese.test(parts.filter((_, index) => index % 2 === 0).join(""));
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <strong key={part} lang={isForeign && vietnamese.test(part) ? "vi" : undefined}>
        {part}
      </strong>
    ) : (
      part
    ),
  );
}
