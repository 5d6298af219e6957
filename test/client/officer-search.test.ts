import { describe, expect, it } from "vitest";
import {
  createSearchIndex,
  findCases,
  indexCase,
  searchableCount,
  unindexCase,
} from "../../src/client/officer/ledger/search-index.ts";
import { similarCases } from "../../src/client/officer/ledger/search-similar.ts";
import type { CaseId, UnitId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { searchWordsOf } from "../../src/domain/search-words.ts";

const id = (name: string) => name as CaseId;

function indexOf(texts: Readonly<Record<string, string>>) {
  const index = createSearchIndex();
  for (const [name, text] of Object.entries(texts)) indexCase(index, id(name), searchWordsOf(text));
  return index;
}

const letters = {
  bridge: "Tiền dân góp làm cầu bê tông ở ấp Tân Tiến không công khai.",
  land: "Đất công bị chia cho người nhà của trưởng ấp.",
  school: "Trường học thu tiền ngoài quy định, bê trễ công việc.",
};

const search = (typed: string, texts: Readonly<Record<string, string>> = letters) =>
  findCases(indexOf(texts), searchWordsOf(typed));

describe("searching what has been opened", () => {
  it("forgives missing marks on both sides and finds begun words", () => {
    expect(search("be tong")).toEqual(["bridge"]);
    expect(search("BÊ TÔNG")).toEqual(["bridge"]);
    expect(search("tru").toSorted()).toEqual(["land", "school"]);
    expect(search("khong co")).toEqual(["bridge"]);
  });

  it("wants every word, whatever their order, and ranks the whole and rare word first", () => {
    expect(search("tien be")).toContain("bridge");
    expect(search("tien be").toSorted()).toEqual(["bridge", "school"]);
    expect(search("tien cau")).toEqual(["bridge"]);
    expect(search("tien khongthay")).toEqual([]);
    expect(search("cong", { part: "Công ty", begun: "congviec", whole: "cong" })).toEqual([
      "whole",
      "part",
      "begun",
    ]);
  });

  it("forgives one slip in a word of five letters or more, and none in a shorter one", () => {
    const texts = { one: "nguyen", two: "duong" };
    for (const typed of ["nguyem", "nguen", "nguyeen", "nugyen", "mguyen"])
      expect(search(typed, texts), typed).toEqual(["one"]);
    expect(search("ngyuem", texts)).toEqual([]);
    expect(search("tien", { one: "tieu", two: "tie" })).toEqual([]);
  });

  it("finds nothing for nothing, and for signs alone", () => {
    expect(search("")).toEqual([]);
    expect(search(' =+-@"*\u200b')).toEqual([]);
  });

  it("takes whatever is typed as words: a formula, markup, 64 kB without a space", () => {
    const texts = { one: '=HYPERLINK("http://x";"bấm")', two: "x".repeat(70_000) };
    expect(search("=hyperlink(", texts)).toEqual(["one"]);
    expect(search("<script>", texts)).toEqual([]);
    expect(search("x".repeat(65_536), texts)).toEqual(["two"]);
    expect(search(Array.from({ length: 700 }, (_, at) => `w${at}`).join(" "), texts)).toEqual([]);
  });

  it("finds a case by what it says now and not by what it said before, and one that left not at all", () => {
    const index = indexOf(letters);
    indexCase(index, id("land"), ["moi"], ["giong", "rieng"]);
    expect(findCases(index, ["dat"])).toEqual([]);
    expect(findCases(index, ["moi"])).toEqual(["land"]);
    expect(findCases(index, ["rieng"])).toEqual(["land"]);
    unindexCase(index, id("land"));
    expect(findCases(index, ["moi"])).toEqual([]);
    expect(searchableCount(index)).toBe(2);
  });

  it("keeps no more than it needs when cases change again and again", () => {
    const index = indexOf(letters);
    for (let time = 0; time < 1000; time++) indexCase(index, id("land"), ["moi", `lan${time}`]);
    expect(index.cases.length).toBeLessThan(200);
    expect(findCases(index, ["lan999"])).toEqual(["land"]);
    expect(search("tong")).toEqual(["bridge"]);
  });
});

describe("cases that may be about one matter", () => {
  const matter =
    "Ông Danh Sóc thu 350 nghìn mỗi hộ làm cầu kênh Xáng Cụt rồi không xây, hỏi thì nói hết kinh phí";
  const texts: Record<string, string> = {
    first: matter,
    again: "Cầu kênh Xáng Cụt mỗi hộ đóng 350 nghìn cho ông Danh Sóc, hai năm chưa thấy cầu đâu",
    other: "Trường học thu tiền ngoài quy định của từng lớp, phụ huynh hỏi thì không ai trả lời",
  };
  for (let number = 0; number < 60; number++)
    texts[`filler${number}`] =
      `Trường hợp ${number} về việc thu tiền mỗi hộ không công khai, hỏi thì không nói, mã ${number}abc`;
  const facts = (unit: string, on: string) => ({ unit: unit as UnitId, releasedOn: toPlainDate(on) });
  const factsOf = (case_: CaseId) =>
    case_ === "first"
      ? facts("xa", "2026-03-02")
      : facts("xa", case_ === "again" ? "2026-03-12" : "2025-01-02");

  it("are those that share rare words, with the words, the unit and the days that speak for it", () => {
    const [likeness, ...others] = similarCases(indexOf(texts), id("first"), factsOf);
    expect(others).toEqual([]);
    expect(likeness).toMatchObject({ case: "again", sameUnit: true, daysApart: 10 });
    expect(likeness?.shared).toEqual(expect.arrayContaining(["danh", "soc", "xang", "cut", "350"]));
    expect(likeness?.shared).not.toContain("thu");
  });

  it("are the same seen from the other one", () => {
    expect(similarCases(indexOf(texts), id("again"), factsOf).map((one) => one.case)).toEqual(["first"]);
  });

  it("are not those with a few everyday words in common, in a list so short that every word is rare", () => {
    const few = {
      first: matter,
      everyday:
        "Hỏi thì không ai nói mỗi năm chi bộ họp mấy lần, biên bản để đâu, ai ghi, ai giữ, ai được xem",
    };
    const sameDay = () => facts("xa", "2026-03-02");
    expect(similarCases(indexOf(few), id("first"), sameDay)).toEqual([]);
  });

  it("are not those that only come from the same unit on the same day", () => {
    const sameDay = () => facts("xa", "2026-03-02");
    expect(similarCases(indexOf(texts), id("other"), sameDay)).toEqual([]);
    expect(similarCases(indexOf(texts), id("unknown"), sameDay)).toEqual([]);
  });
});
