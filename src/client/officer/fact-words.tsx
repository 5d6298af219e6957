import type { JSX } from "preact";
import type { OfficerId } from "../../domain/ids.ts";
import type { SealedFact, SealedNote } from "../../domain/case/case.sealed.ts";
import { formatList, formatNumber } from "../../i18n/format.ts";
import type { Words } from "../../i18n/officer/words.load.ts";
import type { Reader } from "../desk/readers-left.ts";
import { sayCategory } from "./category-words.ts";
import { useTools } from "./tools.ts";

/** The facts that are sealed with an act, in words. `officers`: those whose titles are known. */
export function FactWords({
  fact,
  officers,
}: {
  readonly fact: SealedFact;
  readonly officers: readonly Reader[];
}): JSX.Element {
  const { words } = useTools();
  return (
    <ul class="fact-words">
      {sayFact(words, fact, officers).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Every line that a fact says. */
export function sayFact(words: Words, fact: SealedFact, officers: readonly Reader[]): readonly string[] {
  const { say, law, language } = words;
  switch (fact.type) {
    case "Classified":
      return [
        say("fact.substance", { substance: say(`substance.${fact.substance}`) }),
        say("fact.category", { category: sayCategory(words, fact.category) }),
        fact.eligible ? say("fact.eligible") : say("fact.not-eligible"),
      ];
    case "Noted":
      return [sayNote(words, fact.note, officers)];
    case "Extended":
      return [say("fact.reason", { reason: law.say(`extension.${fact.reason}`) })];
    case "Refused":
      return [
        say("fact.ground", { ground: law.say(`ground.${fact.ground}`) }),
        ...(fact.whereElse.length === 0
          ? []
          : [
              say("fact.where-else", {
                places: formatList(
                  language,
                  fact.whereElse.map((place) => law.say(`place.${place}`)),
                ),
              }),
            ]),
      ];
    case "HandedOver":
    case "Recused":
      return [sayReaders(words, fact.readers, officers)];
    case "Concluded":
      return [
        say("fact.outcome", { outcome: law.say(`outcome.${fact.outcome}`) }),
        ...(fact.againstPerson ? [say("fact.against-person")] : []),
        ...(fact.remedyOrdered ? [say("fact.remedy-ordered")] : []),
      ];
    default:
      return fact satisfies never;
  }
}

/** By name where every one of them is known, which is asked for with a form. */
function sayReaders(
  { say, language }: Words,
  readers: readonly OfficerId[],
  officers: readonly Reader[],
): string {
  const titles = officers.filter(({ officer }) => readers.includes(officer)).map(({ title }) => title);
  return titles.length === readers.length
    ? say("fact.readers", { readers: formatList(language, titles) })
    : say("fact.readers-count", { count: formatNumber(language, readers.length) });
}

function sayNote({ say, language }: Words, note: SealedNote, officers: readonly Reader[]): string {
  switch (note.kind) {
    case "assigned": {
      const title = officers.find(({ officer }) => officer === note.officer)?.title;
      // Whose title is not known, because it is on its way or they have left, is no more than somebody.
      return title === undefined ? say("said.assigned-somebody") : say("said.assigned", { officer: title });
    }
    case "follower-appointed":
      return say("said.follower-appointed");
    case "joined":
      return say("said.joined", { number: note.with.slice(0, 6) });
    case "covered":
      return note.terms.length === 0
        ? say("said.uncovered")
        : say("said.covered", { count: formatNumber(language, note.terms.length) });
    case "withdrawn":
      return note.threatSuspected ? say("said.withdrawn-threat") : say("said.withdrawn");
    case "person-heard":
      return note.declined ? say("said.person-declined") : say("said.person-heard");
    case "verification":
      return say("said.verification");
    case "inspection-planned":
      return note.atOnce ? say("said.inspection-at-once") : say("said.inspection-planned");
    case "remedy":
      return say("said.remedy", { state: say(`remedy.${note.state}`) });
    case "remark":
      return say("said.remark");
    default:
      return note satisfies never;
  }
}
