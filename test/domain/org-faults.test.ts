import { expect, test } from "vitest";
import type { CommitteeId, UnitId } from "../../src/domain/ids.ts";
import { findOrganisationFaults, type OrganisationFault } from "../../src/domain/org-faults.ts";
import type { Committee, Organisation, Unit } from "../../src/domain/organisation.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { demo, demoOrganisation as sound, organisation2025 } from "../support/demo-organisation.ts";

const unit = "gr-hoa-thuan" as UnitId;
const committee = "gr-hoa-thuan-dang-uy" as CommitteeId;
const nowhere = "nowhere" as UnitId;
const begin = toPlainDate("2018-01-01");
const later = toPlainDate("2020-01-01");

function withUnit(change: Partial<Unit>): Organisation {
  return { ...sound, units: sound.units.map((each) => (each.id === unit ? { ...each, ...change } : each)) };
}

function withCommittee(change: Partial<Committee>): Organisation {
  const committees = sound.committees.map((each) => (each.id === committee ? { ...each, ...change } : each));
  return { ...sound, committees };
}

const link = (parent: string, validFrom = begin, validTo: Unit["validTo"] = null) => ({
  parent: parent as UnitId,
  validFrom,
  validTo,
});
const positions = sound.committees.find((each) => each.id === committee)?.positions ?? [];
const managedBy = "gr-y-te-dang-uy" as CommitteeId;

const cases: Record<OrganisationFault["kind"], [Organisation, Partial<OrganisationFault>]> = {
  "unit-twice": [
    { ...sound, units: [...sound.units, ...sound.units.filter((each) => each.id === unit)] },
    { unit },
  ],
  "committee-twice": [
    {
      ...sound,
      committees: [...sound.committees, ...sound.committees.filter((each) => each.id === committee)],
    },
    { committee },
  ],
  "unknown-level": [withUnit({ level: "xa" }), { unit, level: "xa" }],
  "unknown-parent": [withUnit({ parents: [link("nowhere")] }), { unit, parent: nowhere }],
  "overlapping-parents": [
    withUnit({ parents: [link("giong-rieng"), link("kien-giang", later)] }),
    { unit, on: later },
  ],
  circle: [withUnit({ parents: [link("gr-hoa-thuan-ap-tan-tien")] }), { unit, on: begin }],
  reversed: [withUnit({ validTo: begin }), { where: unit }],
  "unknown-successor": [withUnit({ validTo: later, mergedInto: nowhere }), { unit, successor: nowhere }],
  "merged-without-end": [withUnit({ mergedInto: "gr-hoa-loi" as UnitId }), { unit }],
  "nobody-answers": [withUnit({ validTo: later, mergedInto: unit }), { unit }],
  "unknown-unit": [withCommittee({ unit: nowhere }), { committee, unit: nowhere }],
  "mailbox-without-key-holder": [withCommittee({ keyHolders: [] }), { committee }],
  "key-holder-without-key": [withCommittee({ keyRecord: null }), { committee }],
  "not-managed-from-above": [
    withCommittee({ positions: positions.map((position) => ({ ...position, managedBy })) }),
    { managedBy },
  ],
  "unknown-intake": [{ ...sound, intake: "nowhere" as CommitteeId }, { committee: "nowhere" as CommitteeId }],
  "intake-without-mailbox": [{ ...sound, intake: "gr-hoa-an-dang-uy" as CommitteeId }, {}],
};

test("both illustrations may be published once their keys exist, and not before", () => {
  expect(findOrganisationFaults(sound)).toEqual([]);
  expect(findOrganisationFaults(organisation2025)).toEqual([]);
  expect(findOrganisationFaults(demo.organisation).length).toBeGreaterThan(0);
});

test.each(Object.entries(cases))("%s is found and named", (kind, [organisation, details]) => {
  expect(findOrganisationFaults(organisation)).toContainEqual(expect.objectContaining({ kind, ...details }));
});

test("two units that are each other's parent are both named", () => {
  const circle = withUnit({ parents: [link("gr-hoa-thuan-ap-tan-tien")] });
  const named = findOrganisationFaults(circle).flatMap((fault) =>
    fault.kind === "circle" ? fault.unit : [],
  );
  expect(named.toSorted()).toEqual([unit, "gr-hoa-thuan-ap-tan-tien"]);
});
