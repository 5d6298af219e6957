import { emptyBook } from "../../src/crypto/desk-book.ts";
import { describe, expect, test } from "vitest";
import type { CaseAnswer } from "../../src/client/desk/act.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { changeBook } from "../../src/client/desk/book-changes.ts";
import { createConductor, type Enter } from "../../src/client/officer/conductor.ts";
import { findCommandObstacle } from "../../src/client/desk/obstacles.ts";
import { ledgerHere } from "../../src/client/officer/ledger/ledger-answers.ts";
import { createBook } from "../../src/client/officer/ledger/ledger-book.ts";
import { putFile } from "../../src/client/officer/ledger/ledger-list.ts";
import { shownCases } from "../../src/client/officer/reducer.list.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { calendar, policy } from "../support/law.ts";
import type { Office } from "../../src/client/officer/office.ts";
import { noFilters } from "../../src/client/officer/filters.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import {
  caseId,
  type CaseStory,
  committee,
  fileOf,
  listedOf,
  sessionOf,
  superior,
  today,
} from "../support/officer-cases.ts";

const id = caseId("case");
const sealed: CaseStory = { id, released: "2026-03-09" };
const opened: CaseStory = { ...sealed, events: [["Opened", "2026-03-10"]] };
const signedOut: CaseAnswer = { kind: "refused", code: "signed-out" };

const nowhere = { units: [], committees: [], positions: [], persons: [] } as never;
const bytesOf = (answer: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(answer)).buffer;

const mark = { revision: 1, until: today, arrived: 0 };

/** A console in front of an office that answers as told, and what was asked of it. */
function consoleWith(
  answers: Partial<Office>,
  story = opened,
  freeBytes: Parameters<typeof createConductor>[2] = () => 0,
) {
  const asked: string[] = [];
  const noted =
    <Given extends readonly unknown[], Answer>(name: string, answer: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      asked.push(name);
      return answer(...given);
    };
  const file: CaseAnswer = { kind: "file", file: fileOf(story) };
  // The ledger is the real one, in the same place.
  const ledger = ledgerHere(
    createBook({ law: { policy, calendar }, calendar, tree: createOrgTree(nowhere, today) }),
  );
  const give = async (feed: "urgent" | "cases", stories: readonly CaseStory[]) => {
    const cases = stories.map((each) => listedOf(each).line);
    const answer = feed === "urgent" ? { today, cases } : { today, mark, cases, next: null };
    await ledger.ask("feed", { committee, feed, isFirst: true, bytes: bytesOf(answer) });
  };
  const office: Office = {
    session: sessionOf("officer"),
    ledger,
    put: async (file) => {
      await putFile(ledger, file);
    },
    renew: noted("renew", answers.renew ?? (async () => file)),
    urgent: noted("urgent", async () => {
      await ledger.ask("begin", { committee });
      await give("urgent", [story]);
      return { kind: "list" as const, today, mark: null };
    }),
    changes: noted(
      "changes",
      answers.changes ?? (async () => ({ kind: "changes" as const, today, mark, changed: [], gone: [] })),
    ),
    list: noted("list", async () => {
      await give("cases", [story]);
      return { kind: "list" as const, today, mark };
    }),
    view: noted("view", answers.view ?? (async () => file)),
    late: noted(
      "late",
      answers.late ?? (async () => ({ kind: "late" as const, today, cases: [], overseen: [] })),
    ),
    read: noted("read", answers.read ?? (async () => file)),
    carryOut: noted("carryOut", answers.carryOut ?? (async () => file)),
    readers: noted("readers", answers.readers ?? (async () => ({ kind: "readers" as const, readers: [] }))),
    // The law's own word: what the desk adds to it is tried with the desk.
    commandObstacle: findCommandObstacle,
    orderObstacle: answers.orderObstacle ?? ((file, { command }) => findCommandObstacle(file, command)),
    targets: () => [],
    identity: () => undefined,
    // Sealing what is kept is tried with the keys it is sealed with.
    keep: (text) => new TextEncoder().encode(text),
    reopen: (kept) => new TextDecoder().decode(kept),
    passkeys: {
      list: noted("passkeys", async () => ({ kind: "refused" as const, code: "signed-out" as const })),
      add: async () => ({ kind: "cancelled" }),
      remove: async () => ({ kind: "removed" }),
    },
    // What the book keeps is tried with the book.
    book: answers.book ?? {
      read: async () => ({ kind: "book", book: emptyBook, doubt: null }),
      save: async (changes) => ({ kind: "book", book: changes.reduce(changeBook, emptyBook), doubt: null }),
    },
    // The log is tried with a real one.
    audit: noted("audit", async () => ({ kind: "no-roster" as const })),
    caseAudit: noted("caseAudit", async () => ({ kind: "no-roster" as const })),
    heads: () => [{ committee, place: 7, link: "A".repeat(43) }],
    know: () => undefined,
    words: async () => ({ kind: "all" }),
    colleagues: async () => ({ kind: "colleagues", colleagues: [] }),
    lock: noted("lock", () => {}),
  };
  let state: State = initialState;
  const dispatch = (event: Event) => {
    state = reduce(state, event);
  };
  const enter: Enter = {
    byPassphrase: async () => ({ kind: "office", office }),
    byPasskey: async () => ({ kind: "office", office }),
  };
  const conductor = createConductor({ get: () => state, dispatch }, enter, freeBytes);
  return { asked, conductor, dispatch, get: () => state };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function reading(answers: Partial<Office> = {}, story = opened, freeBytes?: () => number) {
  const desk = consoleWith(answers, story, freeBytes);
  desk.conductor.signIn("officer", "passphrase", today);
  await settled();
  desk.conductor.openCase(id);
  await settled();
  desk.asked.length = 0;
  return desk;
}

describe("the conductor", () => {
  test("asks for nothing without both name and passphrase", async () => {
    const { conductor, asked, get } = consoleWith({});
    conductor.signIn("officer", "  ", today);
    await settled();
    expect(get().gate.problem).toBe("missing");
    expect(asked).toEqual([]);
  });

  test("reads an opened letter at once, and never opens a sealed one by itself", async () => {
    const read = consoleWith({});
    read.conductor.signIn("officer", "passphrase", today);
    await settled();
    read.conductor.openCase(id);
    await settled();
    expect(read.asked).toEqual(["urgent", "list", "view", "read"]);
    const untouched = await reading({}, sealed);
    expect(untouched.get().open?.step).toBe("ready");
    expect(untouched.asked).toEqual([]);
  });

  test("wipes the keys when it is left, and drops what was still on its way", async () => {
    let release: (answer: CaseAnswer) => void = () => {};
    const late = new Promise<CaseAnswer>((resolve) => {
      release = resolve;
    });
    const { conductor, asked, get } = await reading({ view: async () => await late });
    conductor.openCase(id);
    conductor.leave("idle");
    release({ kind: "file", file: fileOf(opened) });
    await settled();
    expect(asked).toEqual(["view", "lock"]);
    expect(get()).toMatchObject({ session: null, open: null, gate: { reason: "idle" } });
  });

  test("keeps the text when the session turns out to be over, and wipes the keys", async () => {
    const { conductor, dispatch, asked, get } = await reading({ carryOut: async () => signedOut });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    await settled();
    expect(asked).toEqual(["carryOut", "lock"]);
    expect(get().gate.reason).toBe("ended");
    // Sealed meanwhile, and in no state.
    expect(get().drafts.size).toBe(0);
    conductor.signIn("officer", "passphrase", today);
    await settled();
    expect(get().drafts.get(id)?.get("acknowledge")?.text).toBe("Mẫu");
    expect(get().open).toMatchObject({ id, writing: { command: "acknowledge" } });
  });

  test("keeps what is not in the officer's book yet when it is left, for the same officer", async () => {
    const view = { name: "A", filters: noFilters, sort: "newest" } as const;
    const { conductor, get } = await reading({
      book: {
        read: async () => ({ kind: "book", book: emptyBook, doubt: null }),
        save: async () => ({ kind: "unreachable" }),
      },
    });
    conductor.changeBook({ kind: "view-saved", view });
    conductor.leave("locked");
    expect(get().triage.book.page.views).toEqual([]);
    conductor.signIn("officer", "passphrase", today);
    await settled();
    expect(get().triage.book.page.views).toEqual([view]);
  });

  test("writes into the officer's book where the log ended that was read, and no more often than it grows", async () => {
    const head = { committee, place: 7, link: "A".repeat(43) };
    const { conductor, get } = await reading();
    conductor.askAudit(false);
    await settled();
    expect(get().triage.book.page.heads).toEqual([head]);
    const { book } = get().triage;
    conductor.askAudit(true);
    await settled();
    expect(get().triage.book).toBe(book);
  });

  test("sends once, however often the button is pressed", async () => {
    const { conductor, dispatch, asked } = await reading();
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    conductor.send();
    await settled();
    expect(asked).toEqual(["carryOut"]);
  });

  test("sends nothing that the table refuses, and nothing empty", async () => {
    const { conductor, dispatch, asked } = await reading();
    dispatch({ type: "composed", command: "acknowledge", template: "  \n" });
    conductor.send();
    const doubtful = fileOf(opened, { faults: [{ kind: "row-disagrees", place: null }] });
    dispatch({ type: "case-answered", case: id, answer: { kind: "file", file: doubtful } });
    dispatch({ type: "form-changed", change: { text: "Nội dung" } });
    conductor.send();
    conductor.openLetter();
    await settled();
    expect(asked).not.toContain("carryOut");
  });

  test("fetches the new day when the server has gone on to it, and says so over the kept text", async () => {
    const wrongDay: CaseAnswer = { kind: "refused", code: "wrong-day" };
    const { conductor, dispatch, asked, get } = await reading({ carryOut: async () => wrongDay });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    await settled();
    expect(asked).toEqual(["carryOut", "view", "read"]);
    expect(get().notice?.keys).toEqual(["notice.wrong-day"]);
    expect(get().open?.writing?.command).toBe("acknowledge");
  });
});

describe("a message that is being sent", () => {
  const acknowledged: CaseStory = {
    ...opened,
    events: [...(opened.events ?? []), ["Acknowledged", "2026-03-10", "Lời riêng"]],
  };
  const lost = async (answers: Partial<Office> = {}) => {
    const desk = await reading({ carryOut: async () => ({ kind: "unreachable" }), ...answers });
    desk.dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    desk.dispatch({ type: "form-changed", change: { text: "Lời riêng" } });
    desk.conductor.send();
    await settled();
    return desk;
  };

  test("and whose answer is lost, is found in the list, and cannot be sent a second time", async () => {
    const { conductor, asked, get } = await lost({
      changes: async () => ({
        kind: "changes",
        today,
        mark: { ...mark, revision: 2 },
        changed: [{ case: id, sequence: 2 }],
        gone: [],
      }),
      renew: async () => ({ kind: "file", file: fileOf(acknowledged) }),
    });
    expect(get().notice?.keys).toEqual(["notice.unreachable"]);
    conductor.lookForChanges();
    await settled();
    conductor.send();
    await settled();
    expect(asked.filter((name) => name === "carryOut")).toHaveLength(1);
    expect(get()).toMatchObject({ notice: { keys: ["notice.already-sent"] }, open: { writing: null } });
  });

  test("and had arrived is not said to be unrecorded because the day is another one by now", async () => {
    let isSecond = false;
    const { conductor, get } = await lost({
      carryOut: async () => (isSecond ? { kind: "refused", code: "wrong-day" } : { kind: "unreachable" }),
      view: async () => ({ kind: "file", file: fileOf(isSecond ? acknowledged : opened) }),
      read: async () => ({ kind: "file", file: fileOf(isSecond ? acknowledged : opened) }),
    });
    isSecond = true;
    conductor.send();
    await settled();
    expect(get().notice?.keys).toEqual(["notice.already-sent"]);
  });

  test("keeps its officer with the committee until it is answered", async () => {
    let answer: (given: CaseAnswer) => void = () => {};
    const slow = new Promise<CaseAnswer>((resolve) => {
      answer = resolve;
    });
    const { conductor, dispatch, get } = await reading({ carryOut: async () => await slow });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    conductor.chooseCommittee(superior);
    expect(get()).toMatchObject({ committee, open: { id } });
    answer({ kind: "busy", retryAfterSeconds: 1 });
    await settled();
    expect(get().notice?.keys).toEqual(["notice.busy"]);
    conductor.chooseCommittee(superior);
    expect(get().committee).toBe(superior);
  });

  test("is not sent while it is too long, and its form says by how much", async () => {
    const { conductor, dispatch, asked, get } = await reading({}, opened, () => -7);
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    await settled();
    expect(asked).toEqual([]);
    expect(get().open).toMatchObject({ step: "ready", writing: { problem: { excessBytes: 7 } } });
    dispatch({ type: "form-changed", change: { text: "Ngắn" } });
    expect(get().open?.writing?.problem).toBeNull();
  });

  test("frees its form when something breaks on the way, with every word in it", async () => {
    const { conductor, dispatch, get } = await reading({
      carryOut: async () => {
        throw new Error("does not fit");
      },
    });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    await settled();
    expect(get().open).toMatchObject({ step: "ready", writing: { command: "acknowledge" } });
    expect(get().notice?.keys).toEqual(["notice.unreachable"]);
    expect(get().drafts.get(id)?.get("acknowledge")?.text).toBe("Mẫu");
  });
});

describe("a list that others change", () => {
  const changes = {
    kind: "changes" as const,
    today,
    mark: { ...mark, revision: 2 },
    changed: [{ case: id, sequence: 2 }],
    gone: [] as const,
  };
  const acknowledged: CaseStory = {
    ...opened,
    events: [...(opened.events ?? []), ["Acknowledged", "2026-03-10", "Bản của đồng nghiệp"]],
  };
  const shown = (state: State) => shownCases(state.list.view);

  test("is followed from the mark to which it was known", async () => {
    const asked: unknown[] = [];
    const { conductor, get } = await reading({
      changes: async (_, known) => {
        asked.push(known);
        return { ...changes, changed: [] };
      },
    });
    expect(shown(get())).toEqual([id]);
    conductor.lookForChanges();
    await settled();
    conductor.lookForChanges();
    await settled();
    expect(asked).toEqual([mark, changes.mark]);
  });

  test("brings the case that is read here up to it, once, and without reading the letter again", async () => {
    const { conductor, asked, get } = await reading({
      changes: async () => changes,
      renew: async () => ({ kind: "file", file: fileOf(acknowledged) }),
    });
    conductor.lookForChanges();
    await settled();
    conductor.lookForChanges();
    await settled();
    expect(asked).toEqual(["changes", "renew", "changes"]);
    expect(get()).toMatchObject({
      notice: { events: ["Acknowledged"] },
      open: { file: { row: { sequence: 2 } } },
    });
    expect(get().list.view?.page.sections[0]?.duties[0]?.listed.line.status).toBe("acknowledged");
  });

  test("does not ask anew for what was done here", async () => {
    const { conductor, asked } = await reading({
      changes: async () => ({ ...changes, changed: [{ case: id, sequence: 1 }] }),
    });
    conductor.lookForChanges();
    await settled();
    expect(asked).toEqual(["changes"]);
  });

  test("asks about the case once more if something was being sent the first time", async () => {
    let answer: (file: CaseAnswer) => void = () => {};
    const slow = new Promise<CaseAnswer>((resolve) => {
      answer = resolve;
    });
    const { conductor, asked, dispatch } = await reading({
      changes: async () =>
        asked.filter((name) => name === "changes").length === 1 ? changes : { ...changes, changed: [] },
      carryOut: async () => await slow,
      renew: async () => ({ kind: "file", file: fileOf(acknowledged) }),
    });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    conductor.lookForChanges();
    await settled();
    expect(asked).toEqual(["carryOut", "changes"]);
    answer({ kind: "unreachable" });
    await settled();
    conductor.lookForChanges();
    await settled();
    expect(asked).toEqual(["carryOut", "changes", "changes", "renew"]);
  });

  test("is asked for once at a time, and left alone when asking fails: nobody pressed anything", async () => {
    const { conductor, get, asked } = await reading({ changes: async () => ({ kind: "unreachable" }) });
    const before = get().list;
    conductor.lookForChanges();
    conductor.lookForChanges();
    await settled();
    expect(asked).toEqual(["changes"]);
    expect(get().list).toEqual(before);
  });

  test("is fetched anew on another day, when every clock stands elsewhere", async () => {
    const tomorrow = addDays(today, 1);
    const { conductor, asked } = await reading({
      changes: async () => ({ ...changes, today: tomorrow, changed: [] }),
    });
    conductor.lookForChanges();
    await settled();
    // And the open case with it: its clocks stand elsewhere too.
    expect(asked).toEqual(["changes", "list", "renew"]);
  });

  test("ends with the session", async () => {
    const { conductor, get } = await reading({
      changes: async () => ({ kind: "refused", code: "signed-out" }),
    });
    conductor.lookForChanges();
    await settled();
    expect(get().gate.reason).toBe("ended");
  });
});

describe("an act that cannot be taken back", () => {
  const concluded = async (changes: Partial<Office> = {}) => {
    const desk = await reading(changes, {
      id,
      released: "2026-03-02",
      events: [
        ["Opened", "2026-03-02"],
        ["Acknowledged", "2026-03-03"],
        ["Classified", "2026-03-03", { kind: "report" }],
        ["VerificationBegun", "2026-03-04"],
      ],
    });
    desk.dispatch({ type: "composed", command: "conclude", template: "Mẫu:\n\n\n\nChào." });
    desk.asked.length = 0;
    return desk;
  };
  const whole = { outcome: "no-basis", againstPerson: "no", remedyOrdered: "no", text: "Lời riêng" } as const;

  test("is first asked for what it lacks, then asked about once more, and only then done", async () => {
    const { conductor, dispatch, asked, get } = await concluded();
    conductor.send();
    await settled();
    // A template alone says nothing of the matter.
    const lacking = ["outcome", "againstPerson", "remedyOrdered", "text"];
    expect(get().open?.writing?.problem?.fields).toEqual(lacking);
    dispatch({ type: "form-changed", change: whole });
    conductor.send();
    await settled();
    expect(get().open?.writing?.confirming).toBe(true);
    expect(asked).toEqual([]);
    conductor.send();
    await settled();
    expect(asked).toEqual(["carryOut"]);
  });

  test("is not even asked about while a rule stands against what was chosen", async () => {
    const obstacle = { by: "sealed", reason: "nothing-verified" } as const;
    const { conductor, dispatch, asked, get } = await concluded({ orderObstacle: () => obstacle });
    dispatch({ type: "form-changed", change: { ...whole, outcome: "true" } });
    conductor.send();
    await settled();
    expect(get().open?.writing).toMatchObject({ confirming: false, problem: { obstacle } });
    expect(asked).toEqual([]);
  });
});

describe("the superior's desk", () => {
  const late: CaseStory = { id, released: "2026-02-02", as: "superior" };

  test("reads no letter that is not its to read, and demands an explanation with one press", async () => {
    const { conductor, asked, get } = await reading({}, late);
    expect(get().open?.file?.letter).toBeNull();
    conductor.chooseView("late");
    await settled();
    asked.length = 0;
    conductor.demand(id);
    await settled();
    expect(asked).toEqual(["view", "carryOut", "late"]);
  });

  test("demands nothing that the law refuses", async () => {
    const { conductor, asked } = await reading({}, { id, released: "2026-03-09", as: "superior" });
    conductor.demand(id);
    await settled();
    expect(asked).toEqual(["view"]);
  });
});
