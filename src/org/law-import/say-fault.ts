import { parsePlainDate } from "../../domain/plain-date.ts";
import type { ClockName } from "../../domain/policy.ts";
import { formatDate } from "../../i18n/format.ts";
import { lawEn } from "../../i18n/law/en.ts";
import { lawVi } from "../../i18n/law/vi.ts";
import type { Bilingual } from "../command/bilingual.ts";
import type { FaultKind, LawFileFault } from "./faults.ts";

/** What is wrong, where, and what to do. */
export function sayFault(fault: LawFileFault): Bilingual {
  // Each is only ever handed the fault under whose kind it stands.
  const say = sayings[fault.kind] as (fault: FaultKind) => Bilingual;
  const { vi, en } = say(fault);
  if (fault.line === null) return { vi, en };
  return { vi: `Dòng ${fault.line}: ${vi}`, en: `Line ${fault.line}: ${en}` };
}

type Sayings = {
  readonly [Kind in FaultKind["kind"]]: (fault: FaultKind & { readonly kind: Kind }) => Bilingual;
};

const sayings: Sayings = {
  "not-json": () => ({
    vi: "tệp không phải JSON. Xem dấu phẩy, dấu ngoặc và dấu nháy ở dòng này và dòng trên.",
    en: "the file is not JSON. Look at commas, brackets and quotes on this line and the one above.",
  }),
  "not-text": () => ({
    vi: "Tệp không phải văn bản UTF-8. Hãy lưu lại với mã UTF-8.",
    en: "The file is not UTF-8 text. Save it as UTF-8.",
  }),
  "name-twice": (fault) => ({
    vi: `“${fault.name}” có hai lần trong cùng một mục, không rõ lần nào đúng. Bỏ một.`,
    en: `"${fault.name}" stands twice in one object, and nobody knows which is meant. Remove one.`,
  }),
  "unknown-field": (fault) => ({
    vi: `không có mục nào tên “${fault.field}”. Sửa tên hoặc bỏ mục này.`,
    en: `there is no field "${fault.field}". Correct the name or remove it.`,
  }),
  "missing-field": (fault) => ({
    vi: `thiếu mục “${fault.field}”. Thêm vào.`,
    en: `the field "${fault.field}" is missing. Add it.`,
  }),
  "wrong-value": (fault) => ({
    vi: `“${fault.field}” là ${fault.found}, phải là ${fault.wanted}.`,
    en: `"${fault.field}" is ${fault.found}, and must be ${fault.wanted}.`,
  }),
  "not-a-day": (fault) => ({
    vi: `${fault.found} không phải là một ngày. Viết như "2026-03-04", ngày có thật trong lịch.`,
    en: `${fault.found} is not a day. Write it like "2026-03-04", a day that exists.`,
  }),
  "no-years": () => ({
    vi: "tệp không có năm nào. Thêm bảng của ít nhất một năm.",
    en: "the file has no year. Add the table of at least one.",
  }),
  "duplicate-year": (fault) => ({
    vi: `năm ${fault.on} có hai bảng. Gộp lại hoặc bỏ một.`,
    en: `there are two tables for ${fault.on}. Join them or remove one.`,
  }),
  "missing-year": (fault) => ({
    vi: `Thiếu bảng của năm ${fault.on}: các năm phải liền nhau. Nhập cả năm ${fault.on}.`,
    en: `The table of ${fault.on} is missing: years must follow one another. Import ${fault.on} too.`,
  }),
  "duplicate-day": (fault) => ({
    vi: `${dayOf("vi", fault.on)} có hai dòng. Bỏ một.`,
    en: `${dayOf("en", fault.on)} has two rows. Remove one.`,
  }),
  "wrong-year": (fault) => ({
    vi: `${dayOf("vi", fault.on)} nằm trong bảng của năm khác. Chuyển sang bảng đúng năm, hoặc sửa ngày.`,
    en: `${dayOf("en", fault.on)} stands in the table of another year. Move it, or correct the day.`,
  }),
  "wrong-off": (fault) => ({
    vi: `${dayOf("vi", fault.on)}: chỉ ngày làm bù (swap-work) mới có "off": false, và ngày làm bù nào cũng phải có.`,
    en: `${dayOf("en", fault.on)}: a worked swap day (swap-work) has "off": false, and nothing else has.`,
  }),
  "wrong-weekday": (fault) => ({
    vi: `${dayOf("vi", fault.on)}: ngày làm bù phải là thứ Bảy hoặc Chủ nhật; ngày nghỉ bù, ngày nghỉ hoán đổi phải là ngày trong tuần. So lại với thông báo.`,
    en: `${dayOf("en", fault.on)}: a worked swap day must be a Saturday or Sunday, and a day given off in exchange a weekday. Compare the announcement.`,
  }),
  "year-not-announced": (fault) => ({
    vi: `năm ${fault.year} không ghi "status": "official". Chỉ nhập lịch đã được công bố; năm chưa công bố thì hệ thống tự tính.`,
    en: `${fault.year} does not say "status": "official". Only announced tables are imported; others are computed by the system.`,
  }),
  "row-not-announced": (fault) => ({
    vi: `${dayOf("vi", fault.on)} ghi "computed" trong một năm đã công bố. Ghi "official", hoặc "to-verify" nếu chưa đối chiếu văn bản.`,
    en: `${dayOf("en", fault.on)} says "computed" in a year that was announced. Say "official", or "to-verify" while its paper is unchecked.`,
  }),
  "holidays-missing": (fault) => ({
    vi: `bảng năm ${fault.year} chỉ cho nghỉ ${fault.count} ngày trong tuần vì lễ, tết và nghỉ bù; luật định 11 (Bộ luật Lao động 2019, Điều 111, 112). Thêm ngày còn thiếu.`,
    en: `the table of ${fault.year} gives only ${fault.count} weekdays off for holidays, compensation included; the law gives 11 (Labour Code 2019, Articles 111 and 112). Add what is missing.`,
  }),
  ambiguous: (fault) => ({
    vi: `${rowsOf("vi", fault.rows)} cùng tính một thời hạn trong cùng thời gian. Kết thúc hàng cũ (validTo) vào ngày hàng mới bắt đầu (validFrom).`,
    en: `${rowsOf("en", fault.rows)} govern the same clock at the same time. End the older (validTo) on the day the newer begins (validFrom).`,
  }),
  "never-valid": (fault) => ({
    vi: `${rowsOf("vi", fault.rows)}: validTo không sau validFrom, nên không ngày nào có hiệu lực.`,
    en: `${rowsOf("en", fault.rows)}: validTo is not after validFrom, so it is never valid.`,
  }),
  "hard-limit-below-amount": (fault) => ({
    vi: `${rowsOf("vi", fault.rows)}: hạn chót (hardLimit) ngắn hơn thời hạn (amount).`,
    en: `${rowsOf("en", fault.rows)}: the last limit (hardLimit) is shorter than the limit (amount).`,
  }),
  "extensions-past-hard-limit": (fault) => ({
    vi: `${rowsOf("vi", fault.rows)}: gia hạn hết mức thì vượt hạn chót (hardLimit). Giảm extensions hoặc extensionMax.`,
    en: `${rowsOf("en", fault.rows)}: all extensions together reach past hardLimit. Lower extensions or extensionMax.`,
  }),
  "pause-past-total": (fault) => ({
    vi: `${rowsOf("vi", fault.rows)}: một lần tạm dừng (pauseMax) dài hơn tổng số được tạm dừng (pauseTotal).`,
    en: `${rowsOf("en", fault.rows)}: one pause (pauseMax) is longer than all together (pauseTotal).`,
  }),
  "stops-otherwise": (fault) => ({
    vi: `${rowsOf("vi", fault.rows)}: thời hạn này không dừng bằng sự kiện ghi ở “stop”. Lấy lại “stop” của bản đang dùng.`,
    en: `${rowsOf("en", fault.rows)}: this clock does not stop by what "stop" says. Take "stop" from the version in force.`,
  }),
  cycle: (fault) => ({
    vi: `các thời hạn chờ lẫn nhau, không cái nào bắt đầu được: ${cycleOf("vi", fault.clocks)}. Sửa “start”.`,
    en: `clocks wait for each other, so none can start: ${cycleOf("en", fault.clocks)}. Correct "start".`,
  }),
  "starts-otherwise": (fault) => ({
    vi: `thời hạn “${lawVi[`clock.${fault.clock}`]}” bắt đầu bằng "${fault.wanted}", không bằng sự kiện khác. Sửa “start”; loại vụ việc bắt đầu khác nhau thì tách thành hai hàng.`,
    en: `the clock "${lawEn[`clock.${fault.clock}`]}" starts with "${fault.wanted}" and nothing else. Correct "start"; kinds that start otherwise need a row of their own.`,
  }),
  "row-missing": (fault) => ({
    vi: `Không có hàng nào cho thời hạn “${lawVi[`clock.${fault.clock}`]}” (${fault.clock}, ${fault.of}) từ ${dayOf("vi", fault.on)}: vụ việc đang chạy cần hàng này. Thêm hàng, hoặc để hàng trước có hiệu lực tiếp.`,
    en: `No row governs the clock "${lawEn[`clock.${fault.clock}`]}" (${fault.clock}, ${fault.of}) from ${dayOf("en", fault.on)} on: running cases need it. Add one, or let the one before stay valid.`,
  }),
  "version-not-new": (fault) => ({
    vi: `bản “${fault.version}” đã có với nội dung khác. Đặt tên bản mới.`,
    en: `version "${fault.version}" exists with other content. Give the new one a name of its own.`,
  }),
};

function dayOf(language: "vi" | "en", on: string): string {
  const date = parsePlainDate(on);
  return date === undefined ? on : formatDate(language, date);
}

const rowsOf = (language: "vi" | "en", rows: readonly number[]): string =>
  `${language === "vi" ? "Hàng thứ" : "Row"} ${rows.map((row) => row + 1).join(language === "vi" ? " và " : " and ")}`;

function cycleOf(language: "vi" | "en", clocks: readonly ClockName[]): string {
  const law = language === "vi" ? lawVi : lawEn;
  return [...clocks, clocks[0]]
    .flatMap((clock) => (clock === undefined ? [] : [law[`clock.${clock}`]]))
    .join(" → ");
}
