import { describe, expect, test } from "vitest";
import {
  formatAmount,
  formatDate,
  formatList,
  formatNumber,
  formatPercent,
  formatSpan,
} from "../../src/i18n/format.ts";
import { languages } from "../../src/i18n/language.ts";
import { day } from "../support/law.ts";

describe("a date", () => {
  test("is written as each language writes it, with its own digits", () => {
    expect(formatDate("vi", day("2026-03-03"))).toBe("thứ Ba 03/03/2026");
    expect(formatDate("vi", day("2026-03-01"))).toBe("Chủ nhật 01/03/2026");
    expect(formatDate("en", day("2026-03-03"))).toBe("Tuesday 3 March 2026");
    expect(formatDate("km", day("2026-03-03"))).toBe("ថ្ងៃអង្គារ ទី៣ ខែមីនា ឆ្នាំ២០២៦");
  });

  test("has a weekday and a month of its own on every day of a year", () => {
    for (const language of languages) {
      const written = Array.from({ length: 12 }, (_, month) =>
        formatDate(language, day(`2026-${String(month + 1).padStart(2, "0")}-15`)),
      );
      expect(new Set(written).size).toBe(12);
      expect(written.join()).not.toContain("undefined");
    }
  });
});

test("days off are told as a span", () => {
  expect(formatSpan("vi", day("2026-02-16"), day("2026-02-20"))).toBe("16–20/02");
  expect(formatSpan("vi", day("2026-02-28"), day("2026-03-02"))).toBe("28/02–02/03");
  expect(formatSpan("vi", day("2026-02-16"), day("2026-02-16"))).toBe("16/02");
  expect(formatSpan("en", day("2026-02-16"), day("2026-02-20"))).toBe("16–20 February");
  expect(formatSpan("km", day("2026-02-16"), day("2026-02-20"))).toBe("១៦–២០ កុម្ភៈ");
});

test("numbers are written in the digits and with the marks of the language", () => {
  expect(formatNumber("vi", 18_090)).toBe("18.090");
  expect(formatNumber("en", 1_234_567)).toBe("1,234,567");
  expect(formatNumber("km", 2026)).toBe("២.០២៦");
  expect(formatAmount("vi", 7)).toBe("07");
  expect(formatAmount("en", 7)).toBe("7");
  expect(formatPercent("vi", 0.874)).toBe("87\u00A0%");
  expect(formatPercent("en", 0.874)).toBe("87%");
});

test("an enumeration ends with its own word for and", () => {
  expect(formatList("vi", ["a", "b", "c"])).toBe("a, b và c");
  expect(formatList("en", ["a", "b"])).toBe("a and b");
  expect(formatList("vi", ["a"])).toBe("a");
  expect(formatList("vi", [])).toBe("");
});
