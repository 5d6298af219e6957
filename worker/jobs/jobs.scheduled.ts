import type { Compilable } from "kysely";
import { lastReleaseDay } from "../cases/cases.release.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { deleteUnusedLaw, selectOtherLaws } from "../laws/laws.repository.ts";
import type { Platform } from "../platform/platform.ts";
import { bringChunk, type Today } from "./jobs.chunk.ts";
import {
  beginning,
  deleteExpiredSessions,
  type Due,
  type Place,
  selectCasesUnderLaw,
  selectCasesWithMessages,
  selectCasesWithSteps,
} from "./jobs.repository.ts";

/** Cases of one chunk: some 400 kB of state at a time, whatever there is to do. */
const chunk = 100;

/**
 * Chunks of one run, each of at most a dozen statements: a Worker may ask its database a thousand things at a time. What is
 * left is due in the next run.
 */
const most = 60;

/** Milliseconds of an hour. */
const hour = 3_600_000;

/**
 * What time does by itself, every hour: releases, overdue marks, escalations, a new law. Idempotent, and it catches up: what
 * is due is found by its day, not by the run that should have done it, and the work is what is due, not what there
 * is. A fault of one case is thrown when all others are done. Answers with how many cases it looked at.
 */
export async function runScheduledJobs(platform: Platform, source: DirectorySource): Promise<number> {
  const { database, clock } = platform;
  await database.write(deleteExpiredSessions(Math.floor(clock.instant() / hour)));
  const moment = await clock.read();
  const directory = await source.get();
  const until = lastReleaseDay(moment, directory.payload.releaseHour);
  const run = createRun(platform, source, { moment, directory });
  await run.walk((after) => selectCasesWithMessages(after, until, chunk));
  await run.walk((after) => selectCasesWithSteps(after, moment.today, chunk));
  const isInForce = directory.change !== null && directory.change.on <= moment.today;
  const [others] = isInForce ? await database.read(selectOtherLaws(directory.law.digest)) : [[]];
  for (const { digest } of others) {
    await run.walk((after) => selectCasesUnderLaw(after, digest, chunk));
    await database.write(deleteUnusedLaw(digest));
  }
  return run.end();
}

type Run = {
  /** Goes through what a query finds, chunk after chunk, until there is no more or the run is long enough. */
  readonly walk: (find: (after: Place) => Compilable<Due>) => Promise<void>;
  readonly end: () => number;
};

function createRun(platform: Platform, source: DirectorySource, today: Today): Run {
  const faults: unknown[] = [];
  let touched = 0;
  let chunks = 0;
  return {
    async walk(find) {
      for (let after = beginning; chunks < most; chunks++) {
        const [due] = await platform.database.read(find(after));
        const last = due.at(-1);
        if (last === undefined) return;
        faults.push(
          ...(await bringChunk(
            platform,
            source,
            today,
            due.map(({ id }) => id),
          )),
        );
        touched += due.length;
        after = last;
        if (due.length < chunk) return;
      }
    },
    end() {
      if (faults.length > 0) throw faults[0];
      return touched;
    },
  };
}
