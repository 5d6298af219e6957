import * as v from "valibot";
import {
  type NoticeOutcome,
  type NoticeRecipient,
  noticeRecipientSchema,
} from "../../src/api/notices.schema.ts";
import { isWorkingDay } from "../../src/domain/calendar.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import type { NoticeSettings } from "../env.ts";
import type { Platform } from "../platform/platform.ts";
import { toMail, toWebhook } from "./notices.messages.ts";
import {
  beginAttempts,
  deleteAttemptsBefore,
  endAttempts,
  type Hour,
  selectWaiting,
} from "./notices.repository.ts";

/** Of one connection, and all that a power cut can leave in doubt: no more than these may come twice. */
const batch = 10;
/** Of one hour: every committee of a province. Whoever is left is first in the next. */
const most = 1000;
const keptDays = 60;

/** Faults of the mail server itself, and not of one address: nobody else is tried over it in this hour. */
const serverFaults: readonly NoticeOutcome[] = [
  "not-configured",
  "unreachable",
  "insecure",
  "login-refused",
  "timed-out",
];

/**
 * The daily notice, to whoever has not got today's: at the hour that is set, or as soon after it on the same day as there is a
 * way. What it says, when it goes and to whom depends on nothing that lies in the letterbox. Each attempt is written down before
 * anything is sent, once an hour and address; a notice that may have arrived is sent again with the same bytes.
 */
export async function sendNotices(
  platform: Platform,
  source: DirectorySource,
  settings: NoticeSettings,
): Promise<number> {
  const { database, clock } = platform;
  const { today, hour } = await clock.read();
  if (hour < settings.hour || !(await isNoticeDay(source, settings, today))) return 0;
  await database.write(deleteAttemptsBefore(addDays(today, -keptDays)));
  const now: Hour = { day: today, hour };
  const [rows] = await database.read(selectWaiting(now, most));
  const waiting = rows.map((row) => v.parse(noticeRecipientSchema, row));
  const mails = waiting.filter(({ kind }) => kind === "mail");
  const webhooks = waiting.filter(({ kind }) => kind === "webhook");
  const [mailed, posted] = await Promise.all([
    inBatches(platform, now, mails, mailSender(platform, settings, today)),
    inBatches(platform, now, webhooks, (some) =>
      Promise.all(some.map((one) => postOne(platform, settings, today, one))),
    ),
  ]);
  return mailed + posted;
}

async function isNoticeDay(source: DirectorySource, { days }: NoticeSettings, today: PlainDate) {
  return days === "every" || isWorkingDay(today, (await source.get()).law.law.calendar);
}

type Send = (some: readonly NoticeRecipient[]) => Promise<readonly NoticeOutcome[]>;

/** Begins, sends, and writes down what became of it, ten at a time. Answers with how many have got theirs. */
async function inBatches(
  { database }: Platform,
  now: Hour,
  waiting: readonly NoticeRecipient[],
  send: Send,
): Promise<number> {
  let sent = 0;
  for (let from = 0; from < waiting.length; from += batch) {
    const some = waiting.slice(from, from + batch);
    const ids = some.map(({ id }) => id);
    // Another run of this hour has them.
    if ((await database.write(beginAttempts(now, ids))).kind === "taken") continue;
    const outcomes = await send(some);
    const idsOf = Map.groupBy(ids, (_, index) => outcomes[index] ?? "broken-off");
    await database.write(...[...idsOf].map(([outcome, each]) => endAttempts(now, each, outcome)));
    sent += idsOf.get("sent")?.length ?? 0;
  }
  return sent;
}

/** Once the server itself has failed, the rest of the hour's mails fail with it. */
function mailSender({ mail, secrets }: Platform, settings: NoticeSettings, day: PlainDate): Send {
  let serverFault: NoticeOutcome | undefined = mail === null ? "not-configured" : undefined;
  return async (some) => {
    const fault = serverFault;
    if (mail === null || fault !== undefined) return some.map(() => fault ?? "not-configured");
    const messages = await Promise.all(
      some.map(async ({ address }) =>
        toMail(settings, { day, address, tag: await secrets.noticeTag(day, address) }),
      ),
    );
    const outcomes = await mail.send(messages);
    // One address at which the server falls silent is no reason to leave out those after it.
    if (outcomes.every((outcome) => serverFaults.includes(outcome))) serverFault = outcomes[0];
    return outcomes;
  };
}

async function postOne(
  { webhook, secrets }: Platform,
  settings: NoticeSettings,
  day: PlainDate,
  { address, secret }: NoticeRecipient,
): Promise<NoticeOutcome> {
  if (secret === null) return "not-configured";
  const notice = { day, address, tag: await secrets.noticeTag(day, address) };
  return webhook.post(await toWebhook(settings, notice, secret));
}
