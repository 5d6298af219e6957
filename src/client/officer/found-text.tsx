import type { JSX } from "preact";
import { foundLine, type FoundPiece } from "./search-highlight.ts";
import { StrangersLine } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";

/** A stranger's line with what was searched for marked, and where it is to be found if it is not in the line. */
export function FoundLine({ text, query }: { readonly text: string; readonly query: string }): JSX.Element {
  const { say } = useTools().words;
  const pieces = foundLine(text, query);
  return (
    <>
      <FoundPieces pieces={pieces} />
      {!pieces.some(({ hit }) => hit) && <span class="found-elsewhere"> {say("search.elsewhere")}</span>}
    </>
  );
}

/** Pieces of a stranger's text, the hits marked. */
export function FoundPieces({ pieces }: { readonly pieces: readonly FoundPiece[] }): JSX.Element {
  return (
    <bdi>
      {pieces.map(({ text, hit }, index) =>
        hit ? (
          <mark key={index} class="found">
            <StrangersLine text={text} />
          </mark>
        ) : (
          <StrangersLine key={index} text={text} />
        ),
      )}
    </bdi>
  );
}
