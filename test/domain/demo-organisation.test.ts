import { describe, expect, test } from "vitest";
import { slugPattern } from "../../src/domain/ids.ts";
import { createOrgTree, hasMailbox } from "../../src/domain/org-tree.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { cellCount, cellLevel, grassrootsCount, grassrootsLevels } from "../../src/org/demo/organisation.ts";
import { demo, demoOrganisation as organisation } from "../support/demo-organisation.ts";
import { today } from "../support/organisation-arbitrary.ts";

const countOf = (levels: readonly string[]) =>
  organisation.units.filter(({ level }) => levels.includes(level)).length;

describe("the illustration of Giồng Riềng", () => {
  test("has the article's 64 grassroots organisations and 305 chi bộ under đảng bộ cơ sở", () => {
    expect([grassrootsCount, cellCount]).toEqual([64, 305]);
    expect(countOf(grassrootsLevels)).toBe(grassrootsCount);
    expect(countOf([cellLevel])).toBe(cellCount);
    expect(organisation.units).toHaveLength(grassrootsCount + cellCount + 2);
  });

  test("says that it is one, and that names are invented", () => {
    expect(organisation.notice).toMatch(/^Tổ chức minh họa.*do người soạn đặt ra/);
  });

  test("gives every unit and committee a slug of the directory", () => {
    for (const { id } of [...organisation.units, ...organisation.committees]) expect(id).toMatch(slugPattern);
  });

  test("gives keys to the committees that have an officer, and to no other", () => {
    const served = new Set(demo.officers.flatMap((officer) => officer.committees));
    const withHolders = organisation.committees.filter((committee) => committee.keyHolders.length > 0);
    expect(withHolders.map(({ id }) => id).toSorted()).toEqual([...served].toSorted());
    const holders = new Set(withHolders.flatMap((committee) => committee.keyHolders));
    expect([...holders].toSorted()).toEqual(demo.officers.map(({ person }) => person).toSorted());
  });

  test("has a mailbox in most grassroots organisations and in three chi bộ", () => {
    const tree = createOrgTree(organisation, today);
    const open = organisation.committees.filter((committee) => hasMailbox(tree, committee));
    const levelOf = (id: string) => organisation.units.find((unit) => unit.id === id)?.level ?? "";
    const levels = open.map((committee) => levelOf(committee.unit));
    expect(levels.filter((level) => level === cellLevel)).toHaveLength(3);
    expect(levels.filter((level) => grassrootsLevels.includes(level)).length).toBeGreaterThan(50);
  });

  test("prints six officers, one for each level, whose names are ASCII and occur once", () => {
    expect(demo.officers.filter(({ isPrinted }) => isPrinted)).toHaveLength(6);
    for (const { loginName, id } of demo.officers) {
      expect(loginName).toMatch(/^[a-z0-9]+\.[a-z]+$/);
      expect(id).toMatch(slugPattern);
    }
    expect(new Set(demo.officers.map(({ loginName }) => loginName)).size).toBe(demo.officers.length);
  });
});

test("a phone builds the tree and routes in no time a person can feel", () => {
  const started = performance.now();
  const tree = createOrgTree(organisation, today);
  const built = performance.now();
  for (const { id } of organisation.units)
    findRoute(tree, { unit: id, about: "committee-head", excluded: [], levelAbove: false });
  const routed = performance.now() - built;
  // Ten times what was measured, since tests share the machine: 1 ms, and 371 routes in 5 ms.
  expect(built - started).toBeLessThan(50);
  expect(routed).toBeLessThan(250);
});
