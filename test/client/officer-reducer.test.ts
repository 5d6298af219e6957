import { describe, expect, test } from "vitest";
import type { CaseAnswer } from "../../src/client/desk/act.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import { caseId, type CaseStory, fileOf, listedOf, sessionOf, today } from "../support/officer-cases.ts";

const id = caseId("case");
const opened: CaseStory = { id, released: "2026-03-09", events: [["Opened", "2026-03-10"]] };
const written = "Chúng tôi đã nhận phản ánh.";

function after(state: State, ...events: readonly Event[]): State {
  return events.reduce(reduce, state);
}

function withEvent(story: CaseStory, type: "Acknowledged" | "MessageSent", text: string): CaseStory {
  return { ...story, events: [...(story.events ?? []), [type, "2026-03-10", text]] };
}

const signedIn = after(
  initialState,
  { type: "signed-in", session: sessionOf("officer") },
  { type: "list-answered", listing: { kind: "list", today, cases: [listedOf(opened)] } },
);
const reading = after(
  signedIn,
  { type: "case-asked", case: id },
  { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
);
const writing = after(
  reading,
  { type: "composed", command: "acknowledge", template: "Mẫu" },
  { type: "draft-changed", text: written },
);

function sentWith(answer: CaseAnswer, state = writing): State {
  const sending = reduce(state, { type: "sending" });
  const text = state.drafts.get(id)?.text ?? "";
  return reduce(sending, { type: "sent", case: id, command: "acknowledge", text, answer });
}

describe("locking", () => {
  test("takes every case, every text and every name of a case off the screen", () => {
    const locked = reduce(writing, { type: "left", reason: "locked" });
    expect(locked).toMatchObject({ session: null, open: null, resume: null, list: { duties: null } });
    expect(locked.drafts.size + locked.heard.size).toBe(0);
    expect(JSON.stringify(locked)).not.toContain(id);
  });

  test("drops answers that were asked for before it", () => {
    const locked = reduce(writing, { type: "left", reason: "idle" });
    const late = after(
      locked,
      { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
      { type: "list-answered", listing: { kind: "list", today, cases: [listedOf(opened)] } },
    );
    expect(late).toEqual(locked);
  });
});

describe("a session that ended by itself", () => {
  const ended = reduce(writing, { type: "left", reason: "ended" });

  test("keeps the half-written text and the place for the same officer", () => {
    expect(ended.open).toBeNull();
    const back = after(
      ended,
      { type: "signed-in", session: sessionOf("officer") },
      { type: "case-asked", case: id },
      { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
    );
    expect(back.drafts.get(id)?.text).toBe(written);
    expect(back.open?.composing).toBe(true);
  });

  test("shows another officer none of it", () => {
    const other = reduce(ended, { type: "signed-in", session: sessionOf("other") });
    expect(other.drafts.size).toBe(0);
    expect(other.resume).toBeNull();
  });
});

describe("sending", () => {
  test("what was sent is gone from the composer, and the line of the list moves on", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    const state = sentWith({ kind: "file", file });
    expect(state.drafts.has(id)).toBe(false);
    expect(state.open).toMatchObject({ composing: false, step: "ready" });
    expect(state.list.duties?.[0]?.step).toBe("to-answer");
    expect(state.notice).toEqual({ tone: "done", keys: ["notice.acknowledged"] });
  });

  test("a colleague who was first is named, and the half-written text stays", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", "Bản của đồng nghiệp"));
    const state = sentWith({ kind: "conflict", file });
    expect(state.notice?.keys).toEqual(["notice.conflict.Acknowledged", "notice.kept"]);
    expect(state.drafts.get(id)?.text).toBe(written);
    expect(state.open?.composing).toBe(true);
    expect(state.open?.file?.state.status).toBe("acknowledged");
  });

  test("a lost answer keeps the text; the second try that finds the first is no second message", () => {
    const lost = sentWith({ kind: "unreachable" });
    expect(lost.drafts.get(id)?.text).toBe(written);
    expect(lost.notice?.keys).toEqual(["notice.unreachable"]);
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    const again = sentWith({ kind: "conflict", file }, lost);
    expect(again.notice).toEqual({ tone: "done", keys: ["notice.already-sent"] });
    expect(again.drafts.has(id)).toBe(false);
  });

  test("a colleague's equal text is not taken for one's own that was never sent", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    expect(sentWith({ kind: "conflict", file }).drafts.get(id)?.text).toBe(written);
  });

  test("text changed after a lost answer is kept, and what had arrived is said", () => {
    const changed = reduce(sentWith({ kind: "unreachable" }), {
      type: "draft-changed",
      text: `${written} Thêm.`,
    });
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    const state = sentWith({ kind: "conflict", file }, changed);
    expect(state.notice?.keys).toEqual(["notice.already-sent", "notice.kept"]);
    expect(state.drafts.get(id)?.text).toBe(`${written} Thêm.`);
  });

  test("nothing can be typed into a message that is on its way", () => {
    const sending = reduce(writing, { type: "sending" });
    expect(reduce(sending, { type: "draft-changed", text: "khác" })).toBe(sending);
  });
});

describe("opening", () => {
  const sealed: CaseStory = { id, released: "2026-03-09" };
  const before = after(
    signedIn,
    { type: "case-asked", case: id },
    { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(sealed) } },
  );

  test("is said, and the list then shows the beginning of the letter", () => {
    const state = after(
      before,
      { type: "letter-asked" },
      { type: "letter-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
    );
    expect(state.notice?.keys).toEqual(["notice.opened"]);
    expect(state.list.duties?.[0]?.listed.entry?.excerpt).toBe("Nội dung thư");
  });

  test("names the colleague who was first", () => {
    const file = fileOf(opened, { letter: null });
    const state = reduce(before, { type: "letter-answered", case: id, answer: { kind: "conflict", file } });
    expect(state.notice?.keys).toEqual(["notice.conflict.Opened"]);
  });

  test("after a lost answer knows that the opening was its own", () => {
    const lost = reduce(before, { type: "letter-answered", case: id, answer: { kind: "unreachable" } });
    const file = fileOf(opened, { letter: null });
    const state = reduce(lost, { type: "letter-answered", case: id, answer: { kind: "conflict", file } });
    expect(state.notice?.keys).toEqual(["notice.already-opened"]);
  });
});

describe("templates", () => {
  test("replace only what nobody touched", () => {
    const fresh = reduce(reading, { type: "composed", command: "acknowledge", template: "Mẫu" });
    expect(reduce(fresh, { type: "template-inserted", template: "Template" }).drafts.get(id)?.text).toBe(
      "Template",
    );
    const kept = reduce(writing, { type: "template-inserted", template: "Template" });
    expect(kept.drafts.get(id)?.text).toBe(`${written}\n\nTemplate`);
  });

  test("are not put over a text that was begun as something else", () => {
    const state = reduce(writing, { type: "composed", command: "send-message", template: "Mẫu khác" });
    expect(state.drafts.get(id)).toMatchObject({ command: "send-message", text: written });
  });
});

test("the keyboard goes down and up the list and stops at its ends", () => {
  const cases = ["a", "b", "c"].map((name) => listedOf({ id: caseId(name), released: "2026-03-09" }));
  const list = reduce(signedIn, { type: "list-answered", listing: { kind: "list", today, cases } });
  const down: Event = { type: "cursor-moved", by: 1 };
  const up: Event = { type: "cursor-moved", by: -1 };
  expect(after(list, down).cursor).toBe(caseId("a"));
  expect(after(list, down, down, down, down).cursor).toBe(caseId("c"));
  expect(after(list, down, down, up, up, up).cursor).toBe(caseId("a"));
});
