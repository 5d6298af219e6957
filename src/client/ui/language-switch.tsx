import type { ComponentChildren, JSX } from "preact";
import { type Language, languageNames, languages } from "../../i18n/language.ts";

/** The languages by their own names. The choice is kept in memory only. */
export function LanguageSwitch({
  label,
  language,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
  /** What has to be said of the language beside its name. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <nav class="languages" aria-label={label}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          class="language"
          lang={each}
          aria-current={each === language ? "true" : undefined}
          onClick={() => {
            onChoose(each);
          }}
        >
          {languageNames[each]}
        </button>
      ))}
      {children}
    </nav>
  );
}
