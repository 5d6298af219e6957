import type { ComponentChildren, JSX } from "preact";
import { isReviewed, type Language } from "../../i18n/language.ts";
import { Icon } from "../ui/icon.tsx";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { neutralSite } from "./leave.ts";
import type { Words } from "./words.ts";

/** What stands around every screen: the name, the quick exit, the languages, and what must be said everywhere. */
export function Frame({
  words: { language, say },
  demonstration,
  onLeave,
  onLanguage,
  children,
}: {
  readonly words: Words;
  /** Null for a real organisation. */
  readonly demonstration: { readonly hasTour: boolean } | null;
  readonly onLeave: () => void;
  readonly onLanguage: (language: Language) => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="page">
      <a
        class="skip-link"
        href="#main"
        onClick={(event) => {
          // The address must not change: it would be an entry in the history.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {say("skip.link")}
      </a>
      <header class="bar">
        <div class="bar-inside">
          <span class="brand">
            <Icon name="sealed" size={30} />
            {say("brand.name")}
          </span>
          {/* A link, so that it leaves before and without any script; with the script it also takes its entry out of the history. */}
          <a
            class="exit"
            href={neutralSite}
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              onLeave();
            }}
          >
            <Icon name="leave" />
            {say("exit.button")}
          </a>
        </div>
      </header>
      <div class="column">
        <LanguageSwitch label={say("language.label")} language={language} onChoose={onLanguage}>
          {!isReviewed[language] && <p class="unreviewed">{say("language.unreviewed")}</p>}
        </LanguageSwitch>
        <main id="main" class="sheet" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>{say("exit.hint")}</p>
        </footer>
      </div>
      {demonstration !== null && <DemonstrationBanner say={say} hasTour={demonstration.hasTour} />}
    </div>
  );
}

/** Stands at the lower edge, so that it moves nothing when it is learnt late that the organisation is none. */
function DemonstrationBanner({
  say,
  hasTour,
}: {
  readonly say: Words["say"];
  readonly hasTour: boolean;
}): JSX.Element {
  return (
    <aside class="demonstration" aria-label={say("demo.label")}>
      <p>{say("demo.banner")}</p>
      {hasTour && <a href="/demo">{say("demo.tour")}</a>}
    </aside>
  );
}
