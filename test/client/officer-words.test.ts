import { describe, expect, test } from "vitest";
import { type CaseFault, type Obstacle, offeredReasons } from "../../src/client/officer/case-permissions.ts";
import { languages } from "../../src/i18n/language.ts";
import { en } from "../../src/i18n/officer/en.ts";
import { km } from "../../src/i18n/officer/km.ts";
import { templates } from "../../src/i18n/officer/templates.ts";
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

  test("are translated, but for the name of the product and a line of nothing but places", () => {
    const same = keys.filter((key) => vi[key] === km[key] || vi[key] === en[key]);
    expect(same).toEqual(["console.name", "composer.from"]);
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

  test("have a sentence for every refusal and every fault", () => {
    const obstacles: readonly Obstacle[] = [...offeredReasons, "fault", "not-read"];
    for (const reason of obstacles) expect(vi).toHaveProperty([`action.because.${reason}`]);
    const kinds: readonly CaseFault["kind"][] = [...chainFaults, "row-disagrees", "impossible"];
    for (const kind of kinds) expect(vi).toHaveProperty([`fault.${kind}`]);
  });

  test("name no level of the organisation: levels are data", () => {
    expect(Object.values(vi).join(" ").toLowerCase()).not.toMatch(/huyện|tỉnh ủy|đảng ủy/);
  });
});

test("every template says which committee, when the letter came, and the day that was promised", () => {
  const given = { committee: "CẤP ỦY", received: "NGÀY NHẬN", result: "NGÀY HỨA" };
  for (const language of languages) {
    for (const name of ["acknowledge", "acknowledge-late"] as const) {
      const text = templates[language](name, given);
      for (const value of Object.values(given)) expect(text).toContain(value);
    }
    expect(templates[language]("send-message", given)).toContain("CẤP ỦY");
  }
});
