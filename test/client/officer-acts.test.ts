import { describe, expect, test } from "vitest";
import { findCommandObstacle } from "../../src/client/desk/obstacles.ts";
import type { OrderName } from "../../src/client/desk/orders.ts";
import { isSolemn, officerGroups, superiorGroups } from "../../src/client/officer/commands.ts";
import {
  daysFrom,
  emptyForm,
  fieldsOf,
  type Form,
  isBegun,
  offeredNotes,
  readForm,
  startForm,
} from "../../src/client/officer/form.ts";
import { groupLate, mayDemand, sinceOf } from "../../src/client/officer/late.ts";
import { commandOfDuty, nextDutyOf } from "../../src/client/officer/next-duty.ts";
import { afterDays } from "../../src/client/officer/template.ts";
import { commandsOf } from "../../src/domain/case/case.commands.ts";
import type { CaseId, CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import { day } from "../support/law.ts";
import {
  caseId,
  type CaseStory,
  fileOf,
  listedOf,
  rowOf,
  type ToldEvent,
  today,
} from "../support/officer-cases.ts";

const id = caseId("case");
const sent: CaseStory = { id, released: "2026-03-02" };
const life: readonly ToldEvent[] = [
  ["Opened", "2026-03-02"],
  ["Acknowledged", "2026-03-03"],
  ["Classified", "2026-03-03", { kind: "report" }],
  ["VerificationBegun", "2026-03-04"],
  ["Concluded", "2026-03-05"],
];
const upTo = (length: number, ...more: readonly ToldEvent[]): CaseStory => ({
  ...sent,
  events: [...life.slice(0, length), ...more],
});
const offered: readonly OrderName[] = [...officerGroups, ...superiorGroups].flatMap(
  ({ commands }) => commands,
);

describe("the list of acts", () => {
  test("offers every command of officer and superior exactly once, and the reporter's word to be shown", () => {
    expect([...offered].sort()).toEqual(
      [...commandsOf.officer, ...commandsOf.superior, "make-formal"].sort(),
    );
  });

  test("asks once more before whatever ends a case, shuts somebody out, or lets somebody in", () => {
    expect(offered.filter(isSolemn).sort()).toEqual([
      "close",
      "conclude",
      "hand-over",
      "make-formal",
      "open-as-superior",
      "recuse",
      "refuse",
      "take-over",
      "transfer",
    ]);
  });
});

const filled: Form = {
  ...emptyForm,
  text: "Lời",
  kind: "report",
  substance: "report",
  category: "B1",
  eligible: "yes",
  days: "5",
  reason: "several-places",
  to: "noi-khac" as CommitteeId,
  note: "remark",
  covered: [],
  officer: "an" as OfficerId,
  joined: "khac" as CaseId,
  threat: "yes",
  declined: "no",
  inspection: "at-once",
  remedy: "slow",
  readers: ["an" as OfficerId],
  ground: "abusive",
  whereElse: ["court"],
  outcome: "true",
  againstPerson: "yes",
  remedyOrdered: "no",
  sequence: 3,
};

describe("a form", () => {
  test.each(offered)(
    "of %s gives its order once every field is filled in, and no order without one of them",
    (command) => {
      expect(readForm(command, filled, true)).toMatchObject({ kind: "order", order: { command } });
      for (const field of fieldsOf(command, filled, true)) {
        if (field === "readers" || (field === "text" && command === "classify")) continue;
        const lacking = { ...filled, [field]: emptyForm[field] };
        expect(readForm(command, lacking, true), field).toEqual({ kind: "faults", faults: [field] });
      }
    },
  );

  test("of a note asks for what its kind needs, and for words only where they are all", () => {
    for (const note of offeredNotes) {
      const form = { ...filled, note, text: "" };
      const reading = readForm("note", form, false);
      expect(reading.kind, note).toBe(note === "remark" ? "faults" : "order");
      if (reading.kind === "order") expect(reading.order).toMatchObject({ note: { kind: note }, remark: "" });
    }
    expect(readForm("note", { ...filled, note: "withdrawn" }, false)).toMatchObject({
      order: { note: { kind: "withdrawn", threatSuspected: true } },
    });
  });

  test("asks for the procedure only after the reporter has made it formal", () => {
    expect(fieldsOf("classify", emptyForm, false)).not.toContain("kind");
    expect(fieldsOf("classify", emptyForm, true)).toContain("kind");
  });

  test("takes days as they are typed, in Khmer digits too, and nothing that is no number of days", () => {
    expect([" 5 ", "05", "១០"].map(daysFrom)).toEqual([5, 5, 10]);
    expect(["", "0", "-1", "1.5", "1e2", "năm", "1000"].map(daysFrom)).toEqual(Array(7).fill(null));
  });

  test("is begun when somebody has put something in, and not by its template", () => {
    expect(isBegun(startForm("acknowledge", "Mẫu"))).toBe(false);
    expect(isBegun({ ...startForm("acknowledge", "Mẫu"), text: "Mẫu!" })).toBe(true);
    expect(isBegun({ ...emptyForm, whereElse: ["court"] })).toBe(true);
  });
});

describe("what comes next", () => {
  const duty = (story: CaseStory, on = today) => {
    const file = fileOf(story, {}, on);
    return nextDutyOf(file, findCommandObstacle(file, "close") === null);
  };

  test("follows the case from its opening to its end", () => {
    expect([0, 1, 2, 3, 4, 5].map((length) => duty(upTo(length)))).toEqual([
      "open",
      "acknowledge",
      "classify",
      "verify",
      "record",
      "await-comment",
    ]);
    const fact = { type: "Noted", note: { kind: "verification" } } as const;
    expect(duty(upTo(4, ["Noted", "2026-03-09", { fact }]))).toBe("conclude");
    expect(duty(upTo(5), day("2026-04-20"))).toBe("close");
    expect(duty(upTo(5, ["Closed", "2026-04-20"]), day("2026-04-21"))).toBe("ended");
  });

  test("is the answer once the reporter has written, and the explanation once it is owed", () => {
    expect(duty(upTo(4, ["ReporterWrote", "2026-03-09"]))).toBe("reply");
    const owing = upTo(2, ["ReporterWrote", "2026-03-05"], ["ExplanationDemanded", "2026-04-20"]);
    expect(duty(owing, day("2026-04-20"))).toBe("explain");
  });

  test("is a refusal where the case was found not eligible", () => {
    const fact = { type: "Classified", substance: "complaint", category: null, eligible: false } as const;
    expect(
      duty({
        ...sent,
        events: [...life.slice(0, 2), ["Classified", "2026-03-03", { kind: "report", fact }]],
      }),
    ).toBe("refuse");
  });

  test("is to show the reporter's word, until the server has it", () => {
    const deed = { kind: "make-formal", statement: "", signature: "", identity: "" } as const;
    const asked: ToldEvent = ["ReporterWrote", "2026-03-09", { deed }];
    expect(duty(upTo(3, asked))).toBe("show-statement");
    const shown: ToldEvent = ["MadeFormal", "2026-03-10", { kind: "formal-party", since: day("2026-03-09") }];
    expect(duty(upTo(3, asked, shown))).toBe("reply");
  });

  test("goes for a superior from watching over the demand to opening and taking over", () => {
    const above = (events: readonly ToldEvent[], on: string) =>
      duty({ ...sent, as: "superior", events }, day(on));
    expect(above([], "2026-03-03")).toBe("watch");
    expect(above([], "2026-03-10")).toBe("demand");
    expect(above([["ExplanationDemanded", "2026-03-10"]], "2026-03-10")).toBe("await-explanation");
    expect(above([], "2026-05-04")).toBe("open-as-superior");
    expect(above([["OpenedBySuperior", "2026-05-04"]], "2026-05-04")).toBe("take-over");
  });

  test("is never something that the law refuses", () => {
    for (const length of [0, 1, 2, 3, 4, 5])
      for (const on of ["2026-03-10", "2026-04-20", "2026-06-01"])
        for (const as of ["officer", "superior"] as const) {
          const file = fileOf({ ...upTo(length), as }, {}, day(on));
          const next = nextDutyOf(file, findCommandObstacle(file, "close") === null);
          const command = commandOfDuty[next];
          if (command === null) continue;
          const obstacle = findCommandObstacle(file, command);
          // What only readers know is asked for where it is sealed: a note is missing, or the letter was not read.
          if (obstacle?.by === "law") expect([length, on, as, next, obstacle]).toBeNull();
        }
  });
});

describe("the days in a form", () => {
  const verifying = fileOf(upTo(4));

  test("show the new limit before anything is sent, as the law will reckon it", () => {
    const after = afterDays("extend", verifying, { days: "5" });
    expect(after).toEqual({ limit: "2026-04-06", pausedTo: null });
    const done = fileOf(upTo(4, ["Extended", "2026-03-10", { days: 5 }]));
    const result = done.clocks.find(({ facts }) => facts.name === "result");
    expect(result?.clock.extendedDue?.on).toBe(after?.limit);
  });

  test("show until when a question stops the limit", () => {
    expect(afterDays("ask-reporter", verifying, { days: "3" })?.pausedTo).toBe("2026-03-13");
    expect(afterDays("ask-reporter", verifying, { days: "" })).toBeNull();
  });
});

describe("the list of who is late", () => {
  const lateOf = (name: string, committee: string, released: string) => {
    const story = { id: caseId(name), released };
    const { clocks } = listedOf(story);
    const row = rowOf(story);
    return {
      case: row.case,
      committee: committee as CommitteeId,
      releasedOn: row.releasedOn,
      outerEscalationOn: row.outerEscalationOn,
      flags: row.flags,
      clocks,
      mayRead: false,
      because: "late" as const,
      damaged: false,
    };
  };

  test("puts first who has been late longest, with all of their cases", () => {
    const groups = groupLate([
      lateOf("a", "mot", "2026-02-23"),
      lateOf("b", "hai", "2026-01-05"),
      lateOf("c", "mot", "2026-02-02"),
    ]);
    expect(groups.map(({ committee, cases }) => [committee, cases.length])).toEqual([
      ["hai", 1],
      ["mot", 2],
    ]);
    expect(sinceOf(groups[1]?.cases[0] ?? lateOf("x", "x", "2026-02-02"))).toBe("2026-02-05");
  });

  test("offers to demand an explanation once, and only of what is late", () => {
    const late = lateOf("a", "mot", "2026-02-23");
    expect(mayDemand(late)).toBe(true);
    expect(mayDemand({ ...late, flags: [...late.flags, "explanation-demanded"] })).toBe(false);
    expect(mayDemand({ flags: [] })).toBe(false);
  });
});
