import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import { ancestorsOf, committeesOf, createOrgTree, successionOf, type OrgTree } from "./org-tree.ts";
import type { Committee, Organisation, ParentLink, Unit, Validity } from "./organisation.ts";
import type { PlainDate } from "./plain-date.ts";

/** What is wrong with an organisation: the ceremony shows it and refuses to publish. */
export type OrganisationFault =
  | { readonly kind: "unit-twice"; readonly unit: UnitId }
  | { readonly kind: "committee-twice"; readonly committee: CommitteeId }
  | { readonly kind: "unknown-level"; readonly unit: UnitId; readonly level: string }
  | { readonly kind: "unknown-parent"; readonly unit: UnitId; readonly parent: UnitId }
  | { readonly kind: "overlapping-parents"; readonly unit: UnitId; readonly on: PlainDate }
  /** The units go round in a circle on a day. */
  | { readonly kind: "circle"; readonly unit: UnitId; readonly on: PlainDate }
  /** Ends before it begins. */
  | { readonly kind: "reversed"; readonly where: UnitId | CommitteeId }
  | { readonly kind: "unknown-successor"; readonly unit: UnitId; readonly successor: UnitId }
  /** Was merged, but has no last day. */
  | { readonly kind: "merged-without-end"; readonly unit: UnitId }
  /** The unit has ended and no standing unit can be found that answers for it. */
  | { readonly kind: "nobody-answers"; readonly unit: UnitId }
  | { readonly kind: "unknown-unit"; readonly committee: CommitteeId; readonly unit: UnitId }
  | { readonly kind: "mailbox-without-key-holder"; readonly committee: CommitteeId }
  | { readonly kind: "key-holder-without-key"; readonly committee: CommitteeId }
  /** The managing committee of a person does not exist, or manages nothing above the person's unit. */
  | { readonly kind: "not-managed-from-above"; readonly person: PersonId; readonly managedBy: CommitteeId }
  | { readonly kind: "unknown-intake"; readonly committee: CommitteeId }
  | { readonly kind: "intake-without-mailbox"; readonly committee: CommitteeId };

/** Every fault of an organisation on any day of its life, empty if it may be published. */
export function findOrganisationFaults(organisation: Organisation): readonly OrganisationFault[] {
  const { units, levels, committees } = organisation;
  const known = {
    units: new Set(units.map(({ id }) => id)),
    levels: new Set(levels.map(({ code }) => code)),
  };
  return [
    ...twice(organisation),
    ...units.flatMap((unit) => unitFaults(known, unit)),
    ...committees.flatMap((committee) => committeeFaults(known, committee)),
    ...intakeFaults(organisation),
    ...faultsOverTime(organisation),
  ];
}

type Known = { readonly units: ReadonlySet<UnitId>; readonly levels: ReadonlySet<string> };

function twice({ units, committees }: Organisation): OrganisationFault[] {
  return [
    ...repeated(units).map((unit) => ({ kind: "unit-twice", unit }) as const),
    ...repeated(committees).map((committee) => ({ kind: "committee-twice", committee }) as const),
  ];
}

function repeated<Id>(entries: readonly { readonly id: Id }[]): Id[] {
  const seen = new Set<Id>();
  return entries.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size);
}

function unitFaults(known: Known, unit: Unit): OrganisationFault[] {
  const { id, level, mergedInto: successor } = unit;
  const faults: OrganisationFault[] = [];
  if (!known.levels.has(level)) faults.push({ kind: "unknown-level", unit: id, level });
  for (const { parent } of unit.parents)
    if (!known.units.has(parent)) faults.push({ kind: "unknown-parent", unit: id, parent });
  for (const on of overlaps(unit.parents)) faults.push({ kind: "overlapping-parents", unit: id, on });
  if ([unit, ...unit.parents, ...unit.agencyPosts].some(isReversed))
    faults.push({ kind: "reversed", where: id });
  if (successor !== null && !known.units.has(successor))
    faults.push({ kind: "unknown-successor", unit: id, successor });
  if (successor !== null && unit.validTo === null) faults.push({ kind: "merged-without-end", unit: id });
  return faults;
}

/** The days on which a link begins while another holds. */
function overlaps(links: readonly ParentLink[]): PlainDate[] {
  const sorted = links.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted
    .filter(({ validFrom }, index) =>
      sorted.slice(0, index).some(({ validTo }) => validTo === null || validTo > validFrom),
    )
    .map(({ validFrom }) => validFrom);
}

function isReversed({ validFrom, validTo }: Validity): boolean {
  return validTo !== null && validTo <= validFrom;
}

function committeeFaults(known: Known, committee: Committee): OrganisationFault[] {
  const { id, unit, keyHolders, keyRecord } = committee;
  const faults: OrganisationFault[] = [];
  if (!known.units.has(unit)) faults.push({ kind: "unknown-unit", committee: id, unit });
  if ([committee, ...committee.positions].some(isReversed)) faults.push({ kind: "reversed", where: id });
  if (keyRecord !== null && keyHolders.length === 0)
    faults.push({ kind: "mailbox-without-key-holder", committee: id });
  if (keyRecord === null && keyHolders.length > 0)
    faults.push({ kind: "key-holder-without-key", committee: id });
  return faults;
}

function intakeFaults({ committees, intake: committee }: Organisation): OrganisationFault[] {
  const intake = committees.find(({ id }) => id === committee);
  if (intake === undefined) return [{ kind: "unknown-intake", committee }];
  const hasMailbox = intake.keyRecord !== null && intake.keyHolders.length > 0 && intake.validTo === null;
  return hasMailbox ? [] : [{ kind: "intake-without-mailbox", committee }];
}

/** What can only be seen on a day: asked on every day on which a unit or a link begins or ends. */
function faultsOverTime(organisation: Organisation): OrganisationFault[] {
  const days = organisation.units
    .flatMap((unit) => [unit, ...unit.parents])
    .flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo]));
  const found = new Map<string, OrganisationFault>();
  for (const on of new Set(days.toSorted()))
    for (const fault of faultsOn(createOrgTree(organisation, on))) {
      const key = JSON.stringify({ ...fault, on: null });
      if (!found.has(key)) found.set(key, fault);
    }
  return [...found.values()];
}

function faultsOn(tree: OrgTree): OrganisationFault[] {
  const { units } = tree.organisation;
  const faults: OrganisationFault[] = [];
  for (const { id: unit, validTo } of units) {
    if (isInCircle(tree, unit)) faults.push({ kind: "circle", unit, on: tree.date });
    const hasEnded = validTo !== null && validTo <= tree.date;
    if (hasEnded && successionOf(tree, unit).answering === undefined)
      faults.push({ kind: "nobody-answers", unit });
  }
  for (const [person, seats] of tree.seats)
    for (const { unit, position } of seats)
      if (position.managedBy !== null && !isManagedFromAbove(tree, unit, position.managedBy))
        faults.push({ kind: "not-managed-from-above", person, managedBy: position.managedBy });
  return faults;
}

function isInCircle(tree: OrgTree, unit: UnitId): boolean {
  const highest = ancestorsOf(tree, unit).at(-1)?.id ?? unit;
  return tree.parents.get(highest)?.id === unit;
}

function isManagedFromAbove(tree: OrgTree, unit: UnitId, managedBy: CommitteeId): boolean {
  return [unit, ...ancestorsOf(tree, unit).map(({ id }) => id)].some((id) =>
    committeesOf(tree, id, "managing").some((committee) => committee.id === managedBy),
  );
}
