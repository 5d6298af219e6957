import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { emptyForm, type Form, readForm } from "../../src/client/officer/form.ts";
import { retold, withTemplate } from "../../src/client/officer/reducer.writing.ts";
import { isTemplated, templateChoices, templateFor } from "../../src/client/officer/template.ts";
import { followTemplate, hasGap, isUnfilled } from "../../src/client/officer/template-text.ts";
import { formatDate } from "../../src/i18n/format.ts";
import { type Language, languages } from "../../src/i18n/language.ts";
import { officerGroups } from "../../src/client/officer/commands.ts";
import { day } from "../support/law.ts";
import { caseId, type CaseStory, fileOf, sessionOf, today } from "../support/officer-cases.ts";

const verifying: CaseStory = {
  id: caseId("case"),
  released: "2026-03-02",
  events: [
    ["Opened", "2026-03-02"],
    ["Acknowledged", "2026-03-03"],
    ["Classified", "2026-03-03", { kind: "report" }],
    ["VerificationBegun", "2026-03-04"],
  ],
};
const file = fileOf(verifying);
const session = {
  ...sessionOf("an"),
  organisation: { tree: { committees: new Map(), units: new Map() } },
} as unknown as Parameters<typeof templateFor>[2];
const say = (form: Partial<Form>, command: "refuse" | "conclude" | "ask-reporter" | "extend") =>
  templateFor(command, file, session, "vi", { ...emptyForm, ...form });

describe("a template", () => {
  test("follows the ground of a refusal and the outcome of a conclusion, each in its own words", () => {
    const grounds = ["abusive", "limitation-passed", "other-procedure"] as const;
    expect(new Set(grounds.map((ground) => say({ ground }, "refuse"))).size).toBe(3);
    expect(say({ outcome: "untrue" }, "conclude")).toContain("không đúng");
    expect(say({ outcome: "true", remedyOrdered: "yes" }, "conclude")).toContain("khắc phục");
    expect(say({ outcome: "true", remedyOrdered: "no" }, "conclude")).not.toContain("khắc phục");
  });

  it("keeps up with a new day where somebody has written into it", () => {
    const begun = say({ days: "3" }, "ask-reporter");
    const written = begun.replace("\n\n\n\n", "\n\nỞ cầu nào?\n\n");
    const told = retold({ ...emptyForm, text: written, template: begun }, say({ days: "5" }, "ask-reporter"));
    expect(told.text).toBe(say({ days: "5" }, "ask-reporter").replace("\n\n\n\n", "\n\nỞ cầu nào?\n\n"));
    expect(told.text).toContain("trong 5 ngày");
  });

  it("never takes away a word that somebody wrote, whatever it becomes", () => {
    const words = fc.array(fc.stringMatching(/^[a-zđ ]{1,12}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, words, fc.stringMatching(/^[A-Z$&]{1,12}$/), (old, fresh, own) => {
        const before = old.join("\n\n");
        const text = `${before}\n\n${own}`;
        expect(followTemplate(text, before, fresh.join("\n\n"))).toContain(own);
      }),
    );
  });

  it("is appended to what was typed, and what was typed stays", () => {
    const form = withTemplate({ ...emptyForm, text: "Lời riêng", template: "Mẫu" }, "Thêm", null);
    expect(form.text).toBe("Lời riêng\n\nThêm");
  });

  it("that leaves a gap cannot be sent as it is, one that says everything can", () => {
    const asked = say({ days: "3" }, "ask-reporter");
    const form = { ...emptyForm, days: "3", text: asked, template: asked };
    expect(readForm("ask-reporter", form, false)).toEqual({ kind: "faults", faults: ["text"] });
    const whole = templateFor(
      "ask-reporter",
      file,
      session,
      "vi",
      { ...emptyForm, days: "3" },
      "ask-reporter.still",
    );
    expect(readForm("ask-reporter", { ...form, text: whole, template: whole }, false).kind).toBe("order");
  });

  it("with a day that is not chosen yet is not whole, and a text says so", () => {
    expect(hasGap(say({}, "extend"))).toBe(true);
    expect(isUnfilled(say({}, "extend"))).toBe(true);
    expect(isUnfilled("Chúng tôi đang xem… Xin chờ.\n\nChào.")).toBe(false);
  });
});

describe("the form of an explanation", () => {
  const owing = (...more: NonNullable<CaseStory["events"]>): CaseStory => ({
    id: caseId("owing"),
    released: "2026-03-02",
    events: [["ExplanationDemanded", "2026-03-06"], ...more],
  });
  const firstLine = (story: CaseStory, language: Language = "vi", on = today) => {
    const of = fileOf(story, { today: on });
    return templateFor("explain", of, session, language).split("\n")[0] ?? "";
  };
  const [openBy, resultBy] = [day("2026-03-05"), day("2026-03-30")];

  test.each(languages)(
    "in %s names the limit that was missed, and no day that is still to come",
    (language) => {
      const opened = owing(["Opened", "2026-03-09"]);
      const { clocks } = fileOf(opened);
      const { clock, state } = clocks.find((each) => each.clock.name === "first-open") ?? {};
      expect([clock?.due.on, state?.kind]).toEqual([openBy, "missed"]);
      expect(clocks.find((each) => each.clock.name === "result")?.clock.due.on).toBe(resultBy);
      for (const story of [owing(), opened]) {
        const line = firstLine(story, language);
        expect(line).toContain(formatDate(language, openBy));
        expect(line).not.toContain(formatDate(language, resultBy));
        expect(line).not.toContain("…");
      }
    },
  );

  const limitsOf: Readonly<Record<Language, readonly string[]>> = {
    vi: ["hạn mở thư", "hạn tiếp nhận và phân loại", "hạn trả lời kết quả", "hạn giải trình"],
    en: ["opening the letter", "classification", "the result", "the explanation"],
    km: ["កំណត់បើកសំបុត្រ", "កំណត់ទទួល", "កំណត់ឆ្លើយលទ្ធផល", "កំណត់ពន្យល់"],
  };

  test.each(languages)("in %s names each of several, in words that tell which", (language) => {
    const line = firstLine(owing(["Opened", "2026-03-09"]), language, day("2026-04-10"));
    for (const on of ["2026-03-05", "2026-03-11", "2026-03-13", "2026-03-30"])
      expect(line.split(formatDate(language, day(on))), on).toHaveLength(2);
    for (const name of limitsOf[language]) expect(line).toContain(name);
  });

  test("names a limit without a result that is still owed", () => {
    const told = owing(
      ["Opened", "2026-03-09"],
      ["Acknowledged", "2026-03-09"],
      ["Classified", "2026-03-09", { kind: "report" }],
      ["Refused", "2026-03-09"],
    );
    expect(firstLine(told)).toBe(
      `Vụ việc nhận ngày thứ Hai 02/03/2026; hạn mở thư là hết ngày ${formatDate("vi", openBy)}.`,
    );
  });

  test("leaves out what an earlier explanation was about, and what another committee missed", () => {
    const again = owing(
      ["Opened", "2026-03-09"],
      ["Explained", "2026-03-09"],
      ["ExplanationDemanded", "2026-03-12"],
    );
    const line = firstLine(again, "vi", day("2026-03-13"));
    expect(line).toContain("hạn tiếp nhận và phân loại là hết ngày thứ Tư 11/03/2026");
    expect(line).not.toContain("mở thư");
    // Opened and classified there on the 9th, too late; received here on the 11th.
    const moved: CaseStory = {
      id: caseId("moved"),
      released: "2026-03-02",
      events: [
        ["Opened", "2026-03-09"],
        ["Acknowledged", "2026-03-09"],
        ["Classified", "2026-03-09", { kind: "report" }],
        ["Transferred", "2026-03-10", { to: "noi-khac", key: "khoa" }],
        ["ExplanationDemanded", "2026-03-19"],
      ],
    };
    const after = firstLine(moved, "vi", day("2026-03-19"));
    expect(after).toContain("hạn mở thư là hết ngày thứ Hai 16/03/2026");
    expect(after).not.toContain("05/03/2026");
  });

  test("leaves the day open where nothing was missed by the law of today", () => {
    const { events, ...punctual } = owing();
    const line = firstLine({ ...punctual, events: [["Opened", "2026-03-03"], ...(events ?? [])] });
    expect(isUnfilled(line)).toBe(true);
  });
});

describe("the choice of templates", () => {
  it("offers a date only while it can be kept, and an apology once it has passed", () => {
    expect(templateChoices("send-message", file)).toContain("send-message.progress");
    const late = fileOf(verifying, { today: day("2026-12-30") });
    expect(templateChoices("send-message", late)).toContain("send-message.late");
    expect(templateChoices("send-message", late)).not.toContain("send-message.progress");
  });

  it("offers an answer once the reporter has written, and a word about a withdrawal once there is one", () => {
    expect(templateChoices("send-message", file)).not.toContain("send-message.reply");
    const wrote: CaseStory = {
      ...verifying,
      events: [...(verifying.events ?? []), ["ReporterWrote", "2026-03-05", "Xin rút."]],
    };
    const withdrawn = { ...file.sealed, withdrawal: { kind: "withdrawn", threatSuspected: false } } as const;
    const choices = templateChoices("send-message", fileOf(wrote, { sealed: withdrawn }));
    expect(choices).toEqual(expect.arrayContaining(["send-message.reply", "send-message.withdrawal"]));
  });

  test.each(languages)(
    "in %s has words for every act that needs any, with every place filled",
    (language) => {
      const commands = [...officerGroups.flatMap(({ commands }) => [...commands]), "take-over" as const];
      for (const command of commands.filter(isTemplated))
        for (const name of templateChoices(command, file)) {
          const text = templateFor(command, file, session, language, emptyForm, name);
          expect(text.trim(), name).not.toBe("");
          expect(text, name).not.toMatch(/[{}]/);
        }
    },
  );
});
