import { readFile } from "node:fs/promises";
import { type PlainDate, vietnamDateAt } from "../../domain/plain-date.ts";
import {
  firstSealingDay,
  keptSecrets,
  publishDirectory,
  publishOrganisation,
} from "../local/organisation-file.ts";
import type { LocalPlace } from "../local/wrangler.ts";
import type { Bilingual } from "../command/bilingual.ts";
import type { Outcome } from "../command/outcome.ts";
import { importLaw, type LawFileKind, lawFileKinds } from "./import-law.ts";
import { sayFault } from "./say-fault.ts";

const usage: Bilingual = {
  vi: "Cách dùng: npm run --silent law -- calendar|policy TỆP",
  en: "usage: npm run --silent law -- calendar|policy FILE",
};

/** Far more than any law; a wrong file is not read to its end. */
const largestBytes = 4_000_000;

/**
 * Imports a file of the law into the organisation kept at a place: all of it, or nothing. `dayOf`: by which day its server
 * goes; asked only when there is something to import.
 */
export async function runLawCommand(
  place: LocalPlace,
  words: readonly string[],
  dayOf: () => Promise<PlainDate>,
): Promise<Outcome> {
  const [kindText = "", path = ""] = words;
  const kind = lawFileKinds.find((known) => known === kindText);
  if (kind === undefined || words.length !== 2) return { code: 2, lines: [usage] };
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return { code: 2, lines: [sayUnreadable(path), usage] };
  if (bytes.length > largestBytes) return { code: 1, lines: [tooLarge] };
  const kept = await keptSecrets(place).catch(() => undefined);
  if (kept === undefined) return { code: 2, lines: [notInstalled] };
  return await publishLaw(place, { kind, bytes }, await dayOf());
}

async function publishLaw(
  place: LocalPlace,
  file: { readonly kind: LawFileKind; readonly bytes: Uint8Array },
  today: PlainDate,
): Promise<Outcome> {
  const { directory } = await keptSecrets(place);
  const outcome = importLaw(directory, file, { today, since: await firstSealingDay(place) });
  const signedOn = vietnamDateAt(Date.now());
  if (outcome.kind === "refused") return { code: 1, lines: [refused, ...outcome.faults.map(sayFault)] };
  if (outcome.kind === "unchanged") {
    // Signs again only what an interrupted import left unsigned.
    await publishOrganisation(place, signedOn);
    return { code: 0, lines: [unchanged] };
  }
  await publishDirectory(place, outcome.directory, signedOn);
  return { code: 0, lines: [...outcome.changes, sayDone(directory.sequence + 1)] };
}

const sayUnreadable = (path: string): Bilingual => ({
  vi: `Không đọc được tệp ${path}. Xem lại đường dẫn.`,
  en: `The file ${path} cannot be read. Check the path.`,
});

const tooLarge: Bilingual = {
  vi: "Tệp quá lớn, không thể là lịch hay quy định về thời hạn. Không có gì thay đổi.",
  en: "The file is too large to be a calendar or a policy. Nothing has changed.",
};

const notInstalled: Bilingual = {
  vi: "Ở đây chưa có hộp thư nào. Chạy npm start trước.",
  en: "There is no letterbox here yet. Run npm start first.",
};

const refused: Bilingual = {
  vi: "Không nhận tệp này. Không có gì thay đổi. Sửa những chỗ sau rồi nhập lại:",
  en: "The file is refused. Nothing has changed. Correct the following and import it again:",
};

const unchanged: Bilingual = {
  vi: "Nội dung này đang có hiệu lực rồi. Không có gì thay đổi.",
  en: "This is in force already. Nothing has changed.",
};

const sayDone = (sequence: number): Bilingual => ({
  vi: `Đã ký danh bạ số ${sequence}. Máy chủ đọc lại trong vòng một phút; việc hằng giờ tính lại các vụ việc đang mở và ghi lại từng thay đổi. Ngày đã hứa với người gửi không dời muộn hơn.`,
  en: `Signed directory no. ${sequence}. The server reads it within a minute; the hourly job reckons open cases anew and records each change. No day promised to a sender moves later.`,
});
