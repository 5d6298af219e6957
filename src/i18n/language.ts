export const languages = ["vi", "en", "km"] as const;
/** Vietnamese is the source; English and Khmer stand beside it, complete. */
export type Language = (typeof languages)[number];

/** Each language by its own name, as the switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  vi: "Tiếng Việt",
  en: "English",
  km: "ភាសាខ្មែរ",
};

/** Whether a native speaker has read the sentences of the language; if not, every page in it says so. */
export const isReviewed: Readonly<Record<Language, boolean>> = { vi: true, en: true, km: false };
