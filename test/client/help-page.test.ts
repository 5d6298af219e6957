import { expect, test } from "vitest";
import { helpPage } from "../../src/client/build/help-page.ts";
import { withKhmerBreaks } from "../../src/client/build/khmer-breaks.ts";
import { helpEn } from "../../src/i18n/help/en.ts";
import { helpKm } from "../../src/i18n/help/km.ts";
import { helpVi } from "../../src/i18n/help/vi.ts";

const html = helpPage();
const words = html.replaceAll(/<[^>]*>/g, "");

/** Said on the first page itself, or in the bar that stands once above all languages. */
const elsewhere = /^(?:noscript\.|stalled|leave$)/;

test.each([
  ["Vietnamese", helpVi],
  ["English", helpEn],
  ["Khmer", helpKm],
])(
  "the page for those without a script says everything in %s, with no mark of ours left in it",
  (_, help) => {
    const texts = Object.entries(help).filter(([key]) => !elsewhere.test(key));
    for (const [, text] of texts) {
      const plain = text.replaceAll(/\*\*|\[|\]/g, "");
      expect([words.includes(plain) || words.includes(withKhmerBreaks(plain)), plain]).toEqual([true, plain]);
    }
    expect(words).not.toMatch(/\*\*|\[|\]/);
  },
);

test("nothing on it takes text, sends, or runs", () => {
  expect(html).not.toMatch(
    /<(?:form|input|textarea|select|button|script|style|iframe|img)\b|\son\w+=|style=/i,
  );
});

test("it leads to the first page and out of here, and nowhere else", () => {
  const targets = new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target));
  expect(targets).toEqual(new Set(["#vi", "#en", "#km", "https://dichvucong.gov.vn/", "/"]));
});
