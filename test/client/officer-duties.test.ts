import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countDuties,
  type Duty,
  dutyGroups,
  dutyOf,
  filterDuties,
  filters,
  type Heard,
  pageOf,
  pageSize,
  sortDuties,
} from "../../src/client/officer/duty.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { caseId, type CaseStory, listedOf, today } from "../support/officer-cases.ts";

const nothing: Heard = new Map();
const dutyFor = (story: CaseStory, heard = nothing) => dutyOf(listedOf(story), today, heard);
const namesOf = (duties: readonly Duty[]) => duties.map(({ listed }) => listed.row.case.replace(/_*A$/, ""));

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
  calm: {
    id: caseId("calm"),
    released: "2026-03-09",
    events: [
      ["Opened", "2026-03-09"],
      ["Acknowledged", "2026-03-10"],
    ],
  },
} satisfies Record<string, CaseStory>;

describe("the duty list", () => {
  test("puts what can be kept today before what is late, then what waits to be opened, then what was written", () => {
    const mixed = [stories.calm, stories.near, stories.wrote, stories.sealed, stories.late, stories.dueToday];
    const duties = sortDuties(mixed.map((story) => dutyFor(story)));
    expect(namesOf(duties)).toEqual(["due-today", "late", "sealed", "wrote", "near", "calm"]);
    expect(duties.map(({ group }) => group)).toEqual([...dutyGroups]);
  });

  test("puts the earlier limit first within a group", () => {
    const older = { id: caseId("older"), released: "2026-02-02" };
    expect(namesOf(sortDuties([dutyFor(stories.late), dutyFor(older)]))).toEqual(["older", "late"]);
  });

  test("shows of an acknowledged case the limit for the result, and that classification is late", () => {
    const duty = dutyFor({
      id: caseId("acknowledged"),
      released: "2026-02-23",
      events: [
        ["Opened", "2026-02-24"],
        ["Acknowledged", "2026-02-25"],
      ],
    });
    expect(duty.next?.clock.name).toBe("result");
    expect(duty.lateToClassify).toBe(true);
    expect(dutyFor(stories.calm).lateToClassify).toBe(false);
  });

  test("rather shows a message twice than misses one written on the day of the answer", () => {
    const sameDay: CaseStory = {
      id: caseId("same-day"),
      released: "2026-03-09",
      events: [
        ["Opened", "2026-03-09"],
        ["ReporterWrote", "2026-03-10"],
        ["Acknowledged", "2026-03-10"],
      ],
    };
    expect(dutyFor(sameDay).reporterWaits).toBe(true);
    const read: Heard = new Map([[sameDay.id, { sequence: 3, reporterWaits: false }]]);
    expect(dutyFor(sameDay, read).reporterWaits).toBe(false);
    const readEarlier: Heard = new Map([[sameDay.id, { sequence: 2, reporterWaits: false }]]);
    expect(dutyFor(sameDay, readEarlier).reporterWaits).toBe(true);
  });

  test("counts an answered case as to be answered again once its reporter has written", () => {
    const answered = {
      id: caseId("answered"),
      released: "2026-03-02",
      events: [
        ["Opened", "2026-03-02"],
        ["Acknowledged", "2026-03-03"],
        ["MessageSent", "2026-03-04"],
      ],
    } as const satisfies CaseStory;
    expect(dutyFor(answered).step).toBe("answered");
    const again: CaseStory = { ...answered, events: [...answered.events, ["ReporterWrote", "2026-03-05"]] };
    expect(dutyFor(again).step).toBe("to-answer");
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

describe("filters and pages", () => {
  test("every case stands in exactly one filter, and each shows as many as it says", () => {
    fc.assert(
      fc.property(someDuties, (duties) => {
        const counts = countDuties(duties);
        for (const filter of filters) expect(filterDuties(duties, filter)).toHaveLength(counts[filter]);
        const [all, ...parts] = filters.map((filter) => counts[filter]);
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all);
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

  test("ten thousand cases are sorted and filtered while nobody notices", () => {
    const duties = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0 ? dutyFor({ ...stories.late, id: caseId(`c${index}`) }) : dutyFor(stories.sealed),
    );
    const start = performance.now();
    const sorted = sortDuties(duties);
    pageOf(filterDuties(sorted, "to-open"), 3);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
