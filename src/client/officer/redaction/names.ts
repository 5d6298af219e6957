import type { CoveredTerm, CoverKind } from "../../../domain/case/case.sealed.ts";
import type { Language } from "../../../i18n/language.ts";
import { allTraces, type TraceKind } from "../../citizen/letter/traces.ts";

// What in a letter may name somebody: offered to the officer, who decides. It finds much and cannot find all.

/** So long may words that are covered be (PROTOCOL.md §7.3): a note with longer ones could be sealed and not be read. */
export const longestCover = 200;

/** `isLikely`: chosen from the start; what is more often a street or a school is only offered. */
export type Suggestion = CoveredTerm & { readonly isLikely: boolean };

/** What could be covered in a text, in the order of its kinds, each once. */
export function suggestCovers(text: string, language: Language): readonly Suggestion[] {
  const shown = text.normalize("NFC");
  const traces = allTraces(shown, language).flatMap(({ kind, excerpts }) =>
    excerpts.map((excerpt): Suggestion => ({ text: excerpt, as: kindOfTrace[kind], isLikely: true })),
  );
  const seen = new Set<string>();
  return [...personsIn(shown), ...traces].filter(
    (each) => each.text.length <= longestCover && !seen.has(each.text) && seen.add(each.text),
  );
}

const kindOfTrace = {
  phone: "phone",
  email: "email",
  identity: "identity",
  plate: "plate",
  address: "address",
  name: "writer",
  signature: "writer",
  few: "writer",
  circle: "writer",
} as const satisfies Readonly<Record<TraceKind, CoverKind>>;

/** Family names: the most common, and those of Khmer and Chinese families in the delta. */
const families = new Set(
  (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm mai trịnh cao lương lưu tạ hà " +
    "trương tô tôn quách thái triệu kiều nghiêm phùng châu tăng vương danh thạch sơn kim khưu liêu giang âu ung diệp nhan " +
    // As they are typed without marks; only those that are nothing else then.
    "tống thị nguyen tran pham hoang huynh phan dang bui duong truong trinh"
  ).split(" "),
);
/** What begins like a person and is a place. */
const placeNames = new Set([
  "hà nội",
  "hà tiên",
  "hồ chí minh",
  "châu thành",
  "châu đốc",
  "cao lãnh",
  "thái bình",
]);

const titles =
  "ông|bà|anh|chị|cô|chú|bác|dì|cậu|thầy|em|cháu|đồng chí|đ/c|ong|ba|mr|mrs|ms|bí thư|chủ tịch|trưởng ấp|kế toán|thủ quỹ|giám đốc|hiệu trưởng";
/** What a person's name is given to: then it names a place. */
const places =
  /(?:^|[^\p{L}])(?:đường|phố|hẻm|trường|chợ|cầu|ấp|xã|phường|khu|kênh|công viên|bệnh viện)\s*$/iu;

const capital = String.raw`\p{Lu}[\p{L}\p{M}]{0,11}`;
/** One to five words with a capital each, on one line. Bounded, and without looking behind (`traces`). */
const names = new RegExp(
  String.raw`(^|[^\p{L}\p{N}])(${capital}(?:[ \t\u00a0]{1,2}${capital}){0,4})(?![\p{L}\p{N}])`,
  "gu",
);
const titleWord = new RegExp(`^(?:${titles})$`, "iu");
const titleBefore = new RegExp(String.raw`(?:^|[^\p{L}])(?:${titles})\s{1,2}$`, "iu");
/** So much in front of a name is looked at. */
const lookBack = 16;

function personsIn(text: string): readonly Suggestion[] {
  const found = new Map<string, boolean>();
  for (const match of text.matchAll(names)) {
    const [, before = "", words = ""] = match;
    const from = match.index + before.length;
    const ahead = text.slice(Math.max(0, from - lookBack), from);
    const name = nameIn(words, titleBefore.test(ahead));
    if (name === null) continue;
    const isPlace = places.test(ahead) || placeNames.has(name.toLowerCase());
    found.set(name, (found.get(name) ?? false) || !isPlace);
  }
  return [...found].map(([name, isLikely]) => ({ text: name, as: "person", isLikely }));
}

/** The name within capitalised words: all of them after a title, else from a family name on. Null: there is none. */
function nameIn(words: string, hasTitle: boolean): string | null {
  const [first = "", ...rest] = words.split(/[ \t\u00a0]+/);
  // At the beginning of a sentence the title has a capital itself.
  if (!hasTitle && rest.length > 0 && titleWord.test(first)) return rest.join(" ");
  const parts = [first, ...rest];
  if (hasTitle) return parts.join(" ");
  const start = parts.findIndex((part) => families.has(part.toLowerCase()));
  const name = start < 0 ? [] : parts.slice(start);
  return name.length < 2 ? null : name.join(" ");
}
