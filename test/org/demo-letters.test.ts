import { describe, expect, test } from "vitest";
import { commandOfOrder } from "../../src/client/desk/order-content.ts";
import { wordsOf } from "../../src/client/desk/order-content.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import type { Actor, CaseCommand } from "../../src/domain/case/case.commands.ts";
import { decide } from "../../src/domain/case/case.decide.ts";
import { releasedCase } from "../../src/domain/case/case.evolve.ts";
import {
  evolveSealed,
  findSealedFault,
  type SealedState,
  unread,
} from "../../src/domain/case/case.sealed.ts";
import { advance } from "../../src/domain/case/case.tick.ts";
import { caseFlags, type CaseState, caseStatuses } from "../../src/domain/case/case.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import type { CaseId, KeyId, UnitId } from "../../src/domain/ids.ts";
import { catalogueVersion, isTopic, listTopics, topics } from "../../src/domain/manifestations.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { everydayLetters, tellingLetters } from "../../src/org/demo/letters.ts";
import type { DemoAct, DemoLetter } from "../../src/org/demo/life.ts";
import { defaultPolicy, listCalendarYears } from "../../src/org/law-data.ts";
import { demoOrganisation } from "../support/demo-organisation.ts";
import { day } from "../support/law.ts";

const letters = [...tellingLetters, ...everydayLetters()];
const law = { policy: defaultPolicy, calendar: createCalendar(listCalendarYears(2025, 2029)) };
/** Every third day over two years: Tết, swaps and long weekends fall everywhere in the letters' lives. */
const firstStarts = Array.from({ length: 240 }, (_, index) => addDays(day("2026-03-02"), index * 3));
const tree = createOrgTree(demoOrganisation, day("2026-03-02"));

type Lived = { readonly state: CaseState; readonly sealed: SealedState };

function releaseOf(letter: DemoLetter, on: PlainDate): CaseState {
  const { about } = letter;
  const route = findRoute(tree, {
    unit: letter.unit as UnitId | null,
    about,
    excluded: [],
    levelAbove: false,
  });
  if (route.kind !== "routed") throw new Error("nobody may receive it");
  return releasedCase(on, route.receiver, route.fallback);
}

function orderOf({ order }: DemoAct & { readonly order: unknown }): Order {
  const circumstances = { caseOf: () => "c" as CaseId, statementAt: () => 1 };
  return typeof order === "function" ? (order(circumstances) as Order) : (order as Order);
}

function commandOf(act: DemoAct, letter: DemoLetter, start: PlainDate): [Actor, CaseCommand] {
  if (act.by === "reporter")
    return ["reporter", { type: act.deed.kind === "review" ? "ask-review" : "reporter-message" }];
  const order = orderOf(act);
  if (order.command !== "make-formal") return [act.by, commandOfOrder(order, `k${act.daysAgo}` as KeyId)];
  const word = letter.life.find((each) => each.by === "reporter" && each.deed.kind === "make-formal");
  if (word?.by !== "reporter" || word.deed.kind !== "make-formal") throw new Error("no signed word");
  const since = addDays(start, -word.daysAgo);
  return ["reporter", { type: "make-formal", kind: word.deed.procedure, since }];
}

/** A letter's whole life, decided act by act on the days on which the demonstration does them. */
function live(letter: DemoLetter, start: PlainDate): Lived {
  let state = releaseOf(letter, addDays(start, -letter.daysAgo));
  let sealed = unread;
  for (const act of letter.life) {
    const [actor, command] = commandOf(act, letter, start);
    const decision = decide(command, state, { today: addDays(start, -act.daysAgo), actor, law });
    if (decision.kind === "refused")
      throw new Error(
        `${letter.name} on ${start}: ${command.type} ${act.daysAgo} days ago: ${decision.reason}`,
      );
    state = decision.after;
    const order = act.by === "reporter" ? undefined : orderOf(act);
    const fact = order === undefined || order.command === "make-formal" ? null : wordsOf(order)?.fact;
    if (fact == null) continue;
    const fault = findSealedFault(fact, sealed);
    if (fault !== null) throw new Error(`${letter.name}: ${fault}`);
    sealed = evolveSealed(sealed, fact);
  }
  return { state: advance(state, start, law).state, sealed };
}

test("on whatever day the demonstration is first started, everything in it is lawful", () => {
  for (const start of firstStarts) for (const letter of letters) live(letter, start);
});

describe("the demonstration shows, on whatever day it is started,", () => {
  const found = firstStarts.map((start) => letters.map((letter) => ({ letter, ...live(letter, start) })));
  const named = (name: string) =>
    found.map((all) => all.find(({ letter }) => letter.name === name)).flatMap((each) => each?.state ?? []);

  test.each(caseStatuses)("a case that is %s", (status) => {
    expect(found.every((all) => all.some(({ state }) => state.status === status))).toBe(true);
  });

  test.each(caseFlags)("a case with the flag %s", (flag) => {
    expect(found.every((all) => all.some(({ state }) => state.flags[flag]))).toBe(true);
  });

  test.each<[string, (state: CaseState) => boolean]>([
    ["new", ({ status }) => status === "sent"],
    ["asked", ({ flags }) => flags["clock-paused"] && !flags.overdue],
    ["answered", ({ flags }) => !flags["clock-paused"] && flags["reporter-wrote"]],
    ["extended", ({ flags }) => flags.extended && !flags.overdue],
    ["transferred", ({ status, committee }) => status === "transferred" && committee === "giong-rieng-ubkt"],
    ["received", ({ status, committee }) => status === "acknowledged" && committee === "giong-rieng-ubkt"],
    ["made-formal", ({ kind, flags }) => kind === "formal-party" && flags.formal],
    ["recused", ({ flags, committee }) => flags.recused && committee === "giong-rieng-btv"],
    ["true", ({ status }) => status === "concluded"],
    ["review-asked", ({ reviewAskedOn }) => reviewAskedOn !== null],
    ["overdue", ({ flags }) => flags.overdue && !flags.escalated && !flags["explanation-demanded"]],
    ["never-opened", ({ flags, status }) => flags.overdue && status === "sent" && !flags.escalated],
    ["demanded", ({ flags }) => flags["explanation-demanded"] && !flags.escalated],
    ["explained", ({ flags }) => flags.overdue && !flags["explanation-demanded"] && !flags.escalated],
    ["escalated", ({ flags, superiorOpenedOn }) => flags.escalated && superiorOpenedOn === null],
    [
      "opened-by-superior",
      ({ superiorOpenedOn, takenOverOn }) => superiorOpenedOn !== null && takenOverOn === null,
    ],
    ["taken-over", ({ committee, status }) => committee === "giong-rieng-btv" && status === "classified"],
  ])("the letter “%s” as it is meant", (name, isMeant) => {
    const states = named(name);
    expect(states.length).toBe(firstStarts.length);
    expect(firstStarts.filter((_, index) => !isMeant(states[index] as CaseState))).toEqual([]);
  });
});

test("every order of an officer and every deed of a sender stands in it", () => {
  const orders = letters
    .flatMap(({ life }) => life)
    .flatMap((act) => (act.by === "reporter" ? [] : [orderOf(act).command]));
  const deeds = letters
    .flatMap(({ life }) => life)
    .flatMap((act) => (act.by === "reporter" ? [act.deed.kind] : []));
  expect(new Set(orders).size).toBe(20);
  expect(new Set(deeds)).toEqual(
    new Set(["message", "review", "withdraw", "rate", "seal-anew", "make-formal"]),
  );
});

test("no letter is older than the keys it is sealed to", () => {
  expect(Math.max(...letters.map(({ daysAgo }) => daysAgo))).toBeLessThan(60);
});

test("every act comes after the one before it", () => {
  for (const { daysAgo, life } of letters) {
    const days = [daysAgo, ...life.map((act) => act.daysAgo)];
    expect(days).toEqual([...days].sort((a, b) => b - a));
  }
});

test("the letters of the demonstration answer what the form asks, as people do: all of it, some, or nothing", () => {
  const asked: readonly string[] = [...listTopics(false), "other"];
  for (const { category, name } of letters) {
    if (category === undefined) continue;
    expect(category.catalogue).toBe(catalogueVersion);
    expect(asked, name).toContain(category.topic);
    if (category.code !== null && isTopic(category.topic))
      expect(topics[category.topic], name).toContain(category.code);
  }
  const answers = letters.map(({ category, facts = {} }) => ({ category, count: Object.keys(facts).length }));
  expect(answers.some(({ category, count }) => category === undefined && count === 0)).toBe(true);
  expect(answers.some(({ category, count }) => category !== undefined && count > 0 && count < 4)).toBe(true);
  expect(answers.some(({ category, count }) => category !== undefined && count === 4)).toBe(true);
  expect(answers.some(({ category }) => category?.topic === "other")).toBe(true);
  expect(answers.some(({ category }) => category?.code === null && category.topic !== "other")).toBe(true);
  const codes = new Set(answers.flatMap(({ category }) => category?.code ?? []));
  expect(codes.size).toBeGreaterThanOrEqual(8);
});
