import type { VerifiedEntry } from "../../crypto/chain.ts";
import type { OpenedLetter } from "../../crypto/letter.ts";
import type { CaseState } from "../../domain/case/case.ts";
import type { CommitteeId, OfficerId, PersonId, UnitId } from "../../domain/ids.ts";
import {
  findReaderObstacle,
  findTakeOverObstacle,
  findTransferObstacle,
  type MovementObstacle,
  type Subject,
  subjectOf,
  type Whereabouts,
} from "../../domain/movement.ts";
import {
  ancestorsOf,
  createOrgTree,
  getCommittee,
  getSuccessor,
  type OrgTree,
} from "../../domain/org-tree.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Roster } from "../../api/directory.schema.ts";
import type { KeyFault, KnownOrganisation } from "../organisation.ts";
import type { CaseFile, FileFault } from "./case-file.ts";
import { type Reader, remainingReaders } from "./readers-left.ts";
import { knownRoster, requestRoster } from "./rosters.ts";
import type { Desk } from "./session.ts";

const trees = new WeakMap<KnownOrganisation, Map<PlainDate, OrgTree>>();

/** The organisation on a day; each day's tree is built once. */
export function treeOn(organisation: KnownOrganisation, day: PlainDate): OrgTree {
  const known = trees.get(organisation) ?? new Map<PlainDate, OrgTree>();
  trees.set(organisation, known);
  const tree = known.get(day) ?? createOrgTree(organisation.payload.organisation, day);
  known.set(day, tree);
  return tree;
}

/** Whom the letter is about, by its own signed answers on its own day. */
function subjectOfLetter(organisation: KnownOrganisation, { body }: OpenedLetter): Subject {
  return subjectOf(treeOn(organisation, body.route.on), body.route);
}

function whereaboutsOf({ committee, held, transferredOn }: CaseState): Whereabouts {
  return { committee, held, wasTransferred: transferredOn !== null };
}

/** A case that can be moved: it has been read, so that it is known whom it must not reach. */
type Moving = { readonly tree: OrgTree; readonly subject: Subject; readonly where: Whereabouts };

function movingOf(desk: Desk, { letter, today, state }: CaseFile): Moving | undefined {
  if (letter === null) return undefined;
  const { organisation } = desk;
  return {
    tree: treeOn(organisation, today),
    subject: subjectOfLetter(organisation, letter),
    where: whereaboutsOf(state),
  };
}

/** What stands against passing the case on to a committee; `not-read` is for whoever asks to see to. */
export function transferObstacle(desk: Desk, file: CaseFile, to: CommitteeId): MovementObstacle | null {
  const moving = movingOf(desk, file);
  return moving === undefined ? null : findTransferObstacle(moving.tree, moving.subject, moving.where, to);
}

/** What stands against this desk's committee taking the case over. */
export function takeOverObstacle(desk: Desk, file: CaseFile): MovementObstacle | null {
  const moving = movingOf(desk, file);
  const { superior } = file.state;
  if (moving === undefined || superior === null) return null;
  return findTakeOverObstacle(moving.tree, moving.subject, moving.where, superior);
}

/** Committees to which the case can be passed on, the nearest in the tree first. Empty while it is not read. */
export function transferTargets(
  desk: Desk,
  file: CaseFile,
): readonly { readonly committee: CommitteeId; readonly name: string }[] {
  const moving = movingOf(desk, file);
  if (moving === undefined) return [];
  const { tree, subject, where } = moving;
  const from = unitOf(tree, where.committee);
  return [...tree.committees.values()]
    .filter(({ id }) => id !== file.state.superior)
    .filter(({ id }) => findTransferObstacle(tree, subject, where, id) === null)
    .map(({ id, name }) => ({ committee: id, name, way: wayBetween(tree, from, unitOf(tree, id)) }))
    .sort((a, b) => compareWays(a.way, b.way) || (a.committee < b.committee ? -1 : 1))
    .map(({ committee, name }) => ({ committee, name }));
}

function unitOf(tree: OrgTree, id: CommitteeId): UnitId | undefined {
  const unit = getCommittee(tree, id)?.unit;
  return unit === undefined ? undefined : (getSuccessor(tree, unit)?.id ?? unit);
}

type Way = { readonly up: number; readonly down: number };

/** Steps up from the one unit and down to the other; further than everything if nothing joins them. */
function wayBetween(tree: OrgTree, from: UnitId | undefined, to: UnitId | undefined): Way {
  const endless = { up: Infinity, down: 0 };
  if (from === undefined || to === undefined) return endless;
  const above = [from, ...ancestorsOf(tree, from).map(({ id }) => id)];
  const over = [to, ...ancestorsOf(tree, to).map(({ id }) => id)];
  const up = above.findIndex((id) => over.includes(id));
  const joint = above[up];
  return joint === undefined ? endless : { up, down: over.indexOf(joint) };
}

/** Of two equally far the one that is reached without going up so high. */
function compareWays(a: Way, b: Way): number {
  const [near, far] = [a.up + a.down, b.up + b.down];
  return near === far ? (a.up === b.up ? 0 : a.up - b.up) : near - far;
}

/** Everybody who could read for the committee in charge, with what stands against each. Fetches and remembers who they are. */
export async function handOverReaders(desk: Desk, file: CaseFile): Promise<readonly Reader[] | KeyFault> {
  const fetched = await requestRoster(desk, file.state.committee);
  return fetched.kind === "fault" ? fetched.fault : readersAmong(desk, file, fetched.roster);
}

/** The officers of a roster, each asked about. While the letter is not read nobody can be asked about: then it is nobody. */
export function readersAmong(desk: Desk, file: CaseFile, { officers }: Roster): readonly Reader[] {
  if (file.letter === null) return [];
  return officers.map(({ id, title, person }) => ({
    officer: id,
    title,
    // Somebody who holds no position and no key by name cannot be whom a role means.
    obstacle: person === null ? null : personObstacle(desk, file, person),
  }));
}

/** What stands against a person reading, or following, the case. */
export function personObstacle(desk: Desk, file: CaseFile, person: PersonId): MovementObstacle | null {
  const moving = movingOf(desk, file);
  if (moving === undefined) return null;
  return findReaderObstacle(moving.tree, moving.subject, moving.where, [person]);
}

/** What stands against these reading from now on. Undefined: who they are is not known (`handOverReaders`). */
export function readersObstacle(
  desk: Desk,
  file: CaseFile,
  chosen: readonly OfficerId[],
): MovementObstacle | null | undefined {
  const roster = knownRoster(desk, file.state.committee);
  if (roster === undefined) return undefined;
  if (chosen.length === 0) return "nobody-left";
  const readers = readersAmong(desk, file, roster);
  for (const id of chosen) {
    const reader = readers.find(({ officer }) => officer === id);
    if (reader === undefined) return "not-a-reader";
    if (reader.obstacle !== null) return reader.obstacle;
  }
  return null;
}

/**
 * Who goes on reading when this officer steps aside: who reads now, without the officer and without everybody whom the
 * case may concern. Undefined as in `readersObstacle`.
 */
export function readersWithout(desk: Desk, file: CaseFile): readonly OfficerId[] | undefined {
  const roster = knownRoster(desk, file.state.committee);
  if (roster === undefined) return undefined;
  return remainingReaders(readersAmong(desk, file, roster), file, desk.officer.id).map(
    ({ officer }) => officer,
  );
}

/** What depends on today's keys says nothing of whether a movement was right on its day. */
const ofToday: ReadonlySet<MovementObstacle> = new Set(["no-mailbox", "unknown-committee"]);

/**
 * Every movement that the chain tells of, asked again on its day: whoever passed the case on may have passed it to the
 * person it is about.
 */
export function misdirections(
  organisation: KnownOrganisation,
  letter: OpenedLetter,
  entries: readonly VerifiedEntry[],
): readonly FileFault[] {
  const subject = subjectOfLetter(organisation, letter);
  let where: Whereabouts = {
    committee: letter.header.receiver,
    held: [letter.header.receiver],
    wasTransferred: false,
  };
  const faults: FileFault[] = [];
  for (const entry of entries) {
    if (entry.by !== "committee") continue;
    const { event } = entry;
    if (event.type !== "Transferred" && event.type !== "TakenOver") continue;
    const tree = treeOn(organisation, event.on);
    const isTransfer = event.type === "Transferred";
    const to = isTransfer ? event.to : event.committee;
    const find = isTransfer ? findTransferObstacle : findTakeOverObstacle;
    const obstacle = find(tree, subject, where, to);
    if (obstacle !== null && !ofToday.has(obstacle))
      faults.push({ kind: "misdirected", place: entry.sequence, obstacle });
    where = {
      committee: to,
      held: [...where.held, to],
      wasTransferred: where.wasTransferred || isTransfer,
    };
  }
  return faults;
}
