import { describe, expect, test } from "vitest";
import { type Known, removalOf, type Removing } from "../../src/client/officer/passkeys/removal.ts";

const passkey = "P".repeat(43);
const there: Known = [{ passkey, note: null }];
const answers = {
  removed: { kind: "removed" },
  refused: { kind: "refused", code: "internal" },
  busy: { kind: "busy", retryAfterSeconds: 10 },
  unreachable: { kind: "unreachable" },
} as const satisfies Record<string, Removing["answer"]>;

describe("whoever takes a passkey away is told", () => {
  test.each(Object.values(answers))(
    "by the list that it still unlocks, whatever was answered: $kind",
    (answer) => {
      expect(removalOf({ passkey, answer }, there)).toBe("not-removed");
    },
  );

  test.each(Object.values(answers))(
    "by the list that it is gone, also where the answer was lost: $kind",
    (answer) => {
      expect(removalOf({ passkey, answer }, [])).toBe("removed");
    },
  );

  test.each([
    ["removed", "removed"],
    ["refused", "not-removed"],
    ["busy", "not-removed"],
    ["unreachable", "not-known"],
  ] as const)("by the answer where no list comes: %s is %s", (kind, removal) => {
    expect(removalOf({ passkey, answer: answers[kind] }, "failed")).toBe(removal);
  });

  test("nothing before the list is there", () => {
    expect(removalOf({ passkey, answer: answers.removed }, "loading")).toBeNull();
  });
});
