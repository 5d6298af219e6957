import type { LetterCategory } from "../../crypto/letter.schema.ts";
import {
  catalogueVersion,
  editionKind,
  groupOf,
  isManifestation,
  isTopic,
  knownCode,
} from "../../domain/manifestations.ts";
import type { Words } from "../../i18n/officer/words.load.ts";

type CategoryWords = Pick<Words, "say" | "catalogue">;

/** The title of a code of the catalogue, with the code; null: none of them. */
export function sayCategory({ say, catalogue }: CategoryWords, code: string | null): string {
  if (code === null) return say("category.other");
  return isManifestation(code) ? `${code} – ${catalogue.manifestations[code].title}` : code;
}

/** What a writer chose by the plain questions, in one line: the manifestation, else the question, else the bare name. */
export function sayChoice(words: CategoryWords, category: LetterCategory): string {
  const code = knownCode(category);
  if (code !== null) return sayCategory(words, code);
  if (category.code !== null) return category.code;
  if (editionKind(category.catalogue) === "foreign") return category.topic;
  if (category.topic === "other") return words.say("letter.category.other");
  return isTopic(category.topic) ? words.catalogue.topics[category.topic].question : category.topic;
}

/** What has to be known beside it: the group, that it is no manifestation, that it was chosen by other words. */
export function explainChoice(
  { say, catalogue }: CategoryWords,
  category: LetterCategory,
): readonly string[] {
  const code = knownCode(category);
  const kind = editionKind(category.catalogue);
  return [
    ...(code === null
      ? []
      : [say("letter.category.group", { group: groupOf(code), name: catalogue.groups[groupOf(code)] })]),
    ...(category.code === null && category.topic !== "other" ? [say("letter.category.only-topic")] : []),
    ...(kind === "this"
      ? []
      : [say("letter.category.edition", { edition: category.catalogue, own: catalogueVersion })]),
  ];
}
