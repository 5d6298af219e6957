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

type Page = {
  readonly words: ReturnWords;
  readonly draw: typeof reportersPage;
};

/** What the reporter will read, on a page like theirs and in the language of their letter; nothing if they are told nothing. */
export function Preview({ file, session, writing, form }: ActProps): JSX.Element | null {
  const { say } = useTools().words;
  const language = reportersLanguage(file);
  const page = useReportersPage(language);
  const foreseen = foresee(writing.command, form, file, session.organisation);
  if (foreseen === null) return null;
  if (page === null || page === "failed")
    return (
      <p class="remark" aria-live="polite">
        {say(page === null ? "preview.loading" : "preview.failed")}
      </p>
    );
  const { words, draw } = page;
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

/** The reporter's page in a language, fetched when the first preview wants it; null: on its way. */
function useReportersPage(language: Language): Page | "failed" | null {
  const [page, setPage] = useState<Page | "failed" | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      try {
        const draw = await import("./reporters-page.tsx");
        const words = await draw.loadReturnWords(language);
        if (isWanted) setPage({ words, draw });
      } catch {
        if (isWanted) setPage("failed");
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [language]);
  return page;
}
