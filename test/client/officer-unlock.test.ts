import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConductor, type Enter } from "../../src/client/officer/conductor.ts";
import {
  idleLimitMs,
  idleWarningMs,
  type IdleState,
  watchAbsence,
  watchIdle,
} from "../../src/client/officer/idle.ts";
import { initialState, reduce } from "../../src/client/officer/reducer.ts";
import type { SignInProblem, State } from "../../src/client/officer/state.ts";
import { pauseSeconds } from "../../src/client/officer/tries.ts";
import { today } from "../support/officer-cases.ts";

describe("a desk that nobody touches", () => {
  const page = new EventTarget();
  let at = 0;
  let told: IdleState[] = [];
  let stop: () => void = () => {};
  const touch = () => page.dispatchEvent(new Event("keydown"));

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("document", page);
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
    at = 1_000_000;
    told = [];
    stop = watchIdle(
      (state) => told.push(state),
      () => at,
    );
  });
  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** Time goes by, and the page with it. */
  const pass = (ms: number) => {
    at += ms;
    vi.advanceTimersByTime(10_000);
  };

  test("warns, goes on with a touch, and locks when there is none", () => {
    pass(idleWarningMs);
    touch();
    pass(idleWarningMs);
    pass(idleLimitMs - idleWarningMs);
    expect(told).toEqual(["warn", "active", "warn", "over"]);
  });

  test("locks again: after the first lock the next desk is watched like the one before", () => {
    pass(idleLimitMs);
    touch();
    pass(idleLimitMs);
    expect(told).toEqual(["over", "active", "over"]);
  });

  test("is found overdue by the very touch that wakes the machine, before the touch counts", () => {
    at += idleLimitMs;
    touch();
    expect(told).toEqual(["over", "active"]);
  });

  test("does not take for a touch that the page has moved the focus itself", () => {
    pass(idleWarningMs);
    page.dispatchEvent(new Event("focusin"));
    pass(idleLimitMs - idleWarningMs);
    expect(told).toEqual(["warn", "over"]);
  });

  test("locks at once when the browser freezes the page", () => {
    page.dispatchEvent(new Event("freeze"));
    expect(told).toEqual(["over"]);
  });

  test("has nobody before it any more after the limit, and whenever the page is frozen or put aside", () => {
    let times = 0;
    const stopWatching = watchAbsence(
      () => (times += 1),
      () => at,
    );
    const timesAfter = (...steps: readonly (() => void)[]) => {
      for (const step of steps) step();
      return times;
    };
    const says = (type: string) => () => page.dispatchEvent(new Event(type));
    const passes = (ms: number) => () => {
      pass(ms);
    };
    expect(timesAfter(passes(idleWarningMs), touch, passes(idleWarningMs))).toBe(0);
    expect(timesAfter(passes(idleLimitMs - idleWarningMs))).toBe(1);
    expect(timesAfter(touch, says("freeze"))).toBe(2);
    expect(timesAfter(touch, says("pagehide"), says("pagehide"))).toBe(4);
    stopWatching();
    expect(timesAfter(says("pagehide"), passes(idleLimitMs), says("freeze"))).toBe(4);
  });
});

describe("a wrong passphrase", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function gateWith(problem: SignInProblem) {
    let knocks = 0;
    let state: State = initialState;
    const knock = async () => {
      knocks += 1;
      return { kind: "problem" as const, problem };
    };
    const enter: Enter = { byPassphrase: knock, byPasskey: knock };
    const store = {
      get: () => state,
      dispatch: (event: Parameters<typeof reduce>[1]) => {
        state = reduce(state, event);
      },
    };
    const conductor = createConductor(store, enter, () => 0);
    const press = async () => {
      conductor.signIn("officer", "wrong", today);
      await vi.advanceTimersByTimeAsync(0);
    };
    return { conductor, press, gate: () => state.gate, knocks: () => knocks };
  }

  test("costs nothing twice, then a second more each time, and never more than five", () => {
    const pauses = Array.from({ length: 20 }, (_, tries) => pauseSeconds(tries));
    expect(pauses.slice(0, 5)).toEqual([0, 0, 0, 1, 2]);
    expect(Math.max(...pauses)).toBe(5);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  test("counts down on the page, and no try goes out meanwhile by either way", async () => {
    const { conductor, press, gate, knocks } = gateWith("wrong");
    for (let tries = 0; tries < 4; tries++) {
      await press();
      await vi.advanceTimersByTimeAsync(gate().pause * 1000);
    }
    await press();
    expect(gate()).toMatchObject({ wrongTries: 5, pause: 3, problem: "wrong" });
    await press();
    conductor.signInByPasskey(today);
    await vi.advanceTimersByTimeAsync(2000);
    expect(gate().pause).toBe(1);
    expect(knocks()).toBe(5);
    await vi.advanceTimersByTimeAsync(1000);
    await press();
    expect(knocks()).toBe(6);
  });

  test("is not what a lost connection or a cancelled passkey is", async () => {
    for (const problem of ["unreachable", "passkey-cancelled", "passkey-unknown"] as const) {
      const { press, gate } = gateWith(problem);
      for (let tries = 0; tries < 6; tries++) await press();
      expect(gate()).toMatchObject({ wrongTries: 0, pause: 0, problem });
    }
  });
});

test("a desk that opens after its page was left is locked at once, and shows nothing", async () => {
  let state: State = initialState;
  let release: () => void = () => {};
  let locked = 0;
  const opening = new Promise<void>((resolve) => {
    release = resolve;
  });
  const knock = async () => {
    await opening;
    return { kind: "office" as const, office: { lock: () => (locked += 1) } as never };
  };
  const dispatch = (event: Parameters<typeof reduce>[1]) => {
    state = reduce(state, event);
  };
  const conductor = createConductor(
    { get: () => state, dispatch },
    { byPassphrase: knock, byPasskey: knock },
    () => 0,
  );
  conductor.signIn("officer", "passphrase", today);
  conductor.leave("locked");
  release();
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  expect(locked).toBe(1);
  expect(state).toMatchObject({ session: null, gate: { step: "waiting", problem: "interrupted" } });
});
