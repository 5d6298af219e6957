import manifestationsFile from "../../org/data/manifestations.json" with { type: "json" };
import type { Language } from "../language.ts";

/** One of the 27 manifestations as an officer chooses it: the code is what is sealed. */
export type Category = { readonly code: string; readonly title: string; readonly language: Language };

/** The catalogue. The resolution is Vietnamese; of its short titles there is an English rendering and no Khmer one. */
export function listCategories(language: Language): readonly Category[] {
  const shown = language === "en" ? "en" : "vi";
  return manifestationsFile.manifestations.map(({ code, title }) => ({
    code,
    title: title[shown],
    language: shown,
  }));
}
