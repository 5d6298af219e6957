import { citizenVi, type CitizenMessages } from "../../i18n/citizen/vi.ts";
import type { Language } from "../../i18n/language.ts";
import { createLaw, type Law } from "../../i18n/law.ts";
import { lawVi } from "../../i18n/law/vi.ts";
import { createSay, type Say, type Translation } from "../../i18n/message.ts";

/** Everything that a reporter's page says, in one language. */
export type Words = { readonly language: Language; readonly say: Say<CitizenMessages>; readonly law: Law };

function bind(language: Language, messages: Translation<CitizenMessages>, law: Law): Words {
  return { language, say: createSay<CitizenMessages>(messages), law };
}

/** Vietnamese is there from the first paint. */
export const vietnamese: Words = bind("vi", citizenVi, createLaw("vi", lawVi));

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  vi: async () => vietnamese,
  en: async () => {
    const [{ citizenEn }, { lawEn }] = await Promise.all([
      import("../../i18n/citizen/en.ts"),
      import("../../i18n/law/en.ts"),
    ]);
    return bind("en", citizenEn, createLaw("en", lawEn));
  },
  km: async () => {
    const [{ citizenKm }, { lawKm }] = await Promise.all([
      import("../../i18n/citizen/km.ts"),
      import("../../i18n/law/km.ts"),
    ]);
    return bind("km", citizenKm, createLaw("km", lawKm));
  },
};

/** The words of a language; those that are not Vietnamese are fetched when they are wanted. */
export async function loadWords(language: Language): Promise<Words> {
  return await loaders[language]();
}
