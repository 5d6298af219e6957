import type { CitizenMessages } from "../../i18n/citizen/vi.ts";
import { type CitizenFirstMessages, citizenFirstVi } from "../../i18n/citizen/vi.first.ts";
import type { Language } from "../../i18n/language.ts";
import { createLaw, type FirstLaw } from "../../i18n/law.ts";
import { createSay, type Say, type Translation } from "../../i18n/message.ts";

/** What a reporter's page says before anybody has begun to write, in one language. */
export type Words = {
  readonly language: Language;
  readonly say: Say<CitizenFirstMessages>;
  /** Whether all the sentences are there, those of the later screens too. */
  readonly isWhole: boolean;
};

/** Everything that a reporter's page says until they come back; what it says then: `return/words`. */
export type AllWords = Words & {
  readonly say: Say<CitizenMessages>;
  readonly law: FirstLaw;
  readonly isWhole: true;
};

/** Vietnamese is there from the first paint; the rest of it comes with the screens that say it (`words.all`). */
export const vietnamese: Words = {
  language: "vi",
  say: createSay<CitizenFirstMessages>(citizenFirstVi),
  isWhole: false,
};

/** A whole dictionary, bound. A sayer of all the sentences says the first ones too. */
export function bindAll(language: Language, messages: Translation<CitizenMessages>, law: FirstLaw): AllWords {
  return { language, say: createSay<CitizenMessages>(messages), law, isWhole: true };
}

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  vi: async () => vietnamese,
  en: async () => {
    const [{ citizenEn }, { lawEn }] = await Promise.all([
      import("../../i18n/citizen/en.ts"),
      import("../../i18n/law/en.ts"),
    ]);
    return bindAll("en", citizenEn, createLaw("en", lawEn));
  },
  km: async () => {
    const [{ citizenKm }, { lawKm }] = await Promise.all([
      import("../../i18n/citizen/km.ts"),
      import("../../i18n/law/km.ts"),
    ]);
    return bindAll("km", citizenKm, createLaw("km", lawKm));
  },
};

/** The words of a language; those that are not Vietnamese are fetched when they are wanted. */
export async function loadWords(language: Language): Promise<Words> {
  return await loaders[language]();
}
