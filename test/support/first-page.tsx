import { Frame } from "../../src/client/citizen/frame.tsx";
import { Home } from "../../src/client/citizen/home.tsx";
import { vietnamese } from "../../src/client/citizen/words.ts";
import { helpEn } from "../../src/i18n/help/en.ts";
import { helpKm } from "../../src/i18n/help/km.ts";
import { helpVi } from "../../src/i18n/help/vi.ts";
import { languages } from "../../src/i18n/language.ts";
import { toStaticHtml } from "./static-html.ts";

const nothing = () => undefined;
const help = { vi: helpVi, en: helpEn, km: helpKm } as const;

/** What stands in `index.html` before any script has run: the first page in Vietnamese. */
export function renderFirstPage(): string {
  return toStaticHtml(
    <Frame words={vietnamese} demonstration={null} onLeave={nothing} onLanguage={nothing}>
      <Home words={vietnamese} groups={null} onWrite={nothing} onReturn={nothing} />
    </Frame>,
  );
}

/** Help for those without a script, in every language: without one they cannot choose. */
export function renderNoscript(): string {
  return toStaticHtml(
    <noscript>
      {languages.map((language) => (
        <section key={language} class="noscript" lang={language}>
          <h2>{help[language]["noscript.title"]}</h2>
          <p>
            {help[language]["noscript.why"]}{" "}
            <a href={`/giup#${language}`}>{help[language]["noscript.how"]}</a>
          </p>
        </section>
      ))}
    </noscript>,
  );
}

/** What appears by itself if no script has started after some seconds. */
export function renderStalled(): string {
  return toStaticHtml(
    <div class="stalled" role="alert">
      {languages.map((language) => (
        <p key={language} lang={language}>
          {help[language].stalled} <a href={`/giup#${language}`}>{help[language]["stalled.how"]}</a>
        </p>
      ))}
    </div>,
  );
}
