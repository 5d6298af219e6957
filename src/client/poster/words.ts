import { type Language, languageNames } from "../../i18n/language.ts";
import { createSay, type Say } from "../../i18n/message.ts";
import { posterEn } from "../../i18n/poster/en.ts";
import { posterKm } from "../../i18n/poster/km.ts";
import { type PosterMessages, posterVi } from "../../i18n/poster/vi.ts";

/** What posters say in every language: a paper may speak two that the page does not. */
export const tells: Readonly<Record<Language, Say<PosterMessages>>> = {
  vi: createSay<PosterMessages>(posterVi),
  en: createSay<PosterMessages>(posterEn),
  km: createSay<PosterMessages>(posterKm),
};

/** What a paper may be written in. More than two would not fit. */
export const paperLanguages = {
  vi: ["vi"],
  "vi-km": ["vi", "km"],
  km: ["km"],
  "vi-en": ["vi", "en"],
  en: ["en"],
} as const satisfies Readonly<Record<string, readonly Language[]>>;
export type PaperLanguages = keyof typeof paperLanguages;

/** Each by the languages' own names. */
export function nameOf(choice: PaperLanguages): string {
  return paperLanguages[choice].map((language) => languageNames[language]).join(" + ");
}
