import { describe, expect, test } from "vitest";
import { closenessOf } from "../../src/client/citizen/letter/member.view.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { demoOrganisation } from "../support/demo-organisation.ts";

const tree = createOrgTree(demoOrganisation, toPlainDate("2018-06-01"));
const cell = "gr-hoa-thuan-ap-tan-tien" as UnitId;
const commune = "gr-hoa-thuan" as UnitId;
const routeFor = (unit: UnitId, levelAbove = false) =>
  findRoute(tree, { unit, about: "somebody-else", excluded: [], levelAbove });

describe("how near a letter comes to the unit that it is about", () => {
  test("a chi bộ of few people whose own chi ủy reads: both are told", () => {
    const { small, own } = closenessOf(tree, cell, routeFor(cell));
    expect(small).toBe(cell);
    expect(own?.unit).toBe(cell);
  });

  test("one level higher the readers sit elsewhere, and the unit is as small as before", () => {
    expect(closenessOf(tree, cell, routeFor(cell, true))).toEqual({ small: cell, own: null });
  });

  test("a whole commune is not small, though its committee is its own", () => {
    const { small, own } = closenessOf(tree, commune, routeFor(commune));
    expect(small).toBeNull();
    expect(own?.unit).toBe(commune);
  });

  test("of a unit that is not known nothing is said", () => {
    expect(closenessOf(tree, null, undefined)).toEqual({ small: null, own: null });
  });
});
