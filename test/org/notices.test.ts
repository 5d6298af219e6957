import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { mailAddressSchema, type NoticeOutcome, webhookUrlSchema } from "../../src/api/notices.schema.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { calendar } from "../support/law.ts";
import { type KnownAttempt, readNoticeDays } from "../../src/org/notices/record.ts";

const today = toPlainDate("2026-03-10");
const recipient = (id: string, added = "2026-03-05") => ({
  id,
  committee: `committee-${id}`,
  kind: "mail" as const,
  added_on: toPlainDate(added),
});
const attempt = (day: string, hour: number, outcome: NoticeOutcome | null, id = "a"): KnownAttempt => ({
  day: toPlainDate(day),
  recipient: id,
  hour,
  outcome,
});
const read = (attempts: readonly KnownAttempt[], ...ids: readonly string[]) =>
  readNoticeDays(
    ids.map((id) => recipient(id)),
    attempts,
    { today, days: 14, calendar },
  );

describe("the record of notices, read by an operator", () => {
  test("names the working days on which the hourly job did not run, and no weekend", () => {
    expect(read([], "a").map(({ day, missing }) => [day, missing[0]?.why])).toEqual([
      ["2026-03-09", "never-tried"],
      ["2026-03-06", "never-tried"],
    ]);
  });

  test("counts a notice that came at the third attempt as sent, and one that never did with its last reason", () => {
    const attempts = [
      attempt("2026-03-09", 10, "sent"),
      attempt("2026-03-09", 8, "unreachable"),
      attempt("2026-03-09", 9, "refused"),
      attempt("2026-03-06", 9, "refused"),
      attempt("2026-03-06", 8, "unreachable"),
    ];
    expect(read(attempts, "a")).toEqual([
      { day: "2026-03-09", sent: 1, missing: [] },
      {
        day: "2026-03-06",
        sent: 0,
        missing: [{ committee: "committee-a", kind: "mail", why: "refused", attempts: 2 }],
      },
    ]);
  });

  test("says of an attempt without an end that it was interrupted, also today", () => {
    const [first] = read([attempt("2026-03-10", 8, null)], "a");
    expect(first).toMatchObject({ day: "2026-03-10", sent: 0, missing: [{ why: "interrupted" }] });
  });

  test("does not call it late before today's hour, nor for days before somebody was entered", () => {
    const days = readNoticeDays([recipient("a", "2026-03-09")], [], { today, days: 14, calendar });
    expect(days).toEqual([]);
  });
});

describe("an address", () => {
  test("of mail holds nothing that could end a line or a command", () => {
    for (const good of ["a@b.vn", "Van.Phong+1@huyen-uy.kiengiang.gov.vn"])
      expect(v.is(mailAddressSchema, good)).toBe(true);
    for (const bad of [
      "a@b.vn\r\nRCPT TO:<c@d.vn>",
      "a b@c.vn",
      "<a@b.vn>",
      "a@b",
      "a@b.vn\n",
      "a@@b.vn",
      "@b.vn",
    ])
      expect(v.is(mailAddressSchema, bad), bad).toBe(false);
  });

  test("of a webhook is private, or on this machine, and holds no password", () => {
    for (const good of ["https://hook.example.vn/a?b=c", "http://127.0.0.1:8080/x", "https://a.vn:8443/"])
      expect(v.is(webhookUrlSchema, good)).toBe(true);
    for (const bad of [
      "http://hook.example.vn/",
      "https://a:b@c.vn/",
      "https://a.vn/#x",
      "https://a.vn/\n",
      "file:///etc/passwd",
      "http://127.0.0.1.example.vn/",
      "https://a.vn",
    ])
      expect(v.is(webhookUrlSchema, bad), bad).toBe(false);
  });
});
