import { toAsciiDigits } from "../../../envelope/receipt-code.ts";
import type { Language } from "../../../i18n/language.ts";

// What in a text may tell who wrote it. Looked for on the device alone, to be pointed at and never to be refused: a
// telephone number may belong to the person reported, and only the writer knows.

export const traceKinds = [
  "phone",
  "email",
  "identity",
  "plate",
  "name",
  "signature",
  "address",
  "few",
  "circle",
] as const;
export type TraceKind = (typeof traceKinds)[number];
export type Trace = { readonly kind: TraceKind; readonly excerpt: string };

/** So many of a kind are shown; more would be a wall of text beside the letter. */
const shownOfKind = 3;

/**
 * What may identify the writer, in the order of `traceKinds`, each excerpt once. Sentences about oneself are found in
 * Vietnamese only; numbers, addresses and plates in any language.
 */
export function findTraces(text: string, language: Language): readonly Trace[] {
  return allTraces(text, language).flatMap(({ kind, excerpts }) =>
    excerpts.slice(0, shownOfKind).map((excerpt) => ({ kind, excerpt })),
  );
}

/** As `findTraces`, with every excerpt of each kind: for whoever covers them. */
export function allTraces(
  text: string,
  language: Language,
): readonly { readonly kind: TraceKind; readonly excerpts: readonly string[] }[] {
  // A digit of another script takes one place as well, so what is found stands in the text as the person sees it.
  const shown = text.normalize("NFC");
  const plain = toAsciiDigits(shown);
  const kinds = language === "vi" ? traceKinds : traceKinds.filter((kind) => kind in numbers);
  return kinds.map((kind) => ({
    kind,
    excerpts: distinct(findKind(kind, plain).map(([from, to]) => tidy(shown.slice(from, to)))),
  }));
}

/** Each once, as it stands first; a word at the beginning of a sentence is the same word. */
function distinct(excerpts: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const excerpt of excerpts) {
    const key = excerpt.toLowerCase();
    if (!seen.has(key)) seen.set(key, excerpt);
  }
  return [...seen.values()];
}

type Span = readonly [from: number, to: number];

function findKind(kind: TraceKind, text: string): readonly Span[] {
  return patterns[kind].flatMap(({ pattern, but }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Span[] => {
      const [whole, before = "", found = ""] = match;
      if (but !== undefined && but(before, found)) return [];
      const from = match.index + whole.indexOf(found, before.length);
      return [[from, from + found.length]];
    }),
  );
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** The first group: what stands before; the second: what is found. `but`: what only looks like it. */
type Pattern = {
  readonly pattern: RegExp;
  readonly but?: (before: string, found: string) => boolean;
};

// Neither looking behind nor `\b`: the first is unknown to Safari before 16.4 and would take the whole page with it,
// the second does not know that "đ" is a letter. Every repetition is bounded, so that no text can make the page wait.
const edge = String.raw`(^|[^\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;

function words(text: string): RegExp {
  return new RegExp(`${edge}(${text.replaceAll(" ", String.raw`\s{1,3}`)})${end}`, "giu");
}

const numbers = {
  // Mobile and fixed numbers of Vietnam, in whatever groups.
  phone: [
    {
      pattern:
        /(^|[^\d.,+/-]|\D[.,-])((?:\+84|0084|0)[ .-]?(?:[35789](?:[ .-]?\d){8}|2(?:[ .-]?\d){9}))(?!\d|[.,]\d)/gu,
    },
  ],
  email: [
    { pattern: /(^|[^\p{L}\d._%+-])([\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63}){1,4})/gu },
  ],
  // CCCD: 12 digits that begin with the code of a province and the century; CMND: 9, of which money has none so uneven.
  identity: [
    { pattern: /(^|[^\d.,/-])(0\d{2}[ .]?[0-3]\d{2}[ .]?\d{3}[ .]?\d{3})(?![ .]?\d)/gu },
    {
      pattern: /(^|[^\d.,/-])([0-3]\d{8})(?![ .,]?\d|\s{0,2}(?:đ|vn))/giu,
      but: (_, found) => found.endsWith("000"),
    },
  ],
  plate: [
    { pattern: /(^|[^\p{L}\d])([1-9]\d ?-? ?[A-HK-NPS-VX-Z]\d?(?:-| |\. ?)?\d{3}\.?\d{2})(?!\d)/gu },
    { pattern: /(^|[^\p{L}\d])([1-9]\d[A-HK-NPS-VX-Z]\d?-\d{4})(?!\d)/gu },
  ],
} as const satisfies Partial<Readonly<Record<TraceKind, readonly Pattern[]>>>;

const self = "(?:tôi|em|cháu|mình|chúng tôi|bọn em|tụi tôi|tụi em)";
const kin =
  "(?:vợ|chồng|con|cha|ba|bố|mẹ|má|anh|chị|em|ông|bà|chú|bác|cô|dì|cậu|cháu)(?: (?:trai|gái|ruột|rể|dâu|nội|ngoại|họ|vợ|chồng))?";

/** "Ông ấy nói với tôi là …", "theo tôi là …": what follows is not who I am. */
const notOfMyself =
  /^(?:với|cho|bảo|hỏi|nói|báo|của|theo|gọi|nhắc|dặn|hứa|kêu|thấy|đối|như|biết|hại|người|cả)$/iu;
/** What so many are that it tells nothing. */
const ofMany =
  /^(?:tôi|chúng tôi) là (?:một )?(?:(?:người )?dân|công dân|cử tri|quần chúng|đảng viên|những|các|ai|hộ|bà con|phụ huynh)(?: |$)/iu;

const patterns: Readonly<Record<TraceKind, readonly Pattern[]>> = {
  ...numbers,
  name: [
    { pattern: words(String.raw`${self} tên(?: là)? \p{L}{1,12}(?: \p{L}{1,12}){0,3}`) },
    { pattern: words(String.raw`tên (?:của )?${self} là \p{L}{1,12}(?: \p{L}{1,12}){0,3}`) },
    {
      pattern: new RegExp(
        String.raw`(?:^|[^\p{L}\p{N}])((?:\p{L}{1,12}\s{1,3})?)((?:chúng\s{1,3})?tôi\s{1,3}là\s{1,3}\p{L}{1,12}(?:\s{1,3}\p{L}{1,12}){0,3})${end}`,
        "giu",
      ),
      but: (before, found) => notOfMyself.test(before.trim()) || ofMany.test(tidy(found)),
    },
    // "Em là …" speaks of oneself only where a sentence begins: "chị em là …", "trẻ em là …" do not.
    {
      pattern:
        /(^|[.!?:;,\n]\s{0,3}|(?:dạ|thưa)\s{1,3})((?:em|cháu|mình)\s{1,3}là\s{1,3}\p{L}{1,12}(?:\s{1,3}\p{L}{1,12}){0,3})(?![\p{L}\p{N}])/giu,
      but: (_, found) => /^\p{L}+ là (?:một |người )/iu.test(tidy(found)),
    },
  ],
  signature: [
    {
      pattern:
        /(^|\n)([ \t(]{0,8}(?:đã |tôi |tôi xin )?(?:ký tên|kí tên|kính đơn|người (?:viết|làm|gửi) (?:đơn|thư)|người phản ánh)[ \t):.,]{0,4})(?=\n|$|\p{Lu})/giu,
    },
    { pattern: words("tôi (?:xin )?k[ýí] tên(?: dưới đây| bên dưới| là)?") },
  ],
  address: [
    {
      pattern: words(
        String.raw`(?:nhà|quán|tiệm|trọ|đất|ruộng|vườn|rẫy|chỗ ở|địa chỉ) (?:của )?(?:tôi|em|cháu|mình|gia đình tôi|chúng tôi) (?:ở|tại|nằm|số|cạnh|gần|đối diện|sát|kế|bên|ngay|là)(?: [\p{L}\d/]{1,12}){0,4}`,
      ),
    },
    {
      pattern: words(
        String.raw`(?:tôi|em|cháu|gia đình tôi|chúng tôi) (?:đang |hiện |hiện đang )?(?:ở|sống|sống ở|sống tại|ngụ|ngụ tại|cư trú|cư trú tại|trọ|trọ tại|ở tại|tạm trú tại) (?:ấp|tổ|số|khóm|khu|khu phố|thôn|xóm|đường|hẻm|ngõ|nhà số|số nhà|căn)(?: [\p{L}\d/]{1,12}){0,3}`,
      ),
    },
  ],
  few: [
    {
      pattern: words(
        String.raw`(?:chỉ|mới|duy nhất) (?:có )?(?:một mình |riêng |mình )?(?:tôi|em|vài|mấy|hai|ba|bốn|năm|một|\d{1,2})(?: \p{L}{1,8}){0,4}? (?:biết|thấy|chứng kiến|nghe|có mặt|giữ|làm)`,
      ),
    },
  ],
  circle: [
    {
      pattern: words(
        String.raw`(?:chi bộ|chi đoàn|chi hội|cơ quan|phòng|tổ|đơn vị|trường|lớp|khoa|đội|công ty|trạm|xưởng) (?:của )?${self}`,
      ),
    },
    { pattern: words(`${kin} (?:của )?tôi`) },
  ],
};
