import { describe, expect, it, test } from "vitest";
import { vietnameseReturn } from "../../src/client/citizen/return/words.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import { outerDateOf, promisesOf } from "../../src/client/reporter/promises.ts";
import { emptyForm, type Form } from "../../src/client/officer/form.ts";
import { foresee, type Foreseen } from "../../src/client/officer/preview/foreseen.ts";
import { isTold, renderReportersPage } from "../support/reporters-page.tsx";
import { createReporter } from "../support/crypto/people.ts";
import { deskOf, houseOrganisation } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";
import {
  acknowledge,
  begin,
  classify,
  heard,
  open,
  order,
  requireFile,
  verified,
  view,
} from "../support/desk-stories.ts";
import { day } from "../support/law.ts";

const organisation = houseOrganisation();
const { law } = organisation;
const reporter = await createReporter();

async function caseAfter(...orders: readonly Order[]) {
  const server = createDeskServer(organisation);
  const desk = deskOf("an", server.transport, organisation);
  const file = await order(desk, await view(desk, server.receive(reporter)), ...orders);
  return { server, desk, file };
}

type Act = readonly [order: Order, form: Partial<Form>, before: readonly Order[]];

const acts: readonly Act[] = [
  [acknowledge, { text: "Đã nhận." }, [open]],
  [{ command: "send-message", message: "Chúng tôi đang xem." }, { text: "Chúng tôi đang xem." }, [open]],
  [
    classify,
    { substance: "report", category: "B1", eligible: "yes", text: "Ghi cho nhau." },
    [open, acknowledge],
  ],
  [
    { command: "ask-reporter", days: 3, message: "Ở đâu?" },
    { days: "3", text: "Ở đâu?" },
    [open, acknowledge, classify, begin],
  ],
  [
    { command: "extend", days: 2, reason: "several-places", message: "Cần thêm." },
    { days: "2", reason: "several-places", text: "Cần thêm." },
    [open, acknowledge, classify, begin],
  ],
  [
    {
      command: "conclude",
      outcome: "true",
      againstPerson: true,
      remedyOrdered: true,
      message: "Đúng như phản ánh.",
    },
    { outcome: "true", againstPerson: "yes", remedyOrdered: "yes", text: "Đúng như phản ánh." },
    [open, acknowledge, classify, begin, heard, verified],
  ],
];

/** What the reporter's browser reckons of the case once the act is in the chain. */
function seenOf(file: CaseFile): Omit<Foreseen, "moved" | "isWhole" | "organisation"> {
  const item = file.history.findLast(({ by }) => by === "committee");
  if (item === undefined) throw new Error("nothing was done");
  const { sequence, on, by, committee, type, event, unreadable } = item;
  const isTo = type === "Classified" ? null : item.text;
  const told = { text: isTo, fact: isTo === null ? null : item.fact, deed: null, isNew: true, digest: null };
  const seen = { sequence, on, by, committee, type, event, unreadable, ...told };
  return {
    item: seen,
    view: {
      letter: { header: { fallback: file.letter?.header.fallback ?? null } },
      releasedOn: file.row.releasedOn,
      released: true,
      today: file.today,
      state: file.state,
      promises: promisesOf(file.state, file.events, file.today, law),
      outer: outerDateOf(file.state, law),
      unrecorded: [],
      history: [seen],
    },
  };
}

describe("the preview", () => {
  it.each(acts)(
    "says of $command what the reporter's page says once it is done",
    async (act, form, before) => {
      const { desk, file } = await caseAfter(...before);
      const foreseen = foresee(act.command, { ...emptyForm, ...form }, file, organisation);
      if (foreseen === null) throw new Error("nothing to foresee");
      const after = requireFile(await carryOut(desk, file, act));
      const { moved } = foreseen;
      const seen = { ...seenOf(after), organisation, isWhole: true, moved };
      expect(renderReportersPage(vietnameseReturn, foreseen)).toBe(
        renderReportersPage(vietnameseReturn, seen),
      );
      expect(foreseen.view).toEqual(seen.view);
    },
  );

  it("shows the date that a question moves, with the days that it takes", async () => {
    const { file } = await caseAfter(open, acknowledge, classify, begin);
    const ask = { ...emptyForm, days: "3", text: "Ở đâu?" };
    const foreseen = foresee("ask-reporter", ask, file, organisation);
    expect(foreseen?.moved.map(({ known }) => known.name)).toEqual(["result"]);
    expect(foresee("send-message", ask, file, organisation)?.moved).toEqual([]);
  });

  it("shows the words alone until the fields are filled in, and no date that nobody chose", async () => {
    const { file } = await caseAfter(open, acknowledge, classify, begin);
    const foreseen = foresee("extend", { ...emptyForm, text: "Cần thêm." }, file, organisation);
    expect(foreseen).toMatchObject({ isWhole: false, moved: [], item: { text: "Cần thêm.", fact: null } });
  });

  test("of a note is empty: the reporter's page never tells of one", async () => {
    const { file } = await caseAfter(open);
    const note = { ...emptyForm, note: "remark", text: "Giữa chúng ta." } as const;
    const foreseen = foresee("note", note, file, organisation);
    expect(foreseen !== null && isTold(vietnameseReturn, foreseen)).toBe(false);
    expect(foreseen?.item.text).toBeNull();
  });

  test("of a case whose letter has not been read is nothing", async () => {
    const server = createDeskServer(organisation);
    const desk = deskOf("an", server.transport, organisation);
    const file = await view(desk, server.receive(reporter));
    expect(foresee("send-message", emptyForm, file, organisation)).toBeNull();
  });

  test("of an acknowledgement on a later day bears that day", async () => {
    const { server, desk, file } = await caseAfter(open);
    server.today = day("2026-03-05");
    const later = await view(desk, file.row.case);
    const foreseen = foresee(
      "acknowledge",
      { ...emptyForm, text: "Đã nhận." },
      { ...later, letter: file.letter },
      organisation,
    );
    expect(foreseen?.item.on).toBe("2026-03-05");
  });
});
