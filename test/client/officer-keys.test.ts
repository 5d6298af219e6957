import { describe, expect, test } from "vitest";
import { idleLimitMs, idleState, idleWarningMs } from "../../src/client/officer/idle.ts";
import { keyCommand, type KeyPlace } from "../../src/client/officer/keys.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const press = (key: string, place: KeyPlace, singleKeys = true, more = {}) =>
  keyCommand({ ...plain, key, ...more }, place, singleKeys);

describe("keys", () => {
  test("move in the list by arrows and by j and k", () => {
    expect([press("ArrowDown", "list"), press("j", "list")]).toEqual(["next", "next"]);
    expect([press("ArrowUp", "list"), press("k", "elsewhere")]).toEqual(["previous", "previous"]);
  });

  test("leave the arrows to whoever reads a letter", () => {
    expect(press("ArrowDown", "case")).toBeNull();
  });

  test("take no letter away from somebody who writes", () => {
    for (const key of ["j", "k", "?", "ArrowDown", "Enter"]) expect(press(key, "writing")).toBeNull();
    expect(press("Enter", "writing", true, { ctrlKey: true })).toBe("send");
    expect(press("Enter", "list", true, { ctrlKey: true })).toBeNull();
  });

  test("take nothing from an input method", () => {
    expect(press("Escape", "writing", true, { isComposing: true })).toBeNull();
  });

  test("of a single character can be switched off, the others stay", () => {
    expect([press("j", "list", false), press("?", "list", false)]).toEqual([null, null]);
    expect([press("ArrowDown", "list", false), press("Escape", "case", false)]).toEqual(["next", "back"]);
  });
});

test("a desk warns a minute before it locks, and locks when the clock went backwards by as much", () => {
  expect(idleState(idleWarningMs - 1)).toBe("active");
  expect(idleState(idleWarningMs)).toBe("warn");
  expect(idleState(idleLimitMs)).toBe("over");
  expect(idleState(-1000)).toBe("active");
  expect(idleState(-idleLimitMs)).toBe("over");
});
