import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { linkChain, reporterEntryDigest } from "../cases/cases.chain.ts";
import { insertEntry, selectHistory, toEvents, updateProjection } from "../cases/cases.history.ts";
import { projectCase } from "../cases/cases.projection.ts";
import { lastReleaseDay } from "../cases/cases.release.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import type { EntriesTable } from "../db/schema.ts";
import type { Platform } from "../platform/platform.ts";
import { placeMessage, selectChainEnd, selectDueMessages } from "./jobs.repository.ts";

/** How often somebody else may append to the same case in between before we leave it to the next run. */
const attempts = 5;

/**
 * Puts the messages of a case whose release has come into its chain, all in one batch; none, if none is due. Safe to
 * call at any time and any number of times: a message gets its place once.
 */
export async function releaseMessages(
  platform: Platform,
  source: DirectorySource,
  caseId: CaseId,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await releaseOnce(platform, source, caseId)) return;
  }
}

async function releaseOnce(
  { database, clock }: Platform,
  source: DirectorySource,
  caseId: CaseId,
): Promise<boolean> {
  const { releaseHour } = (await source.get()).payload;
  const [due, ends, history] = await database.read(
    selectDueMessages(caseId, lastReleaseDay(await clock.read(), releaseHour)),
    selectChainEnd(caseId),
    selectHistory(caseId),
  );
  const end = ends[0];
  if (due.length === 0 || end === undefined) return true;
  const entries: EntriesTable[] = [];
  let { chain } = end;
  for (const [index, { digest, released_on }] of due.entries()) {
    const entry = await reporterEntryDigest(fromBase64url(digest), released_on);
    chain = await linkChain(chain, entry);
    entries.push({
      case_id: caseId,
      sequence: end.sequence + index + 1,
      writer: "reporter",
      type: "ReporterWrote",
      done_on: released_on,
      event: null,
      signature: null,
      message: digest,
      chain,
    });
  }
  const projection = projectCase(toEvents(end, [...history, ...entries]));
  const outcome = await database.write(
    ...entries.map(insertEntry),
    ...due.map(({ number }, index) => placeMessage(caseId, number, end.sequence + index + 1)),
    updateProjection(caseId, { ...projection, sequence: end.sequence + due.length, chain }),
  );
  return outcome.kind === "written";
}
