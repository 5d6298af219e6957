import * as v from "valibot";
import { eventTypes } from "../../domain/case/case.vocabulary.ts";
import type { CaseEventType } from "../../domain/case/case.events.ts";
import { parsePlainDate, type PlainDate, vietnamDateAt } from "../../domain/plain-date.ts";
import { plainDateSchema } from "../../envelope/schemas.ts";
import { formatDate } from "../../i18n/format.ts";
import { lawEn } from "../../i18n/law/en.ts";
import { lawVi } from "../../i18n/law/vi.ts";
import type { Bilingual } from "../command/bilingual.ts";
import type { Outcome } from "../command/outcome.ts";
import { type LocalPlace, queryDatabase, runScheduledJob } from "../local/wrangler.ts";

const usage: Bilingual = {
  vi: "Cách dùng: npm run --silent demo:clock -- 2026-03-04 (một ngày), hoặc -- off (ngày thật)",
  en: "usage: npm run --silent demo:clock -- 2026-03-04 (a day), or -- off (the real day)",
};

/** Moves the day of a running demonstration, does what time does, and says what that was. */
export async function runClockCommand(place: LocalPlace, words: readonly string[]): Promise<Outcome> {
  const [word = ""] = words;
  if (words.length !== 1) return { code: 2, lines: [usage] };
  const today = word === "off" ? null : parsePlainDate(word);
  if (today === undefined) return { code: 2, lines: [sayNoDay(word), usage] };
  const moved = await moveDay(place, today);
  if (moved !== "moved") return { code: 2, lines: [moved === "no-server" ? noServer : noDemonstration] };
  return { code: 0, lines: await passTime(place, today ?? vietnamDateAt(Date.now())) };
}

type Moved = "moved" | "no-server" | "no-demonstration";

async function moveDay({ port }: LocalPlace, today: PlainDate | null): Promise<Moved> {
  const answer = await fetch(`http://localhost:${port}/demo/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ today }),
  }).catch(() => undefined);
  if (answer === undefined) return "no-server";
  return answer.ok ? "moved" : "no-demonstration";
}

async function passTime(place: LocalPlace, today: PlainDate): Promise<readonly Bilingual[]> {
  const before = await countSteps(place);
  const latest = await latestDay(place);
  await runScheduledJob(place);
  const after = await countSteps(place);
  const done = eventTypes.flatMap((type) => {
    const count = (after.get(type) ?? 0) - (before.get(type) ?? 0);
    return count > 0 ? [sayStep(type, count)] : [];
  });
  const warning = latest !== null && today < latest ? [sayEarlier(latest)] : [];
  return [sayMoved(today), ...(done.length > 0 ? done : [nothing]), ...warning];
}

const countsSchema = v.array(v.object({ type: v.picklist(eventTypes), count: v.number() }));

/** What time has done so far, by kind, in all cases together. */
async function countSteps(place: LocalPlace): Promise<ReadonlyMap<CaseEventType, number>> {
  const sql = "SELECT type, count(*) AS count FROM steps GROUP BY type";
  const rows = v.parse(countsSchema, await queryDatabase(place, sql));
  return new Map(rows.map(({ type, count }) => [type, count]));
}

const latestSchema = v.tuple([v.object({ latest: v.nullable(plainDateSchema) })]);

/** The last day on which something happened to a case; null: there is none. */
async function latestDay(place: LocalPlace): Promise<PlainDate | null> {
  const days =
    "SELECT released_on AS day FROM cases UNION ALL SELECT done_on FROM entries UNION ALL SELECT done_on FROM steps";
  const rows = await queryDatabase(place, `SELECT max(day) AS latest FROM (${days})`);
  return v.parse(latestSchema, rows)[0].latest;
}

const sayNoDay = (word: string): Bilingual => ({
  vi: `“${word}” không phải là một ngày. Viết năm-tháng-ngày, ngày có thật, như 2026-03-04.`,
  en: `"${word}" is not a day. Write year-month-day, a day that exists, like 2026-03-04.`,
});

const noServer: Bilingual = {
  vi: "Máy chủ dùng thử không chạy. Chạy npm start ở cửa sổ khác trước.",
  en: "The demonstration is not running. Run npm start in another window first.",
};

const noDemonstration: Bilingual = {
  vi: "Máy chủ này không phải bản dùng thử: ngày của nó không dời được.",
  en: "This server is no demonstration: its day cannot be moved.",
};

const sayMoved = (today: PlainDate): Bilingual => ({
  vi: `Hôm nay, với máy chủ, là ${formatDate("vi", today)}. Thời gian đã làm:`,
  en: `For the server it is ${formatDate("en", today)} today. What time did:`,
});

const sayStep = (type: CaseEventType, count: number): Bilingual => ({
  vi: `  ${count} × ${lawVi[`event.${type}`]}`,
  en: `  ${count} × ${lawEn[`event.${type}`]}`,
});

const nothing: Bilingual = {
  vi: "  không có gì đến hạn",
  en: "  nothing was due",
};

const sayEarlier = (latest: PlainDate): Bilingual => ({
  vi: `Đã có việc xảy ra đến ${formatDate("vi", latest)}. Trước ngày ấy không thể làm gì với những thư đó; npm run demo:reset để bắt đầu lại.`,
  en: `Things have happened up to ${formatDate("en", latest)}. Before that day nothing can be done to those letters; npm run demo:reset starts over.`,
});
