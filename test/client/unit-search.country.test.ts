import { describe, expect, test } from "vitest";
import {
  createUnitSearch,
  prepareUnitSearch,
  resultLimit,
} from "../../src/client/citizen/letter/unit-search.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { childrenOf, createOrgTree } from "../../src/domain/org-tree.ts";
import { createNationalTree, nationalDay, unitCount } from "../support/national-tree.ts";

const tree = createOrgTree(createNationalTree(), nationalDay);
const search = createUnitSearch(tree);
const namesOf = (typed: string) => search(typed).map(({ id }) => id);

describe(`among ${unitCount} units, first is`, () => {
  test.each([
    ["a commune without diacritics", "giong rieng", "an-giang-giong-rieng"],
    ["with them", "Xã Giồng Riềng", "an-giang-giong-rieng"],
    ["with its consonants changed round", "Rồng Giềng", "an-giang-giong-rieng"],
    ["with a letter missing in each word", "gong rieg", "an-giang-giong-rieng"],
    ["by the name of a commune that was merged into it", "ngoc chuc", "an-giang-giong-rieng"],
    ["by both of them", "hoa thuan ngoc chuc", "an-giang-giong-rieng"],
    ["a hamlet by its name and its commune's", "tan tien giong rieng", "an-giang-giong-rieng-ap-tan-tien"],
    [
      "by all that stands above it",
      "chi bo ap tan tien xa giong rieng tinh an giang",
      "an-giang-giong-rieng-ap-tan-tien",
    ],
    ["a province rather than the thousand units below it", "an giang", "an-giang"],
    ["with a word too many", "giong rieng zzzz", "an-giang-giong-rieng"],
  ])("%s: %s", (_, typed, expected) => {
    expect(namesOf(typed)[0]).toBe(expected);
  });
});

test("the answer is the same whatever was typed before", () => {
  const fresh = createUnitSearch(tree);
  for (const typed of ["an", "an giang", "thon 3 tan phu", "truong tieu hoc hoa binh", "giong"])
    expect(fresh(typed)).toEqual(createUnitSearch(tree)(typed));
});

test("the words above a unit find it: every hamlet of a commune by the commune's name and its own", () => {
  const hamlets = childrenOf(tree, "an-giang-giong-rieng" as UnitId);
  expect(hamlets.length).toBeGreaterThan(2);
  for (const { id, name } of hamlets) expect(namesOf(`${name} giong rieng`)).toContain(id);
});

test("the index of a country grows in small steps, so that a telephone goes on between them", () => {
  const steps: number[] = [];
  const work = prepareUnitSearch(tree);
  for (let last = performance.now(); work.next().done !== true; last = performance.now())
    steps.push(performance.now() - last);
  expect(steps.length).toBeGreaterThan(unitCount / 200);
  // The middle one, since any one may meet the collector or a busy machine.
  expect(steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)]).toBeLessThan(12);
});

test("never more are shown than can be looked over", () => {
  expect(search("chi bo").length).toBe(resultLimit);
});
