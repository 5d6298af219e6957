import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { coveredCopy, countCovers, coverText } from "../../src/client/officer/redaction/cover.ts";
import { emptyForm, mostCovered, readForm } from "../../src/client/officer/form.ts";
import { suggestCovers } from "../../src/client/officer/redaction/names.ts";
import { reportersWords } from "../../src/client/officer/redaction/reporters-words.ts";
import type { CoveredTerm } from "../../src/domain/case/case.sealed.ts";
import { caseId, fileOf, letter as writtenLetter } from "../support/officer-cases.ts";

const letter =
  "Ông Nguyễn Văn An, bí thư chi bộ, nhận tiền của bà Lê Thị Bích Thủy. NGUYỄN VĂN AN hẹn gặp tại trường Nguyễn Huệ. " +
  "Ông An nói với anh Danh Sol: gọi 0912 345 678. Nhà tôi ở cạnh trụ sở ấp. An ninh trật tự ở Thạnh Hưng vẫn tốt.";
const found = suggestCovers(letter, "vi");
const textsOf = (kind: CoveredTerm["as"], isLikely = true) =>
  found.filter(({ as, isLikely: likely }) => as === kind && likely === isLikely).map(({ text }) => text);

describe("what could be covered", () => {
  it("is every name that a title or a family name gives away", () => {
    expect(textsOf("person")).toEqual(
      expect.arrayContaining(["Nguyễn Văn An", "Lê Thị Bích Thủy", "An", "Danh Sol"]),
    );
  });

  it("is a telephone number, and what the writer says of themselves", () => {
    expect(textsOf("phone")).toEqual(["0912 345 678"]);
    expect(textsOf("address").join(" ")).toContain("Nhà tôi ở cạnh trụ sở ấp");
  });

  it("offers a school's name without choosing it, and leaves alone what names nobody", () => {
    expect(textsOf("person", false)).toEqual(["Nguyễn Huệ"]);
    expect(found.map(({ text }) => text).join(" ")).not.toMatch(/Thạnh Hưng|An ninh/);
  });

  test.each([
    ["đồng chí Trần Quốc Toản nói", "Trần Quốc Toản"],
    ["Nguyen Van Binh lay tien", "Nguyen Van Binh"],
    ["chị Út Hậu thấy", "Út Hậu"],
    ["HUỲNH THỊ MAI ký", "HUỲNH THỊ MAI"],
    ["ông Đặng Ái Việt".normalize("NFD"), "Đặng Ái Việt"],
  ])("finds the name in: %s", (text, name) => {
    expect(suggestCovers(text, "vi").map(({ text }) => text)).toContain(name);
  });

  it("is looked for wherever the reporter wrote: in the letter, the answers beside it, and later messages", () => {
    const facts = { ...writtenLetter.body.facts, where: "nhà ông Danh Út" };
    const file = fileOf(
      {
        id: caseId("names"),
        released: "2026-03-02",
        events: [
          ["Opened", "2026-03-02"],
          ["Acknowledged", "2026-03-03", { text: "Chào bà Kim Thị Sen." }],
          ["ReporterWrote", "2026-03-04", { text: "Có bà Thạch Thị Lành thấy." }],
        ],
      },
      { letter: { ...writtenLetter, body: { ...writtenLetter.body, facts } } },
    );
    const names = suggestCovers(reportersWords(file), "vi").map(({ text }) => text);
    expect(names).toEqual(["Danh Út", "Thạch Thị Lành"]);
    expect(reportersWords({ ...file, letter: null })).toBe("");
  });

  it("is no more than a note can say: what nobody could read is not sealed", () => {
    const covered = Array.from({ length: mostCovered + 1 }, (_, index) => ({
      text: `Tên ${index}`,
      as: "person" as const,
    }));
    const form = { ...emptyForm, note: "covered" as const, covered };
    expect(readForm("note", form, false)).toEqual({ kind: "faults", faults: ["covered"] });
    expect(readForm("note", { ...form, covered: covered.slice(1) }, false).kind).toBe("order");
  });

  test("makes no page wait: a text of 64 kB without a space, or of nothing but capitals, is looked through at once", () => {
    const start = performance.now();
    for (const text of ["a".repeat(65_536), "Aa ".repeat(21_000), "Ông ".repeat(16_000), "0".repeat(65_536)])
      suggestCovers(text, "vi");
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("covering", () => {
  const label = ({ as, number }: { as: string; number: number | null }) => `${as}${number ?? ""}`;
  const terms: readonly CoveredTerm[] = [
    { text: "Nguyễn Văn An", as: "person" },
    { text: "Lê Thị Bích Thủy", as: "person" },
    { text: "An", as: "person" },
    { text: "0912 345 678", as: "phone" },
  ];

  it("covers a name wherever it stands, in capitals too, and says of each which person it is", () => {
    const copy = coveredCopy(letter, terms, label);
    expect(copy).toContain("Ông [person1], bí thư");
    expect(copy).toContain("bà [person2].");
    expect(copy).toContain("[person1] hẹn gặp");
    expect(copy).toContain("Ông [person1] nói");
    expect(copy).toContain("gọi [phone].");
    expect(copy).not.toMatch(/Nguyễn Văn An|NGUYỄN VĂN AN|Thủy|0912/);
  });

  it("calls the same person by the same number in every text of a case, whoever is named first there", () => {
    expect(coveredCopy("Bà Lê Thị Bích Thủy trả lại cho ông An.", terms, label)).toBe(
      "Bà [person2] trả lại cho ông [person1].",
    );
  });

  it("never covers a part of a word", () => {
    expect(coveredCopy("Anh Hoàn ở Lan Anh", [{ text: "An", as: "person" }], label)).toBe(
      "Anh Hoàn ở Lan Anh",
    );
  });

  it("finds a name that is broken over two lines or spelt with loose marks", () => {
    const name = { text: "Lê Thủy", as: "person" } as const;
    expect(coveredCopy("bà Lê\nThủy".normalize("NFD"), [name], label)).toBe("bà [person1]");
    expect(countCovers("Lê Thủy, LÊ THỦY và Lê  Thủy", name)).toBe(3);
  });

  it("leaves everything else as it was written, whatever is covered, and nothing of what is", () => {
    const word = fc.stringMatching(/^[A-Zđa-z.*+?$()|[\]\\^-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 5 }), (text, names) => {
        const whole = text.join(" ").normalize("NFC");
        const pieces = coverText(
          whole,
          names.map((name) => ({ text: name, as: "other" })),
        );
        expect(pieces.map((piece) => piece.text).join("")).toBe(whole);
      }),
    );
  });
});
