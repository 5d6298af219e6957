import { expect, test } from "vitest";
import type { LateListed } from "../../src/client/desk/late-list.ts";
import { type Ask, createListConductor } from "../../src/client/officer/conductor.list.ts";
import type { Office } from "../../src/client/officer/office.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { caseId, type CaseStory, committee, fileOf, sessionOf, today } from "../support/officer-cases.ts";

// What a desk follows by itself: the list, the case that is open beside it, the day.

const id = caseId("case");
const story: CaseStory = { id, released: "2026-03-09", events: [["Opened", "2026-03-10"]] };
const file = fileOf(story);
const mark = { revision: 1, until: today, arrived: 0 };
const line: LateListed = {
  case: id,
  committee,
  releasedOn: today,
  outerEscalationOn: today,
  flags: ["overdue"],
  clocks: [],
  mayRead: false,
  because: "late",
  damaged: false,
};
const lateOf = (...cases: readonly LateListed[]) => ({ kind: "late" as const, today, cases, overseen: [] });
const base: State = {
  ...initialState,
  session: sessionOf("officer"),
  committee,
  open: { id, file, step: "ready", failure: null, writing: null, readers: null },
};

function following(start: Partial<State>, answers: Partial<Office>) {
  let state: State = { ...base, ...start };
  const asked: string[] = [];
  const told = new Proxy({} as Office, {
    get: (_office, name: keyof Office) =>
      name === "ledger"
        ? { ask: async () => Promise.resolve(undefined) }
        : async (...given: readonly unknown[]) => {
            asked.push(name);
            return await (answers[name] as ((...given: readonly unknown[]) => unknown) | undefined)?.(
              ...given,
            );
          },
  });
  const ask: Ask = async (question) => await question(told);
  const dispatch = (event: Event) => {
    state = reduce(state, event);
  };
  return { list: createListConductor({ get: () => state, dispatch }, ask), asked, get: () => state };
}

test("the superior's list of what is late is followed, and the open case with it, once", async () => {
  let now = lateOf(line);
  const { list, asked, get } = following(
    { view: "late", late: { listing: now, loading: false, failure: null } },
    { late: async () => now, renew: async () => ({ kind: "file" as const, file }) },
  );
  await list.lookForChanges();
  expect(asked).toEqual(["late"]);
  now = lateOf({ ...line, flags: ["overdue", "explanation-demanded"] });
  await list.lookForChanges();
  expect(asked.slice(1, 3)).toEqual(["late", "renew"]);
  expect(get().late.listing).toBe(now);
  const before = asked.length;
  await list.lookForChanges();
  expect(asked.slice(before)).toEqual(["late"]);
});

test("a look that cannot be had leaves the list on the screen, and says nothing of it", async () => {
  const listing = lateOf(line);
  const { list, get } = following(
    { view: "late", late: { listing, loading: false, failure: null } },
    { late: async () => ({ kind: "unreachable" as const }) },
  );
  await list.lookForChanges();
  expect(get().late).toEqual({ listing, loading: false, failure: null });
});

test("a new day is the open case's too, although nobody has gone on with it", async () => {
  const tomorrow = addDays(today, 1);
  const there = { ...base.list, today, mark, loading: false };
  const { list, asked } = following(
    { list: there },
    {
      changes: async () => ({ kind: "changes" as const, today: tomorrow, mark, changed: [], gone: [] }),
      urgent: async () => ({ kind: "list" as const, today: tomorrow, mark: null }),
      list: async () => ({ kind: "list" as const, today: tomorrow, mark }),
      renew: async () => ({ kind: "file" as const, file: fileOf(story, {}, tomorrow) }),
      words: async () => ({ kind: "all" as const }),
    },
  );
  await list.lookForChanges();
  expect(asked).toContain("renew");
});
