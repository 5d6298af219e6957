import { describe, expect, test } from "vitest";
import { type ClockState, createClocks } from "../../src/domain/clocks.ts";
import { dueOn } from "../../src/domain/due-date.ts";
import { accusedRoles } from "../../src/domain/conflict.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import {
  findRoute,
  type PassedOverAs,
  type PassedOverBecause,
  type RouteStep,
} from "../../src/domain/routing.ts";
import { languages } from "../../src/i18n/language.ts";
import { listDueRemarks, sayClockState, sayDue, sayRouteStep } from "../../src/i18n/law.ts";
import { loadLaw } from "../../src/i18n/law.load.ts";
import { demoOrganisation } from "../support/demo-organisation.ts";
import { calendar, day, policy } from "../support/law.ts";

const vietnamese = await loadLaw("vi");
const all = await Promise.all(languages.map(loadLaw));
const tree = createOrgTree(demoOrganisation, day("2026-03-02"));
const [unit] = demoOrganisation.units;
const [committee] = demoOrganisation.committees;
if (unit === undefined || committee === undefined) throw new Error("no organisation");

describe("the arithmetic of a limit", () => {
  test("reads as an official would explain it", () => {
    expect(sayDue(vietnamese, dueOn(day("2026-02-13"), 7, "working-day", calendar))).toBe(
      "Nhận thứ Sáu 13/02/2026; 07 ngày làm việc, không tính ngày nhận, ngày nghỉ cuối tuần và nghỉ Tết Bính Ngọ 16–20/02 → hết ngày thứ Ba 03/03/2026",
    );
  });

  test("tells a holiday of two days under two names as one", () => {
    const sentence = sayDue(vietnamese, dueOn(day("2026-08-20"), 10, "working-day", calendar));
    expect(sentence).toContain("ngày nghỉ hoán đổi 31/08 và nghỉ Quốc khánh 01–02/09");
  });

  test("says that a worked Saturday counts, and that a day off at the end moves it", () => {
    const worked = dueOn(day("2026-08-20"), 10, "working-day", calendar);
    expect(listDueRemarks(vietnamese, worked).join()).toContain("thứ Bảy 22/08/2026");
    const rolled = dueOn(day("2026-04-22"), 8, "calendar-day", calendar);
    expect(rolled.explanation.rolledFrom).not.toBeNull();
    expect(listDueRemarks(vietnamese, rolled).join()).toContain("ngày làm việc tiếp theo");
  });

  test("says when it depends on a year whose calendar has not been announced", () => {
    const far = dueOn(day("2026-12-20"), 20, "working-day", calendar);
    expect(far.provisional).toBe(true);
    for (const law of all) expect(listDueRemarks(law, far)).toContain(law.say("due.provisional"));
  });

  test("leaves no place open in any language, whatever starts it", () => {
    const clocks = createClocks(policy, calendar, day("2026-02-13"));
    const dues = [clocks.acknowledge.due, clocks.result.hardDue, clocks.outerEscalation];
    for (const law of all)
      for (const due of dues) {
        expect(sayDue(law, due)).not.toMatch(/[{}]/);
        expect(sayDue(law, due, "hard-limit-passed")).not.toMatch(/[{}]/);
      }
  });
});

describe("a route in words", () => {
  const because = [
    "collective",
    "headed-by-accused",
    "role-unknown",
    "person-among-its-people",
    "managed-above",
    "excluded",
    "no-mailbox",
    "level-above",
  ] as const satisfies readonly PassedOverBecause[];
  const as = ["receiver", "fallback"] as const satisfies readonly PassedOverAs[];
  const id = committee.id;
  const steps: readonly RouteStep[] = [
    { kind: "unit-unknown" },
    { kind: "succeeded", unit: unit.id, by: unit.id },
    { kind: "started", committee: id },
    ...as.flatMap((as) =>
      because.map((because) => ({ kind: "passed-over", committee: id, as, because }) as const),
    ),
    ...as.map((as) => ({ kind: "last-resort", committee: id, as }) as const),
    { kind: "received", committee: id },
    { kind: "fallback-chosen", committee: id },
    { kind: "no-fallback" },
    { kind: "nobody" },
  ];

  test("has a sentence of its own for every step, in every language", () => {
    for (const law of all) {
      const sentences = steps.map((step) => sayRouteStep(law, tree, step));
      expect(new Set(sentences).size).toBe(steps.length);
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });

  test("says of whoever is passed over that they neither receive it nor can read it", () => {
    const step = {
      kind: "passed-over",
      committee: id,
      as: "receiver",
      because: "headed-by-accused",
    } as const;
    expect(sayRouteStep(vietnamese, tree, step)).toContain("không nhận và không đọc được");
  });

  test("can be told for every role in every unit of the illustration", () => {
    for (const { id } of demoOrganisation.units)
      for (const about of accusedRoles) {
        const route = findRoute(tree, { unit: id, about, excluded: [], levelAbove: false });
        for (const step of route.steps) expect(sayRouteStep(vietnamese, tree, step)).not.toMatch(/[{}]/);
      }
  });
});

test("every state of a clock has a sentence of its own in every language", () => {
  const within = ["original", "extended"] as const;
  const phases = ["late", "past-hard-limit", "escalated"] as const;
  const states: readonly ClockState[] = [
    ...within.flatMap((within): ClockState[] => [
      { kind: "running", within, daysLeft: 9 },
      { kind: "near", within, daysLeft: 1 },
      { kind: "near", within, daysLeft: 0 },
      { kind: "kept", within },
    ]),
    ...phases.flatMap((phase): ClockState[] => [
      { kind: "overdue", phase, daysLate: 3 },
      { kind: "missed", phase, daysLate: 3 },
    ]),
  ];
  for (const law of all) {
    const sentences = states.map((state) => sayClockState(law, state));
    expect(new Set(sentences).size).toBe(states.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/);
  }
});
