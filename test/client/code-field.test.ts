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
import { createReceiptCode, receiptGroups } from "../../src/envelope/receipt-code.ts";

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

describe("a code that is pasted with what stood around it", () => {
  const code = createReceiptCode("1234567890123456789012");
  const other = createReceiptCode("9876543210987654321098");
  const shown = receiptGroups(code).join(" ");
  const read = { kind: "code", code };

  test("is found among the words, dates and numbers of a whole receipt", () => {
    const receipt = `Mã biên nhận của bạn\n${receiptGroups(code).join("\n")}\nThư gửi tới: Đảng ủy xã Hòa Thuận\nTrả lời chậm nhất 03/03/2026, sau 7 ngày làm việc`;
    expect(readReceiptCode(receipt)).toEqual(read);
    // As a field of one line takes it in: without the breaks.
    expect(readReceiptCode(receipt.replaceAll("\n", ""))).toEqual(read);
    expect(groupDigits(receipt)).toBe(shown);
    expect(countDigits(groupDigits(receipt))).toBe(24);
  });

  test.each([
    `Mã: ${shown}`,
    `“${shown}”`,
    `${shown}.`,
    `លេខកូដ៖ ${shown.replaceAll(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))}`,
    `\u202a${shown}\u202c`,
    `\u200e${receiptGroups(code).join("\u2060")}`,
    `${shown} ${shown}`,
    `${code}${code}`,
    `Mã ${shown}, nhắc lại: ${code}`,
  ])("is read from %j", (typed) => {
    expect(readReceiptCode(typed)).toEqual(read);
    expect(readReceiptCode(groupDigits(typed))).toEqual(read);
  });

  test.each([`${code} ${other}`, `Một: ${shown}. Hai: ${other}`])("is asked for alone: %j", (typed) => {
    expect(faultOf(typed)).toBe(words.say("code.several-codes"));
    expect(groupDigits(typed).replaceAll(" ", "")).toBe(typed.replaceAll(" ", ""));
  });

  test("is told what is wrong with its digits, not with the words", () => {
    expect(faultOf(`Mã: ${shown.slice(0, -1)}${shown.endsWith("0") ? "1" : "0"} nhé`)).toBe(
      words.say("code.check-digits"),
    );
    expect(faultOf("Mã: 1234 5678")).toBe(words.say("code.too-short", { count: "16" }));
    expect(faultOf("Mã: 1234 5678 9o12")).toBe(words.say("code.bad-character", { group: "3" }));
    expect(faultOf("Mã: 1234 5678 9012 3456 7890 1234 5.")).toBe(words.say("code.too-long", { count: "1" }));
    expect(faultOf("không có mã nào")).toBe(words.say("code.bad-character", { group: "1" }));
    expect(faultOf("a b, ".repeat(20_000))).toBe(words.say("code.bad-character", { group: "1" }));
    expect(faultOf("12🙂4")).toBe(words.say("code.bad-character", { group: "1" }));
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
