import { describe, expect, test } from "vitest";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import { ClockLine } from "../../src/client/officer/clock-words.tsx";
import { urgencyOf } from "../../src/client/officer/duty.ts";
import { bindingClocks } from "../../src/domain/case/case.clocks.ts";
import type { ClockName } from "../../src/domain/policy.ts";
import { languages } from "../../src/i18n/language.ts";
import { loadWords } from "../../src/i18n/officer/words.load.ts";
import { caseId, type CaseStory, fileOf } from "../support/officer-cases.ts";
import { toStaticHtml } from "../support/static-html.ts";

const story = (events: CaseStory["events"], released = "2026-02-03"): CaseFile =>
  fileOf({ id: caseId("case"), released, ...(events === undefined ? {} : { events }) });
const sorted: CaseStory["events"] = [
  ["Opened", "2026-02-03"],
  ["Acknowledged", "2026-02-03"],
  ["Classified", "2026-02-03", { kind: "report" }],
];
const begun: CaseStory["events"] = [...sorted, ["VerificationBegun", "2026-03-09"]];
const resultOn = (on: string): CaseStory["events"] => [
  ...sorted,
  ["VerificationBegun", "2026-02-03"],
  ["Concluded", on],
];

function clockIn(file: CaseFile, name: ClockName): CaseFile["clocks"][number] {
  const clock = file.clocks.find((each) => each.clock.name === name);
  if (clock === undefined) throw new Error(`no clock ${name}`);
  return clock;
}

/** Both forms of its words: the case's own, and the list's. */
async function said(file: CaseFile, name: ClockName, language: (typeof languages)[number]): Promise<string> {
  const words = await loadWords(language);
  const running = clockIn(file, name);
  return [false, true].map((isShort) => toStaticHtml(ClockLine({ words, running, isShort }))).join("\n");
}

const delays = /Quá hạn|trễ|Sắp đến hạn|cấp trên|verdue|late|uperior may|Due soon|ហួសកំណត់|យឺត|ជិតដល់/u;

describe.each(languages)("in %s a limit that binds nobody", (language) => {
  test.each([
    ["the reporter's time for a comment", story(resultOn("2026-02-03")), "reporter-comment"],
    ["the reporter's time for a review", story(resultOn("2026-02-03")), "review"],
    ["the time for a transfer", story(sorted), "transfer"],
    ["the time for a transfer that nobody wanted", story(begun), "transfer"],
  ] as const)("is over and not late: %s", async (_, file, name) => {
    expect(["overdue", "missed"]).toContain(clockIn(file, name).state.kind);
    const { say } = await loadWords(language);
    const html = await said(file, name, language);
    expect(html.split(say("clock.over"))).toHaveLength(3);
    expect(html).not.toMatch(/clock-(overdue|missed|near|last-day)/);
    const { law } = await loadWords(language);
    expect(html.replaceAll(law.say(`clock.${name}`), "")).not.toMatch(delays);
  });

  test("says how long it still runs, and presses nobody", async () => {
    for (const on of ["2026-02-24", "2026-02-26"]) {
      const html = await said(story(resultOn(on)), "reporter-comment", language);
      expect(html).toContain("clock clock-running");
      expect(html).not.toMatch(delays);
    }
  });
});

describe("a limit that binds the committee", () => {
  test("says how late it is and what that means, in the list the first alone", async () => {
    const late = fileOf({ id: caseId("late"), released: "2026-01-12" });
    const { state } = clockIn(late, "first-open");
    expect(state).toMatchObject({ kind: "overdue", phase: "escalated" });
    const { law } = await loadWords("vi");
    const html = await said(late, "first-open", "vi");
    expect(html.split("cấp trên trực tiếp đã được mở thư")).toHaveLength(2);
    expect(html.split("clock clock-overdue")).toHaveLength(3);
    expect(html).toContain(law.say("clock.first-open"));
  });

  test("says also once it was met that it was met late", async () => {
    const opened = fileOf({ id: caseId("late"), released: "2026-03-02", events: [["Opened", "2026-03-09"]] });
    const html = await said(opened, "first-open", "vi");
    expect(html.split("Xong trễ")).toHaveLength(3);
    expect(html).toContain("clock-missed");
  });
});

test("the card of what is next is coloured by what binds, and by nothing else", () => {
  const comment = clockIn(story(resultOn("2026-02-03")), "reporter-comment");
  expect(urgencyOf(comment)).toBe("running");
  const late = fileOf({ id: caseId("late"), released: "2026-01-12" });
  expect(late.clocks.filter((each) => urgencyOf(each) === "overdue").map(({ clock }) => clock.name)).toEqual(
    bindingClocks.filter((name) => late.clocks.some(({ clock }) => clock.name === name)),
  );
});
