import { describe, expect, test } from "vitest";
import {
  type Drafts,
  findIdentityFaults,
  holdsDraft,
  noDrafts,
  withoutDraft,
  withText,
  writtenOf,
} from "../../src/client/citizen/return/drafts.ts";
import { formalDatesOf } from "../../src/client/citizen/return/formal-dates.ts";
import { formalKinds } from "../../src/domain/policy.ts";
import { evolve, releasedCase } from "../../src/domain/case/case.evolve.ts";
import { clockOf, outerEscalationOf } from "../../src/domain/case/case.clocks.ts";
import { getRunningClock } from "../../src/domain/case/case.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { releasedOn } from "../support/crypto/people.ts";
import { realOrganisation } from "../support/crypto/returning.ts";

const whole: Drafts = {
  ...noDrafts,
  satisfied: false,
  procedure: "formal-state",
  identity: { name: " Trần Thị Bích ", address: "Ấp Hòa Thuận", contact: "0900 000 000" },
};

describe("what is typed", () => {
  test("is kept for each deed by itself, until that one is sent", () => {
    const typed = withText(withText(whole, "message", "Thêm."), "review", "Chưa đúng.");
    const after = withoutDraft(typed, "review");
    expect([after.texts.message, after.texts.review]).toEqual(["Thêm.", ""]);
    expect(after.identity).toEqual(whole.identity);
    expect(withoutDraft(typed, "make-formal")).toMatchObject({
      procedure: null,
      identity: noDrafts.identity,
      texts: { message: "Thêm." },
    });
  });

  test("holds the page back while there is any of it", () => {
    expect(holdsDraft(noDrafts)).toBe(false);
    expect(holdsDraft(withText(noDrafts, "withdraw", " "))).toBe(false);
    expect(holdsDraft(withText(noDrafts, "withdraw", "Tôi sợ."))).toBe(true);
    expect(holdsDraft(whole)).toBe(true);
  });

  test("is no deed while a question is unanswered", () => {
    expect(writtenOf(noDrafts, "rate")).toBeUndefined();
    expect(writtenOf(noDrafts, "make-formal")).toBeUndefined();
    expect(writtenOf({ ...whole, procedure: null }, "make-formal")).toBeUndefined();
    expect(writtenOf({ ...whole, identity: { ...whole.identity, contact: " " } }, "make-formal")).toBe(
      undefined,
    );
  });

  test("becomes the deed that was meant, the name without spaces around it and with no other words", () => {
    expect(writtenOf(withText(whole, "make-formal", "lạc"), "make-formal")).toEqual({
      deed: {
        kind: "make-formal",
        procedure: "formal-state",
        identity: { v: 1, name: "Trần Thị Bích", address: "Ấp Hòa Thuận", contact: "0900 000 000" },
      },
      text: "",
    });
    expect(writtenOf(withText(whole, "rate", "Chưa xong."), "rate")).toEqual({
      deed: { kind: "rate", satisfied: false },
      text: "Chưa xong.",
    });
  });

  test("of a name is missing, or too long for its field", () => {
    expect(findIdentityFaults({ name: " ", address: "x".repeat(401), contact: "x".repeat(200) })).toEqual([
      { field: "name", fault: "required" },
      { field: "address", fault: "too-long" },
    ]);
  });
});

test("the dates shown before making it formal are those that hold after it", () => {
  const organisation = {
    ...realOrganisation(releasedOn),
    payload: { ...realOrganisation().payload, releaseHour: null },
  };
  const state = releasedCase(releasedOn, "xa-uy" as CommitteeId, "huyen-uy" as CommitteeId);
  for (const kind of formalKinds) {
    const shown = formalDatesOf({ state, today: releasedOn }, organisation, kind);
    const written = evolve(state, { type: "ReporterWrote", on: releasedOn });
    const after = evolve(written, { type: "MadeFormal", kind, since: releasedOn, on: releasedOn });
    const result = getRunningClock(after, "result");
    if (result === undefined) throw new Error("no result clock");
    expect(shown.result.after).toBe(clockOf(result, organisation.law).due.on);
    expect(shown.outer?.after).toBe(outerEscalationOf(after, organisation.law));
    expect(shown.outer?.before).toBe(outerEscalationOf(state, organisation.law));
  }
});
