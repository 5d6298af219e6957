import type { Compilable } from "kysely";
import type { CaseActed, CaseDetail, SealedForReader } from "../../src/api/officer.schema.ts";
import type { CaseState } from "../../src/domain/case/case.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import type { CasesTable, EntriesTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { keepLaw } from "../laws/laws.repository.ts";
import type { Platform } from "../platform/platform.ts";
import { type Overtaken, type SignedAct, writeLogged } from "./cases.audit.ts";
import { insertSteps, requireUnchanged, updateCase } from "./cases.batch.ts";
import { stepRowsOf, toStepRecord } from "./cases.bring.ts";
import { toCaseDetail } from "./cases.codecs.ts";
import { toEvents } from "./cases.history.ts";
import { insertEntry, selectCase, selectEntriesFor, selectSteps } from "./cases.repository.ts";
import { type Desk, seeCase, type SeenCase } from "./cases.sight.ts";
import { toStateColumns } from "./cases.state.ts";
import { getLetter, readDetail } from "./cases.usecases.ts";

/** What became of an officer's act. A conflict carries the case as it is now: somebody else was first. */
export type Appended =
  | { readonly kind: "acted"; readonly acted: CaseActed }
  | { readonly kind: "conflict"; readonly detail: CaseDetail }
  | Refusal;

/** An act that the law allows, with everything that it changes. */
export type Commit = {
  readonly seen: SeenCase;
  readonly entry: EntriesTable;
  readonly after: CaseState;
  readonly act: SignedAct;
  /** Columns of the case that follow from the act and not from the state. */
  readonly columns?: Partial<Pick<CasesTable, "case_key">>;
  /** Between the entry and the case's own row. */
  readonly besides: readonly Compilable[];
};

/**
 * Writes an act in one batch: what time had done before it, the entry of the chain, what comes of it, the log. `taken`: the
 * case is no longer what the act was judged against.
 */
export async function commit(
  platform: Platform,
  { seen, entry, after, act, columns, besides }: Commit,
): Promise<{ readonly kind: "written" } | Overtaken | Refusal> {
  const { row, today } = seen;
  const steps = stepRowsOf(row, today.steps);
  const guarded = steps.map((step) => ({ row: step, was: row }));
  return writeLogged(platform, act, [
    requireUnchanged(row),
    keepLaw(today.law),
    ...(guarded.length === 0 ? [] : [insertSteps(guarded)]),
    insertEntry(entry),
    ...besides,
    updateCase(row.id, {
      ...toStateColumns(after, today.law),
      ...columns,
      fallback_key: after.superior === null ? null : row.fallback_key,
      sequence: entry.sequence,
      chain: entry.chain,
      steps: row.steps + steps.length,
    }),
  ]);
}

/** Handing out the letter is what opening means. */
export type Opens = "officer" | "superior" | null;

/** The answer to an act that is in the chain: the case as it is now, or as it was left by whom it has gone from. */
export async function answerDone(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  done: { readonly sequence: number; readonly opens: Opens },
): Promise<Appended> {
  const seen = await seeCase(platform, source, desk, id);
  if (seen === undefined) return answerLeft(platform, source, desk, id, done.sequence);
  const detail = await readDetail(platform, desk, id, seen.as);
  const letter: SealedForReader | null =
    done.opens === null || done.opens !== seen.as ? null : await getLetter(platform, seen, done.opens);
  return { kind: "acted", acted: { detail, letter } };
}

/** The answer to an act whose place in the chain somebody else has taken. */
export async function answerConflict(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
): Promise<Appended> {
  const seen = await seeCase(platform, source, desk, id);
  if (seen === undefined) return refuse("not-found");
  return { kind: "conflict", detail: await readDetail(platform, desk, id, seen.as) };
}

/** The case up to the act by which it left the desk, without anything that could be opened. What came later is not theirs. */
async function answerLeft(
  { database }: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  sequence: number,
): Promise<Appended> {
  const [rows, entries, steps] = await database.read(
    selectCase(desk.session.id, id),
    selectEntriesFor("receiver", id),
    selectSteps(id),
  );
  const row = rows[0];
  const last = entries[sequence - 1];
  if (row === undefined || last === undefined) return refuse("not-found");
  const theirs = entries.slice(0, sequence);
  const before = steps.map(toStepRecord).filter(({ after }) => after < sequence);
  const state = replay(toEvents(row, superiorAtSending(row, entries), theirs, before));
  const law = await source.requireLaw(row.law);
  const left = {
    ...row,
    ...toStateColumns(state, law),
    fallback_key: state.superior === null ? null : row.fallback_key,
    sequence,
    chain: last.chain,
    entry: null,
    kem: null,
    wrap: null,
  };
  const withoutSlots = theirs.map((entry) => ({ ...entry, slot: null, key: null }));
  const detail = toCaseDetail(desk.moment.today, {
    row: left,
    as: "officer",
    entries: withoutSlots,
    steps: before,
  });
  return { kind: "acted", acted: { detail, letter: null } };
}

/** The superior that the letter was sealed for: the row names none any more once it has taken over, the take-over does. */
function superiorAtSending(
  row: Pick<CasesTable, "fallback" | "committee">,
  entries: readonly Pick<EntriesTable, "type">[],
): CasesTable["fallback"] {
  return entries.some(({ type }) => type === "TakenOver") ? row.committee : row.fallback;
}
