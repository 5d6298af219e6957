import { createLaw, type Law } from "./law.ts";
import { lawVi } from "./law/vi.ts";
import type { Language } from "./language.ts";

const dictionaries: Readonly<Record<Language, () => Promise<Parameters<typeof createLaw>[1]>>> = {
  vi: async () => lawVi,
  en: async () => (await import("./law/en.ts")).lawEn,
  km: async () => (await import("./law/km.ts")).lawKm,
};

/** The sentences of the law in a language; those that are not Vietnamese are fetched when they are wanted. */
export async function loadLaw(language: Language): Promise<Law> {
  return createLaw(language, await dictionaries[language]());
}
