import { citizenReturnVi, type CitizenReturnMessages } from "../../../i18n/citizen/vi.return.ts";
import { type CitizenMessages, citizenVi } from "../../../i18n/citizen/vi.ts";
import type { Language } from "../../../i18n/language.ts";
import { createLaw, type Law } from "../../../i18n/law.ts";
import { lawVi } from "../../../i18n/law/vi.ts";
import { createSay, type Say, type Translation } from "../../../i18n/message.ts";
import type { AllWords } from "../words.ts";

type Messages = CitizenMessages & CitizenReturnMessages;

/** What a reporter's page says who has come back, and everything that it said before. */
export type ReturnWords = AllWords & { readonly say: Say<Messages>; readonly law: Law };

function bind(language: Language, messages: Translation<Messages>, law: Law): ReturnWords {
  return { language, say: createSay<Messages>(messages), law, isWhole: true };
}

/** There without being fetched: they come with this part of the page. */
export const vietnameseReturn: ReturnWords = bind(
  "vi",
  { ...citizenVi, ...citizenReturnVi },
  createLaw("vi", lawVi),
);

const loaders: Readonly<Record<Language, () => Promise<ReturnWords>>> = {
  vi: async () => vietnameseReturn,
  en: async () => {
    const [{ citizenEn }, { citizenReturnEn }, { lawEn }] = await Promise.all([
      import("../../../i18n/citizen/en.ts"),
      import("../../../i18n/citizen/en.return.ts"),
      import("../../../i18n/law/en.ts"),
    ]);
    return bind("en", { ...citizenEn, ...citizenReturnEn }, createLaw("en", lawEn));
  },
  km: async () => {
    const [{ citizenKm }, { citizenReturnKm }, { lawKm }] = await Promise.all([
      import("../../../i18n/citizen/km.ts"),
      import("../../../i18n/citizen/km.return.ts"),
      import("../../../i18n/law/km.ts"),
    ]);
    return bind("km", { ...citizenKm, ...citizenReturnKm }, createLaw("km", lawKm));
  },
};

/** The words of a language for the way back. */
export async function loadReturnWords(language: Language): Promise<ReturnWords> {
  return await loaders[language]();
}
