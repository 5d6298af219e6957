import { describe, expect, test } from "vitest";
import { charactersIn } from "../../src/client/citizen/letter/counter.ts";
import {
  countDigits,
  groupDigits,
  readReceiptCode,
  sayCodeFault,
} from "../../src/client/citizen/return/code.ts";
import { allWords } from "../../src/client/citizen/words.all.ts";
import { vietnamese } from "../../src/client/citizen/words.ts";

const words = allWords(vietnamese);
const faultOf = (typed: string): string => {
  const reading = readReceiptCode(typed);
  return reading.kind === "fault" ? sayCodeFault(words, reading) : "";
};

describe("a code that is typed", () => {
  test("falls into groups of four, in whatever digits", () => {
    expect(groupDigits("12345678")).toBe("1234 5678");
    expect(groupDigits("1234 567")).toBe("1234 567");
    expect(groupDigits("១២៣៤៥")).toBe("១២៣៤ ៥");
    expect(groupDigits("")).toBe("");
    expect(countDigits("１２３４ ៥")).toBe(5);
  });

  test("is left alone when there is something else in it", () => {
    expect(groupDigits("1234x5678")).toBe("1234x5678");
  });

  test("is answered with what is wrong, as exactly as can be said", () => {
    expect(faultOf("")).toBe(words.say("code.required"));
    expect(faultOf("1234 5678 9o12")).toBe(words.say("code.bad-character", { group: "3" }));
    expect(faultOf("1234 5678")).toBe(words.say("code.too-short", { count: "16" }));
    expect(faultOf("1".repeat(26))).toBe(words.say("code.too-long", { count: "2" }));
    expect(faultOf("1".repeat(24))).toBe(words.say("code.check-digits"));
  });
});

describe("the room in a letter", () => {
  test("is told in characters of the script that is written", () => {
    expect(charactersIn(2900, "ក".repeat(100), "km")).toBe(960);
    expect(charactersIn(1000, "a".repeat(100), "vi")).toBe(1000);
    expect(charactersIn(1400, "", "vi")).toBe(1000);
  });

  test("is never told as none while a character too many is there", () => {
    expect(charactersIn(-1, "a".repeat(100), "vi")).toBe(1);
    expect(charactersIn(-1, "", "vi")).toBe(1);
  });
});
