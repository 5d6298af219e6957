import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { explainChoice, sayCategory, sayChoice } from "../../src/client/officer/category-words.ts";
import { isBegun, startForm } from "../../src/client/officer/form.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import { writersCode } from "../../src/client/officer/writers-choice.ts";
import { type LetterCategory, letterBodySchema } from "../../src/crypto/letter.schema.ts";
import { catalogueVersion, manifestationCodes } from "../../src/domain/manifestations.ts";
import { languages } from "../../src/i18n/language.ts";
import { loadWords } from "../../src/i18n/officer/words.load.ts";
import { caseId, fileOf, sessionOf, today, type ToldEvent } from "../support/officer-cases.ts";

const own = { catalogue: catalogueVersion } as const;
const bribe: LetterCategory = { ...own, topic: "money", code: "B7" };
const opened: readonly ToldEvent[] = [["Opened", "2026-03-02"]];
const classified: readonly ToldEvent[] = [
  ...opened,
  ["Acknowledged", "2026-03-03"],
  [
    "Classified",
    "2026-03-03",
    {
      kind: "report",
      fact: { type: "Classified", substance: "report", category: "B6", eligible: true },
    },
  ],
];

function fileAbout(category: LetterCategory | null, events: readonly ToldEvent[] = opened) {
  const file = fileOf({ id: caseId("case"), released: "2026-03-02", events });
  if (file.letter === null) throw new Error("the letter is not open");
  return { ...file, letter: { ...file.letter, body: { ...file.letter.body, category } } };
}

describe("what a writer chose is said", () => {
  test.each(languages)(
    "in %s by the title of the manifestation, its group, or the question alone",
    async (language) => {
      const words = await loadWords(language);
      const { manifestations, topics, groups } = words.catalogue;
      expect(sayChoice(words, bribe)).toBe(`B7 – ${manifestations.B7.title}`);
      expect(explainChoice(words, bribe).join()).toContain(groups.B);
      const topicOnly = { ...own, topic: "posts", code: null };
      expect(sayChoice(words, topicOnly)).toBe(topics.posts.question);
      expect(explainChoice(words, topicOnly)).toEqual([words.say("letter.category.only-topic")]);
      expect(sayChoice(words, { ...own, topic: "other", code: null })).toBe(
        words.say("letter.category.other"),
      );
      expect(explainChoice(words, { ...own, topic: "other", code: null })).toEqual([]);
    },
  );

  test("by its code and topic where the edition is another one, and that it is", async () => {
    const words = await loadWords("vi");
    const later = { catalogue: "nq4-xii.2", topic: "water", code: "B7" };
    expect(sayChoice(words, later)).toBe(sayCategory(words, "B7"));
    expect(explainChoice(words, later).join()).toContain("nq4-xii.2");
    expect(sayChoice(words, { ...later, code: null })).toBe("water");
    const foreign = { catalogue: "nq4-xiv.1", topic: "money", code: "B7" };
    expect(sayChoice(words, foreign)).toBe("B7");
    expect(sayChoice(words, { ...foreign, code: null })).toBe("money");
    expect(explainChoice(words, foreign).join()).toContain("nq4-xiv.1");
  });
});

describe("a letter sorted by a catalogue", () => {
  const { category } = letterBodySchema.entries;

  test("of another edition is read, whatever it names", () => {
    for (const catalogue of ["nq4-xii.2", "nq4-xiv.1"])
      expect(v.is(category, { catalogue, topic: "water", code: "D4" })).toBe(true);
  });

  test("of this edition names what there is in it", () => {
    for (const code of manifestationCodes)
      expect(v.is(category, { ...own, topic: "money", code })).toBe(true);
    expect(v.is(category, { ...own, topic: "water", code: "B7" })).toBe(false);
    expect(v.is(category, { ...own, topic: "money", code: "D4" })).toBe(false);
    expect(v.is(category, { catalogue: "<b>", topic: "money", code: null })).toBe(false);
  });
});

describe("a classification begins", () => {
  test("with the writer's manifestation until an officer has classified it", () => {
    expect(writersCode(fileAbout(bribe))).toBe("B7");
    expect(writersCode(fileAbout(bribe, classified))).toBeNull();
    expect(writersCode(fileAbout(null))).toBeNull();
    expect(writersCode(fileAbout({ ...own, topic: "other", code: null }))).toBeNull();
    expect(writersCode(fileAbout({ ...bribe, catalogue: "nq4-xiv.1" }))).toBeNull();
  });

  test("with nobody's work in it: what was offered is no draft, what was changed is one", () => {
    const offered = startForm("classify", "", { offered: { category: "B7" } });
    expect(offered.category).toBe("B7");
    expect(isBegun(offered)).toBe(false);
    expect(isBegun({ ...offered, category: "B6" })).toBe(true);
    expect(isBegun({ ...offered, substance: "report" })).toBe(true);
  });

  test("as it was left, if somebody had begun it", () => {
    const id = caseId("case");
    const story = { id, released: "2026-03-02", events: opened };
    const classify: Event = {
      type: "composed",
      command: "classify",
      template: "",
      beginning: { offered: { category: "B7" } },
    };
    const after = (state: State, ...events: readonly Event[]) => events.reduce(reduce, state);
    const open = after(
      initialState,
      { type: "signed-in", session: sessionOf("officer"), kept: null },
      {
        type: "list-answered",
        listing: {
          kind: "list",
          today,
          mark: { revision: 1, until: today, arrived: 0 },
        },
      },
      { type: "case-asked", case: id },
      { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(story) } },
      classify,
    );
    const categoryOf = (state: State) => state.drafts.get(id)?.get("classify")?.category;
    expect(categoryOf(open)).toBe("B7");
    const change: Event = { type: "form-changed", change: { category: "B9" } };
    expect(categoryOf(after(open, change, classify))).toBe("B9");
    const better: Event = { ...classify, beginning: { offered: { category: "B6" } } };
    expect(categoryOf(after(open, better))).toBe("B6");
  });
});
