import * as fc from "fast-check";
import type { CommitteeId, PersonId, UnitId } from "../../src/domain/ids.ts";
import { accusedRoles } from "../../src/domain/conflict.ts";
import {
  positionRoles,
  type Committee,
  type Organisation,
  type Position,
  type Unit,
} from "../../src/domain/organisation.ts";
import { toPlainDate, type PlainDate } from "../../src/domain/plain-date.ts";
import type { RouteRequest } from "../../src/domain/routing.ts";

export const today: PlainDate = toPlainDate("2026-03-02");
const past = toPlainDate("2020-01-01");
const ended = toPlainDate("2025-07-01");

const unitIds = Array.from({ length: 7 }, (_, index) => `unit-${index}` as UnitId);
const committeeIds = unitIds.flatMap(
  (unit) => [`${unit}-uy`, `${unit}-uy-2`, `${unit}-ubkt`] as CommitteeId[],
);
const persons = Array.from({ length: 9 }, (_, index) => `p${index}` as PersonId);
const person = fc.constantFrom(...persons);
const days = fc.constantFrom<Position["validTo"]>(null, null, null, ended);

const position: fc.Arbitrary<Position> = fc.record({
  validFrom: fc.constant(past),
  validTo: days,
  title: fc.constant("seat"),
  role: fc.constantFrom(...positionRoles),
  person,
  managedBy: fc.option(fc.constantFrom(...committeeIds), { freq: 6 }),
});

/** Links lead anywhere: up, down, round in a circle, to the unit itself, to nothing. */
const unit = (id: UnitId): fc.Arbitrary<Unit> =>
  fc.record({
    id: fc.constant(id),
    validFrom: fc.constant(past),
    validTo: days,
    name: fc.constant(id),
    formerNames: fc.constant([]),
    aliases: fc.constant([]),
    level: fc.constant("any"),
    parents: fc.array(
      fc.record({
        parent: fc.constantFrom(...unitIds, "unit-nowhere" as UnitId),
        validFrom: fc.constant(past),
        validTo: days,
      }),
      { maxLength: 2 },
    ),
    mergedInto: fc.option(fc.constantFrom(...unitIds)),
    agencyPosts: fc.array(position, { maxLength: 2 }),
  });

const committee = (id: CommitteeId): fc.Arbitrary<Committee> =>
  fc.record({
    id: fc.constant(id),
    validFrom: fc.constant(past),
    validTo: days,
    name: fc.constant(id),
    kind: fc.constant(id.endsWith("-ubkt") ? ("inspection" as const) : ("managing" as const)),
    unit: fc.constant(id.slice(0, 6) as UnitId),
    positions: fc.array(position, { maxLength: 3 }),
    keyHolders: fc.array(person, { maxLength: 1 }),
    trustees: fc.array(person, { maxLength: 1 }),
    asksGroupC: fc.boolean(),
    keyRecord: fc.constantFrom<Committee["keyRecord"]>("digest", "digest", null),
  });

/** Any organisation, faults and circles included. */
export const anyOrganisation: fc.Arbitrary<Organisation> = fc.record({
  notice: fc.constant(null),
  levels: fc.constant([{ code: "any", name: "any", isSmall: false }]),
  units: fc.tuple(...unitIds.map(unit)),
  committees: fc
    .tuple(...committeeIds.map((id) => fc.option(committee(id))))
    .map((drawn) => drawn.filter((each) => each !== null)),
  intake: fc.constantFrom(...committeeIds),
  deputyGoesUp: fc.boolean(),
});

/** An organisation without circles: each unit lies under one of a lower number, the first is the top. */
export const anyTree: fc.Arbitrary<Organisation> = fc
  .tuple(anyOrganisation, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }))
  .map(([organisation, numbers]) => ({
    ...organisation,
    units: organisation.units.map((each, index) => ({
      ...each,
      validTo: null,
      mergedInto: null,
      parents:
        index === 0
          ? []
          : [{ parent: unitIds[(numbers[index] ?? 0) % index] ?? each.id, validFrom: past, validTo: null }],
    })),
  }));

/** Any answers of a sender; mostly about a unit that exists. */
export const anyRequest: fc.Arbitrary<RouteRequest> = fc.record({
  unit: fc.option(fc.constantFrom(...unitIds, "unit-nowhere" as UnitId), { freq: 12 }),
  about: fc.constantFrom(...accusedRoles),
  excluded: fc.uniqueArray(fc.constantFrom(...committeeIds), { maxLength: 3 }),
  levelAbove: fc.boolean(),
});
