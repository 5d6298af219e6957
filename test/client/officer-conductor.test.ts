import { describe, expect, test } from "vitest";
import type { CaseAnswer } from "../../src/client/desk/act.ts";
import { createConductor, type Enter } from "../../src/client/officer/conductor.ts";
import type { Office } from "../../src/client/officer/office.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import { caseId, type CaseStory, fileOf, listedOf, sessionOf, today } from "../support/officer-cases.ts";

const id = caseId("case");
const sealed: CaseStory = { id, released: "2026-03-09" };
const opened: CaseStory = { ...sealed, events: [["Opened", "2026-03-10"]] };
const signedOut: CaseAnswer = { kind: "refused", code: "signed-out" };

/** A console in front of an office that answers as told, and what was asked of it. */
function consoleWith(answers: Partial<Office>, story = opened) {
  const asked: string[] = [];
  const noted =
    <Given extends readonly unknown[], Answer>(name: string, answer: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      asked.push(name);
      return answer(...given);
    };
  const file: CaseAnswer = { kind: "file", file: fileOf(story) };
  const office: Office = {
    session: sessionOf("officer"),
    list: noted("list", async () => ({ kind: "list" as const, today, cases: [listedOf(story)] })),
    view: noted("view", answers.view ?? (async () => file)),
    open: noted("open", answers.open ?? (async () => file)),
    read: noted("read", answers.read ?? (async () => file)),
    write: noted("write", answers.write ?? (async () => file)),
    lock: noted("lock", () => {}),
  };
  let state: State = initialState;
  const dispatch = (event: Event) => {
    state = reduce(state, event);
  };
  const enter: Enter = async () => ({ kind: "office", office });
  const conductor = createConductor({ get: () => state, dispatch }, enter);
  return { asked, conductor, dispatch, get: () => state };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function reading(answers: Partial<Office> = {}, story = opened) {
  const desk = consoleWith(answers, story);
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
    expect(read.asked).toEqual(["list", "view", "read"]);
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
    const { conductor, dispatch, asked, get } = await reading({ write: async () => signedOut });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    await settled();
    expect(asked).toEqual(["write", "lock"]);
    expect(get().gate.reason).toBe("ended");
    expect(get().drafts.get(id)?.text).toBe("Mẫu");
    conductor.signIn("officer", "passphrase", today);
    await settled();
    expect(get().open).toMatchObject({ id, composing: true });
  });

  test("sends once, however often the button is pressed", async () => {
    const { conductor, dispatch, asked } = await reading();
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    conductor.send();
    await settled();
    expect(asked).toEqual(["write"]);
  });

  test("sends nothing that the table refuses, and nothing empty", async () => {
    const { conductor, dispatch, asked } = await reading();
    dispatch({ type: "composed", command: "acknowledge", template: "  \n" });
    conductor.send();
    const doubtful = fileOf(opened, { rowDisagrees: true });
    dispatch({ type: "case-answered", case: id, answer: { kind: "file", file: doubtful } });
    dispatch({ type: "draft-changed", text: "Nội dung" });
    conductor.send();
    conductor.openLetter();
    await settled();
    expect(asked).not.toContain("write");
    expect(asked).not.toContain("open");
  });

  test("fetches the new day when the server has gone on to it, and says so over the kept text", async () => {
    const wrongDay: CaseAnswer = { kind: "refused", code: "wrong-day" };
    const { conductor, dispatch, asked, get } = await reading({ write: async () => wrongDay });
    dispatch({ type: "composed", command: "acknowledge", template: "Mẫu" });
    conductor.send();
    await settled();
    expect(asked).toEqual(["write", "view", "read"]);
    expect(get().notice?.keys).toEqual(["notice.wrong-day"]);
    expect(get().open?.composing).toBe(true);
  });
});
