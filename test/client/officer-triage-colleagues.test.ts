import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import { deskWith, settled } from "../support/triage-desk.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the colleagues to whom cases are given", () => {
  const binh = { officer: "binh" as OfficerId, title: "Cán bộ nội chính" };
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
