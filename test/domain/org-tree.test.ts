import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommitteeId, UnitId } from "../../src/domain/ids.ts";
import {
  ancestorsOf,
  childrenOf,
  committeesOf,
  createOrgTree,
  getCommitteeAbove,
  getParent,
  getSuccessor,
  isValidOn,
  peopleOf,
  successionOf,
} from "../../src/domain/org-tree.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { demoOrganisation, organisation2025 } from "../support/demo-organisation.ts";
import { anyOrganisation, today } from "../support/organisation-arbitrary.ts";

const tree = createOrgTree(demoOrganisation, today);
const commune = "gr-hoa-thuan" as UnitId;

describe("the tree on a day", () => {
  test("knows what lies above and below a unit", () => {
    const hamlet = "gr-hoa-thuan-ap-tan-tien" as UnitId;
    expect(ancestorsOf(tree, hamlet).map((unit) => unit.id)).toEqual([commune, "giong-rieng", "kien-giang"]);
    expect(childrenOf(tree, "giong-rieng" as UnitId)).toHaveLength(64);
    expect(childrenOf(tree, commune)).toHaveLength(16);
    expect(getParent(tree, "kien-giang" as UnitId)).toBeUndefined();
  });

  test("knows the committees of a unit by kind, and the one directly above each", () => {
    const ids = (unit: string, kind: "managing" | "inspection") =>
      committeesOf(tree, unit as UnitId, kind).map((committee) => committee.id);
    expect(ids("giong-rieng", "managing")).toEqual(["giong-rieng-btv"]);
    expect(ids("giong-rieng", "inspection")).toEqual(["giong-rieng-ubkt"]);
    const above = (id: string) => getCommitteeAbove(tree, id as CommitteeId)?.id;
    expect(above("gr-hoa-thuan-dang-uy")).toBe("giong-rieng-btv");
    expect(above("giong-rieng-ubkt")).toBe("giong-rieng-btv");
    expect(above("kien-giang-btv")).toBeUndefined();
    expect(above("no-such-committee")).toBeUndefined();
  });

  test("does not count a committee that has ended among those above", () => {
    const committees = demoOrganisation.committees.map((each) =>
      each.id === "giong-rieng-btv" ? { ...each, validTo: today } : each,
    );
    const without = createOrgTree({ ...demoOrganisation, committees }, today);
    expect(getCommitteeAbove(without, "gr-hoa-thuan-dang-uy" as CommitteeId)?.id).toBe("kien-giang-btv");
  });

  test("counts members, key holders and trustees as the people of a committee, each once", () => {
    const [committee] = committeesOf(tree, commune, "managing");
    if (committee === undefined) throw new Error("the commune has no committee");
    expect(peopleOf(tree, committee)).toHaveLength(6 + 1);
  });

  test("begins a link on its first day and ends it on the day before its end", () => {
    const link = { validFrom: toPlainDate("2025-01-01"), validTo: toPlainDate("2025-07-01") };
    const holdsOn = (date: string) => isValidOn(link, toPlainDate(date));
    expect(["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"].map(holdsOn)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("passes the duties of ended units on, through mergers and abolitions", () => {
    const later = createOrgTree(organisation2025, today);
    expect(getSuccessor(later, "gr-thi-tran" as UnitId)?.id).toBe("ag-giong-rieng");
    expect(getSuccessor(later, "giong-rieng" as UnitId)?.id).toBe("an-giang");
    expect(successionOf(later, "giong-rieng" as UnitId).heirs.map((unit) => unit.id)).toEqual([
      "giong-rieng",
    ]);
    const before = createOrgTree(organisation2025, toPlainDate("2025-06-30"));
    expect(ancestorsOf(before, "gr-thi-tran" as UnitId).map((unit) => unit.id)).toEqual([
      "giong-rieng",
      "kien-giang",
    ]);
  });

  test("ends on every organisation, circles included, and never shows a unit above itself", () => {
    fc.assert(
      fc.property(anyOrganisation, (organisation) => {
        const any = createOrgTree(organisation, today);
        for (const { id } of organisation.units) {
          const above = ancestorsOf(any, id).map((unit) => unit.id);
          expect(above).not.toContain(id);
          expect(new Set(above).size).toBe(above.length);
          const successor = getSuccessor(any, id);
          if (successor !== undefined) expect(isValidOn(successor, today)).toBe(true);
        }
        for (const { id } of organisation.committees) expect(getCommitteeAbove(any, id)?.id).not.toBe(id);
      }),
      { numRuns: 1000 },
    );
  });
});
