import { describe, expect, it } from "vitest";
import { type CaseStatus, caseStatuses, isAnswered, superiorMayRead } from "../../src/domain/case/case.ts";
import { actions, mayDo, permissionIn, refusalReasons } from "../../src/domain/case/case.actions.ts";
import {
  actorOf,
  actors,
  type CaseCommand,
  commandNames,
  commandOf,
  commandsOf,
  eventOf,
} from "../../src/domain/case/case.commands.ts";
import { decide, findHistoryFault, follow, listPermissions } from "../../src/domain/case/case.decide.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { evolve, replay } from "../../src/domain/case/case.evolve.ts";
import { eventTypes, isMessageToReporter, vocabulary } from "../../src/domain/case/case.vocabulary.ts";
import {
  answerTo,
  attempt,
  classifiedOn,
  key,
  law,
  other,
  receiver,
  releasedOn,
  superior,
  tell,
  type Told,
  wait,
} from "../support/case.ts";
import { day } from "../support/law.ts";

const open = { type: "open" } as const;
const acknowledge = { type: "acknowledge" } as const;
const write = { type: "reporter-message" } as const;
const transfer = { type: "transfer", to: other, key: key("t") } as const;
const takeOver = { type: "take-over", key: key("o") } as const;
const verify = { type: "begin-verification" } as const;
const conclude = { type: "conclude" } as const;
const classified = classifiedOn("2026-03-02");
const verifying = tell(classified, ["2026-03-02", verify]);
const concluded = tell(verifying, ["2026-03-04", conclude]);

describe("given a letter that was released", () => {
  const sent = releasedOn("2026-02-13");

  it("when the officer opens it, then it is opened on that day", () => {
    expect(attempt(sent, "2026-02-23", open)).toMatchObject({
      kind: "accepted",
      event: { type: "Opened", on: "2026-02-23" },
      automatic: [],
    });
  });

  it("when the officer acknowledges, writes or notes before opening it, then that is refused", () => {
    for (const type of ["acknowledge", "send-message", "note"] as const)
      expect(answerTo(sent, "2026-02-23", { type })).toBe("not-opened-yet");
  });

  it("when the reporter writes before anybody opened it, then that is kept", () => {
    expect(answerTo(sent, "2026-02-13", write)).toBe("accepted");
  });

  it("when somebody acts in another's name, then that is refused", () => {
    for (const name of commandNames)
      for (const actor of actors)
        if (actorOf[name] !== actor) expect(mayDo(name, "opened", actor)).toBe("not-your-command");
    const asReporter = { today: day("2026-02-13"), actor: "reporter", law } as const;
    expect(decide(open, sent.state, asReporter)).toEqual({ kind: "refused", reason: "not-your-command" });
  });

  it("when an act is dated before the release, or before the last act, then that is refused", () => {
    expect(answerTo(sent, "2026-02-12", open)).toBe("before-release");
    const opened = tell(sent, ["2026-02-25", open]);
    expect(answerTo(opened, "2026-02-24", acknowledge)).toBe("before-last-event");
  });
});

describe("given a letter that was opened", () => {
  const opened = tell(releasedOn("2026-02-13"), ["2026-02-23", open]);

  it("when it is opened again, then nothing happens to the case", () => {
    expect(answerTo(opened, "2026-02-24", open)).toBe("already-opened");
  });

  it("when it is acknowledged, then the state knows both days, and a second time is refused", () => {
    const met = tell(opened, ["2026-02-24", acknowledge]);
    expect(met.state).toMatchObject({
      status: "acknowledged",
      openedOn: "2026-02-23",
      acknowledgedOn: "2026-02-24",
    });
    expect(answerTo(met, "2026-02-25", acknowledge)).toBe("already-acknowledged");
  });

  it("only a message after the acknowledgement is an answer", () => {
    const asked = tell(opened, ["2026-02-23", { type: "send-message" }]);
    expect(isAnswered(asked.state)).toBe(false);
    const met = tell(asked, ["2026-02-24", acknowledge]);
    expect(isAnswered(met.state)).toBe(false);
    const answered = tell(met, ["2026-03-02", { type: "send-message" }]);
    expect(isAnswered(answered.state)).toBe(true);
    expect(answered.state).toMatchObject({ answeredOn: "2026-03-02" });
  });

  it("what the reporter wrote waits until the committee writes back, on the same day too", () => {
    const wrote = tell(opened, ["2026-02-24", write]);
    expect(wrote.state).toMatchObject({ reporterWroteOn: "2026-02-24", flags: { "reporter-wrote": true } });
    const noted = tell(wrote, ["2026-02-24", { type: "note" }]);
    expect(noted.state.flags["reporter-wrote"]).toBe(true);
    const heard = tell(noted, ["2026-02-24", { type: "send-message" }]);
    expect(heard.state.flags["reporter-wrote"]).toBe(false);
  });
});

describe("given a classified case", () => {
  it("it can be verified, refused or passed on; only what is verified is concluded", () => {
    expect(classified.state).toMatchObject({ status: "classified", classifiedOn: "2026-03-02" });
    expect(answerTo(classified, "2026-03-02", conclude)).toBe("not-verifying-yet");
    expect(concluded.state).toMatchObject({ status: "concluded", concludedOn: "2026-03-04" });
    expect(answerTo(verifying, "2026-03-03", { type: "refuse" })).toBe("already-verifying");
  });

  it("the committee cannot give itself the long limits of a tố cáo", () => {
    for (const kind of ["formal-party", "formal-state"] as const)
      expect(answerTo(classified, "2026-03-03", { type: "classify", kind })).toBe("not-made-formal");
  });

  it("a case is closed only after the reporter had the time to answer", () => {
    expect(answerTo(concluded, "2026-03-18", { type: "close" })).toBe("reporter-may-still-answer");
    const closed = tell(concluded, ["2026-03-19", { type: "close" }]);
    expect(closed.state).toMatchObject({ status: "closed", closedOn: "2026-03-19" });
    expect(answerTo(closed, "2026-03-19", { type: "send-message" })).toBe("already-closed");
    expect(answerTo(closed, "2026-03-19", write)).toBe("accepted");
  });

  it("every sealed note is the same event, in which nothing can be told apart", () => {
    const { state, events } = tell(classified, ["2026-03-03", { type: "note" }]);
    expect(events.at(-1)).toEqual({ type: "Noted", on: "2026-03-03" });
    expect({ ...state, lastEventOn: classified.state.lastEventOn }).toEqual(classified.state);
  });

  it("a re-key names a new key, and says who stepped aside only to the readers", () => {
    const recused = tell(classified, ["2026-03-03", { type: "recuse", key: key("a") }]);
    expect(recused.state).toMatchObject({ caseKey: key("a"), flags: { recused: true } });
    expect(answerTo(recused, "2026-03-03", { type: "hand-over", key: key("a") })).toBe("key-not-new");
  });
});

describe("given a case that is passed on", () => {
  const passed = tell(classified, ["2026-03-03", transfer]);

  it("it belongs to the other committee, with another key, and can be opened there from its arrival", () => {
    expect(passed.state).toMatchObject({ status: "transferred", committee: other, receivedOn: null });
    expect(passed.state.held).toEqual([receiver, other]);
    expect(passed.state).not.toHaveProperty("openedOn");
    expect(answerTo(passed, "2026-03-03", open)).toBe("not-received-yet");
    const arrived = wait(passed, "2026-03-04");
    expect(arrived.state).toMatchObject({ status: "transferred", receivedOn: "2026-03-04" });
    const opened = tell(arrived, ["2026-03-05", open]);
    expect(opened.state).toMatchObject({ status: "opened", openedOn: "2026-03-05" });
  });

  it("it is never passed on again, nor back, nor up", () => {
    const again = classifiedOn("2026-03-05", wait(passed, "2026-03-05"));
    expect(answerTo(again, "2026-03-05", { ...transfer, key: key("u") })).toBe("already-transferred");
    expect(answerTo(classified, "2026-03-03", { ...transfer, to: receiver })).toBe("had-it-before");
    expect(answerTo(classified, "2026-03-03", { ...transfer, to: superior })).toBe(
      "superior-not-by-transfer",
    );
  });

  it("a committee that is late, or owes an explanation, does not get rid of the case", () => {
    expect(answerTo(classified, "2026-04-20", transfer)).toBe("overdue");
  });
});

describe("given the reporter's own acts", () => {
  const wrote = tell(classified, ["2026-03-05", write]);
  const formal = { type: "make-formal", kind: "formal-party", since: day("2026-03-05") } as const;

  it("make-formal stands on a message of the reporter, once, and starts the limits on the day of that message", () => {
    expect(answerTo(classified, "2026-03-09", formal)).toBe("no-such-message");
    const made = tell(wrote, ["2026-03-09", formal]);
    expect(made.state).toMatchObject({ kind: "formal-party", flags: { formal: true } });
    expect(made.state.clocks.at(-1)).toMatchObject({
      name: "result",
      kind: "formal-party",
      startedOn: "2026-03-05",
      knownOn: "2026-03-09",
    });
    expect(answerTo(made, "2026-03-09", formal)).toBe("already-formal");
    expect(answerTo(made, "2026-03-09", { type: "classify", kind: "report" })).toBe("already-formal");
    expect(answerTo(made, "2026-03-09", { type: "classify", kind: "formal-state" })).toBe("accepted");
  });

  it("ask-review lets the superior read, for ten working days after a refusal, a transfer or an outcome", () => {
    const review = { type: "ask-review" } as const;
    expect(answerTo(verifying, "2026-03-03", review)).toBe("nothing-to-review");
    const refused = tell(classified, ["2026-03-02", { type: "refuse" }]);
    const passed = tell(classified, ["2026-03-02", transfer]);
    const done = tell(verifying, ["2026-03-02", conclude]);
    for (const decided of [refused, passed, done]) {
      expect(superiorMayRead(decided.state)).toBe(false);
      expect(answerTo(decided, "2026-03-16", review)).toBe("accepted");
      // Written on the last day, released on the next.
      expect(answerTo(decided, "2026-03-17", review)).toBe("accepted");
      expect(answerTo(decided, "2026-03-18", review)).toBe("review-window-over");
      const asked = tell(decided, ["2026-03-16", review]);
      expect(superiorMayRead(asked.state)).toBe(true);
      expect(answerTo(asked, "2026-03-16", review)).toBe("review-already-asked");
      expect(tell(asked, ["2026-03-17", takeOver]).state).toMatchObject({
        status: "acknowledged",
        committee: superior,
        superior: null,
      });
    }
  });

  it("with nobody above there is nobody to ask", () => {
    const alone = tell(classifiedOn("2026-03-02", releasedOn("2026-03-02", null)), [
      "2026-03-02",
      { type: "refuse" },
    ]);
    expect(answerTo(alone, "2026-03-03", { type: "ask-review" })).toBe("no-superior");
    expect(wait(releasedOn("2026-03-02", null), "2026-12-01").events.map(({ type }) => type)).not.toContain(
      "Escalated",
    );
  });
});

describe("given a committee that is late", () => {
  const late = wait(releasedOn("2026-03-02"), "2026-03-16");
  const demand = { type: "demand-explanation" } as const;

  it("the superior demands an explanation, once, and the committee owes it whatever else it does", () => {
    expect(answerTo(releasedOn("2026-03-02"), "2026-03-05", demand)).toBe("not-overdue");
    expect(answerTo(late, "2026-03-16", { type: "explain" })).toBe("no-explanation-owed");
    const demanded = tell(late, ["2026-03-16", demand]);
    expect(answerTo(demanded, "2026-03-17", demand)).toBe("explanation-already-demanded");
    const sorted = classifiedOn("2026-03-17", demanded);
    expect(sorted.state.flags).toMatchObject({ overdue: false, "explanation-demanded": true });
    expect(answerTo(sorted, "2026-03-17", transfer)).toBe("explanation-owed");
    const explained = tell(sorted, ["2026-03-18", { type: "explain" }]);
    expect(explained.state.flags["explanation-demanded"]).toBe(false);
  });

  it("the superior reads and takes over only after the last limit, and then nobody stands above it", () => {
    expect(answerTo(late, "2026-03-16", takeOver)).toBe("superior-may-not-read");
    const escalated = wait(late, "2026-03-31");
    expect(escalated.state.flags.escalated).toBe(true);
    const read = tell(escalated, ["2026-03-31", { type: "open-as-superior" }]);
    expect(answerTo(read, "2026-03-31", { type: "open-as-superior" })).toBe("superior-already-opened");
    const taken = tell(read, ["2026-04-01", takeOver]);
    expect(taken.state).toMatchObject({ committee: superior, superior: null, takenOverOn: "2026-04-01" });
    expect(answerTo(taken, "2026-04-02", demand)).toBe("no-superior");
    expect(answerTo(classifiedOn2(taken), "2026-04-02", transfer)).toBe("already-taken-over");
  });

  const classifiedOn2 = (told: Told) => tell(told, ["2026-04-02", { type: "classify", kind: "report" }]);

  it("a committee can hand a case up itself; its clocks run on", () => {
    const handed = tell(classified, ["2026-03-03", { type: "propose-superior" }]);
    expect(superiorMayRead(handed.state)).toBe(true);
    expect(handed.state.clocks.find(({ name }) => name === "result")?.stoppedOn).toBeNull();
    expect(answerTo(handed, "2026-03-03", { type: "propose-superior" })).toBe("already-proposed");
  });
});

describe("the table", () => {
  /** One case in every status; of those with a superior that may read. */
  const inStatus: Record<CaseStatus, Told> = {
    sent: releasedOn("2026-03-02"),
    opened: tell(releasedOn("2026-03-02"), ["2026-03-02", open]),
    acknowledged: tell(releasedOn("2026-03-02"), ["2026-03-02", open], ["2026-03-02", acknowledge]),
    classified,
    verifying,
    concluded,
    closed: tell(concluded, ["2026-03-19", { type: "close" }]),
    refused: tell(classified, ["2026-03-02", { type: "refuse" }]),
    transferred: wait(tell(classified, ["2026-03-02", transfer]), "2026-03-03"),
  };

  it("answers every command in every status, and what it refuses the decider refuses with the same reason", () => {
    for (const status of caseStatuses) {
      const { state } = inStatus[status];
      expect(state.status).toBe(status);
      const permissions = listPermissions(state, { today: state.lastEventOn, law });
      for (const [name, permission] of Object.entries(permissions)) {
        const inTable = permissionIn(name as CaseCommand["type"], status);
        if (inTable !== "allowed") expect(permission, `${name} in ${status}`).toBe(inTable);
      }
    }
  });

  it("names every command once, under the one who may give it, with an event of its own", () => {
    for (const actor of actors)
      expect(Object.keys(actions[actor]).sort()).toEqual([...commandsOf[actor]].sort());
    expect(new Set(commandNames).size).toBe(commandNames.length);
    const made = commandNames.map((name) => eventOf[name]);
    expect([...made, "Released"].sort()).toEqual([...eventTypes].sort());
    for (const name of commandNames) expect(commandOf[eventOf[name]]).toBe(name);
    expect(new Set(refusalReasons).size).toBe(refusalReasons.length);
  });

  it("the one who acts is the one the vocabulary names", () => {
    for (const name of commandNames) expect(vocabulary[eventOf[name]].by).toBe(actorOf[name]);
  });

  it("only words of the committee to the reporter count as an answer", () => {
    expect(eventTypes.filter(isMessageToReporter)).toEqual([
      "Acknowledged",
      "MessageSent",
      "ReporterAsked",
      "Extended",
      "Transferred",
      "Refused",
      "Concluded",
      "TakenOver",
    ]);
  });
});

describe("a history that cannot have happened", () => {
  const on = (type: CaseEvent["type"], date: string) => ({ type, on: day(date) }) as CaseEvent;
  const [released] = releasedOn("2026-02-13").events as [CaseEvent];
  const faultOf = (...events: CaseEvent[]) => findHistoryFault([released, ...events], law);
  const opened = on("Opened", "2026-02-23");

  it("is named at the place where it breaks", () => {
    expect(faultOf(on("Acknowledged", "2026-02-24"))).toEqual({ index: 1, reason: "not-opened-yet" });
    expect(faultOf(opened, opened)).toEqual({ index: 2, reason: "already-opened" });
    expect(faultOf(opened, on("Acknowledged", "2026-02-22"))).toEqual({
      index: 2,
      reason: "before-last-event",
    });
    expect(faultOf(on("Opened", "2026-02-01"))).toEqual({ index: 1, reason: "before-release" });
    expect(faultOf(opened, released)).toEqual({ index: 2, reason: "released-twice" });
    expect(findHistoryFault([opened], law)).toEqual({ index: 0, reason: "not-released" });
    expect(findHistoryFault([], law)).toEqual({ index: 0, reason: "not-released" });
    expect(() => replay([opened])).toThrow(RangeError);
    expect(() => follow([opened], day("2026-03-02"), law)).toThrow(RangeError);
  });

  it("a server cannot invent what time did, nor date it otherwise", () => {
    const overdue = (date: string): CaseEvent => ({
      type: "BecameOverdue",
      clock: "first-open",
      on: day(date),
    });
    expect(faultOf(overdue("2026-02-26"))).toBeUndefined();
    expect(faultOf(overdue("2026-02-25"))).toEqual({ index: 1, reason: "not-due" });
    expect(faultOf(overdue("2026-02-26"), overdue("2026-02-26"))).toEqual({ index: 2, reason: "not-due" });
    expect(faultOf(opened, { type: "Escalated", clock: "outer", on: day("2026-02-24") })).toEqual({
      index: 2,
      reason: "not-due",
    });
  });

  it("and if what time did is left out, a reader puts it back in its place", () => {
    const told = classifiedOn("2026-03-16", releasedOn("2026-03-02"));
    const people = told.events.filter(({ type }) => type !== "BecameOverdue" && type !== "Escalated");
    expect(people.length).toBeLessThan(told.events.length);
    expect(findHistoryFault(people, law)).toBeUndefined();
    expect(follow(people, day("2026-03-16"), law)).toEqual(told.state);
  });

  it("an event that does not fit changes no more than the last date", () => {
    const misfit = evolve(classified.state, on("Concluded", "2026-03-09"));
    expect(misfit).toEqual({ ...classified.state, lastEventOn: "2026-03-09" });
  });
});
