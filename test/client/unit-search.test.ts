import { describe, expect, test } from "vitest";
import { createUnitSearch, resultLimit } from "../../src/client/citizen/letter/unit-search.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import type { Organisation, Unit } from "../../src/domain/organisation.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { demoOrganisation, organisation2025 } from "../support/demo-organisation.ts";

const today = toPlainDate("2026-03-02");
const search = createUnitSearch(createOrgTree(demoOrganisation, today));
const names = (typed: string) => search(typed).map(({ name }) => name);

describe("a unit is found", () => {
  test.each([
    ["without diacritics", "giong rieng", "Đảng bộ huyện Giồng Riềng"],
    ["with them", "Giồng Riềng", "Đảng bộ huyện Giồng Riềng"],
    ["under the article's own misspelling", "Rồng Giềng", "Đảng bộ thị trấn Giồng Riềng"],
    ["with a letter missing", "gong rieng", "Đảng bộ huyện Giồng Riềng"],
    ["with two letters changed round", "giogn rieng", "Đảng bộ huyện Giồng Riềng"],
    ["by the beginning of its name", "hoa thu", "Đảng bộ xã Hòa Thuận"],
    ["by its name and that of the unit above", "giong rieng hoa thuan", "Đảng bộ xã Hòa Thuận"],
    ["by a hamlet and its commune", "tan tien hoa thuan", "Chi bộ ấp Tân Tiến"],
    ["under a folk spelling", "Ngọc Trúc", "Đảng bộ xã Ngọc Chúc"],
    ["with one word too many", "hoa thuan zzzz", "Đảng bộ xã Hòa Thuận"],
  ])("%s: %s", (_, typed, expected) => {
    expect(names(typed)).toContain(expected);
  });

  test("first where its whole name was typed", () => {
    expect(names("hoa thuan")[0]).toBe("Đảng bộ xã Hòa Thuận");
    expect(names("giong rieng hoa thuan")[0]).toBe("Đảng bộ xã Hòa Thuận");
    // Every unit lies below a province of that name, and "Giồng" is nearly "Giang": neither counts as much.
    expect(names("kien giang")[0]).toBe("Đảng bộ tỉnh Kiên Giang");
  });

  test("by the name of a unit that was merged into another", () => {
    const tree = createOrgTree(organisation2025, today);
    const former = [...tree.units.values()].find(({ formerNames }) => formerNames.length > 0);
    const found = createUnitSearch(tree)(former?.formerNames[0] ?? "");
    expect(found.map(({ id }) => id)).toContain(former?.id);
  });
});

test("never more are shown than can be looked over, and none for nothing", () => {
  expect(search("chi bo").length).toBe(resultLimit);
  expect(search("")).toEqual([]);
  expect(search("x")).toEqual([]);
  expect(search("zzqqxx wwkk")).toEqual([]);
});

test("fifteen thousand units are searched quickly", () => {
  const [model] = demoOrganisation.units;
  if (model === undefined) throw new Error("no unit");
  const units: readonly Unit[] = Array.from({ length: 15_000 }, (_, place) => ({
    ...model,
    id: `u${place}` as UnitId,
    name: `Chi bộ ấp ${place % 900} xã ${demoOrganisation.units[place % demoOrganisation.units.length]?.name ?? ""}`,
    parents: [],
  }));
  const large: Organisation = { ...demoOrganisation, units: [...demoOrganisation.units, ...units] };
  const find = createUnitSearch(createOrgTree(large, today));
  find("khoi dong");
  const start = performance.now();
  for (const typed of ["g", "gi", "gio", "giong", "giong r", "giong rieng", "giong rieng hoa"]) find(typed);
  expect((performance.now() - start) / 7).toBeLessThan(100);
});
