import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListedCase } from "../../src/client/desk/case-list.ts";
import { type Duty, dutyOf } from "../../src/client/officer/duty.ts";
import { filterOf, noFilters } from "../../src/client/officer/filters.ts";
import {
  type ViewAssignee,
  type ViewFilters,
  viewSteps,
  viewTraits,
} from "../../src/crypto/desk-book.schema.ts";
import type { OfficerId, UnitId } from "../../src/domain/ids.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { caseId, type CaseStory, listedOf, today } from "../support/officer-cases.ts";

const sealed: CaseStory = { id: caseId("mot"), released: "2026-03-09" };
const opened: CaseStory = { ...sealed, id: caseId("hai"), events: [["Opened", "2026-03-10"]] };

describe("filters", () => {
  const unit = (id: string, parent: string | null) =>
    ({
      id: id as UnitId,
      name: id,
      formerNames: [],
      aliases: [],
      level: "xa",
      validFrom: today,
      validTo: null,
      parents: parent === null ? [] : [{ parent: parent as UnitId, validFrom: today, validTo: null }],
      mergedInto: null,
      agencyPosts: [],
    }) as const;
  const units = [unit("huyen", null), unit("xa", "huyen"), unit("ap", "xa"), unit("xa-khac", "huyen")];
  const tree = createOrgTree({ units, committees: [], positions: [], persons: [] } as never, today);
  const me = "officer" as OfficerId;
  const other = "khac" as OfficerId;
  const unitIds = units.map(({ id }) => id);

  const stories = [
    sealed,
    opened,
    { ...opened, events: [...(opened.events ?? []), ["Acknowledged", "2026-03-10"] as const] },
    { ...sealed, released: "2026-01-05" },
  ] as const;
  const entries = fc.option(
    fc.record({
      unit: fc.option(fc.constantFrom(...unitIds)),
      category: fc.option(fc.constantFrom("B3" as const, "A9" as const)),
      language: fc.constantFrom("vi" as const, "km" as const),
      self: fc.option(fc.constantFrom("citizen" as const, "party-member" as const)),
      assignee: fc.option(fc.constantFrom(me, other)),
    }),
  );
  const duties = fc.tuple(fc.constantFrom(...stories), entries).map(([story, entry]): Duty => {
    const listed = listedOf(story);
    return dutyOf({ ...listed, entry: entry as ListedCase["entry"] }, today);
  });
  /** Each is one thing that a list is narrowed to. */
  const single: fc.Arbitrary<Partial<ViewFilters>> = fc.oneof(
    fc.record({ step: fc.constantFrom(...viewSteps) }),
    fc.record({ traits: fc.subarray([...viewTraits]) }),
    fc.record({
      assignee: fc.constantFrom<ViewAssignee>(
        { who: "me" },
        { who: "nobody" },
        { who: "officer", officer: other },
      ),
    }),
    fc.record({ unit: fc.constantFrom(...unitIds) }),
    fc.record({ category: fc.constantFrom("B3" as const, "other" as const) }),
    fc.record({ language: fc.constantFrom("vi" as const, "km" as const) }),
    fc.record({ self: fc.constantFrom("citizen" as const, "party-member" as const) }),
  );
  const passes = (filters: Partial<ViewFilters>, duty: Duty) =>
    filterOf({ ...noFilters, ...filters }, { me, today, tree, isUnread: () => true })(duty);

  test("let through together what each of them lets through alone", () => {
    fc.assert(
      fc.property(fc.array(single, { maxLength: 5 }), duties, (all, duty) => {
        const together: Partial<ViewFilters> = Object.assign({}, ...all);
        const { traits = [], ...others } = together;
        const named: readonly Partial<ViewFilters>[] = [
          ...traits.map((trait) => ({ traits: [trait] })),
          ...Object.entries(others).map(([name, value]) => ({ [name]: value })),
        ];
        expect(passes(together, duty)).toBe(named.every((one) => passes(one, duty)));
      }),
    );
  });

  test("of a unit let through whatever lies below it, and nothing of another or of none", () => {
    const of = (unitId: UnitId | null) => {
      const listed = listedOf(opened);
      return dutyOf({ ...listed, entry: { unit: unitId } as ListedCase["entry"] }, today);
    };
    const below = (chosen: string) =>
      [...unitIds, null].filter((each) => passes({ unit: chosen as UnitId }, of(each)));
    expect(below("huyen")).toEqual(["huyen", "xa", "ap", "xa-khac"]);
    expect(below("xa")).toEqual(["xa", "ap"]);
    expect(below("ap")).toEqual(["ap"]);
  });

  test("by what a letter says let no letter through that nobody has opened", () => {
    fc.assert(
      fc.property(single, (one) => {
        const isOfContent = ["unit", "category", "language", "self"].some((name) => name in one);
        const duty = dutyOf(listedOf(sealed), today);
        if (isOfContent) expect(passes(one, duty)).toBe(false);
      }),
    );
  });
});
