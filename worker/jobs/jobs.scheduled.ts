import type { DirectorySource } from "../committees/committees.directory.ts";
import { lastReleaseDay } from "../cases/cases.release.ts";
import type { Platform } from "../platform/platform.ts";
import { releaseMessages } from "./jobs.release.ts";
import { deleteExpiredSessions, selectDueCases } from "./jobs.repository.ts";

/** Cases looked at in one step, and in one run: a Worker may ask its database a thousand things at a time. */
const chunk = 50;
const most = 150;

/** Milliseconds of an hour. */
const hour = 3_600_000;

/**
 * What time does by itself, every hour. Idempotent, and it catches up: what is due is found by its day, not by the
 * run that should have done it. A case that fails does not keep the others waiting; its fault is thrown at the end.
 * Answers with how many cases it touched.
 */
export async function runScheduledJobs(platform: Platform, source: DirectorySource): Promise<number> {
  await platform.database.write(deleteExpiredSessions(Math.floor(platform.clock.instant() / hour)));
  const until = lastReleaseDay(await platform.clock.read(), (await source.get()).payload.releaseHour);
  const faults: unknown[] = [];
  let after = "";
  let touched = 0;
  while (touched < most) {
    const [due] = await platform.database.read(selectDueCases(after, until, chunk));
    for (const { case_id } of due) {
      await releaseMessages(platform, source, case_id).catch((fault: unknown) => faults.push(fault));
    }
    touched += due.length;
    after = due.at(-1)?.case_id ?? after;
    if (due.length < chunk) break;
  }
  if (faults.length > 0) throw faults[0];
  return touched;
}
