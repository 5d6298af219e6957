import { citizenVi } from "../../i18n/citizen/vi.ts";
import { type AllWords, bindAll, vietnamese, type Words } from "./words.ts";

const allVietnamese = bindAll("vi", citizenVi, vietnamese.law);

/** All the words of the language that is on the page. Whatever is not Vietnamese was fetched whole. */
export function allWords(words: Words): AllWords {
  return isWhole(words) ? words : allVietnamese;
}

function isWhole(words: Words): words is AllWords {
  return words.isWhole;
}
