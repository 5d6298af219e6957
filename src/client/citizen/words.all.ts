import { citizenVi } from "../../i18n/citizen/vi.ts";
import { createFirstLaw } from "../../i18n/law.ts";
import { lawFirstVi } from "../../i18n/law/vi.first.ts";
import { type AllWords, bindAll, type Words } from "./words.ts";

const allVietnamese = bindAll("vi", citizenVi, createFirstLaw("vi", lawFirstVi));

/** All the words of the language that is on the page. Whatever is not Vietnamese was fetched whole. */
export function allWords(words: Words): AllWords {
  return isWhole(words) ? words : allVietnamese;
}

function isWhole(words: Words): words is AllWords {
  return words.isWhole;
}
