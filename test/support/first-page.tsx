import { Frame } from "../../src/client/citizen/frame.tsx";
import { Home } from "../../src/client/citizen/home.tsx";
import { allWords } from "../../src/client/citizen/words.all.ts";
import { loadWords, vietnamese } from "../../src/client/citizen/words.ts";
import { languages } from "../../src/i18n/language.ts";
import { toStaticHtml } from "./static-html.ts";

const nothing = () => undefined;

/** What stands in `index.html` before any script has run: the first page in Vietnamese. */
export function renderFirstPage(): string {
  return toStaticHtml(
    <Frame words={vietnamese} demonstration={null} onLeave={nothing} onLanguage={nothing}>
      <Home words={vietnamese} onWrite={nothing} onReturn={nothing} />
    </Frame>,
  );
}

/** Help for those without a script, in every language: without one they cannot choose. */
export async function renderNoscript(): Promise<string> {
  const all = await Promise.all(languages.map(loadWords));
  return toStaticHtml(
    <noscript>
      {all.map(allWords).map(({ language, say }) => (
        <section key={language} class="noscript" lang={language}>
          <h2>{say("noscript.title")}</h2>
          <p>
            {say("noscript.why")} {say("noscript.what")}
          </p>
        </section>
      ))}
    </noscript>,
  );
}
