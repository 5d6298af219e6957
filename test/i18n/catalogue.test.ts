import { describe, expect, test } from "vitest";
import {
  manifestationCodes,
  manifestationGroups,
  type Topic,
  topics,
} from "../../src/domain/manifestations.ts";
import { type CatalogueWords, loadCatalogue } from "../../src/i18n/catalogue/catalogue.ts";
import { officialWordings } from "../../src/i18n/catalogue/official.ts";
import { languages } from "../../src/i18n/language.ts";

const topicNames = Object.keys(topics) as Topic[];

const linesOf = ({ groups, topics: asked, manifestations }: CatalogueWords): readonly string[] => [
  ...manifestationGroups.map((group) => groups[group]),
  ...topicNames.flatMap((topic) => [asked[topic].question, asked[topic].hint]),
  ...manifestationCodes.flatMap((code) => [manifestations[code].title, manifestations[code].question]),
];

describe.each(languages)("the catalogue in %s", (language) => {
  test("has a title and a question for each of the 27 and every topic, no two alike", async () => {
    const words = await loadCatalogue(language);
    expect(Object.keys(words.manifestations)).toEqual(manifestationCodes);
    expect(Object.keys(words.topics)).toEqual(topicNames);
    const lines = linesOf(words);
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) expect(line.trim()).toMatch(/^.{5,}$/u);
  });

  test("asks questions, and names by titles that are none", async () => {
    const words = await loadCatalogue(language);
    for (const topic of topicNames) expect(words.topics[topic].question).toMatch(/\?$/);
    for (const code of manifestationCodes) {
      expect(words.manifestations[code].question).toMatch(/\?$/);
      expect(words.manifestations[code].title).not.toMatch(/[?.]$/);
    }
  });
});

test("the Vietnamese questions are one short sentence each, without the resolution's terms", async () => {
  const { manifestations, topics: asked } = await loadCatalogue("vi");
  const questions = [
    ...manifestationCodes.map((code) => manifestations[code].question),
    ...topicNames.map((topic) => asked[topic].question),
  ];
  for (const question of questions) {
    expect(question.split(/\s+/u).length, question).toBeLessThanOrEqual(18);
    expect(question).not.toMatch(/duy ý chí|vô cảm|trục lợi|thao túng|biểu hiện|suy thoái/iu);
  }
});

test("English and Khmer are translations: no line of theirs is the Vietnamese one", async () => {
  const [vi, en, km] = await Promise.all([loadCatalogue("vi"), loadCatalogue("en"), loadCatalogue("km")]);
  const source = new Set(linesOf(vi));
  for (const line of linesOf(en)) expect(source.has(line), line).toBe(false);
  for (const line of linesOf(km)) expect(line).toMatch(/\p{Script=Khmer}/u);
});

describe("the wording of the resolution", () => {
  test("is there for each of the 27, and either read somewhere that is named or marked as not compared", () => {
    expect(Object.keys(officialWordings)).toEqual(manifestationCodes);
    const texts = manifestationCodes.map((code) => officialWordings[code].text);
    expect(new Set(texts).size).toBe(27);
    for (const code of manifestationCodes) {
      const wording = officialWordings[code];
      expect(wording.text).toMatch(/^\p{Lu}.*\.$/u);
      if (wording.verified) expect(wording.readIn.length, code).toBeGreaterThan(10);
      else expect(wording, code).not.toHaveProperty("readIn");
    }
  });
});
