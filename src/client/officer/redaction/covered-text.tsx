import "./redaction.css";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CoveredTerm } from "../../../domain/case/case.sealed.ts";
import { formatNumber } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import { StrangersLine, StrangersText } from "../strangers-text.tsx";
import { useTools } from "../tools.ts";
import { type CoveredPiece, coverText } from "../../../domain/cover.ts";

type Covered = Omit<Extract<CoveredPiece, { kind: "cover" }>, "kind" | "text">;

/** What stands in the place of covered words. */
export function sayCover({ say, language }: Words, { as, number }: Covered): string {
  return as === "person"
    ? say("cover.as.person", { number: formatNumber(language, number ?? 1) })
    : say(`cover.as.${as}`);
}

/** A stranger's text with the covered words covered; the original at one press, for whoever reads it has it anyway. */
export function CoverableText({
  text,
  terms,
}: {
  readonly text: string;
  readonly terms: readonly CoveredTerm[];
}): JSX.Element {
  const { say } = useTools().words;
  const [isOriginal, setOriginal] = useState(false);
  const pieces = coverText(text, terms);
  if (pieces.every(({ kind }) => kind === "text")) return <StrangersText text={text} />;
  return (
    <>
      <p class="remark">
        {!isOriginal && say("cover.shown")}{" "}
        <button
          type="button"
          class="button button-quiet"
          aria-pressed={isOriginal}
          onClick={() => {
            setOriginal(!isOriginal);
          }}
        >
          {isOriginal ? say("cover.again") : say("cover.original")}
        </button>
      </p>
      {isOriginal ? <StrangersText text={text} /> : <CoveredText pieces={pieces} />}
    </>
  );
}

/** A line of a stranger's, covered as a text is; it has no room for a button unless something in it is covered. */
export function CoverableLine({
  text,
  terms,
}: {
  readonly text: string;
  readonly terms: readonly CoveredTerm[];
}): JSX.Element {
  const isCovered = coverText(text, terms).some(({ kind }) => kind === "cover");
  return isCovered ? <CoverableText text={text} terms={terms} /> : <StrangersLine text={text} />;
}

/** The text with its covers; what is not covered is shown as every stranger's text is. */
export function CoveredText({ pieces }: { readonly pieces: readonly CoveredPiece[] }): JSX.Element {
  const { words } = useTools();
  return (
    <div class="strangers-text" dir="auto">
      {pieces.map((piece, index) =>
        piece.kind === "text" ? (
          <StrangersLine key={index} text={piece.text} />
        ) : (
          <span key={index} class="cover">
            {sayCover(words, piece)}
          </span>
        ),
      )}
    </div>
  );
}
