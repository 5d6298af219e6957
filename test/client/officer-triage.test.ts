import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isActing } from "../../src/client/officer/acting.ts";
import { hasUnfinished, readKeptDesk, writeKeptDesk } from "../../src/client/officer/kept-desk.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import { interrupted, noWords } from "../../src/client/officer/triage/batch.ts";
import { emptyBook, isReadUpTo, readPlaceOf } from "../../src/crypto/desk-book.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { type CaseStory, fileOf, sessionOf } from "../support/officer-cases.ts";
import {
  acted,
  deskWith,
  fileAnswer,
  first,
  later,
  opened,
  remark,
  results,
  run,
  sealed,
  second,
  settled,
  third,
  type TriedDesk,
} from "../support/triage-desk.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("what is selected", () => {
  test("grows line by line and page by page, shrinks line by line, and is forgotten in another committee", () => {
    const { dispatch, triage } = deskWith([]);
    dispatch({ type: "case-selected", case: first, on: true });
    dispatch({ type: "cases-selected", cases: [second, third] });
    dispatch({ type: "case-selected", case: second, on: false });
    expect([...triage().selected]).toEqual([first, third]);
    dispatch({ type: "book-answered", book: { ...emptyBook, read: new Map([[1, 2]]) }, doubt: null });
    dispatch({ type: "committee-chosen", committee: "khac" as CommitteeId });
    expect(triage()).toMatchObject({ selected: new Set(), batch: null, isBookHere: true });
    expect(triage().book.read.size).toBe(1);
  });

  test("leaves the screen with the lock", () => {
    const { dispatch, triage } = deskWith([]);
    dispatch({ type: "cases-selected", cases: [first] });
    dispatch({ type: "left", reason: "locked", kept: false });
    expect(triage()).toMatchObject({ selected: new Set(), isBookHere: false, book: emptyBook });
  });
});

describe("a run that a lock breaks off", () => {
  const batch = {
    order: { kind: "remark", text: "Xem lại." },
    cases: [first, second, third],
    outcomes: [{ case: first, listed: null, result: { kind: "done" } }],
    step: "running",
  } as const;
  const running = (): State =>
    (
      [
        { type: "signed-in", session: sessionOf("officer"), kept: null },
        { type: "cases-selected", cases: [second, third] },
        { type: "batch-begun", batch },
        { type: "batch-text-set", kind: "remark", text: "Chưa viết xong." },
      ] satisfies readonly Event[]
    ).reduce<State>(reduce, initialState);

  test("is reported to its officer afterwards: what went, what nobody knows, what was not begun", () => {
    const state = running();
    expect(hasUnfinished(state)).toBe(true);
    const kept = readKeptDesk(writeKeptDesk(state, []));
    const locked = reduce(state, { type: "left", reason: "idle", kept: true });
    expect(locked.triage).toMatchObject({ batch: null, batchText: noWords });
    const back = reduce(locked, { type: "signed-in", session: sessionOf("officer"), kept });
    expect(back.triage.batch).toEqual({
      ...batch,
      step: "ended",
      outcomes: [...batch.outcomes, { case: second, listed: null, result: { kind: "unknown" } }],
    });
    expect([...back.triage.selected]).toEqual([second, third]);
    expect(back.triage.batchText.remark).toBe("Chưa viết xong.");
  });

  test("leaves its words where they were written: they go on with what was not done", () => {
    const begun = (
      [
        { type: "signed-in", session: sessionOf("officer"), kept: null },
        { type: "cases-selected", cases: [first, second, third] },
        { type: "batch-text-set", kind: "remark", text: "Xem lại." },
        { type: "batch-begun", batch },
      ] satisfies readonly Event[]
    ).reduce<State>(reduce, initialState);
    expect(hasUnfinished(begun)).toBe(true);
    expect(readKeptDesk(writeKeptDesk(begun, [])).batchText.remark).toBe("Xem lại.");
    const done = [second, third].map((id): Event => ({
      type: "batch-went-on",
      outcome: { case: id, listed: null, result: { kind: "done" } },
    }));
    const over = [...done, ...([{ type: "batch-stopping" }] satisfies readonly Event[])].reduce(
      reduce,
      begun,
    );
    expect(readKeptDesk(writeKeptDesk(over, [])).batchText).toEqual(noWords);
  });

  test("and over its end: it stays as it was", () => {
    const over = { ...batch, cases: [first], step: "ended" as const };
    expect(interrupted(over)).toEqual(over);
    expect(interrupted({ ...over, step: "stopping" })).toEqual(over);
  });

  test("holds its officer in the committee: what is under way is of this one", () => {
    expect(isActing(running())).toBe(true);
    expect(isActing(reduce(running(), { type: "batch-ended" }))).toBe(false);
  });
});

describe("a run over many cases", () => {
  const three = [opened(first), opened(second), opened(third)];

  test("does one after the other, names each, and says at its end that all went", async () => {
    const desk = deskWith(three);
    await run(desk, [first, second, third]);
    expect(desk.acts).toEqual([first, second, third]);
    expect(desk.settledLines).toEqual([first, second, third]);
    expect(desk.triage()).toMatchObject({
      selected: new Set(),
      batch: {
        step: "ended",
        cases: three.map(({ id }) => id),
        outcomes: [{ listed: { line: { case: first } } }, {}, {}],
      },
    });
  });

  test.each([
    ["somebody else was first", { kind: "conflict", file: fileOf(acted(second)) }, { kind: "other" }],
    [
      "the law refuses",
      { kind: "obstacle", obstacle: { by: "law", reason: "already-verifying" } },
      { kind: "obstacle", obstacle: { by: "law", reason: "already-verifying" } },
    ],
    ["nothing was heard of it", { kind: "unreachable" }, { kind: "unknown" }],
    ["the answer broke off", { kind: "unreadable" }, { kind: "unknown" }],
    ["something broke on this side", null, { kind: "unknown" }],
    [
      "the server refuses",
      { kind: "refused", code: "directory-changed" },
      { kind: "failed", keys: ["notice.directory-changed"] },
    ],
    [
      "the case is gone",
      { kind: "refused", code: "not-found" },
      { kind: "failed", keys: ["notice.not-found"] },
    ],
  ] as const)(
    "goes on after a case where %s, reports it, and leaves it selected",
    async (_, answer, result) => {
      const desk = deskWith(three, {
        carryOut: async ({ row }) => {
          if (row.case !== second) return fileAnswer(acted(row.case));
          if (answer === null) throw new Error("does not seal");
          return answer;
        },
      });
      await run(desk, [first, second, third]);
      expect(desk.triage().batch?.outcomes.map((each) => each.result)).toEqual([
        { kind: "done" },
        result,
        { kind: "done" },
      ]);
      expect([...desk.triage().selected]).toEqual([second]);
    },
  );

  test("does nothing to a letter that nobody has opened, and says why", async () => {
    const desk = deskWith([sealed(first), opened(second)]);
    await run(desk, [first, second]);
    expect(desk.acts).toEqual([second]);
    expect(desk.triage().batch?.outcomes[0]?.result).toEqual({
      kind: "obstacle",
      obstacle: { by: "reader", reason: "not-read" },
    });
  });

  test("acts on nothing that it could not see or read: of that it is known that nothing was sent", async () => {
    const desk = deskWith(three, {
      view: async (id) => (id === first ? { kind: "unreachable" } : fileAnswer(opened(id))),
      read: async ({ row }) =>
        row.case === second ? { kind: "busy", retryAfterSeconds: 1 } : fileAnswer(opened(third)),
    });
    await run(desk, [first, second, third]);
    expect(desk.acts).toEqual([third]);
    expect(desk.triage().batch?.outcomes.map((each) => each.result)).toEqual([
      { kind: "unread" },
      { kind: "failed", keys: ["notice.busy"] },
      { kind: "done" },
    ]);
  });

  test.each([
    ["the connection is lost", { kind: "unreachable" }],
    ["the answer breaks off", { kind: "unreadable" }],
    ["the keys cannot be had", { kind: "fault", fault: "unreachable" }],
  ] as const)("where %s before anything is sent, promises no way to send again", async (_, answer) => {
    const desk = deskWith(three, { read: async () => answer });
    await run(desk, [first]);
    expect(desk.acts).toEqual([]);
    expect(desk.triage().batch?.outcomes[0]?.result).toEqual({ kind: "unread" });
  });

  test("keeps its words for the cases that are left: only what went to all of them is put away", async () => {
    const text = "a".repeat(1500);
    let isUp = false;
    const desk = deskWith(three, {
      view: async (id) => (id === first || isUp ? fileAnswer(opened(id)) : { kind: "unreachable" }),
    });
    desk.dispatch({ type: "batch-text-set", kind: "remark", text });
    await run(desk, [first, second, third], { kind: "remark", text });
    expect(desk.triage()).toMatchObject({ batchText: { remark: text }, selected: new Set([second, third]) });
    desk.dispatch({ type: "batch-dismissed" });
    expect(desk.triage().batchText.remark).toBe(text);
    isUp = true;
    desk.pages.beginBatch({ kind: "remark", text });
    await settled();
    expect(desk.triage()).toMatchObject({ batchText: noWords, selected: new Set() });
  });

  test("keeps a note that did not go to all from becoming the reason of a hand-over", async () => {
    const desk = deskWith([opened(first), sealed(second)]);
    desk.dispatch({ type: "batch-text-set", kind: "remark", text: "Ghi chú" });
    await run(desk, [first, second], { kind: "remark", text: "Ghi chú" });
    expect(desk.triage().batchText).toEqual({ remark: "Ghi chú", "hand-over": "" });
  });

  test("keeps words that were begun for something else, and those of a run that was stopped", async () => {
    const slow = later();
    const desk = deskWith(three, {
      carryOut: async ({ row }) => (row.case === third ? await slow.answer : fileAnswer(acted(row.case))),
    });
    desk.dispatch({ type: "batch-text-set", kind: "remark", text: "Nửa câu" });
    await run(desk, [first], { kind: "verify" });
    expect(desk.triage().batchText.remark).toBe("Nửa câu");
    desk.dispatch({ type: "batch-dismissed" });
    await run(desk, [third, second], { kind: "remark", text: "Nửa câu" });
    desk.pages.stopBatch();
    slow.come(fileAnswer(acted(third)));
    await settled();
    expect(desk.triage()).toMatchObject({ batchText: { remark: "Nửa câu" }, selected: new Set([second]) });
  });

  test("stops after the case that is under way; the others stay selected, and the next run does them alone", async () => {
    const slow = later();
    const desk = deskWith(three, {
      carryOut: async ({ row }) => (row.case === second ? await slow.answer : fileAnswer(acted(row.case))),
    });
    await run(desk, [first, second, third]);
    desk.pages.stopBatch();
    expect(desk.triage().batch?.step).toBe("stopping");
    slow.come(fileAnswer(acted(second)));
    await settled();
    expect(desk.triage().batch).toMatchObject({ step: "ended", cases: [first, second, third] });
    expect(desk.acts).toEqual([first, second]);
    expect([...desk.triage().selected]).toEqual([third]);
    desk.dispatch({ type: "batch-dismissed" });
    desk.pages.beginBatch(remark);
    await settled();
    expect(desk.acts).toEqual([first, second, third]);
    expect(desk.triage().selected.size).toBe(0);
  });

  test("is one at a time", async () => {
    const slow = later();
    const desk = deskWith(three, { carryOut: async () => await slow.answer });
    await run(desk, [first, second]);
    desk.pages.beginBatch({ kind: "verify" });
    await settled();
    expect(desk.acts).toEqual([first]);
    expect(desk.triage().batch?.order.kind).toBe("remark");
  });

  test("ends with the lock: nothing more is done", async () => {
    const slow = later();
    const desk = deskWith(three, { carryOut: async () => await slow.answer });
    await run(desk, [first, second]);
    desk.leave();
    slow.come(fileAnswer(acted(first)));
    await settled();
    expect(desk.acts).toEqual([first]);
  });

  test("does not go on under the run of another: a report that was put away takes no more outcomes", async () => {
    const slow = later();
    const desk = deskWith(three, {
      carryOut: async ({ row }) => (row.case === first ? await slow.answer : fileAnswer(acted(row.case))),
    });
    await run(desk, [first, second]);
    desk.dispatch({ type: "batch-dismissed" });
    desk.dispatch({ type: "selection-cleared" });
    desk.dispatch({ type: "cases-selected", cases: [third] });
    desk.pages.beginBatch(remark);
    slow.come(fileAnswer(acted(first)));
    await settled();
    expect(desk.acts).toEqual([first, third]);
    expect(results(desk)).toEqual([[third, "done"]]);
  });

  test("makes no case read that its officer has not looked at, and no read one unread by its own act", async () => {
    const desk = deskWith(three);
    desk.pages.changeBook({ kind: "read", places: [{ case: first, place: 1 }] });
    await run(desk, [first, second]);
    const { read } = desk.triage().book;
    expect(isReadUpTo(read, first, 2)).toBe(true);
    expect(readPlaceOf(read, second)).toBe(0);
  });
});

describe("a run that touches the case that is read beside the list", () => {
  const file = (story: CaseStory) => fileOf(story);
  const reading = (desk: TriedDesk, story: CaseStory) => {
    desk.dispatch({ type: "case-asked", case: story.id });
    desk.dispatch({ type: "case-answered", case: story.id, answer: fileAnswer(story) });
  };
  const noted = (id: CaseId): CaseStory => ({
    ...acted(id),
    events: [...(acted(id).events ?? []), ["Noted", "2026-03-10", "Cùng một ghi chú."]],
  });

  test("brings it up to date without a word: nobody else did anything, and what is half written stays", async () => {
    const desk = deskWith([opened(first), opened(second)]);
    reading(desk, opened(first));
    desk.dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    desk.dispatch({ type: "form-changed", change: { text: "Nửa câu" } });
    desk.dispatch({ type: "confirming", on: true });
    await run(desk, [first, second]);
    const { open, drafts, notice } = desk.get();
    expect(open).toMatchObject({
      id: first,
      step: "ready",
      file: { row: { sequence: 2 } },
      // What was about to be confirmed was another case.
      writing: { command: "acknowledge", confirming: false },
    });
    expect(drafts.get(first)?.get("acknowledge")?.text).toBe("Nửa câu");
    expect(notice).toBeNull();
  });

  test("tells what a colleague had done before it, and of that alone", async () => {
    const desk = deskWith([acted(first)], { carryOut: async () => fileAnswer(noted(first)) });
    reading(desk, opened(first));
    await run(desk, [first]);
    expect(desk.get()).toMatchObject({
      notice: { events: ["Acknowledged"] },
      open: { file: { row: { sequence: 3 } } },
    });
  });

  test("tells of a colleague who was first", async () => {
    const conflict = { kind: "conflict", file: file(acted(first)) } as const;
    const desk = deskWith([opened(first)], { carryOut: async () => conflict });
    reading(desk, opened(first));
    await run(desk, [first]);
    expect(desk.get()).toMatchObject({
      notice: { events: ["Acknowledged"] },
      open: { file: { row: { sequence: 2 } } },
    });
  });

  test("leaves it alone while something of its own is on its way, and another case always", async () => {
    const desk = deskWith([opened(first), opened(second)]);
    reading(desk, opened(first));
    desk.dispatch({ type: "sending", order: { command: "begin-verification" } });
    await run(desk, [first, second]);
    expect(desk.get().open).toMatchObject({ id: first, step: "sending", file: { row: { sequence: 1 } } });
  });
});
