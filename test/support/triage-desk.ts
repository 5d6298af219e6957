import { vi } from "vitest";
import type { CaseAnswer } from "../../src/client/desk/act.ts";
import { changeBook } from "../../src/client/desk/book-changes.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import type { OwnBook } from "../../src/client/desk/own-book.ts";
import { noFilters } from "../../src/client/officer/filters.ts";
import { ledgerHere } from "../../src/client/officer/ledger/ledger-answers.ts";
import { createBook } from "../../src/client/officer/ledger/ledger-book.ts";
import type { Office } from "../../src/client/officer/office.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import type { BatchOrder } from "../../src/client/officer/triage/batch.ts";
import { createTriageConductor } from "../../src/client/officer/triage/triage-conductor.ts";
import type { SavedView } from "../../src/crypto/desk-book.schema.ts";
import { emptyBook } from "../../src/crypto/desk-book.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { calendar, policy } from "./law.ts";
import { caseId, type CaseStory, committee, fileOf, listedOf, sessionOf, today } from "./officer-cases.ts";

// An officer's desk with many cases, as its conductor sees it: the reducer and the ledger are the real ones, the office answers as told.

const nowhere = { units: [], committees: [], positions: [], persons: [] } as never;
export const [first, second, third] = [caseId("mot"), caseId("hai"), caseId("ba")];
export const opened = (id: CaseId): CaseStory => ({
  id,
  released: "2026-03-09",
  events: [["Opened", "2026-03-10"]],
});
export const acted = (id: CaseId): CaseStory => ({
  ...opened(id),
  events: [
    ["Opened", "2026-03-10"],
    ["Acknowledged", "2026-03-10"],
  ],
});
export const sealed = (id: CaseId): CaseStory => ({ id, released: "2026-03-09" });
export const fileAnswer = (story: CaseStory): CaseAnswer => ({ kind: "file", file: fileOf(story) });
export const remark: BatchOrder = { kind: "remark", text: "Cùng một ghi chú." };

export const view = (name: string): SavedView => ({
  name,
  filters: { ...noFilters, step: "to-sort" },
  sort: "newest",
});

/** A wait for whatever is under way in memory. */
export async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

type Given = Partial<Pick<Office, "view" | "read" | "carryOut" | "colleagues">> & {
  readonly book?: Pick<OwnBook, "read" | "save">;
};

/** A desk with some cases in its list, whose office answers as told. */
export function deskWith(stories: readonly CaseStory[], given: Given = {}) {
  const acts: CaseId[] = [];
  const ledger = ledgerHere(
    createBook({ law: { policy, calendar }, calendar, tree: createOrgTree(nowhere, today) }),
  );
  const story = (id: CaseId) => stories.find((each) => each.id === id) ?? sealed(id);
  const carryOut: Office["carryOut"] = given.carryOut ?? (async (file) => fileAnswer(acted(file.row.case)));
  const office = {
    ledger,
    view: given.view ?? (async (id) => fileAnswer(story(id))),
    read: given.read ?? (async (file) => fileAnswer(story(file.row.case))),
    carryOut: async (file: CaseFile, order: never) => {
      acts.push(file.row.case);
      return await carryOut(file, order);
    },
    colleagues: given.colleagues ?? (async () => ({ kind: "colleagues", colleagues: [] })),
    book: given.book ?? {
      read: async () => ({ kind: "book", book: emptyBook, doubt: null }),
      save: async (changes) => ({ kind: "book", book: changes.reduce(changeBook, emptyBook), doubt: null }),
    },
  } satisfies Partial<Office> as unknown as Office;
  let state: State = { ...initialState, session: sessionOf("officer"), committee };
  const dispatch = (event: Event) => {
    state = reduce(state, event);
  };
  let isIn = true;
  const settledLines: CaseId[] = [];
  const conductor = createTriageConductor(
    { get: () => state, dispatch },
    {
      ask: async (question) => {
        if (!isIn) return undefined;
        const answer = await question(office);
        return isIn ? answer : undefined;
      },
      look: async () => await Promise.resolve(),
      settleLine: async (id) => {
        settledLines.push(id);
        await Promise.resolve();
      },
      mayRead: ({ row }) => row.status !== "sent",
    },
  );
  return {
    acts,
    settledLines,
    dispatch,
    conductor,
    pages: conductor.pages,
    get: () => state,
    triage: () => state.triage,
    leave: () => {
      isIn = false;
    },
    list: async () => {
      await ledger.ask("begin", { committee });
      const mark = { revision: 1, until: today, arrived: 0 };
      const answer = { today, mark, cases: stories.map((each) => listedOf(each).line), next: null };
      const bytes = new TextEncoder().encode(JSON.stringify(answer)).buffer;
      await ledger.ask("feed", { committee, feed: "cases", isFirst: true, bytes });
    },
  };
}

export type TriedDesk = ReturnType<typeof deskWith>;

/** Selects cases and does the same to all of them. */
export async function run({ dispatch, pages, list }: TriedDesk, cases: readonly CaseId[], order = remark) {
  await list();
  dispatch({ type: "cases-selected", cases });
  pages.beginBatch(order);
  await settled();
}

export const results = ({ triage }: TriedDesk) =>
  triage().batch?.outcomes.map(({ case: id, result }) => [id, result.kind]);

/** An answer that comes when it is told to. */
export function later() {
  let come: (answer: CaseAnswer) => void = () => {};
  const answer = new Promise<CaseAnswer>((resolve) => {
    come = resolve;
  });
  return { answer, come };
}
