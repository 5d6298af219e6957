import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRouteSteps } from "../../src/client/officer/route-steps.ts";
import { countHidden, visiblePieces } from "../../src/client/officer/visible-text.ts";

const shown = (text: string) =>
  visiblePieces(text)
    .map((piece) => (piece.kind === "text" ? piece.text : `[${piece.code}]`))
    .join("");

describe("a stranger's text", () => {
  test("stays as it was written where nothing hides in it", () => {
    for (const text of [
      "Bí thư chi bộ ấp thu tiền.\n\tKhông có biên lai.",
      "<img src=x onerror=alert(1)> & =HYPERLINK(1)",
      "អក្សរ\u200Bខ្មែរ",
      "👨‍👩‍👧 👩🏽‍🌾",
      "Việt tổ hợp: e\u0302\u0323",
    ])
      expect(shown(text)).toBe(text);
  });

  test("shows what turns text around", () => {
    expect(shown("báo-cáo\u202Egpj.exe")).toBe("báo-cáo[U+202E]gpj.exe");
    expect(shown("a\u2066b\u2069\u200Fc\u061C")).toBe("a[U+2066]b[U+2069][U+200F]c[U+061C]");
  });

  test("shows what cannot be seen, also where it would be harmless in another script", () => {
    expect(shown("từ\u200Bẩn\uFEFF\u00AD\u2060")).toBe("từ[U+200B]ẩn[U+FEFF][U+00AD][U+2060]");
    expect(shown("a\u200Db\u0000\u0007\u3164\u{E0041}")).toBe("a[U+200D]b[U+0000][U+0007][U+3164][U+E0041]");
    expect(shown("nửa \uD83D cặp")).toBe("nửa [U+D83D] cặp");
  });

  test("ends lines in either way, and shows a lone carriage return", () => {
    expect(shown("một\r\nhai\rba")).toBe("một\nhai[U+000D]ba");
  });

  test("shortens towers of marks that would cover the lines around", () => {
    expect(shown(`Z${"\u0317".repeat(60)}l`)).toBe(`Z${"\u0317".repeat(8)}[U+0317 ×52]l`);
  });

  test("never leaves a control or format character in what is put on the page", () => {
    const nasty = fc.constantFrom(
      ...Array.from("\u202E\u2066\u200B\u200D\uFEFF\u0000\uD83D\u0317aế ខ\r\n👩"),
    );
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 60 }), (characters) => {
        for (const piece of visiblePieces(characters.join(""))) {
          if (piece.kind === "hidden") continue;
          expect(piece.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\uFEFF\0\r]|\p{Cs}/u);
        }
      }),
    );
  });

  test("is gone through quickly, however long and hostile", () => {
    const start = performance.now();
    expect(countHidden("\u202E\u200B".repeat(16_000))).toBe(32_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test("steps of a route that are none of ours are seen to be missing, not shown", () => {
  const committee = "dang-uy";
  const good = { kind: "passed-over", committee, as: "receiver", because: "excluded" };
  expect(
    readRouteSteps([
      good,
      { ...good, because: "__proto__" },
      { ...good, committee: "\u202E<b>" },
      { kind: "received", committee, more: "1" },
      { kind: "nobody" },
    ]),
  ).toEqual([good, null, null, null, { kind: "nobody" }]);
});
