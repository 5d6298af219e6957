import { createDirectorySource, type DirectorySource } from "../committees/committees.directory.ts";
import { createDemoClock } from "../demo/demo.clock.ts";
import type { Settings } from "../env.ts";
import { createLawBook } from "../laws/laws.book.ts";
import { createAssetFiles } from "./asset-files.ts";
import { createCloudflareMail } from "./cloudflare-mail.ts";
import { createD1Database } from "./d1-database.ts";
import { createFetchWebhook } from "./fetch-webhook.ts";
import { createMemoryLimits } from "./memory-limits.ts";
import type { Platform } from "./platform.ts";
import { createSecrets } from "./secrets.ts";
import { createSystemClock } from "./system-clock.ts";

/** The bindings of `wrangler.toml` that are not settings. */
export type CloudflareBindings = { readonly DB: D1Database; readonly ASSETS: Fetcher };

/** Cloudflare's side of the platform. */
export function createCloudflarePlatform(
  { DB, ASSETS }: CloudflareBindings,
  settings: Settings,
): { readonly platform: Platform; readonly source: DirectorySource } {
  const database = createD1Database(DB);
  const system = createSystemClock();
  const clock = settings.demo ? createDemoClock(system, database) : system;
  const files = createAssetFiles(ASSETS);
  const platform: Platform = {
    database,
    files,
    clock,
    limits: createMemoryLimits(settings, system.instant),
    secrets: createSecrets(settings.secret),
    mail: settings.mailServer === null ? null : createCloudflareMail(settings.mailServer),
    webhook: createFetchWebhook(),
    demo: settings.demo,
  };
  return { platform, source: createDirectorySource(files, clock, createLawBook(database)) };
}
