import { describe, expect, test } from "vitest";
import { errorCodes } from "../../src/api/errors.ts";
import { chainFaults } from "../../src/crypto/chain.ts";
import { directoryFaults } from "../../src/crypto/directory.ts";
import { keyRecordFaults } from "../../src/crypto/key-record.ts";
import { caseStatuses } from "../../src/domain/case/case.ts";
import { clockNames } from "../../src/domain/policy.ts";
import { citizenReturnEn } from "../../src/i18n/citizen/en.return.ts";
import { citizenEn } from "../../src/i18n/citizen/en.ts";
import { citizenReturnKm } from "../../src/i18n/citizen/km.return.ts";
import { citizenKm } from "../../src/i18n/citizen/km.ts";
import { citizenReturnVi } from "../../src/i18n/citizen/vi.return.ts";
import { citizenVi } from "../../src/i18n/citizen/vi.ts";
import { helpEn } from "../../src/i18n/help/en.ts";
import { helpKm } from "../../src/i18n/help/km.ts";
import { helpVi } from "../../src/i18n/help/vi.ts";
import { isReviewed, languages } from "../../src/i18n/language.ts";
import { lawEn } from "../../src/i18n/law/en.ts";
import { lawKm } from "../../src/i18n/law/km.ts";
import { lawVi } from "../../src/i18n/law/vi.ts";
import { posterEn } from "../../src/i18n/poster/en.ts";
import { posterKm } from "../../src/i18n/poster/km.ts";
import { posterVi } from "../../src/i18n/poster/vi.ts";
import { createSay } from "../../src/i18n/message.ts";
import { tourEn } from "../../src/i18n/tour/en.ts";
import { tourKm } from "../../src/i18n/tour/km.ts";
import { tourVi } from "../../src/i18n/tour/vi.ts";

type Dictionary = Readonly<Record<string, string>>;
type Trio = Readonly<Record<(typeof languages)[number], Dictionary>>;

const citizen: Trio = {
  vi: { ...citizenVi, ...citizenReturnVi },
  en: { ...citizenEn, ...citizenReturnEn },
  km: { ...citizenKm, ...citizenReturnKm },
};
const law: Trio = { vi: lawVi, en: lawEn, km: lawKm };
const tour: Trio = { vi: tourVi, en: tourEn, km: tourKm };
const help: Trio = { vi: helpVi, en: helpEn, km: helpKm };
const poster: Trio = { vi: posterVi, en: posterEn, km: posterKm };

const alphabetically = (a: string, b: string) => (a < b ? -1 : 1);
const places = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort((a, b) => (a < b ? -1 : 1));
const emphases = (text: string) => text.split("**").length % 2;

describe.each([
  ["the reporter's pages", citizen],
  ["the law", law],
  ["the tour", tour],
  ["the help for those without a script", help],
  ["the posters", poster],
])("%s", (_, { vi, en, km }) => {
  test.each([
    ["English", en],
    ["Khmer", km],
  ])("say in %s everything that they say in Vietnamese, and nothing else", (_, other) => {
    expect(Object.keys(other).sort(alphabetically)).toEqual(Object.keys(vi).sort(alphabetically));
  });

  test("fill in the same places in every language", () => {
    for (const [key, text] of Object.entries(vi)) {
      expect([key, places(en[key] ?? "")]).toEqual([key, places(text)]);
      expect([key, places(km[key] ?? "")]).toEqual([key, places(text)]);
    }
  });

  test("leave no sentence empty, and no emphasis open", () => {
    for (const dictionary of [vi, en, km])
      for (const [key, text] of Object.entries(dictionary)) {
        expect([key, text.trim() === text && text !== ""]).toEqual([key, true]);
        expect([key, emphases(text)]).toEqual([key, 1]);
      }
  });

  test("are written in the script of their language", () => {
    const foreign = Object.entries(km).filter(
      ([, text]) => !/[\u1780-\u17ff]/.test(text.replace(/\{\w+\}/g, "")),
    );
    expect(foreign.map(([key]) => key).filter((key) => !key.startsWith("excluded."))).toEqual([]);
    expect(Object.entries(en).filter(([, text]) => /[\u1780-\u17ff]/.test(text))).toEqual([]);
  });
});

describe("a reporter is told, in every language,", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["every refusal of the server", errorCodes.map((code) => `error.${code}`)],
    ["every way in which there is no answer", ["error.unreachable", "error.busy", "error.unreadable"]],
    ["every fault of the directory", [...directoryFaults, "missing"].map((fault) => `directory.${fault}`)],
    [
      "every fault of a key",
      [...keyRecordFaults, "no-mailbox", "unreachable", "other-case-key", "doubtful"].map((fault) =>
        fault === "unreadable" ? "fault.key-unreadable" : `fault.${fault}`,
      ),
    ],
    [
      "every way in which a record does not fit together",
      [...chainFaults, "impossible", "invented-law"].map((doubt) => `doubt.${doubt}`),
    ],
    ["every date that is promised", clockNames.map((clock) => `promise.${clock}`)],
    [
      "every fault of a code",
      ["bad-character", "too-short", "too-long", "check-digits"].map((f) => `code.${f}`),
    ],
    ["where a case stands", caseStatuses.map((status) => `case.${status}`)],
  ];
  test.each(cases)("%s", (_, keys) => {
    for (const key of keys) for (const language of languages) expect(citizen[language]).toHaveProperty([key]);
  });
});

test("what is said on coming back is said nowhere else", () => {
  const twice = Object.keys(citizenReturnVi).filter((key) => key in citizenVi);
  expect(twice).toEqual([]);
});

test("no sentence names a level of the organisation that may be abolished", () => {
  const texts = [citizen.vi, lawVi, helpVi, posterVi].flatMap((dictionary) => Object.values(dictionary));
  expect(texts.filter((text) => /(?<!c)huyện/i.test(text))).toEqual([]);
});

test("Khmer is marked as not reviewed until a native speaker has read it", () => {
  expect(isReviewed.km).toBe(false);
  expect(citizenKm["language.unreviewed"]).toContain("chưa được người bản ngữ thẩm định");
});

test("a place without a value stays to be seen", () => {
  const say = createSay<{ a: "Gửi {committee}" }>({ a: "Gửi {committee}" });
  expect(say("a", { committee: "Đảng ủy" })).toBe("Gửi Đảng ủy");
  expect(say("a", {} as { committee: string })).toBe("Gửi {committee}");
});
