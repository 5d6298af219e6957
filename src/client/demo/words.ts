import type { Language } from "../../i18n/language.ts";
import { createSay, type Say } from "../../i18n/message.ts";
import { type TourMessages, tourVi } from "../../i18n/tour/vi.ts";
import { loadWords, vietnamese, type Words } from "../citizen/words.ts";

/** The tour's own sentences, and those of the pages that it leads to. */
export type TourWords = { readonly words: Words; readonly tell: Say<TourMessages> };

export const vietnameseTour: TourWords = { words: vietnamese, tell: createSay<TourMessages>(tourVi) };

const tours: Readonly<Record<Language, () => Promise<Say<TourMessages>>>> = {
  vi: async () => vietnameseTour.tell,
  en: async () => createSay<TourMessages>((await import("../../i18n/tour/en.ts")).tourEn),
  km: async () => createSay<TourMessages>((await import("../../i18n/tour/km.ts")).tourKm),
};

/** Both in a language. */
export async function loadTourWords(language: Language): Promise<TourWords> {
  const [words, tell] = await Promise.all([loadWords(language), tours[language]()]);
  return { words, tell };
}
