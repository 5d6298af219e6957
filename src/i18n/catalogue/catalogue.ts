import type { ManifestationCode, ManifestationGroup, Topic } from "../../domain/manifestations.ts";
import type { Language } from "../language.ts";

/** What a person reads of the 27 manifestations, in one language. Their wording in the resolution is in `official.ts`. */
export type CatalogueWords = {
  /** What the nine of a group have in common, as the resolution heads them. */
  readonly groups: Readonly<Record<ManifestationGroup, string>>;
  /** The plain questions by which a letter is sorted, each with examples. */
  readonly topics: Readonly<Record<Topic, { readonly question: string; readonly hint: string }>>;
  /** `title`: short, as officers and registers name it. `question`: as a frightened person is asked. */
  readonly manifestations: Readonly<
    Record<ManifestationCode, { readonly title: string; readonly question: string }>
  >;
};

const loaders: Readonly<Record<Language, () => Promise<CatalogueWords>>> = {
  vi: async () => (await import("./vi.ts")).catalogueVi,
  en: async () => (await import("./en.ts")).catalogueEn,
  km: async () => (await import("./km.ts")).catalogueKm,
};

/** The catalogue's words in a language, fetched when they are wanted. */
export async function loadCatalogue(language: Language): Promise<CatalogueWords> {
  return await loaders[language]();
}
