import type { DirectorySource } from "../committees/committees.directory.ts";
import type { NoticeSettings } from "../env.ts";
import { sendNotices } from "../notices/notices.usecase.ts";
import type { Platform } from "../platform/platform.ts";
import { runScheduledJobs } from "./jobs.scheduled.ts";

/**
 * What is done every hour. Notices first: when they go out must not tell how much there was to do. Neither keeps the other from
 * being done; a fault is thrown when both are.
 */
export async function runHour(
  platform: Platform,
  source: DirectorySource,
  notices: NoticeSettings,
): Promise<void> {
  const [told] = await Promise.allSettled([sendNotices(platform, source, notices)]);
  await runScheduledJobs(platform, source);
  if (told.status === "rejected") throw told.reason;
}
