import { describe, expect, it } from "vitest";
import { superiorMayRead } from "../../src/domain/case/case.ts";
import {
  clockOf,
  clocksOf,
  isStoppedBy,
  outerEscalationOf,
  stoppedOn,
} from "../../src/domain/case/case.clocks.ts";
import { decide } from "../../src/domain/case/case.decide.ts";
import { nextStep, tick } from "../../src/domain/case/case.tick.ts";
import { eventTypes } from "../../src/domain/case/case.vocabulary.ts";
import { createClocks, limitOf } from "../../src/domain/clocks.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { stopOf } from "../../src/domain/policy.ts";
import {
  answerTo,
  classifiedOn,
  key,
  law,
  other,
  releasedOn,
  tell,
  type Told,
  wait,
} from "../support/case.ts";
import { calendar, day, policy } from "../support/law.ts";

const classified = classifiedOn("2026-03-02");
const verifying = tell(classified, ["2026-03-02", { type: "begin-verification" }]);
const ask = (days: number) => ({ type: "ask-reporter", days }) as const;
const extend = (days: number) => ({ type: "extend", days }) as const;

/** The limit of the last clock of a name. */
function limit({ state }: Told, name: string): string {
  const clock = state.clocks.findLast((each) => each.name === name);
  return clock === undefined ? "none" : limitOf(clockOf(clock, law)).on;
}

/** What time did, as "day type clock". */
function steps({ events }: Told): readonly string[] {
  return events.flatMap((event) =>
    ["BecameOverdue", "Escalated", "ClockResumed", "TransferReceived", "Erased"].includes(event.type)
      ? [`${event.on} ${event.type}${"clock" in event ? ` ${event.clock}` : ""}`]
      : [],
  );
}

describe("a letter that nobody touches", () => {
  it("goes overdue on the morning after each limit and opens to the superior after each last one", () => {
    expect(steps(wait(releasedOn("2026-02-13"), "2026-12-31"))).toEqual([
      "2026-02-26 BecameOverdue first-open",
      "2026-03-04 BecameOverdue acknowledge",
      "2026-03-14 Escalated first-open",
      "2026-03-21 BecameOverdue result",
      "2026-03-21 Escalated acknowledge",
      "2026-04-18 Escalated result",
    ]);
  });

  it("is due for the daily job on those mornings and on no others", () => {
    const told = releasedOn("2026-02-13");
    expect(nextStep(told.state, law)).toMatchObject({ on: "2026-02-26" });
    expect(tick(told.state, day("2026-02-25"), law)).toEqual([]);
    expect(nextStep(wait(told, "2026-12-31").state, law)).toBeNull();
  });

  it("counts a Saturday that is worked for a day off", () => {
    // 2 January 2026 is given off for Saturday 10 January.
    expect(steps(wait(releasedOn("2026-01-06"), "2026-01-11"))).toEqual([
      "2026-01-10 BecameOverdue first-open",
    ]);
    expect(steps(wait(releasedOn("2026-01-07"), "2026-01-12"))).toEqual([
      "2026-01-11 BecameOverdue first-open",
    ]);
  });

  it("is overdue while what is asked for is missing, and no longer once it came late; the mark stays", () => {
    const late = wait(releasedOn("2026-02-13"), "2026-02-27");
    expect(late.state.flags.overdue).toBe(true);
    const opened = tell(late, ["2026-02-27", { type: "open" }]);
    expect(opened.state.flags.overdue).toBe(false);
    expect(opened.state.clocks[0]).toMatchObject({ overdueOn: "2026-02-26", stoppedOn: "2026-02-27" });
  });
});

describe("what stops a clock", () => {
  it("an acknowledgement does not stop the acknowledge clock: its row asks for a classification", () => {
    const met = tell(
      releasedOn("2026-02-13"),
      ["2026-02-23", { type: "open" }],
      ["2026-02-24", { type: "acknowledge" }],
    );
    const { acknowledge, "first-open": firstOpen } = createClocks(policy, calendar, day("2026-02-13"));
    expect(stoppedOn(acknowledge, met.events)).toBeNull();
    expect(stoppedOn(firstOpen, met.events)).toBe("2026-02-23");
    const sorted = tell(met, ["2026-02-25", { type: "classify", kind: "report" }]);
    expect(stoppedOn(acknowledge, sorted.events)).toBe("2026-02-25");
    expect(clocksOf(sorted.state, law).map(({ clock, stoppedOn }) => [clock.name, stoppedOn])).toEqual([
      ["first-open", "2026-02-23"],
      ["acknowledge", "2026-02-25"],
      ["result", null],
      ["transfer", null],
    ]);
  });

  it("an outcome, a refusal, a transfer or a take-over stops the result clock, and nothing else", () => {
    expect(eventTypes.filter((type) => isStoppedBy({ stop: stopOf.result }, type))).toEqual([
      "Transferred",
      "Refused",
      "Concluded",
      "TakenOver",
    ]);
  });

  it("a late transfer is allowed, and missed its clock", () => {
    const late = tell(classified, ["2026-03-11", { type: "transfer", to: other, key: key("t") }]);
    const clock = late.state.clocks.find(({ name }) => name === "transfer");
    expect(clock?.stoppedOn).toBe("2026-03-11");
    expect(limit(late, "transfer")).toBe("2026-03-09");
  });
});

describe("a question to the reporter", () => {
  const asked = tell(verifying, ["2026-03-04", ask(5)]);

  it("stops the result clock for its days, then the clock resumes by itself", () => {
    expect(limit(verifying, "result")).toBe("2026-03-30");
    expect(asked.state.flags["clock-paused"]).toBe(true);
    expect(limit(asked, "result")).toBe("2026-04-06");
    const resumed = wait(asked, "2026-03-20");
    expect(steps(resumed)).toEqual(["2026-03-12 ClockResumed"]);
    expect(resumed.state.flags["clock-paused"]).toBe(false);
    const paused = resumed.state.clocks.find(({ name }) => name === "result");
    expect(paused?.pauses).toEqual([{ from: "2026-03-04", days: 5, lastOn: "2026-03-11" }]);
    expect(limit(resumed, "result")).toBe("2026-04-06");
  });

  it("ends when the reporter writes: only the days that were waited do not count", () => {
    const answered = tell(asked, ["2026-03-06", { type: "reporter-message" }]);
    expect(answered.state.flags["clock-paused"]).toBe(false);
    expect(limit(answered, "result")).toBe("2026-04-01");
    expect(steps(wait(answered, "2026-03-20"))).toEqual([]);
  });

  it("is capped, each and all together, and comes once at a time", () => {
    expect(answerTo(verifying, "2026-03-04", ask(6))).toBe("pause-too-long");
    expect(answerTo(verifying, "2026-03-04", ask(0))).toBe("not-a-number-of-days");
    expect(answerTo(verifying, "2026-03-04", ask(1.5))).toBe("not-a-number-of-days");
    expect(answerTo(asked, "2026-03-05", ask(1))).toBe("already-paused");
    const twice = wait(tell(wait(asked, "2026-03-12"), ["2026-03-12", ask(5)]), "2026-03-25");
    expect(answerTo(twice, "2026-03-25", ask(1))).toBe("no-pause-left");
  });

  it("does not help once the limit has passed, nor past the last limit", () => {
    expect(answerTo(verifying, "2026-03-31", ask(1))).toBe("overdue");
    const extended = tell(verifying, ["2026-03-04", extend(10)]);
    expect(answerTo(extended, "2026-03-04", ask(1))).toBe("past-hard-limit");
  });
});

describe("an extension", () => {
  it("moves the limit once, by no more than the row allows, and never the original one", () => {
    expect(answerTo(verifying, "2026-03-10", extend(11))).toBe("extension-too-long");
    const extended = tell(verifying, ["2026-03-10", extend(10)]);
    expect(extended.state.flags.extended).toBe(true);
    expect(limit(extended, "result")).toBe("2026-04-13");
    expect(answerTo(extended, "2026-03-11", extend(1))).toBe("no-extension-left");
    const clock = extended.state.clocks.find(({ name }) => name === "result");
    expect(clock && clockOf(clock, law)).toMatchObject({
      due: { on: "2026-03-30" },
      hardDue: { on: "2026-04-13" },
    });
  });

  it("is asked for before the limit has passed", () => {
    expect(answerTo(verifying, "2026-03-30", extend(5))).toBe("accepted");
    expect(answerTo(verifying, "2026-03-31", extend(5))).toBe("overdue");
  });

  it("of a tố cáo to the state comes twice, thirty days each", () => {
    const formal = tell(
      classified,
      ["2026-03-03", { type: "reporter-message" }],
      ["2026-03-04", { type: "make-formal", kind: "formal-state", since: day("2026-03-03") }],
    );
    expect(limit(formal, "result")).toBe("2026-04-02");
    const twice = tell(formal, ["2026-03-05", extend(30)], ["2026-03-06", extend(30)]);
    expect(limit(twice, "result")).toBe("2026-06-01");
    expect(answerTo(twice, "2026-03-06", extend(1))).toBe("no-extension-left");
    // The other procedure has a shorter last limit in store: what was added does not reach past it.
    const party = tell(twice, ["2026-03-09", { type: "classify", kind: "formal-party" }]);
    const clock = party.state.clocks.find(({ name, stoppedOn }) => name === "result" && stoppedOn === null);
    const { hardDue } = clockOf(clock as never, law);
    expect(limit(party, "result")).toBe(hardDue.on);
  });
});

describe("a transfer", () => {
  const passed = tell(classified, ["2026-03-06", { type: "transfer", to: other, key: key("t") }]);

  it("starts new clocks on the day on which the other committee receives it", () => {
    const arrived = wait(passed, "2026-03-07");
    expect(steps(arrived)).toEqual(["2026-03-07 TransferReceived"]);
    const running = arrived.state.clocks.filter(({ stoppedOn }) => stoppedOn === null);
    expect(running.map(({ name, startedOn }) => `${name} ${startedOn}`)).toEqual([
      "review 2026-03-06",
      "first-open 2026-03-07",
      "acknowledge 2026-03-07",
      "result 2026-03-07",
    ]);
  });

  it("does not move the date after which the superior can read", () => {
    expect(outerEscalationOf(passed.state, law)).toBe("2026-04-28");
    const idle = classifiedOn("2026-03-09", wait(passed, "2026-03-09"));
    expect(limit(idle, "result")).toBe("2026-04-03");
    expect(steps(wait(idle, "2026-04-30"))).toContain("2026-04-29 Escalated outer");
  });
});

describe("the date printed at sending", () => {
  const printed = createClocks(policy, calendar, day("2026-03-02")).outerEscalation.on;

  it("holds against every question, extension and classification", () => {
    const delayed = tell(
      verifying,
      ["2026-03-03", ask(5)],
      ["2026-03-16", extend(5)],
      ["2026-03-17", { type: "classify", kind: "report" }],
    );
    expect(outerEscalationOf(delayed.state, law)).toBe(printed);
    const waited = wait(delayed, addDays(day(printed), 1));
    expect(superiorMayRead(waited.state)).toBe(true);
    expect(superiorMayRead(wait(delayed, printed).state)).toBe(false);
  });

  it("moves only when the reporter makes it formal", () => {
    const formal = tell(
      verifying,
      ["2026-03-03", { type: "reporter-message" }],
      ["2026-03-04", { type: "make-formal", kind: "formal-party", since: day("2026-03-03") }],
    );
    expect(outerEscalationOf(formal.state, law) > printed).toBe(true);
  });
});

describe("an explanation", () => {
  it("is due five working days after it was demanded, and is a clock like the others", () => {
    const late = wait(releasedOn("2026-03-02"), "2026-03-06");
    const demanded = tell(late, ["2026-03-06", { type: "demand-explanation" }]);
    expect(limit(demanded, "explanation")).toBe("2026-03-13");
    const opened = tell(demanded, ["2026-03-06", { type: "open" }]);
    expect(steps(wait(opened, "2026-03-31"))).toContain("2026-03-14 BecameOverdue explanation");
    expect(steps(wait(opened, "2026-03-31"))).toContain("2026-03-28 Escalated explanation");
  });
});

describe("a refused letter", () => {
  const refused = tell(classified, ["2026-03-02", { type: "refuse" }]);

  it("is kept for a year, then erased, and nothing may be done with it any more", () => {
    const erased = wait(refused, "2027-03-10");
    expect(steps(erased)).toEqual(["2027-03-03 Erased"]);
    expect(answerTo(erased, "2027-03-10", { type: "note" })).toBe("erased");
    expect(answerTo(erased, "2027-03-10", { type: "reporter-message" })).toBe("erased");
  });

  it("is kept while the superior is asked to look at it", () => {
    const asked = tell(refused, ["2026-03-03", { type: "ask-review" }]);
    expect(steps(wait(asked, "2027-12-01"))).toEqual([]);
  });
});

describe("a daily job that was out", () => {
  it("a command meets the case as time has left it, and brings along what was not written down", () => {
    const { state } = releasedOn("2026-02-13");
    const decision = decide({ type: "open" }, state, { today: day("2026-03-10"), actor: "officer", law });
    expect(decision).toMatchObject({
      automatic: [
        { type: "BecameOverdue", clock: "first-open", on: "2026-02-26" },
        { type: "BecameOverdue", clock: "acknowledge", on: "2026-03-04" },
      ],
      event: { type: "Opened", on: "2026-03-10" },
    });
  });
});
