import "./preview.css";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReturnWords } from "../../citizen/return/words.ts";
import { isReviewed, languageNames, type Language } from "../../../i18n/language.ts";
import type { ActProps } from "../act-props.ts";
import { HiddenCharacters } from "../strangers-text.tsx";
import { useTools } from "../tools.ts";
import { reportersLanguage } from "../use-command.ts";
import { foresee } from "./foreseen.ts";
import type * as reportersPage from "./reporters-page.tsx";

type Pages = {
  readonly words: Readonly<Record<Language, ReturnWords>>;
  readonly draw: typeof reportersPage;
};

/** What the reporter will read, on a page like theirs and in the language of their letter; nothing if they are told nothing. */
export function Preview({ file, session, writing, form }: ActProps): JSX.Element | null {
  const { say } = useTools().words;
  const language = reportersLanguage(file);
  const pages = useReportersPages();
  const foreseen = foresee(writing.command, form, file, session.organisation);
  if (foreseen === null) return null;
  if (pages === null || pages === "failed")
    return (
      <p class="remark" aria-live="polite">
        {say(pages === null ? "preview.loading" : "preview.failed")}
      </p>
    );
  const { draw } = pages;
  const words = pages.words[language];
  if (!draw.isTold(words, foreseen)) return null;
  return (
    <section class="preview" aria-labelledby="preview">
      <h3 class="preview-title" id="preview">
        {say("composer.preview")}
      </h3>
      <p class="remark">
        {say("preview.language", { language: languageNames[language] })}
        {!isReviewed[language] && ` ${say("composer.km-not-reviewed")}`}
      </p>
      <div class="preview-sheet">
        <draw.ReportersPage words={words} foreseen={foreseen} />
      </div>
      <HiddenCharacters text={form.text} />
      {!foreseen.isWhole && <p class="remark">{say("preview.incomplete")}</p>}
    </section>
  );
}

/**
 * The reporter's page in every language, fetched when the first preview wants it; null: on its way. Never for one language
 * alone: the server would see what is fetched right behind a case, or tried again after it withheld it, and learn in which
 * language the letter is (PROTOCOL.md §13). So it is there as a whole or not at all, whatever the letter.
 */
function useReportersPages(): Pages | "failed" | null {
  const [pages, setPages] = useState<Pages | "failed" | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      try {
        const draw = await import("./reporters-page.tsx");
        const words = await draw.loadEveryLanguage();
        if (isWanted) setPages({ words, draw });
      } catch {
        if (isWanted) setPages("failed");
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, []);
  return pages;
}
