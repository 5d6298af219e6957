import { describe, expect, test } from "vitest";
import type { FileFaultKind } from "../../src/client/desk/case-file.ts";
import { noCategory, offeredNotes } from "../../src/client/officer/form.ts";
import { commandOfDuty } from "../../src/client/officer/next-duty.ts";
import { sayObstacle } from "../../src/client/officer/obstacle-words.ts";
import { refusalReasons } from "../../src/domain/case/case.actions.ts";
import { remedyStates, sealedReasons, substances } from "../../src/domain/case/case.sealed.ts";
import type { MovementObstacle } from "../../src/domain/movement.ts";
import { createSay } from "../../src/i18n/message.ts";
import { loadWords, type OfficerMessages } from "../../src/i18n/officer/words.load.ts";
import { sayCategory } from "../../src/client/officer/category-words.ts";
import { manifestationCodes } from "../../src/domain/manifestations.ts";
import { languages } from "../../src/i18n/language.ts";
import { en } from "../../src/i18n/officer/en.ts";
import { km } from "../../src/i18n/officer/km.ts";
import { type TemplateName, templates } from "../../src/i18n/officer/templates.ts";
import { vi } from "../../src/i18n/officer/vi.ts";
import { chainFaults } from "../../src/crypto/chain.ts";

const keys = Object.keys(vi) as readonly (keyof typeof vi)[];
const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe("the officer's words", () => {
  test("are complete in English and Khmer, with the same places to fill in", () => {
    for (const other of [en, km]) {
      expect(Object.keys(other).sort()).toEqual([...keys].sort());
      for (const key of keys) expect(placesOf(other[key]), key).toEqual(placesOf(vi[key]));
    }
  });

  test("are translated, but for the name of the product and that of a passkey", () => {
    const same = keys.filter((key) => vi[key] === km[key] || vi[key] === en[key]);
    expect(same.toSorted()).toEqual(["console.name", "console.passkeys"]);
  });

  test("use the official terms", () => {
    const all = keys.map((key) => vi[key]).join(" ");
    for (const term of [
      "thông báo tiếp nhận",
      "phân loại",
      "cán bộ xử lý",
      "cấp trên trực tiếp",
      "tự khai, chưa xác thực",
      "nhật ký",
      "vụ việc",
      "người giữ khóa",
    ])
      expect(all.toLowerCase()).toContain(term);
    // They belong to tố cáo only.
    expect(all.toLowerCase()).not.toMatch(/thụ lý|quyết định gia hạn/);
  });

  test("have a sentence of their own for every reason why something may not be done, in each language", () => {
    const movements: Readonly<Record<MovementObstacle, true>> = {
      collective: true,
      "headed-by-accused": true,
      "role-unknown": true,
      "person-among-its-people": true,
      "unknown-committee": true,
      excluded: true,
      "no-mailbox": true,
      "had-it-before": true,
      "already-transferred": true,
      "below-the-accused": true,
      "not-above": true,
      "not-a-reader": true,
      "nobody-left": true,
      "still-standing": true,
    };
    for (const messages of [vi, en, km]) {
      const say = createSay<OfficerMessages>(messages);
      const sentences = [
        ...refusalReasons.map((reason) => sayObstacle({ say }, { by: "law", reason })),
        ...sealedReasons.map((reason) => sayObstacle({ say }, { by: "sealed", reason })),
        ...(Object.keys(movements) as MovementObstacle[]).map((reason) =>
          sayObstacle({ say }, { by: "movement", reason }),
        ),
        ...(["fault", "not-read", "no-statement", "no-roster"] as const).map((reason) =>
          sayObstacle({ say }, { by: "reader", reason }),
        ),
      ];
      for (const sentence of sentences) expect(sentence).toMatch(/[.។]$/);
      // Each says which rule it is.
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  test("have a sentence for every fault of a history", () => {
    const kinds: readonly FileFaultKind[] = [
      ...chainFaults,
      "row-disagrees",
      "readers-unknown",
      "impossible",
      "law-change-unannounced",
      "steps-invented",
      "sealed-rule-broken",
      "misdirected",
    ];
    for (const kind of kinds) expect(vi).toHaveProperty([`fault.${kind}`]);
  });

  test("say what every note, duty, substance and remedy is", () => {
    for (const note of offeredNotes) expect(vi).toHaveProperty([`note.${note}`]);
    for (const duty of Object.keys(commandOfDuty)) expect(vi).toHaveProperty([`duty.${duty}`]);
    for (const substance of substances) expect(vi).toHaveProperty([`substance.${substance}`]);
    for (const state of remedyStates) expect(vi).toHaveProperty([`remedy.${state}`]);
  });

  test("name the whole catalogue, and khác beside it", async () => {
    for (const language of languages) {
      const words = await loadWords(language);
      for (const code of manifestationCodes)
        expect(sayCategory(words, code)).toMatch(new RegExp(`^${code} – .{5}`));
      expect(sayCategory(words, null)).toBe(words.say("category.other"));
    }
    expect(manifestationCodes).not.toContain(noCategory);
  });

  test("name no level of the organisation: levels are data", () => {
    expect(Object.values(vi).join(" ").toLowerCase()).not.toMatch(/huyện|tỉnh ủy|đảng ủy/);
  });
});

describe("templates", () => {
  const given = {
    committee: "CẤP ỦY",
    received: "NGÀY NHẬN",
    result: "NGÀY HỨA",
    days: "SỐ NGÀY",
    until: "HẠN MỚI",
    resumes: "NGÀY TÍNH TIẾP",
    to: "NƠI NHẬN",
    wrote: "NGÀY VIẾT",
    because: "VÌ SAO",
    finding: "KẾT QUẢ",
    missed: "HẠN ĐÃ QUÁ",
  };
  const expected = {
    acknowledge: ["committee", "received", "result"],
    "acknowledge-late": ["committee", "received", "result"],
    "send-message": ["committee", "received"],
    "ask-reporter": ["committee", "received", "days", "resumes", "until"],
    extend: ["committee", "received", "days", "result", "until"],
    transfer: ["committee", "received", "to"],
    refuse: ["committee", "received", "because"],
    conclude: ["committee", "received", "finding"],
    "take-over": ["committee", "received"],
    "send-message.reply": ["committee", "wrote"],
    "send-message.progress": ["committee", "received", "result"],
    "send-message.late": ["committee", "received", "result"],
    "send-message.withdrawal": ["committee"],
    "send-message.missing": ["committee", "received"],
    "ask-reporter.place-time": ["committee", "received", "days", "resumes", "until"],
    "ask-reporter.still": ["committee", "received", "days", "resumes", "until"],
    "propose-superior": ["received"],
    explain: ["received", "missed"],
    recuse: ["received"],
    "hand-over": ["received"],
  } as const satisfies Partial<Record<TemplateName, readonly (keyof typeof given)[]>>;

  test.each(languages)(
    "in %s say which committee, when the letter came, and every day that is promised",
    (language) => {
      for (const [name, places] of Object.entries(expected) as [
        keyof typeof expected,
        readonly (keyof typeof given)[],
      ][]) {
        const text = templates[language](name, given);
        for (const place of places) expect(text, name).toContain(given[place]);
        expect(text, name).not.toMatch(/\{|\}/);
      }
    },
  );
});
