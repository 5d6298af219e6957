import { describe, expect, test } from "vitest";
import { caseFlags, caseStatuses } from "../../src/domain/case/case.ts";
import { lawChangeReasons } from "../../src/domain/case/case.law-record.ts";
import {
  extensionReasons,
  otherPlaces,
  outcomes,
  refusalGrounds,
} from "../../src/domain/case/case.sealed.ts";
import { eventTypes } from "../../src/domain/case/case.vocabulary.ts";
import { accusedRoles } from "../../src/domain/conflict.ts";
import { bases, clockNames, clockStarts, reportKinds } from "../../src/domain/policy.ts";
import { languages } from "../../src/i18n/language.ts";
import { lawEn } from "../../src/i18n/law/en.ts";
import { lawKm } from "../../src/i18n/law/km.ts";
import { lawFirstVi } from "../../src/i18n/law/vi.first.ts";
import { lawVi } from "../../src/i18n/law/vi.ts";

const law: Readonly<Record<(typeof languages)[number], Readonly<Record<string, string>>>> = {
  vi: lawVi,
  en: lawEn,
  km: lawKm,
};

describe.each<[string, string, readonly string[]]>([
  ["every status that a case can reach", "status", caseStatuses],
  ["every flag that it can bear", "flag", caseFlags],
  ["everything that can happen to it", "event", eventTypes],
  ["everything that a letter can be", "kind", reportKinds],
  ["every outcome", "outcome", outcomes],
  ["every ground of a refusal", "ground", refusalGrounds],
  ["every other place to go to", "place", otherPlaces],
  ["every reason of an extension", "extension", extensionReasons],
  ["every reason of a new reckoning", "law-change", lawChangeReasons],
  ["every role of who is reported", "role", accusedRoles],
  ["every clock", "clock", clockNames],
  ["everything that starts one", "start", clockStarts],
  ["the weight of a limit", "basis", bases.flatMap((basis) => [basis, `${basis}.means`])],
])("the law has words for %s", (_, prefix, names) => {
  test.each(languages)("in %s, and for nothing else under that name", (language) => {
    const found = Object.keys(law[language]).filter((key) => key.startsWith(`${prefix}.`));
    expect(new Set(found)).toEqual(new Set(names.map((name) => `${prefix}.${name}`)));
  });

  test.each(languages)("in %s, no two of them alike", (language) => {
    const sentences = names.map((name) => law[language][`${prefix}.${name}`]);
    expect(new Set(sentences).size).toBe(names.length);
  });
});

test("what happened to a case is said in a line that fits beside its day", () => {
  const short = ["status.", "flag.", "event.", "kind.", "outcome.", "place."];
  const long = Object.entries({ ...lawVi, ...lawEn }).filter(
    ([key, text]) => short.some((prefix) => key.startsWith(prefix)) && text.length > 52,
  );
  expect(long).toEqual([]);
});

test("the page on which nothing has been written yet carries no words of a case’s later life", () => {
  const later = /^(status|flag|event|kind|outcome|ground|place|extension|law-change)\./;
  expect(Object.keys(lawFirstVi).filter((key) => later.test(key))).toEqual([]);
});
