import { type CatalogueWords, loadCatalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../language.ts";
import { type Law } from "../law.ts";
import { loadLaw } from "../law.load.ts";
import { createSay, type Say, type Translation } from "../message.ts";
import { vi } from "./vi.ts";

export type OfficerMessages = typeof vi;

/** Everything that the officer's pages say, in one language: their own words and the law's. */
export type Words = {
  readonly language: Language;
  readonly say: Say<OfficerMessages>;
  readonly law: Law;
  readonly catalogue: CatalogueWords;
};

const dictionaries: Readonly<Record<Language, () => Promise<Translation<OfficerMessages>>>> = {
  vi: async () => vi,
  en: async () => (await import("./en.ts")).en,
  km: async () => (await import("./km.ts")).km,
};

/** The words of a language; those that are not Vietnamese are fetched when they are wanted. */
export async function loadWords(language: Language): Promise<Words> {
  const [messages, law, catalogue] = await Promise.all([
    dictionaries[language](),
    loadLaw(language),
    loadCatalogue(language),
  ]);
  return { language, say: createSay<OfficerMessages>(messages), law, catalogue };
}
