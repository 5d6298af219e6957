import { type AuditPage, auditPageSchema } from "../../api/audit.schema.ts";
import type { Roster } from "../../api/directory.schema.ts";
import {
  type AuditProgress,
  checkAuditEntry,
  type CheckedEntry,
  officerKeysOf,
  startAudit,
} from "../../crypto/audit.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { type Failure, readJson } from "../transport.ts";
import { requestRoster } from "./rosters.ts";
import { type Desk, deskRequest } from "./session.ts";

/** Where a log ended, as this desk knows it. */
export type AuditHead = { readonly sequence: number; readonly link: string };

/** What is wrong with a log as a whole. */
export type LogFault =
  /** It ended later when this desk read it last. */
  | { readonly kind: "shorter"; readonly seen: number }
  /** At a place that this desk has seen it was another. */
  | { readonly kind: "rewritten"; readonly seen: number }
  /** The entries do not lead to where the server says that the log ends. */
  | { readonly kind: "other-end" };

/** A committee's log, every entry checked. */
export type AuditLog = {
  readonly committee: CommitteeId;
  readonly entries: readonly CheckedEntry[];
  readonly faults: readonly LogFault[];
  /** Titles of those who are on the signed roster. */
  readonly officers: Roster["officers"];
};

export type AuditReading =
  | { readonly kind: "audit"; readonly log: AuditLog }
  /** Nobody's signature can be checked: the roster is not the one that the directory stands for. */
  | { readonly kind: "no-roster" }
  | Failure;

/**
 * The ends of logs that were seen, for as long as the page lives: locking does not forget them. They are no secret, and a server
 * that shows a shorter log later is found out by them.
 */
export type SeenHeads = Map<CommitteeId, AuditHead>;

/** Lets the page go on; called between slices of work. */
export type Pause = () => Promise<void>;

type Kept = { readonly log: AuditLog; readonly progress: AuditProgress };
const kept = new WeakMap<Desk, Map<CommitteeId, Kept>>();

/** So long one slice of checking may take: no frame of the page waits for it. */
const sliceMs = 12;

/**
 * Reads a committee's log as far as this desk does not know it yet and checks it, in slices. `anew`: from its beginning, against the
 * end that was seen before.
 */
export async function readAuditLog(
  desk: Desk,
  committee: CommitteeId,
  heads: SeenHeads,
  pause: Pause,
  anew = false,
): Promise<AuditReading> {
  const roster = await requestRoster(desk, committee);
  if (roster.kind === "fault")
    return roster.fault === "unreachable" ? { kind: "unreachable" } : { kind: "no-roster" };
  const { officers } = roster.roster;
  const known = anew ? undefined : kept.get(desk)?.get(committee);
  const reader = readerOf(committee, officers, known, heads.get(committee));
  try {
    const end = await readPages(desk, reader, pause);
    if ("kind" in end) return end;
    const log = finish(desk, reader, heads, end.end);
    return { kind: "audit", log };
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreachable" };
    throw error;
  }
}

type Reader = {
  readonly committee: CommitteeId;
  readonly officers: Roster["officers"];
  readonly entries: CheckedEntry[];
  readonly faults: readonly LogFault[];
  /** The end that had been seen when this reading began. */
  readonly seen: AuditHead | undefined;
  progress: AuditProgress;
};

function readerOf(
  committee: CommitteeId,
  officers: Roster["officers"],
  known: Kept | undefined,
  seen: AuditHead | undefined,
): Reader {
  const progress = known?.progress ?? startAudit(committee);
  return {
    committee,
    officers,
    entries: [...(known?.log.entries ?? [])],
    faults: known?.log.faults ?? [],
    seen,
    // Its own set: a reading that fails half-way must not leave numbers behind.
    progress: { ...progress, nonces: new Set(progress.nonces) },
  };
}

async function readPages(
  desk: Desk,
  reader: Reader,
  pause: Pause,
): Promise<{ readonly end: AuditPage["end"] } | Failure> {
  const keys = officerKeysOf(reader.officers);
  for (;;) {
    const { sequence } = reader.progress;
    const path = `/api/officer/committees/${reader.committee}/audit?after=${sequence}`;
    const answer = await deskRequest(desk, path);
    if (answer.kind !== "answer") return answer;
    const page = await readJson(answer.response, auditPageSchema);
    if (page === undefined) return { kind: "unreachable" };
    let since = performance.now();
    for (const entry of page.entries) {
      const { checked, progress } = checkAuditEntry(reader.committee, keys, reader.progress, entry);
      reader.entries.push(checked);
      reader.progress = progress;
      if (performance.now() - since < sliceMs) continue;
      await pause();
      since = performance.now();
    }
    if (page.next === null || page.next <= sequence) return { end: page.end };
  }
}

function finish(desk: Desk, reader: Reader, heads: SeenHeads, end: AuditPage["end"]): AuditLog {
  const { committee, officers, entries, progress } = reader;
  const head = heads.get(committee);
  const last = entries.at(-1);
  // Another reading may have come further since this one asked: that this one ends before it is no fault of the log.
  const isBehind = (last?.sequence ?? 0) < (head?.sequence ?? 0);
  const found = [...endFaults(progress, end), ...headFaults(entries, isBehind ? reader.seen : head)];
  const log = { committee, officers, entries, faults: distinct([...reader.faults, ...found]) };
  // A log that was cut or written anew does not become the measure of the next one.
  if (last !== undefined && !isBehind && found.length === 0)
    heads.set(committee, { sequence: last.sequence, link: last.link });
  const logs = kept.get(desk) ?? new Map<CommitteeId, Kept>();
  kept.set(desk, logs.set(committee, { log, progress }));
  return log;
}

function endFaults({ sequence, link }: AuditProgress, end: AuditPage["end"]): readonly LogFault[] {
  const said = end?.sequence ?? 0;
  if (said < sequence) return [{ kind: "shorter", seen: sequence }];
  return said === 0 || (said === sequence && end?.link === link) ? [] : [{ kind: "other-end" }];
}

function headFaults(entries: readonly CheckedEntry[], seen: AuditHead | undefined): readonly LogFault[] {
  if (seen === undefined) return [];
  const there = entries.find(({ sequence }) => sequence === seen.sequence);
  if (there === undefined) return [{ kind: "shorter", seen: seen.sequence }];
  return there.link === seen.link ? [] : [{ kind: "rewritten", seen: seen.sequence }];
}

function distinct(faults: readonly LogFault[]): readonly LogFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
