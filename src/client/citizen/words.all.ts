import { citizenVi } from "../../i18n/citizen/vi.ts";
import { type AllWords, bindAll, vietnamese, type Words } from "./words.ts";

const allVietnamese = bindAll("vi", citizenVi, vietnamese.law);

/** All the words of the language that is on the page. English and Khmer were fetched whole. */
export function allWords(words: Words): AllWords {
  return words.language === "vi" ? allVietnamese : (words as AllWords);
}
