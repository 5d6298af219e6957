import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LedgerView, Workload } from "../../src/client/officer/ledger/ledger.protocol.ts";
import { noFilters } from "../../src/client/officer/filters.ts";
import { initialState } from "../../src/client/officer/reducer.ts";
import type { State } from "../../src/client/officer/state.ts";
import {
  assigneeOf,
  assigneeOptions,
  assigneeValue,
} from "../../src/client/officer/triage/assignee-choice.ts";
import { goneOfficers, namedOfficers } from "../../src/client/officer/triage/gone-officers.ts";
import { workloadRows } from "../../src/client/officer/triage/workload-rows.ts";
import type { ViewAssignee } from "../../src/crypto/desk-book.schema.ts";
import { loadWords } from "../../src/i18n/officer/words.load.ts";
import { sessionOf } from "../support/officer-cases.ts";
import type { CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import { deskWith, settled } from "../support/triage-desk.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the colleagues to whom cases are given", () => {
  const here = { kind: "colleagues", colleagues: [binh] } as const;

  test("that could not be had are said to be missing, asked for again by whoever opens a form, and then left alone", async () => {
    let asked = 0;
    const desk = deskWith([], { colleagues: async () => (++asked === 1 ? { kind: "fault" } : here) });
    expect(desk.triage().roster).toBe("asked");
    await desk.conductor.askColleagues();
    expect(desk.triage()).toMatchObject({ roster: "failed", colleagues: [] });
    desk.pages.askColleagues();
    expect(desk.triage().roster).toBe("asked");
    desk.pages.askColleagues();
    await settled();
    expect(desk.triage()).toMatchObject({ roster: "here", colleagues: [binh] });
    desk.pages.askColleagues();
    await settled();
    expect(asked).toBe(2);
  });

  test("stay when asking once more fails, and are others' in another committee", async () => {
    let isUp = true;
    const desk = deskWith([], { colleagues: async () => (isUp ? here : { kind: "fault" }) });
    await desk.conductor.askColleagues();
    isUp = false;
    await desk.conductor.askColleagues();
    expect(desk.triage()).toMatchObject({ roster: "here", colleagues: [binh] });
    desk.dispatch({ type: "committee-chosen", committee: "khac" as CommitteeId });
    expect(desk.triage()).toMatchObject({ roster: "asked", colleagues: [] });
    await desk.conductor.askColleagues();
    expect(desk.triage().roster).toBe("failed");
  });
});

const words = await loadWords("vi");
const officer = (id: string) => id as OfficerId;
const binh = { officer: officer("binh"), title: "Cán bộ nội chính" };
const me = sessionOf("officer").officer;
const self = { officer: me.id, title: me.title };

/** A desk whose roster names self and Bình, and whose list is given to these. */
function deskOver(work: readonly Workload[], assignee: ViewAssignee | null = null): State {
  const { triage, list, question } = initialState;
  return {
    ...initialState,
    session: sessionOf("officer"),
    question: { ...question, filters: { ...noFilters, assignee } },
    list: { ...list, view: { tally: { work } } as unknown as LedgerView },
    triage: { ...triage, roster: "here", colleagues: [self, binh] },
  };
}

const load = (id: string | null, open: number, overdue = 0): Workload => ({
  officer: id === null ? null : officer(id),
  open,
  overdue,
});

describe("somebody who has left", () => {
  const gone = words.say("view.gone");

  test("is still one of those whose cases are looked for and handed over", () => {
    const state = deskOver([load("di", 2), load("binh", 1), load(null, 3), load(me.id, 1)]);
    expect(namedOfficers(state, words)).toEqual([self, binh, { officer: "di", title: gone }]);
    expect(assigneeOptions(state, words).map(({ label }) => label)).toEqual([
      words.say("view.any"),
      words.say("view.assignee.me"),
      words.say("view.assignee.nobody"),
      binh.title,
      gone,
    ]);
    const option = assigneeOptions(state, words).at(-1)?.value ?? "";
    expect(assigneeOf(state, option)).toEqual({ who: "officer", officer: "di" });
  });

  test("has a number where there are several, the same in whatever order the list counts them", () => {
    const titles = (...ids: readonly string[]) =>
      namedOfficers(deskOver(ids.map((id) => load(id, 1))), words)
        .slice(2)
        .map(({ officer: id, title }) => `${id}: ${title}`);
    const both = ["di: Cán bộ không còn trong danh sách (1)", "xa: Cán bộ không còn trong danh sách (2)"];
    expect(titles("di", "xa")).toEqual(both);
    expect(titles("xa", "di")).toEqual(both);
  });

  test("stays chosen under a saved view, also when nothing of theirs is open any more", () => {
    const state = deskOver([], { who: "officer", officer: officer("di") });
    const chosen = assigneeValue(state.question.filters.assignee);
    expect(assigneeOptions(state, words).find(({ value }) => value === chosen)?.label).toBe(gone);
  });

  test("is not said of anybody while it is not known who is there: but a filter that is on is shown", () => {
    const known = deskOver([load("binh", 2)], { who: "officer", officer: officer("binh") });
    const state: State = { ...known, triage: { ...known.triage, roster: "failed", colleagues: [] } };
    expect(goneOfficers(state)).toEqual([]);
    const chosen = assigneeValue(state.question.filters.assignee);
    const shown = assigneeOptions(state, words).find(({ value }) => value === chosen)?.label;
    expect(shown).toBe(words.say("view.assignee.unnamed"));
    expect(assigneeOf(state, chosen)).toEqual({ who: "officer", officer: "binh" });
  });
});

describe("who has how much to do", () => {
  test("is told with the latest first, those who left too, and at the end what nobody has", () => {
    const state = deskOver([load(null, 9, 4), load("binh", 5, 1), load("di", 2, 2)]);
    expect(workloadRows(state, words)).toEqual([
      { officer: "di", title: words.say("view.gone"), open: 2, overdue: 2 },
      { ...binh, open: 5, overdue: 1 },
      { ...self, open: 0, overdue: 0 },
      { officer: null, title: words.say("view.assignee.nobody"), open: 9, overdue: 4 },
    ]);
  });
});
