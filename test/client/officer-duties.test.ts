import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countDuties,
  type Duty,
  dutyGroups,
  dutyOf,
  dutySteps,
  pageOf,
  pageSize,
  sortDuties,
} from "../../src/client/officer/duty.ts";
import { countDrawn, drawnAtOnce } from "../../src/client/officer/use-drawn-lines.ts";
import { filterOf, noFilters } from "../../src/client/officer/filters.ts";
import { missedClocks, sinceOf } from "../../src/client/officer/late.ts";
import { caseStatuses } from "../../src/domain/case/case.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { caseId, type CaseStory, listedOf, rowOf, today, type ToldEvent } from "../support/officer-cases.ts";

const dutyFor = (story: CaseStory) => dutyOf(listedOf(story), today);
const isDueToday = filterOf(
  { ...noFilters, traits: ["due-today"] },
  {
    me: "officer" as OfficerId,
    today,
    tree: createOrgTree({ units: [], committees: [], positions: [], persons: [] } as never, today),
    isUnread: () => false,
  },
);
const namesOf = (duties: readonly Duty[]) => duties.map(({ listed }) => listed.line.case.replace(/_*A$/, ""));

/** From the opening to the result, all on one day. */
const toResult = (on: string): readonly ToldEvent[] => [
  ["Opened", on],
  ["Acknowledged", on],
  ["Classified", on, { kind: "report" }],
  ["VerificationBegun", on],
  ["Concluded", on],
];

// Today is Tuesday 10 March 2026.
const stories = {
  dueToday: { id: caseId("due-today"), released: "2026-03-05" },
  late: { id: caseId("late"), released: "2026-03-02" },
  sealed: { id: caseId("sealed"), released: "2026-03-09" },
  wrote: {
    id: caseId("wrote"),
    released: "2026-03-04",
    events: [
      ["Opened", "2026-03-05"],
      ["ReporterWrote", "2026-03-06"],
    ],
  },
  near: { id: caseId("near"), released: "2026-03-03", events: [["Opened", "2026-03-04"]] },
  closable: { id: caseId("closable"), released: "2026-01-05", events: toResult("2026-01-12") },
  calm: {
    id: caseId("calm"),
    released: "2026-03-09",
    events: [
      ["Opened", "2026-03-09"],
      ["Acknowledged", "2026-03-10"],
    ],
  },
  over: {
    id: caseId("over"),
    released: "2026-03-02",
    events: [
      ["Opened", "2026-03-02"],
      ["Acknowledged", "2026-03-02"],
      ["Classified", "2026-03-02", { kind: "report" }],
      ["Refused", "2026-03-03"],
    ],
  },
} satisfies Record<string, CaseStory>;

describe("the duty list", () => {
  test("puts what can be kept today before what is late, then what waits to be opened, then what was written", () => {
    const mixed = [
      stories.over,
      stories.calm,
      stories.closable,
      stories.near,
      stories.wrote,
      stories.sealed,
      stories.late,
      stories.dueToday,
    ];
    const duties = sortDuties(mixed.map((story) => dutyFor(story)));
    const inOrder = ["due-today", "late", "sealed", "wrote", "near", "closable", "calm", "over"];
    expect(namesOf(duties)).toEqual(inOrder);
    expect(duties.map(({ group }) => group)).toEqual([...dutyGroups]);
  });

  test("puts the earlier limit first within a group", () => {
    const older = { id: caseId("older"), released: "2026-02-02" };
    expect(namesOf(sortDuties([dutyFor(stories.late), dutyFor(older)]))).toEqual(["older", "late"]);
  });

  test("shows of an acknowledged case the limit for classification, which an acknowledgement does not stop", () => {
    const acknowledged = dutyFor({
      id: caseId("acknowledged"),
      released: "2026-02-23",
      events: [
        ["Opened", "2026-02-24"],
        ["Acknowledged", "2026-02-25"],
      ],
    });
    expect(acknowledged).toMatchObject({ group: "overdue", step: "to-sort" });
    expect(acknowledged.next?.clock.name).toBe("acknowledge");
  });

  test("says what else is late beside the next step", () => {
    const forgotten = dutyFor({
      id: caseId("forgotten"),
      released: "2026-01-05",
      events: [
        ["Opened", "2026-01-06"],
        ["Acknowledged", "2026-01-07"],
      ],
    });
    expect(forgotten.alsoLate.map(({ clock }) => clock.name)).toEqual(["result"]);
    expect(dutyFor(stories.late).alsoLate).toEqual([]);
  });

  test("puts an explanation that is owed before everything else", () => {
    const owing = dutyFor({
      ...stories.late,
      events: [["ExplanationDemanded", "2026-03-10"]],
    });
    expect(owing.next?.clock.name).toBe("explanation");
  });

  test("calls a case that may be closed neither late nor due soon, however long the reporter has let it be", () => {
    const duty = dutyFor(stories.closable);
    expect(duty.next).toMatchObject({ clock: { name: "reporter-comment" }, state: { kind: "overdue" } });
    expect(duty).toMatchObject({ group: "to-close", step: "concluded", marks: [], alsoLate: [] });
    expect(pageOf([duty], 0).sections).toEqual([{ group: "to-close", count: 1, duties: [duty] }]);
  });

  test("does not press for what waits for the reporter, not even on their last day", () => {
    for (const [concluded, kind] of [
      ["2026-02-24", "near"],
      ["2026-02-26", "near"],
      ["2026-03-05", "running"],
    ] as const) {
      const duty = dutyFor({ ...stories.closable, events: toResult(concluded) });
      expect(duty.next).toMatchObject({ clock: { name: "reporter-comment" }, state: { kind } });
      expect(duty.group, concluded).toBe("running");
      expect(isDueToday(duty), concluded).toBe(false);
    }
    const lastDay = dutyFor({ ...stories.closable, events: toResult("2026-02-24") });
    expect(lastDay.next?.state).toMatchObject({ daysLeft: 0 });
    expect(isDueToday(dutyFor(stories.dueToday))).toBe(true);
  });

  test("does not take the time for a transfer that nobody wants for a delay", () => {
    const classified = dutyFor({
      id: caseId("classified"),
      released: "2026-02-03",
      events: [
        ["Opened", "2026-02-03"],
        ["Acknowledged", "2026-02-03"],
        ["Classified", "2026-02-03", { kind: "report" }],
      ],
    });
    const transfer = classified.listed.clocks.find(({ clock }) => clock.name === "transfer");
    expect(transfer?.state).toMatchObject({ kind: "overdue" });
    expect(classified.marks).toEqual([]);
    expect(classified.alsoLate).toEqual([]);
  });

  test("keeps what the reporter wrote before until the committee writes, and marks it", () => {
    expect(dutyFor(stories.wrote).marks).toEqual(["reporter-wrote"]);
    const answered: CaseStory = {
      ...stories.wrote,
      events: [...stories.wrote.events, ["MessageSent", "2026-03-09"]],
    };
    expect(dutyFor(answered).marks).toEqual([]);
  });

  test("has a place for every status a case can have", () => {
    const steps = caseStatuses.map((status) => {
      const listed = listedOf(stories.calm);
      return dutyOf({ ...listed, line: { ...listed.line, status } }, today).step;
    });
    expect(new Set(steps)).toEqual(new Set(dutySteps));
  });
});

const lifeOf = (length: number): CaseStory["events"] =>
  (["Opened", "ReporterWrote", "Acknowledged", "MessageSent"] satisfies CaseEvent["type"][])
    .slice(0, length)
    .map((type) => [type, today] as const);

const someDuties = fc
  .array(fc.record({ age: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 4 }) }), {
    maxLength: 160,
  })
  .map((cases) =>
    cases.map(({ age, length }, index) =>
      dutyFor({ id: caseId(`c${index}`), released: addDays(today, -age), events: lifeOf(length) ?? [] }),
    ),
  );

describe("the superior's list", () => {
  test("counts what the committee missed, and not the end of the reporter's own time to ask for a review", () => {
    const story: CaseStory = {
      id: caseId("ran-out"),
      released: "2026-02-02",
      events: [
        ["Opened", "2026-02-02"],
        ["Acknowledged", "2026-02-02"],
        ["Classified", "2026-02-02", { kind: "report" }],
        ["Refused", "2026-02-03"],
      ],
    };
    const { clocks } = listedOf(story);
    const row = rowOf(story);
    expect(clocks.some(({ clock, state }) => clock.name === "review" && state.kind === "overdue")).toBe(true);
    expect(missedClocks({ clocks })).toEqual([]);
    expect(sinceOf({ clocks, releasedOn: row.releasedOn })).toBe("2026-02-02");
    const late = listedOf(stories.late);
    expect(missedClocks(late).map(({ clock }) => clock.name)).toEqual(["first-open"]);
  });
});

describe("steps and pages", () => {
  test("every case stands in exactly one step", () => {
    fc.assert(
      fc.property(someDuties, (duties) => {
        const counts = countDuties(duties);
        const steps = dutySteps.map((step) => counts[step]);
        expect(steps.reduce((sum, count) => sum + count, 0)).toBe(duties.length);
      }),
    );
  });

  test("the pages one after the other are the list, no case twice and none missing", () => {
    fc.assert(
      fc.property(someDuties, (duties) => {
        const sorted = sortDuties(duties);
        const count = Math.ceil(sorted.length / pageSize);
        const pages = Array.from({ length: count }, (_, page) => pageOf(sorted, page));
        const shown = pages.flatMap(({ sections }) => sections.flatMap((section) => section.duties));
        expect(shown).toEqual(sorted);
      }),
    );
  });

  test("a page that is no longer there is the last one", () => {
    const duties = Array.from({ length: pageSize + 1 }, (_, index) =>
      dutyFor({ ...stories.sealed, id: caseId(`c${index}`) }),
    );
    expect(pageOf(duties, 7)).toMatchObject({ from: pageSize, to: pageSize + 1, total: pageSize + 1 });
    expect(pageOf([], 3)).toMatchObject({ from: 0, to: 0, sections: [] });
  });

  test("ten thousand cases are sorted while nobody notices", () => {
    const duties = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0 ? dutyFor({ ...stories.late, id: caseId(`c${index}`) }) : dutyFor(stories.sealed),
    );
    const start = performance.now();
    const sorted = sortDuties(duties);
    pageOf(sorted, 3);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("the lines that are drawn of a page", () => {
  const duties = Array.from({ length: pageSize }, (_, index) =>
    dutyFor({ ...stories.sealed, id: caseId(`c${index}`) }),
  );

  test("come in steps that are never too large, until all are there, and the one that is asked for at once", () => {
    fc.assert(
      fc.property(
        fc.subarray(duties),
        fc.option(fc.integer({ min: 0, max: pageSize - 1 })),
        (known, asked) => {
          const reach = asked === null ? null : (duties[asked]?.listed.line.case ?? null);
          let drawn: ReadonlySet<Duty> = new Set(known);
          const first = countDrawn(duties, drawn, reach);
          expect(first).toBeGreaterThan(asked ?? -1);
          for (let count = first; count < duties.length; count = countDrawn(duties, drawn, reach)) {
            const next = duties.slice(0, count);
            const fresh = next.filter((duty) => !drawn.has(duty)).length;
            expect(fresh).toBeGreaterThan(0);
            if (reach === null) expect(fresh).toBe(drawnAtOnce);
            drawn = new Set(next);
          }
        },
      ),
    );
  });

  test("are all of them where nearly all stand there already", () => {
    expect(countDrawn(duties, new Set(duties.slice(drawnAtOnce)), null)).toBe(pageSize);
    expect(countDrawn(duties, new Set(duties.slice(drawnAtOnce + 1)), null)).toBe(drawnAtOnce);
    expect(countDrawn([], new Set(), null)).toBe(0);
  });
});
