import { describe, expect, it } from "vitest";
import {
  evolveSealed,
  findSealedFault,
  refusalGrounds,
  type SealedFact,
  type SealedNote,
  type SealedState,
  unread,
} from "../../src/domain/case/case.sealed.ts";
import type { CaseId, OfficerId, PersonId } from "../../src/domain/ids.ts";

const noted = (note: SealedNote): SealedFact => ({ type: "Noted", note });
const after = (...facts: SealedFact[]): SealedState => facts.reduce(evolveSealed, unread);
const sorted = (eligible: boolean): SealedFact => ({
  type: "Classified",
  substance: "report",
  category: "B3",
  eligible,
});
const concluded = (change: Partial<Extract<SealedFact, { type: "Concluded" }>> = {}) =>
  ({ type: "Concluded", outcome: "true", againstPerson: false, remedyOrdered: false, ...change }) as const;
const heard = noted({ kind: "person-heard", declined: false });
const verified = noted({ kind: "verification" });

describe("what only the readers can enforce", () => {
  it("nobody is found against before being heard, or having been asked and declined", () => {
    const against = concluded({ againstPerson: true });
    expect(findSealedFault(against, after(sorted(true), verified))).toBe("person-not-heard");
    expect(findSealedFault(against, after(sorted(true), verified, heard))).toBeNull();
    const declined = noted({ kind: "person-heard", declined: true });
    expect(findSealedFault(against, after(sorted(true), verified, declined))).toBeNull();
  });

  it("nothing is found, either way, without having been looked into; only lack of a basis needs nothing", () => {
    for (const outcome of ["true", "partly-true", "untrue"] as const)
      expect(findSealedFault(concluded({ outcome }), after(sorted(true)))).toBe("nothing-verified");
    expect(findSealedFault(concluded({ outcome: "no-basis" }), after(sorted(true)))).toBeNull();
  });

  it("a remedy follows a finding", () => {
    const state = after(sorted(true), verified);
    const fault = findSealedFault(concluded({ outcome: "untrue", remedyOrdered: true }), state);
    expect(fault).toBe("remedy-without-finding");
    expect(findSealedFault(concluded({ remedyOrdered: true }), state)).toBeNull();
  });

  it("what was found not eligible is refused, with a ground from the list and another way; what is eligible is not", () => {
    const refused = { type: "Refused", ground: "no-concrete-content", whereElse: ["court"] } as const;
    expect(findSealedFault(refused, after(sorted(false)))).toBeNull();
    expect(findSealedFault(refused, after(sorted(true)))).toBe("eligible");
    expect(findSealedFault(refused, after())).toBe("eligible");
    expect(findSealedFault({ ...refused, whereElse: [] }, after(sorted(false)))).toBe("nowhere-else-named");
    expect(findSealedFault(concluded(), after(sorted(false), verified))).toBe("not-eligible");
  });

  it("that a letter is anonymous or was withdrawn is no ground to refuse it", () => {
    expect(refusalGrounds.filter((ground) => /anonym|withdraw/.test(ground))).toEqual([]);
  });
});

describe("what only the readers know", () => {
  it("a withdrawal is remembered and ends nothing", () => {
    const state = after(sorted(true), verified, noted({ kind: "withdrawn", threatSuspected: true }));
    expect(state.withdrawal).toMatchObject({ threatSuspected: true });
    expect(findSealedFault(concluded(), state)).toBeNull();
  });

  it("joined cases know of each other; the last assignment counts", () => {
    const state = after(
      noted({ kind: "joined", with: "a" as CaseId }),
      noted({ kind: "joined", with: "b" as CaseId }),
      noted({ kind: "assigned", officer: "x" as OfficerId }),
      noted({ kind: "assigned", officer: "y" as OfficerId }),
    );
    expect(state).toMatchObject({ joinedWith: ["a", "b"], assignedTo: "y" });
  });

  it("a remedy is open from the outcome that orders it until it is khắc phục tốt", () => {
    const ordered = after(concluded({ remedyOrdered: true }));
    expect(ordered.remedyOpen).toBe(true);
    expect(evolveSealed(ordered, noted({ kind: "remedy", state: "slow" })).remedyOpen).toBe(true);
    expect(evolveSealed(ordered, noted({ kind: "remedy", state: "done" })).remedyOpen).toBe(false);
  });

  it("what says nothing changes nothing", () => {
    const state = after(sorted(true));
    const silent: readonly SealedFact[] = [
      noted({ kind: "remark" }),
      noted({ kind: "inspection-planned", atOnce: true }),
      noted({ kind: "follower-appointed", person: "p" as PersonId }),
      { type: "Extended", reason: "several-places" },
      { type: "Refused", ground: "abusive", whereElse: ["court"] },
    ];
    for (const fact of silent) expect(evolveSealed(state, fact)).toEqual(state);
  });
});
