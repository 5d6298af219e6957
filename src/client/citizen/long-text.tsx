import type { JSX } from "preact";
import type { AllWords } from "./words.ts";

/** What is read without unfolding, at least; a text a little longer is shown whole. */
const shownAtFirst = 600;
const longFrom = 3000;

/** A letter's text. Of a long one the beginning: what stands below it must not be twenty screens away. */
export function LetterParagraph({
  words: { say },
  text,
  lang,
}: {
  readonly words: Pick<AllWords, "say">;
  readonly text: string;
  readonly lang?: string;
}): JSX.Element {
  if (text.length < longFrom)
    return (
      <p class="letter-text" lang={lang}>
        {text}
      </p>
    );
  return (
    <>
      <p class="letter-text" lang={lang}>
        {beginningOf(text)}
      </p>
      <details class="fold">
        <summary>{say("text.whole")}</summary>
        <p class="letter-text" lang={lang}>
          {text}
        </p>
      </details>
    </>
  );
}

/** Up to the first white space behind so many characters. */
function beginningOf(text: string): string {
  const head = Array.from(text.slice(0, 2 * shownAtFirst));
  const gap = head.findIndex((character, at) => at >= shownAtFirst / 2 && /\s/.test(character));
  return `${head.slice(0, gap < 0 ? shownAtFirst : gap).join("")} …`;
}
