import type { NoticeOutcome } from "../../api/notices.schema.ts";
import { type Calendar, isWorkingDay } from "../../domain/calendar.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";

export type KnownRecipient = {
  readonly id: string;
  readonly committee: string;
  readonly kind: "mail" | "webhook";
  readonly added_on: PlainDate;
};

export type KnownAttempt = {
  readonly day: PlainDate;
  readonly recipient: string;
  readonly hour: number;
  readonly outcome: NoticeOutcome | null;
};

/** A notice that somebody did not get. `never-tried`: the hourly job did not run. */
export type Missing = {
  readonly committee: string;
  readonly kind: "mail" | "webhook";
  readonly why: Exclude<NoticeOutcome, "sent"> | "interrupted" | "never-tried";
  readonly attempts: number;
};

/** What became of the notices of one day. Names no address. */
export type NoticeDay = {
  readonly day: PlainDate;
  readonly sent: number;
  readonly missing: readonly Missing[];
};

/**
 * The days on which notices were due, or were tried, the latest first. A recipient counts from the day after being entered, or
 * when first tried; of today only what was tried counts, for the hour may not have come.
 */
export function readNoticeDays(
  recipients: readonly KnownRecipient[],
  attempts: readonly KnownAttempt[],
  on: { readonly today: PlainDate; readonly days: number; readonly calendar: Calendar },
): readonly NoticeDay[] {
  const attemptsOf = Map.groupBy(attempts, ({ day, recipient }) => `${day} ${recipient}`);
  const days = Array.from({ length: on.days }, (_, ago) => addDays(on.today, -ago));
  return days.flatMap((day) => {
    const isDue = day !== on.today && isWorkingDay(day, on.calendar);
    const fates = recipients.flatMap((recipient) => {
      const tried = attemptsOf.get(`${day} ${recipient.id}`) ?? [];
      return tried.length > 0 || (isDue && recipient.added_on < day) ? [fateOf(recipient, tried)] : [];
    });
    const missing = fates.filter((fate) => fate !== "sent");
    return fates.length === 0 ? [] : [{ day, sent: fates.length - missing.length, missing }];
  });
}

function fateOf({ committee, kind }: KnownRecipient, tried: readonly KnownAttempt[]): Missing | "sent" {
  if (tried.some(({ outcome }) => outcome === "sent")) return "sent";
  const last = tried.toSorted((a, b) => a.hour - b.hour).at(-1);
  const why = last === undefined ? "never-tried" : (last.outcome ?? "interrupted");
  return why === "sent" ? why : { committee, kind, why, attempts: tried.length };
}
