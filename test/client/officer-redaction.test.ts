import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { additionFrom } from "../../src/client/officer/redaction/addition.ts";
import { coveredCopy, countCovers, coverText } from "../../src/domain/cover.ts";
import { emptyForm, mostCovered, readForm } from "../../src/client/officer/form.ts";
import { longestCover, suggestCovers } from "../../src/client/officer/redaction/names.ts";
import { reportersWords } from "../../src/client/officer/redaction/reporters-words.ts";
import type { CoveredTerm } from "../../src/domain/case/case.sealed.ts";
import { languages } from "../../src/i18n/language.ts";
import { loadWords } from "../../src/i18n/officer/words.load.ts";
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

  it("is never longer than what a note can say", () => {
    const mail = `${"a".repeat(60)}@${`${"b".repeat(60)}.`.repeat(3)}vn`;
    expect(suggestCovers(`Thư: ${mail}, số 0912345678`, "vi").map(({ text }) => text)).toEqual([
      "0912345678",
    ]);
    expect(mail.length).toBeGreaterThan(longestCover);
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

const as = (kind: CoveredTerm["as"], text: string): CoveredTerm => ({ text, as: kind });
const copyOf = (text: string, terms: readonly CoveredTerm[]) => coveredCopy(text, terms, () => "…");

describe("what is ticked", () => {
  test.each([
    ["SĐT0912345678", "SĐT[…]"],
    ["0912345678gặp", "[…]gặp"],
    ["CCCD079123456789", "CCCD[…]"],
    ["លេខ០៩១២៣៤៥៦៧៨ហៅ", "លេខ[…]ហៅ"],
    ["Viết Lan@gmail.com hay lan@gmail.com", "Viết […] hay […]"],
    ["Viết Lan@gmail.com,LAN@GMAIL.COM", "Viết […],[…]"],
    ["Nhà tôi ở ấp Rạch. Có nhà tôi ở ấp Rạch.", "[…]. Có […]."],
    ["NHÀ TÔI Ở ẤP RẠCH. Có nhà tôi ở ấp Rạch.".normalize("NFD"), "[…]. Có […]."],
    ["Trước.\n(       ký tên", "Trước.\n[…]"],
  ])("is covered whatever is beside it and in whatever letters it is said again: %s", (text, copy) => {
    const terms = suggestCovers(text, "vi");
    expect(copyOf(text, terms)).toBe(copy);
    for (const term of terms) expect(countCovers(text, term)).toBeGreaterThan(0);
  });

  it("is no part of a longer number, and a name beside a number is still a name", () => {
    const terms = [as("phone", "0912345678"), as("person", "An")];
    expect(copyOf("10912345678, 09123456780", terms)).toBe("10912345678, 09123456780");
    expect(copyOf("An0912345678An", terms)).toBe("[…][…][…]");
  });

  it("keeps the capital letter of a name: the flower is not the woman", () => {
    expect(copyOf("Hoa bán hoa, HOA nói", [as("person", "Hoa")])).toBe("[…] bán hoa, […] nói");
    expect(copyOf("Quán Hoa bán hoa", [as("other", "Hoa")])).toBe("Quán […] bán hoa");
  });

  it("is covered to its end where another has taken its beginning", () => {
    const terms = [as("address", "nhà tôi ở cạnh nhà ông Nguyễn"), as("person", "Nguyễn Văn An")];
    expect(copyOf("Nhà tôi ở cạnh nhà ông Nguyễn Văn An.", terms)).toBe("[…][…].");
  });

  it("is a Khmer name within a run of letters too, and no syllable is cut", () => {
    const name = as("person", "សុខ");
    expect(copyOf("លោក សុខ និងលោកសុខទៅផ្ទះ", [name])).toBe("លោក […] និងលោក[…]ទៅផ្ទះ");
    expect(countCovers("លោកAnទៅ", as("person", "An"))).toBe(1);
    // A vowel or a foot belongs to the letter before it.
    for (const text of ["លោកសុខា", "លោកសុខ្មែរ", "ប្សុខ"]) expect(copyOf(text, [name])).toBe(text);
  });

  it("is a Khmer name whose line may break at another place", () => {
    expect(copyOf("លោកសុខ\u200bវិបុលទៅ", [as("person", "សុខវិបុល")])).toBe("លោក[…]ទៅ");
    expect(copyOf("លោកសុខវិបុលទៅ", [as("person", "សុខ\u200bវិបុល\u200b")])).toBe("លោក[…]ទៅ");
  });

  const isNumber = (text: string) => /^\p{Nd}{2}$/u.test(text);
  const isWord = (text: string) => /^(?!\p{Script=Khmer})\p{L}(?!\p{Script=Khmer})\p{L}$/u.test(text);
  const isSyllable = (text: string) => /^(?:\p{Script=Khmer}\p{M}|\u17d2\p{Script=Khmer})$/u.test(text);
  /** Whether a letter, a digit or a sign of Khmer is one with its neighbour. */
  const isOne = (pair: string) => isNumber(pair) || isWord(pair) || isSyllable(pair);

  it("never remains as it is written, unless as a part of a longer word, number or syllable", () => {
    const anything = fc.string({ unit: fc.constantFrom(...Array.from("AnaĐ01០កខា្ .@+")), maxLength: 12 });
    const term = fc.record({ text: anything, as: fc.constantFrom("person", "phone", "writer", "other") });
    fc.assert(
      fc.property(anything, fc.array(term, { maxLength: 4 }), anything, (before, terms, after) => {
        const text = [before, ...terms.map((each) => each.text), after].join("").normalize("NFC");
        const left = coverText(text, terms)
          .map((piece) => (piece.kind === "text" ? piece.text : "█".repeat(piece.text.length)))
          .join("");
        for (const words of terms.map((each) => each.text.trim().normalize("NFC"))) {
          if (!/[\p{L}\p{N}]/u.test(words)) continue;
          for (let at = left.indexOf(words); at >= 0; at = left.indexOf(words, at + 1)) {
            const end = at + words.length;
            const isPart =
              isOne(text.slice(Math.max(0, at - 1), at + 1)) || isOne(text.slice(end - 1, end + 1));
            expect([text, words, isPart]).toEqual([text, words, true]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves no trace in the copy: neither its digits nor its letters, said as often and as closely as one likes", () => {
    const terms = [
      as("phone", "0912345678"),
      as("email", "lan@gmail.com"),
      as("person", "សុខ"),
      as("person", "Lê An"),
    ];
    const said = fc.constantFrom(
      "0912345678",
      "Lan@Gmail.com",
      "សុខ",
      "Lê An",
      "LÊ\nAN",
      "Lê An".normalize("NFD"),
    );
    const between = fc.constantFrom(" ", ", ", "។", "លោក", "\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(said, between), { maxLength: 12 }), (parts) => {
        const left = parts.map(([, each]) => `[…]${each}`).join("");
        expect(copyOf(parts.flat().join(""), terms)).toBe(left);
      }),
    );
  });

  test("makes no page wait: fifty terms are looked for in a text of 64 kB at once", () => {
    const terms = Array.from({ length: 50 }, (_, index) => as("writer", `a b ${index}`));
    const start = performance.now();
    for (const text of ["a ".repeat(32_768), `a${" ".repeat(65_535)}`]) copyOf(text, terms);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("what an officer adds", () => {
  it("is taken as it stands in the letter", () => {
    expect(additionFrom(" Lê\n Thủy ".normalize("NFD"), "person", "bà Lê Thủy")).toEqual({
      kind: "term",
      term: as("person", "Lê Thủy"),
    });
  });

  test.each([
    ["", "empty"],
    [" \u200b ", "empty"],
    ["a".repeat(longestCover + 1), "long"],
    ["lê thủy", "absent"],
    ["Thủ", "absent"],
  ] as const)("is refused with a reason when it covers nothing: %j", (typed, because) => {
    expect(additionFrom(typed, "person", `bà Lê Thủy ${"a".repeat(300)}`)).toEqual({
      kind: "refused",
      because,
    });
  });

  test.each(languages)(
    "is told in %s what is not covered, and why something is not taken",
    async (language) => {
      const { say } = await loadWords(language);
      const keys = [
        "cover.absent",
        "cover.refused.empty",
        "cover.refused.long",
        "cover.refused.absent",
      ] as const;
      const sentences = keys.map((key) => say(key));
      expect(new Set(sentences).size).toBe(keys.length);
      expect(sentences.join(" ")).toContain(String(longestCover));
    },
  );
});
