import type { CommitteeId, PersonId, UnitId } from "../../domain/ids.ts";
import type { Committee, CommitteeKind, Position, PositionRole, Unit } from "../../domain/organisation.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { foldName } from "../../domain/unit-names.ts";

/** Makes ids of persons, each one new. Random for real, since an id must say nothing; seeded in tests. */
export type NewPerson = () => PersonId;

/** An organisation while it is written down, the top first. */
export type Draft = {
  readonly validFrom: PlainDate;
  readonly newPerson: NewPerson;
  readonly units: Unit[];
  readonly committees: Committee[];
};

/** What has a say in a seat; its days are the draft's. */
export type Seating = Pick<Position, "title" | "role" | "person"> & { readonly managedBy?: CommitteeId };

/** A slug of the directory from a Vietnamese name. */
export function slugOf(name: string): string {
  return foldName(name).replaceAll(" ", "-");
}

/** A seat for a person; a new one if none is given. */
export function seat(
  draft: Draft,
  role: PositionRole,
  title: string,
  person: PersonId = draft.newPerson(),
  managedBy?: CommitteeId,
): Seating {
  return managedBy === undefined ? { role, title, person } : { role, title, person, managedBy };
}

/** Adds a unit under another (null: the top) and answers its id. */
export function addUnit(
  draft: Draft,
  unit: Pick<Unit, "name" | "level"> &
    Partial<Pick<Unit, "aliases" | "formerNames">> & {
      readonly id: string;
      readonly parent: UnitId | null;
      readonly posts?: readonly Seating[];
    },
): UnitId {
  const { validFrom } = draft;
  const id = unit.id as UnitId;
  draft.units.push({
    id,
    validFrom,
    validTo: null,
    name: unit.name,
    formerNames: unit.formerNames ?? [],
    aliases: unit.aliases ?? [],
    level: unit.level,
    parents: unit.parent === null ? [] : [{ parent: unit.parent, validFrom, validTo: null }],
    mergedInto: null,
    agencyPosts: (unit.posts ?? []).map((each) => toPosition(draft, each)),
  });
  return id;
}

/** Adds a committee. With key holders it can have a mailbox, and its first three seats keep the shares of their keys. */
export function addCommittee(
  draft: Draft,
  committee: {
    readonly id: string;
    readonly name: string;
    readonly unit: UnitId;
    readonly kind?: CommitteeKind;
    readonly seats: readonly Seating[];
    readonly keyHolders?: readonly PersonId[];
  },
): CommitteeId {
  const id = committee.id as CommitteeId;
  const keyHolders = committee.keyHolders ?? [];
  const trustees = committee.seats.slice(0, 3).map(({ person }) => person);
  draft.committees.push({
    id,
    validFrom: draft.validFrom,
    validTo: null,
    name: committee.name,
    kind: committee.kind ?? "managing",
    unit: committee.unit,
    positions: committee.seats.map((each) => toPosition(draft, each)),
    keyHolders,
    trustees: keyHolders.length > 0 ? trustees : [],
    asksGroupC: false,
    keyRecord: null,
  });
  return id;
}

function toPosition({ validFrom }: Draft, { title, role, person, managedBy }: Seating): Position {
  return { title, role, person, managedBy: managedBy ?? null, validFrom, validTo: null };
}
