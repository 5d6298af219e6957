import { describe, expect, test } from "vitest";
import type { CaseAnswer } from "../../src/client/desk/act.ts";
import type { Order, OrderName } from "../../src/client/desk/orders.ts";
import { countDuties, dutyOf, pageOf, pageSize } from "../../src/client/officer/duty.ts";
import { readKeptDesk, writeKeptDesk } from "../../src/client/officer/kept-desk.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { Event, State } from "../../src/client/officer/state.ts";
import type { CommitteeId, OfficerId } from "../../src/domain/ids.ts";
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

const mark = { revision: 1, until: today, arrived: 0 };
const signedIn = after(
  initialState,
  { type: "signed-in", session: sessionOf("officer"), kept: null },
  { type: "list-answered", listing: { kind: "list", today, mark } },
);
const reading = after(
  signedIn,
  { type: "case-asked", case: id },
  { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
);
const writing = after(
  reading,
  { type: "composed", command: "acknowledge", template: "Mẫu" },
  { type: "form-changed", change: { text: written } },
);

const onItsWay: Event = { type: "sending", order: { command: "acknowledge", message: written } };

function sentWith(answer: CaseAnswer, state = writing): State {
  const order: Order = { command: "acknowledge", message: textOf(state) ?? "" };
  const sending = reduce(state, { type: "sending", order });
  return reduce(sending, { type: "sent", case: id, order, answer });
}

function textOf(state: State, command: OrderName = "acknowledge"): string | undefined {
  return state.drafts.get(id)?.get(command)?.text;
}

describe("locking", () => {
  test("takes every case, every text and every name of a case off the screen", () => {
    const locked = reduce(writing, { type: "left", reason: "locked", kept: true });
    expect(locked).toMatchObject({ session: null, open: null, resume: null, list: { view: null } });
    expect(locked.drafts.size).toBe(0);
    expect(JSON.stringify(locked)).not.toContain(id);
  });

  test("drops answers that were asked for before it", () => {
    const locked = reduce(writing, { type: "left", reason: "idle", kept: true });
    const late = after(
      locked,
      { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
      { type: "list-answered", listing: { kind: "list", today, mark } },
    );
    expect(late).toEqual(locked);
  });
});

describe("what was kept through a lock", () => {
  const left = reduce(writing, { type: "left", reason: "ended", kept: true });
  const kept = readKeptDesk(writeKeptDesk(writing, []));

  test("is in no state while the desk is locked, which says that it is there", () => {
    expect(left.gate).toMatchObject({ reason: "ended", kept: true });
    expect(JSON.stringify([...left.drafts, left])).not.toContain(written);
    expect(left.resume).toBeNull();
  });

  test("brings back the half-written text and the place", () => {
    const back = after(
      left,
      { type: "signed-in", session: sessionOf("officer"), kept },
      { type: "case-asked", case: id },
      { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
    );
    expect(textOf(back)).toBe(written);
    expect(back.open?.writing?.command).toBe("acknowledge");
    expect(back.drafts).toEqual(writing.drafts);
  });

  test("opens its form once, and none whose words are gone", () => {
    const back = after(
      left,
      { type: "signed-in", session: sessionOf("officer"), kept },
      { type: "case-asked", case: id },
      { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
    );
    expect(back.resume).toBeNull();
    const away = after(back, { type: "case-closed" }, { type: "case-asked", case: id });
    expect(away.open?.writing).toBeNull();
    const without = after(
      left,
      { type: "signed-in", session: sessionOf("officer"), kept: { ...kept, drafts: new Map() } },
      { type: "case-asked", case: id },
    );
    expect(without.open?.writing).toBeNull();
  });

  test("does not bring anybody to a committee that is no longer theirs", () => {
    const elsewhere = { ...kept, resume: { ...kept.resume, committee: "elsewhere" as CommitteeId } };
    const session = sessionOf("officer");
    const back = reduce(left, { type: "signed-in", session, kept: elsewhere });
    expect(back.committee).toBe(session.committees[0]);
  });

  test("is nothing for whoever signs in without it", () => {
    const other = reduce(left, { type: "signed-in", session: sessionOf("other"), kept: null });
    expect(other.drafts.size).toBe(0);
    expect(other.resume).toBeNull();
  });
});

describe("sending", () => {
  test("what was sent is gone from the composer", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    const state = sentWith({ kind: "file", file });
    expect(state.drafts.has(id)).toBe(false);
    expect(state.open).toMatchObject({ writing: null, step: "ready" });
    expect(state.notice).toEqual({ tone: "done", keys: ["notice.acknowledged"] });
  });

  test("a colleague who was first is named, and the half-written text stays", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", "Bản của đồng nghiệp"));
    const state = sentWith({ kind: "conflict", file });
    expect(state.notice).toMatchObject({ events: ["Acknowledged"], keys: ["notice.kept"] });
    expect(textOf(state)).toBe(written);
    expect(state.open?.writing?.command).toBe("acknowledge");
    expect(state.open?.file?.state.status).toBe("acknowledged");
  });

  test("a lost answer keeps the text; the second try that finds the first is no second message", () => {
    const lost = sentWith({ kind: "unreachable" });
    expect(textOf(lost)).toBe(written);
    expect(lost.notice?.keys).toEqual(["notice.unreachable"]);
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    const again = sentWith({ kind: "conflict", file }, lost);
    expect(again.notice).toEqual({ tone: "done", keys: ["notice.already-sent"] });
    expect(again.drafts.has(id)).toBe(false);
  });

  test("a colleague's equal text is not taken for one's own that was never sent", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    expect(textOf(sentWith({ kind: "conflict", file }))).toBe(written);
  });

  test("text changed after a lost answer is kept, and what had arrived is said", () => {
    const changed = reduce(sentWith({ kind: "unreachable" }), {
      type: "form-changed",
      change: { text: `${written} Thêm.` },
    });
    const file = fileOf(withEvent(opened, "Acknowledged", written));
    const state = sentWith({ kind: "conflict", file }, changed);
    expect(state.notice?.keys).toEqual(["notice.already-sent", "notice.kept"]);
    expect(textOf(state)).toBe(`${written} Thêm.`);
  });

  test("nothing can be typed into a message that is on its way", () => {
    const sending = reduce(writing, onItsWay);
    expect(reduce(sending, { type: "form-changed", change: { text: "khác" } })).toBe(sending);
  });
});

describe("a message whose answer was lost", () => {
  const lost = sentWith({ kind: "unreachable" });
  const arrived: CaseAnswer = { kind: "file", file: fileOf(withEvent(opened, "Acknowledged", written)) };
  const unmoved: CaseAnswer = { kind: "file", file: fileOf(opened) };
  const renewed = (state: State, answer = arrived) =>
    reduce(state, { type: "case-renewed", case: id, answer });
  const clicked = (state: State, answer = arrived) =>
    after(state, { type: "case-asked", case: id }, { type: "case-answered", case: id, answer });
  const comeBack = (state: State, answer = arrived) =>
    clicked(after(state, { type: "case-closed" }, { type: "case-asked", case: caseId("other") }), answer);
  const ways = { renewed, clicked, comeBack };
  const names = Object.keys(ways) as (keyof typeof ways)[];

  test.each(names)("is not sent twice when the history shows it first: %s", (way) => {
    const state = ways[way](lost);
    expect(state.notice).toEqual({ tone: "done", keys: ["notice.already-sent"] });
    expect(state.open?.writing).toBeNull();
    expect(state).toMatchObject({ drafts: new Map(), attempts: new Map() });
  });

  test.each(names)("leaves what was changed since, and says that it had arrived: %s", (way) => {
    const text = `${written} Thêm.`;
    const state = ways[way](reduce(lost, { type: "form-changed", change: { text } }));
    expect(state.notice).toEqual({ tone: "warning", keys: ["notice.already-sent", "notice.kept"] });
    expect(textOf(state)).toBe(text);
    expect(state.attempts.size).toBe(0);
  });

  test.each(names)("is waited for as long as nothing has followed: %s", (way) => {
    const state = ways[way](lost, unmoved);
    expect(state.attempts.get(id)).toHaveLength(1);
    expect(textOf(state)).toBe(written);
    expect(renewed(state).notice?.keys).toEqual(["notice.already-sent"]);
  });

  test("is told from a colleague's, after whose it can no longer arrive", () => {
    const file = fileOf(withEvent(opened, "Acknowledged", "Bản của đồng nghiệp"));
    const state = renewed(lost, { kind: "file", file });
    expect(state.notice).toMatchObject({ events: ["Acknowledged"], keys: ["notice.kept"] });
    expect(textOf(state)).toBe(written);
    expect(state.attempts.size).toBe(0);
  });

  test("and another form that was begun since are not taken for each other", () => {
    const noting = reduce(lost, { type: "composed", command: "note", template: "" });
    const state = renewed(noting);
    expect(state.open?.writing?.command).toBe("note");
    expect(state.notice?.keys).toEqual(["notice.already-sent", "notice.kept"]);
    expect(textOf(state)).toBeUndefined();
  });

  test("is known while it is still on its way: a lock keeps what nobody has heard of", () => {
    const sending = reduce(writing, onItsWay);
    expect(JSON.parse(JSON.stringify([...sending.attempts]))).toEqual([
      [id, [{ order: { command: "acknowledge", message: written }, sequence: 1 }]],
    ]);
    expect(sentWith({ kind: "busy", retryAfterSeconds: 1 }).attempts.size).toBe(0);
  });

  test("keeps its case on the screen until then, and a failure is said even where the case is gone", () => {
    const sending = reduce(writing, onItsWay);
    expect(reduce(sending, { type: "case-closed" })).toBe(sending);
    const order: Order = { command: "acknowledge", message: written };
    const elsewhere = { ...sending, open: null };
    const failed = reduce(elsewhere, { type: "sent", case: id, order, answer: { kind: "unreachable" } });
    expect(failed.notice?.keys).toEqual(["notice.unreachable"]);
    expect(clicked(failed).notice?.keys).toEqual(["notice.already-sent"]);
    const obstacle: CaseAnswer = { kind: "obstacle", obstacle: { by: "reader", reason: "fault" } };
    const refused = reduce(elsewhere, { type: "sent", case: id, order, answer: obstacle });
    expect(refused.notice?.keys).toEqual(["notice.refused"]);
  });
});

describe("opening", () => {
  const sealed: CaseStory = { id, released: "2026-03-09" };
  const before = after(
    signedIn,
    { type: "case-asked", case: id },
    { type: "case-answered", case: id, answer: { kind: "file", file: fileOf(sealed) } },
  );

  test("is said", () => {
    const state = after(
      before,
      { type: "letter-asked" },
      { type: "letter-answered", case: id, answer: { kind: "file", file: fileOf(opened) } },
    );
    expect(state.notice?.keys).toEqual(["notice.opened"]);
  });

  test("whose answer was lost is known for its own when the history shows it", () => {
    const lost = reduce(before, { type: "letter-answered", case: id, answer: { kind: "unreachable" } });
    const file = fileOf(opened, { letter: null });
    const state = reduce(lost, { type: "case-renewed", case: id, answer: { kind: "file", file } });
    expect(state.notice).toEqual({ tone: "done", keys: ["notice.already-opened"] });
  });

  test("names the colleague who was first", () => {
    const file = fileOf(opened, { letter: null });
    const state = reduce(before, { type: "letter-answered", case: id, answer: { kind: "conflict", file } });
    expect(state.notice?.events).toEqual(["Opened"]);
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
    expect(textOf(reduce(fresh, { type: "template-inserted", template: "Template" }))).toBe("Template");
    const kept = reduce(writing, { type: "template-inserted", template: "Template" });
    expect(textOf(kept)).toBe(`${written}\n\nTemplate`);
  });

  test("follow what is chosen beside them while nobody has touched them", () => {
    const fresh = reduce(reading, { type: "composed", command: "extend", template: "đến …" });
    const chosen = reduce(fresh, { type: "form-changed", change: { days: "5" }, template: "đến thứ Sáu" });
    expect(textOf(chosen, "extend")).toBe("đến thứ Sáu");
    const own = after(
      chosen,
      { type: "form-changed", change: { text: "Lời riêng" } },
      { type: "form-changed", change: { days: "6" }, template: "đến thứ Hai" },
    );
    expect(textOf(own, "extend")).toBe("Lời riêng");
  });
});

describe("forms", () => {
  test("of two acts lie side by side: going from one to the other and back loses nothing", () => {
    const state = after(
      writing,
      { type: "composed", command: "note", template: "" },
      { type: "form-changed", change: { note: "remark", text: "Ghi chú" } },
      { type: "composer-closed" },
      { type: "composed", command: "acknowledge", template: "Mẫu" },
    );
    expect(textOf(state)).toBe(written);
    expect(textOf(state, "note")).toBe("Ghi chú");
    expect(state.open?.writing).toEqual({ command: "acknowledge", confirming: false, problem: null });
  });

  test("that are changed after the question are asked about anew", () => {
    const asked = after(writing, { type: "confirming", on: true });
    expect(asked.open?.writing?.confirming).toBe(true);
    expect(reduce(asked, { type: "form-changed", change: { text: "khác" } }).open?.writing?.confirming).toBe(
      false,
    );
  });

  test("say what stood against them, and keep what was typed", () => {
    const state = sentWith({ kind: "obstacle", obstacle: { by: "sealed", reason: "person-not-heard" } });
    expect(state.open?.writing?.problem?.obstacle).toEqual({ by: "sealed", reason: "person-not-heard" });
    expect(textOf(state)).toBe(written);
    expect(state.open?.step).toBe("ready");
  });
});

describe("an act that takes the case away", () => {
  const leaving: Order = { command: "recuse", reason: "Có liên quan." };
  const stepping = after(
    reading,
    { type: "composed", command: "recuse", template: "" },
    { type: "form-changed", change: { text: "Có liên quan." } },
    { type: "sending", order: leaving },
  );
  const sent = (state: State, answer: CaseAnswer) =>
    reduce(state, { type: "sent", case: id, order: leaving, answer });

  test("takes it off the screen, and says so", () => {
    const state = sent(stepping, { kind: "left" });
    expect(state.open).toBeNull();
    expect(state.drafts.size).toBe(0);
    expect(state.notice).toEqual({ tone: "done", keys: ["notice.recused"] });
  });

  test("whose answer was lost is known to have arrived when the case is no longer there", () => {
    const missing: CaseAnswer = { kind: "refused", code: "not-found" };
    const lost = sent(stepping, { kind: "unreachable" });
    expect(textOf(lost, "recuse")).toBe("Có liên quan.");
    const again = sent(reduce(lost, { type: "sending", order: leaving }), missing);
    const found = reduce(lost, { type: "case-renewed", case: id, answer: missing });
    const comeBack = after(
      lost,
      { type: "case-closed" },
      { type: "case-asked", case: id },
      { type: "case-answered", case: id, answer: missing },
    );
    for (const state of [again, found, comeBack]) {
      expect(state.open).toBeNull();
      expect(state.notice?.keys).toEqual(["notice.already-sent"]);
      expect(state).toMatchObject({ drafts: new Map(), attempts: new Map() });
    }
    expect(sent(stepping, missing).notice?.keys).toEqual(["notice.not-found"]);
  });
});

test("a colleague's note of the same kind about another officer is not taken for one's own", () => {
  const note = (officer: string): Order => ({
    command: "note",
    note: { kind: "assigned", officer: officer as OfficerId },
    remark: "",
  });
  const began = after(
    reading,
    { type: "composed", command: "note", template: "" },
    { type: "form-changed", change: { note: "assigned", officer: "an" as OfficerId } },
    { type: "sending", order: note("an") },
  );
  const lost = reduce(began, { type: "sent", case: id, order: note("an"), answer: { kind: "unreachable" } });
  const noted = (officer: string) => ({
    ...opened,
    events: [
      ...(opened.events ?? []),
      [
        "Noted",
        "2026-03-10",
        { text: "", fact: { type: "Noted", note: { kind: "assigned", officer: officer as OfficerId } } },
      ],
    ] satisfies CaseStory["events"],
  });
  const second = (officer: string) =>
    reduce(reduce(lost, { type: "sending", order: note("an") }), {
      type: "sent",
      case: id,
      order: note("an"),
      answer: { kind: "conflict", file: fileOf(noted(officer)) },
    });
  expect(second("an").notice?.keys).toEqual(["notice.already-sent"]);
  expect(second("binh").notice).toMatchObject({ events: ["Noted"], keys: ["notice.kept"] });
});

describe("the list on the screen", () => {
  const names = Array.from({ length: pageSize + 2 }, (_, at) => `case-${String(at).padStart(2, "0")}`);
  const duties = names.map((name) => dutyOf(listedOf({ id: caseId(name), released: "2026-03-09" }), today));
  const view = (state: State): Event => ({
    type: "list-viewed",
    question: state.question,
    view: {
      page: pageOf(duties, state.question.page),
      known: duties.length,
      counts: countDuties(duties),
      viewCounts: [],
      unread: new Set(),
      tally: { traits: {} as never, work: [], units: [] },
      searchable: { known: 0, opened: 0 },
    },
  });
  const shown = (state: State) => reduce(state, view(state));
  const down: Event = { type: "cursor-moved", by: 1 };
  const up: Event = { type: "cursor-moved", by: -1 };
  const list = shown(signedIn);
  const nth = (at: number) => caseId(names.at(at) ?? "");

  test("is gone through by keyboard, and its ends stop there", () => {
    expect(after(list, down).cursor).toBe(nth(0));
    expect(after(list, down, down, up, up, up).cursor).toBe(nth(0));
  });

  test("goes on to the next page, and back to the last line of the one before", () => {
    const last = Array.from({ length: pageSize }).reduce<State>((state) => reduce(state, down), list);
    expect(last.cursor).toBe(nth(pageSize - 1));
    const turned = reduce(last, down);
    expect(turned).toMatchObject({ question: { page: 1 }, cursor: null });
    const second = shown(turned);
    expect(second.cursor).toBe(nth(pageSize));
    expect(after(second, down, down, down).cursor).toBe(nth(pageSize + 1));
    const back = shown(reduce(second, up));
    expect(back.cursor).toBe(nth(pageSize - 1));
  });

  test("drops the answer to a question that is no longer asked", () => {
    const narrowed = reduce(list, { type: "question-changed", change: { sort: "newest" } });
    expect(reduce(narrowed, view(list))).toBe(narrowed);
  });

  test("keeps the lines that say the same: what comes from the ledger is a copy, and a page need not be drawn anew", () => {
    const linesOf = (state: State) =>
      state.list.view?.page.sections.flatMap(({ duties: lines }) => lines) ?? [];
    const event = view(list);
    if (event.type !== "list-viewed") throw new Error("a view");
    const copy = structuredClone(event.view);
    const again = reduce(list, { ...event, view: copy });
    expect(linesOf(again)).toHaveLength(pageSize);
    for (const [at, line] of linesOf(again).entries()) expect(line).toBe(linesOf(list)[at]);
    const [section] = copy.page.sections;
    const [first] = section?.duties ?? [];
    if (section === undefined || first === undefined) throw new Error("a line");
    const changed = {
      ...section,
      duties: [{ ...first, step: "ended" as const }, ...section.duties.slice(1)],
    };
    const later = reduce(list, { ...event, view: { ...copy, page: { ...copy.page, sections: [changed] } } });
    expect(linesOf(later)[0]).toMatchObject({ step: "ended" });
    expect(linesOf(later)[1]).toBe(linesOf(list)[1]);
  });

  test("shows the last page there is", () => {
    const far = reduce(list, { type: "question-changed", change: { page: 9 } });
    expect(shown(far)).toMatchObject({ question: { page: 1 }, list: { view: { page: { from: pageSize } } } });
  });
});

describe("a case that another changes while it is read here", () => {
  const theirs = fileOf(withEvent(opened, "Acknowledged", "Bản của đồng nghiệp"));
  const renewed = (state: State, answer: CaseAnswer) =>
    reduce(state, { type: "case-renewed", case: id, answer });

  test("shows the new history, says what was done, and keeps the half-written form", () => {
    const state = renewed(writing, { kind: "file", file: theirs });
    expect(state.open?.file).toBe(theirs);
    expect(state.notice).toEqual({ tone: "warning", keys: ["notice.kept"], events: ["Acknowledged"] });
    expect(state.open?.writing?.command).toBe("acknowledge");
    expect(textOf(state)).toBe(written);
  });

  test("says nothing where nothing has happened in it", () => {
    const same = fileOf(opened);
    expect(renewed(reading, { kind: "file", file: same })).toMatchObject({
      notice: null,
      open: { file: same },
    });
  });

  test("leaves the screen of whoever may no longer read it, with nothing of it but what was written here", () => {
    const state = renewed(writing, { kind: "refused", code: "not-found" });
    expect(state.open).toMatchObject({ file: null, failure: "not-found" });
    expect(textOf(state)).toBe(written);
  });

  test("waits while something is being sent, and is left alone when asking fails", () => {
    const sending = reduce(writing, onItsWay);
    expect(renewed(sending, { kind: "file", file: theirs })).toBe(sending);
    expect(renewed(writing, { kind: "unreachable" })).toBe(writing);
  });
});
