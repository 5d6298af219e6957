import type {
  CaseDetail,
  LateList,
  LetterRead,
  ReadLetterRequest,
  SealedForReader,
} from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { parseOfficerAct } from "../../src/envelope/officer-event.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { checkAct } from "./cases.acts.ts";
import { writeLogged } from "./cases.audit.ts";
import { toStepRecord } from "./cases.bring.ts";
import { type SeenAs, toCaseDetail, toLateCase, toSealedForReader } from "./cases.codecs.ts";
import {
  type DeskRole,
  isOfCommittee,
  selectCase,
  selectCasesBelow,
  selectCommitteesOf,
  selectEntriesFor,
  selectOverseen,
  selectSealedFor,
  selectSteps,
} from "./cases.repository.ts";
import { type Desk, type SeenCase, seeCase } from "./cases.sight.ts";

/** Who below a committee is late and since when, and what was handed up to it. Nothing of content. */
export async function listLate(
  { database }: Platform,
  { session, until, moment }: Desk,
  committee: CommitteeId,
): Promise<LateList | Refusal> {
  const [memberships, below, overseen] = await database.read(
    selectCommitteesOf(session.id),
    selectCasesBelow({ committee, until }),
    selectOverseen({ committee, until }),
  );
  if (!isOfCommittee(memberships, committee)) return refuse("not-found");
  return { today: moment.today, cases: below.map(toLateCase), overseen: [...overseen] };
}

/** A case in full, undefined if it is not the officer's to see. */
export async function getCase(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
): Promise<CaseDetail | undefined> {
  const seen = await seeCase(platform, source, desk, id);
  return seen && readDetail(platform, desk, id, seen.as);
}

/** The case as it is stored at this moment, all parts against one state. */
export async function readDetail(
  { database }: Platform,
  { session, moment }: Desk,
  id: CaseId,
  as: SeenAs,
): Promise<CaseDetail> {
  const [rows, entries, steps] = await database.read(
    selectCase(session.id, id),
    selectEntriesFor(roleOf(as), id),
    selectSteps(id),
  );
  const [row] = rows;
  if (row === undefined) throw new Error("a case that was seen is gone");
  return toCaseDetail(moment.today, {
    row,
    as,
    entries,
    steps: steps.map(toStepRecord),
  });
}

function roleOf(as: SeenAs): DeskRole {
  return as === "officer" ? "receiver" : "fallback";
}

/** The letter with the one slot that this side may have. */
export async function getLetter(
  { database }: Platform,
  { row }: Pick<SeenCase, "row">,
  as: SeenAs,
): Promise<SealedForReader> {
  const [found] = await database.read(selectSealedFor(roleOf(as), row.id, row.letter));
  if (found[0] === undefined) throw new Error("a stored case has no letter");
  return toSealedForReader(found[0]);
}

/** Hands out an opened letter once more, with its case. The signed entry of the audit log is there before the letter leaves. */
export async function readLetter(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  request: ReadLetterRequest,
): Promise<{ readonly kind: "read"; readonly read: LetterRead } | Refusal> {
  const seen = await seeCase(platform, source, desk, id);
  if (seen === undefined) return refuse("not-found");
  if (!isOpenedFor(seen)) return refuse("refused");
  const act = parseOfficerAct(request.act);
  const committee = seen.as === "officer" ? seen.row.committee : (seen.row.fallback ?? seen.row.committee);
  const expected = { case: id, committee, act: "Read", entry: null, on: desk.moment.today } as const;
  const refusal = await checkAct(desk.session, act, request, expected);
  if (refusal !== undefined) return refusal;
  const outcome = await writeLogged(
    platform,
    { act, text: request.act, signature: request.actSignature },
    [],
  );
  if (outcome.kind === "refused") return outcome;
  if (outcome.kind === "taken") throw new Error("an audit entry was refused");
  const letter = await getLetter(platform, seen, seen.as);
  return { kind: "read", read: { detail: await readDetail(platform, desk, id, seen.as), letter } };
}

/** Whether those who ask have opened the letter, with its event in the chain. */
function isOpenedFor({ as, today: { before } }: SeenCase): boolean {
  if (as === "superior") return before.superiorOpenedOn !== null;
  return before.status !== "sent" && before.status !== "transferred";
}
