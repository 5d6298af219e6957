import { describe, expect, it } from "vitest";
import { doubtIn } from "../../src/client/reporter/doubt.ts";
import type { CaseView } from "../../src/client/reporter/open-case.ts";
import { sealDeed } from "../../src/client/reporter/seal-deed.ts";
import { createCaseKey } from "../../src/crypto/case-key.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import type { Slots } from "../../src/envelope/envelope.ts";
import type { BoxCase } from "../../src/envelope/box-response.ts";
import { act, type ReadingKey, type TestCase } from "../support/crypto/chains.ts";
import { createCommittee, releasedOn } from "../support/crypto/people.ts";
import {
  acts,
  answerWith,
  lookUp,
  neighbour,
  opened,
  realOrganisation,
  rekey,
  sent,
  serverWith,
  viewOf,
} from "../support/crypto/returning.ts";
import {
  commune,
  organisation as demonstration,
  requireOrganisation,
} from "../support/crypto/organisation.ts";

type StepRecord = BoxCase["steps"][number];

const message = { deed: { kind: "message" }, text: "Thêm." } as const;

/** What becomes of a message, and what the browser asked for on the way. */
async function trySending(view: CaseView) {
  const { transport, asked } = serverWith(new Uint8Array());
  const outcome = await sealDeed(transport, realOrganisation(), view, message);
  return { outcome, asked };
}

const typesOf = (view: CaseView) => view.history.map(({ type }) => type);

describe("a server that invents what time did", () => {
  const late: StepRecord[] = [
    { after: 0, step: { type: "BecameOverdue", clock: "first-open", on: addDays(releasedOn, 1) } },
    { after: 0, step: { type: "Escalated", clock: "first-open", on: addDays(releasedOn, 1) } },
  ];
  const change = (on: PlainDate): StepRecord => ({
    after: 0,
    step: { type: "LawChanged", because: "policy", moves: [], outer: addDays(releasedOn, 900), on },
  });

  it("is not believed: every reader reckons for itself", async () => {
    const view = await viewOf(answerWith(sent, { steps: late }));
    expect(typesOf(view)).toEqual([]);
    expect(view.state.flags).toMatchObject({ overdue: false, escalated: false });
    expect(doubtIn(view)).toBeNull();
  });

  it("is not believed to keep time standing still either", async () => {
    const organisation = realOrganisation(addDays(releasedOn, 40));
    const view = await viewOf(answerWith(sent, { steps: [] }), organisation);
    expect(typesOf(view)).toContain("BecameOverdue");
    expect(view.outer).toMatchObject({ kind: "may-read" });
  });

  it("is not believed about the day", async () => {
    const view = await viewOf(answerWith(sent, { today: addDays(releasedOn, 400) }));
    expect([typesOf(view), view.today]).toEqual([[], releasedOn]);
    const moved = await viewOf(answerWith(sent, { today: addDays(releasedOn, 40) }), requireOrganisation());
    expect(demonstration.notice).not.toBeNull();
    expect(typesOf(moved)).toContain("BecameOverdue");
  });

  it("is found out when it tells of a change of the law that nobody announced, and nothing is sent", async () => {
    const view = await viewOf(answerWith(sent, { steps: [...late, change(addDays(releasedOn, 1))] }));
    expect([view.isLawInvented, doubtIn(view)]).toEqual([true, "invented-law"]);
    expect(typesOf(view)).toEqual([]);
    expect(view.outer).toEqual((await viewOf(answerWith(sent))).outer);
    const { outcome, asked } = await trySending(view);
    expect(outcome).toEqual({ kind: "fault", fault: "doubtful" });
    expect(asked).toEqual([]);
  });

  it("is found out when the announced change was another, or came later", async () => {
    const on = addDays(releasedOn, 1);
    for (const announced of [
      { because: "calendar", on },
      { because: "policy", on: addDays(on, 1) },
    ] as const) {
      const organisation = realOrganisation(on, { lawChanges: [announced] });
      const view = await viewOf(answerWith(sent, { steps: [change(on)] }), organisation);
      expect([announced, view.isLawInvented]).toEqual([announced, true]);
    }
  });

  it("is believed where the signed directory announces the change, and only up to it", async () => {
    const on = addDays(releasedOn, 1);
    const organisation = realOrganisation(on, { lawChanges: [{ because: "policy", on }] });
    const after: StepRecord = {
      after: 0,
      step: { type: "Escalated", clock: "first-open", on: addDays(on, 1) },
    };
    const view = await viewOf(answerWith(sent, { steps: [change(on), after] }), organisation);
    expect([view.isLawInvented, typesOf(view)]).toEqual([false, ["LawChanged"]]);
    expect(view.unrecorded).toEqual([]);
  });

  it("is asked about an announced change that it gives no record of", async () => {
    const on = addDays(releasedOn, 1);
    const announced = { because: "calendar", on } as const;
    const organisation = realOrganisation(addDays(on, 3), { lawChanges: [announced] });
    expect((await viewOf(answerWith(sent), organisation)).unrecorded).toEqual([announced]);
    const later = realOrganisation(releasedOn, { lawChanges: [announced] });
    expect((await viewOf(answerWith(sent), later)).unrecorded).toEqual([]);
  });
});

describe("acts of a committee that has no say", () => {
  const classified = acts(opened, releasedOn, "Acknowledged", "Classified");
  const to = { to: neighbour.committee, key: neighbour.keys.id };
  const moved = act(classified, "Transferred", releasedOn, to);
  const asCommittee = (known: TestCase, committee: typeof commune): TestCase => ({ ...known, committee });

  it.each([
    ["before it was given the case", asCommittee(opened, neighbour), "Acknowledged", "not-in-charge"],
    ["after it passed the case on", asCommittee(moved, commune), "Opened", "not-in-charge"],
    ["of one that nobody knows", asCommittee(opened, createCommittee("la")), "Acknowledged", "not-in-charge"],
  ] as const)("%s are named, and stop everything", async (_, known, type, fault) => {
    const view = await viewOf(answerWith(act(known, type, addDays(releasedOn, 1))));
    expect(view.chain.fault?.kind).toBe(fault);
    expect(view.state.committee).not.toBe("la");
    expect((await trySending(view)).outcome).toEqual({ kind: "fault", fault: "doubtful" });
  });

  it("and the superior's, signed by somebody else, are named too", async () => {
    const impostor = { ...opened, superior: neighbour };
    const view = await viewOf(answerWith(act(impostor, "ExplanationDemanded", releasedOn)));
    expect(view.chain.fault?.kind).toBe("not-in-charge");
  });

  it("are shown as what they are where the signature is right and the order cannot be", async () => {
    const view = await viewOf(answerWith(act(opened, "ExplanationDemanded", releasedOn)));
    expect([view.chain.fault, view.isImpossible]).toEqual([null, true]);
    expect((await trySending(view)).outcome).toEqual({ kind: "fault", fault: "doubtful" });
  });
});

describe("a server that exchanges the key of the case", () => {
  const { key } = createCaseKey();
  const named: ReadingKey = { id: key.id, kem: key.kem };
  const strange = createCaseKey().key;
  const recused = rekey(opened, "Recused", releasedOn, named);
  const again = rekey(recused, "HandedOver", releasedOn, { id: strange.id, kem: strange.kem });
  const classified = acts(recused, releasedOn, "Acknowledged", "Classified");
  const to = { to: neighbour.committee, key: neighbour.keys.id };

  it.each([
    ["gives another key under its id", recused, { id: key.id, kem: strange.kem }],
    ["gives another key and its id", recused, { id: strange.id, kem: strange.kem }],
    ["gives none, so that the committee's own would be used", recused, null],
    ["gives the committee's own", recused, { id: commune.keys.id, kem: commune.keys.publicKem }],
    ["gives half a key", recused, { id: key.id, kem: key.kem.slice(0, 600) }],
    ["gives the one before the last", again, named],
    ["gives one where none was named", opened, named],
    ["gives one after the case was passed on", act(classified, "Transferred", releasedOn, to), named],
  ] as const)("%s: nothing is sealed, to nobody", async (_, known, given) => {
    const view = await viewOf(answerWith(known, {}, given));
    expect(doubtIn(view)).toBeNull();
    const { outcome, asked } = await trySending(view);
    expect(outcome).toEqual({ kind: "fault", fault: "other-case-key" });
    expect(asked).not.toContain("/api/box/challenge");
  });

  it("honest all the same: the message is sealed", async () => {
    const { outcome } = await trySending(await viewOf(answerWith(recused, {}, named)));
    expect(outcome.kind).toBe("sealed");
  });
});

it("what is sealed past the reporter is never told, opened or called damaged", async () => {
  const known = acts(opened, releasedOn, "Acknowledged", "Classified", "Noted", "SuperiorProposed");
  const view = await viewOf(answerWith(known));
  for (const type of ["Classified", "Noted", "SuperiorProposed"] as const) {
    const item = view.history.find((each) => each.type === type);
    expect([type, item?.text, item?.fact, item?.unreadable]).toEqual([type, null, null, false]);
  }
});

describe("a letter that was erased", () => {
  const erased = (known: TestCase): TestCase => ({
    ...known,
    letter: { ...known.letter, slots: withoutReporter(known.letter.slots) },
    entries: known.entries.map((each) => ({
      ...each,
      slots: each.slots === null ? null : withoutReporter(each.slots),
    })),
  });
  const withoutReporter = ([receiver, fallback, , spare]: Slots): Slots => [
    receiver,
    fallback,
    new Uint8Array(),
    spare,
  ];
  const classified = acts(opened, releasedOn, "Acknowledged", "Classified");
  const refused = act(classified, "Refused", releasedOn);

  it("is told as erased after its year, and nobody is accused of withholding it", async () => {
    const view = await viewOf(answerWith(erased(refused)), realOrganisation(addDays(releasedOn, 400)));
    expect([view.letter.body, view.state.erasedOn]).toEqual([null, "2027-03-03"]);
    expect(view.history.filter(({ unreadable }) => unreadable)).toEqual([]);
    expect(typesOf(view).at(-1)).toBe("Erased");
  });

  it("is no answer of ours a day before, or where nothing was refused", async () => {
    const early = realOrganisation(addDays(releasedOn, 300));
    expect(await lookUp(answerWith(erased(refused)), early)).toEqual({ kind: "unreadable" });
    const late = realOrganisation(addDays(releasedOn, 400));
    for (const known of [sent, opened, classified])
      expect(await lookUp(answerWith(erased(known)), late)).toEqual({ kind: "unreadable" });
  });
});
