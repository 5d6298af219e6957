import { describe, expect, test } from "vitest";
import { faultOfFacts, faultOfText } from "../../src/client/citizen/letter/text-faults.ts";
import { containsAnyReceiptCode, createReceiptCode, receiptGroups } from "../../src/envelope/receipt-code.ts";

const code = receiptGroups(createReceiptCode("1234567890123456789012")).join(" ");
const empty = { when: "", where: "", knowledge: null, continuing: null };

describe("a free field", () => {
  test("is not let go with a receipt code in it, whichever field it is", () => {
    expect(faultOfText(`Mã ${code}`, 0, containsAnyReceiptCode)).toBe("has-code");
    expect(faultOfFacts({ ...empty, when: code }, containsAnyReceiptCode)).toEqual({
      facts: [{ field: "when", kind: "has-code" }],
    });
    expect(faultOfFacts({ ...empty, where: code }, containsAnyReceiptCode)).toEqual({
      facts: [{ field: "where", kind: "has-code" }],
    });
  });

  test("that is too long is said to be so, and not cut", () => {
    expect(faultOfText("a", -7, containsAnyReceiptCode)).toEqual({ tooLongBy: 7 });
    expect(
      faultOfFacts({ ...empty, when: "x".repeat(201), where: "y".repeat(200) }, containsAnyReceiptCode),
    ).toEqual({
      facts: [{ field: "when", kind: "too-long" }],
    });
  });

  test("may be left empty, but for the text", () => {
    expect(faultOfFacts(empty, containsAnyReceiptCode)).toBeNull();
    expect(faultOfText(" \n", 100, containsAnyReceiptCode)).toBe("text-required");
    expect(faultOfText("Một việc.", 100, containsAnyReceiptCode)).toBeNull();
  });
});
