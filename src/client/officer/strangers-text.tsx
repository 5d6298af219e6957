import type { ComponentChildren, JSX } from "preact";
import { useTools } from "./tools.ts";
import { countHidden, visiblePieces } from "./visible-text.ts";

/** What somebody else wrote: text and nothing else, its direction shut in, its hidden characters shown by their code. */
export function StrangersText({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="strangers-text" dir="auto">
      <Pieces text={text} />
    </div>
  );
}

/** The same within a line. */
export function StrangersLine({ text }: { readonly text: string }): JSX.Element {
  return (
    <bdi>
      <Pieces text={text} />
    </bdi>
  );
}

/** Says that there are such characters; nothing if there are none. */
export function HiddenCharacters({ text }: { readonly text: string }): JSX.Element | null {
  const { say } = useTools().words;
  const count = countHidden(text);
  return count === 0 ? null : <p class="remark">{say("letter.hidden", { count: String(count) })}</p>;
}

function Pieces({ text }: { readonly text: string }): ComponentChildren {
  const { say } = useTools().words;
  return visiblePieces(text).map((piece, index) =>
    piece.kind === "text" ? (
      piece.text
    ) : (
      <span key={index} class="hidden-character">
        <span aria-hidden="true">{piece.code}</span>
        <span class="visually-hidden">{say("letter.character", { code: piece.code })}</span>
      </span>
    ),
  );
}
