import type { JSX } from "preact";
import type { LetterText } from "../../crypto/letter.text.ts";
import { formatList, formatNumber } from "../../i18n/format.ts";
import { Notice } from "../ui/notice.tsx";
import { useTools } from "./tools.ts";

/** What is not as it should be with a letter that came in parts; nothing, if it is whole. The letter itself is part one. */
export function LetterParts({ joined }: { readonly joined: LetterText }): JSX.Element | null {
  const { say, language } = useTools().words;
  const { parts, missing, faults } = joined;
  const number = (part: number) => formatNumber(language, part + 1);
  if (missing.length === 0 && faults.length === 0) return null;
  return (
    <Notice tone="warn">
      {missing.length > 0 && (
        <p>
          {say("letter.missing", { parts: formatList(language, missing.map(number)), whole: number(parts) })}
        </p>
      )}
      {faults.map(({ kind, part }, index) => (
        <p key={index}>{say(`letter.part.${kind}`, { part: number(part), whole: number(parts) })}</p>
      ))}
    </Notice>
  );
}
