import type { JSX } from "preact";
import { privateInput } from "../../ui/field.tsx";
import type { CaseFile } from "../../desk/case-file.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import { useTools } from "../tools.ts";
import { coveredCopy } from "../../../domain/cover.ts";
import { sayCover } from "./covered-text.tsx";

/** The letter as it can be quoted: every covered word replaced by what it was. Null: nothing is covered. */
export function copyOf(words: Words, { letter, letterText, sealed }: CaseFile): string | null {
  const text = letterText?.text ?? letter?.body.text;
  if (text === undefined || sealed.covered.length === 0) return null;
  return coveredCopy(text, sealed.covered, (piece) => sayCover(words, piece));
}

/** The letter as it is to be shown: with its covers, if it has any. */
export function shownText(words: Words, file: CaseFile): string {
  return copyOf(words, file) ?? file.letterText?.text ?? "";
}

/** The copy to take along into a paper. */
export function CoveredCopy({ file }: { readonly file: CaseFile }): JSX.Element | null {
  const { words } = useTools();
  const copy = copyOf(words, file);
  if (copy === null) return null;
  return (
    <details class="cover-copy">
      <summary>{words.say("cover.copy")}</summary>
      <textarea
        class="field-input"
        aria-label={words.say("cover.copy")}
        rows={8}
        readOnly
        value={copy}
        {...privateInput}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
    </details>
  );
}
