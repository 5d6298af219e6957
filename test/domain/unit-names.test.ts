import * as fc from "fast-check";
import { default as MiniSearch } from "minisearch";
import { describe, expect, test } from "vitest";
import { createOrgTree, getUnit } from "../../src/domain/org-tree.ts";
import { foldName, pathOf, searchableNamesOf } from "../../src/domain/unit-names.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { demoOrganisation } from "../support/demo-organisation.ts";
import { today } from "../support/organisation-arbitrary.ts";

const tree = createOrgTree(demoOrganisation, today);

describe("a folded name", () => {
  test.each([
    ["Giồng Riềng", "giong rieng"],
    ["  THỊ TRẤN Giồng-Riềng, ", "thi tran giong rieng"],
    ["Điện lực; Đảng bộ", "dien luc dang bo"],
    ["Hoà Thuận", "hoa thuan"],
    ["Hòa Thuận", "hoa thuan"],
    ["Phòng Tài chính - Kế hoạch", "phong tai chinh ke hoach"],
    ["ឃុំ", "ឃុំ"],
  ])("%s is compared as %s", (text, folded) => {
    expect(foldName(text)).toBe(folded.normalize("NFD"));
  });

  test("does not change when it is folded again, and is the same for both ways of writing diacritics", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(foldName(text.normalize("NFC"))).toBe(foldName(text.normalize("NFD")));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a search as the page does it", () => {
  const search = new MiniSearch<{ id: string }>({ fields: ["name", "formerNames", "aliases", "path"] });
  search.addAll(
    demoOrganisation.units.map((unit) => {
      const { name, formerNames, aliases, path } = searchableNamesOf(tree, unit);
      return { id: unit.id, name, formerNames: formerNames.join(" "), aliases: aliases.join(" "), path };
    }),
  );
  const find = (text: string) =>
    search
      .search(foldName(text), {
        combineWith: "AND",
        prefix: true,
        fuzzy: 0.2,
        boost: { name: 3, aliases: 2 },
      })
      .slice(0, 5)
      .map(({ id }) => id);

  test.each([
    ["giong rieng", "gr-thi-tran"],
    ["Rồng Giềng", "gr-thi-tran"],
    ["hoà thuận", "gr-hoa-thuan"],
    ["phong dia chinh", "gr-tai-nguyen"],
    ["ngoc truc", "gr-ngoc-chuc"],
    ["tan tien hoa thuan", "gr-hoa-thuan-ap-tan-tien"],
  ])("finds by %s", (text, unit) => {
    expect(find(text)).toContain(unit);
  });

  test("shows where a unit lies", () => {
    const unit = getUnit(tree, "gr-hoa-thuan-ap-tan-tien" as UnitId);
    expect(unit && pathOf(tree, unit)).toEqual([
      "Chi bộ ấp Tân Tiến",
      "Đảng bộ xã Hòa Thuận",
      "Đảng bộ huyện Giồng Riềng",
      "Đảng bộ tỉnh Kiên Giang",
    ]);
  });
});
