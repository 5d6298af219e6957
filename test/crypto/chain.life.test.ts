import { describe, expect, it } from "vitest";
import {
  type LinkedEntry,
  signOfficerEvent,
  toCaseEvents,
  verifyChain,
  type VerifiedEntry,
} from "../../src/crypto/chain.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import type { KeyId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { toHistory } from "../../src/envelope/case-record.ts";
import {
  isSuperiorEvent,
  namesReporter,
  type OfficerEventType,
  officerEventTypes,
  parseOfficerEvent,
} from "../../src/envelope/officer-event.ts";
import { eachFlipped } from "../support/crypto/changed-bytes.ts";
import {
  act,
  contextOf,
  lastMessageId,
  showStatement,
  startCase,
  type TestCase,
  write,
} from "../support/crypto/chains.ts";
import {
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
} from "../support/crypto/people.ts";

const commune = createCommittee("xa-uy");
const district = createCommittee("huyen-uy");
const agency = createCommittee("chi-bo-phong");
const reporter = await createReporter();
const other = await createReporter();
const day = (days: number) => addDays(releasedOn, days);
const someKey = () => toBase64url(randomBytes(16)) as KeyId;

/** To the commune, with the district above it; the agency is another committee of the district. */
function begin(): TestCase {
  return startCase(reporter, commune, createLetter(reporter, commune, district), [district, agency]);
}

function classified(): TestCase {
  const acknowledged = act(act(begin(), "Opened", day(1)), "Acknowledged", day(1));
  return act(acknowledged, "Classified", day(2), { kind: "report" });
}

function verify(known: TestCase, entries: readonly LinkedEntry[] = known.entries.map(({ entry }) => entry)) {
  return verifyChain(contextOf(known), entries);
}

const transferred = () =>
  act(classified(), "Transferred", day(3), { to: agency.committee, key: agency.keys.id });
const takenOver = () => act(classified(), "TakenOver", day(40), { key: district.keys.id });

describe("a case whose committee changes", () => {
  it("is acted on by the committee to which it was transferred, from then on", () => {
    const opened = act(transferred(), "Opened", day(5));
    expect(opened.committee).toBe(agency);
    expect(verify(opened).fault).toBeNull();
  });

  it("is acted on by the superior once it was taken over, and then there is nobody above", () => {
    const answered = act(takenOver(), "MessageSent", day(41));
    expect(answered.committee).toBe(district);
    expect(verify(answered).fault).toBeNull();
    const again = act({ ...answered, superior: district }, "ExplanationDemanded", day(42));
    expect(verify(again).fault).toEqual({ sequence: 6, kind: "not-in-charge" });
  });

  it("keeps its superior when it is transferred", () => {
    const demanded = act(transferred(), "ExplanationDemanded", day(60));
    expect(verify(demanded).fault).toBeNull();
  });

  it("says 'not-in-charge' when the committee that gave it away, or lost it, acts on", () => {
    const late = act({ ...transferred(), committee: commune }, "MessageSent", day(4));
    expect(verify(late).fault).toEqual({ sequence: 5, kind: "not-in-charge" });
    const lost = act({ ...takenOver(), committee: commune }, "MessageSent", day(41));
    expect(verify(lost).fault).toEqual({ sequence: 5, kind: "not-in-charge" });
  });

  it("says 'not-in-charge' when the committee that is to get it acts too early", () => {
    const early = act({ ...classified(), committee: agency }, "Opened", day(3));
    expect(verify(early).fault).toEqual({ sequence: 4, kind: "not-in-charge" });
  });

  it("says 'not-in-charge' when the committee in charge signs what only the superior may, and the reverse", () => {
    for (const type of officerEventTypes) {
      const wrong = isSuperiorEvent(type) ? commune : district;
      const changes = { committee: wrong.committee, signer: wrong.keys.id };
      const known = act(classified(), type, day(3), { ...parametersOf(type), ...changes });
      expect(verify(known).fault, type).toEqual({ sequence: 4, kind: "not-in-charge" });
    }
  });

  it("says 'not-in-charge' to any superior where the letter names none", () => {
    const alone = startCase(reporter, commune, createLetter(reporter, commune, null), [district]);
    const demanded = act({ ...alone, superior: district }, "ExplanationDemanded", day(30));
    expect(verify(demanded).fault).toEqual({ sequence: 1, kind: "not-in-charge" });
  });

  it("says 'unknown-key' for a key of the committee that had the case before: each vouches with its own", () => {
    const opened = act(transferred(), "Opened", day(5), { signer: commune.keys.id });
    expect(verify(opened).fault).toEqual({ sequence: 5, kind: "unknown-key" });
  });

  it("says 'unknown-key' when the record of the committee that got it is not at hand", () => {
    const opened = act(transferred(), "Opened", day(5));
    const context = contextOf(opened);
    const keys = new Map([...context.keys].filter(([committee]) => committee !== agency.committee));
    const entries = opened.entries.map(({ entry }) => entry);
    expect(verifyChain({ ...context, keys }, entries).fault).toEqual({ sequence: 5, kind: "unknown-key" });
  });

  it("says so when the transfer is dropped, or named another committee or key than was signed", () => {
    const opened = act(transferred(), "Opened", day(5));
    const entries = opened.entries.map(({ entry }) => entry);
    expect(
      verify(
        opened,
        entries.filter((_, at) => at !== 3),
      ).fault,
    ).toEqual({ sequence: 4, kind: "gap" });
    for (const [from, to] of [
      [agency.committee, district.committee],
      [agency.keys.id, district.keys.id],
    ] as const) {
      const redirected = entries.map((entry, at) =>
        at === 3 && entry.by === "committee"
          ? { ...entry, signed: { ...entry.signed, event: entry.signed.event.replace(from, to) } }
          : entry,
      );
      expect(verify(opened, redirected).fault).toEqual({ sequence: 4, kind: "bad-signature" });
    }
  });
});

describe("every act of a committee", () => {
  /** Every type of event once, by whoever may, each over the same beginning. */
  const each = officerEventTypes.map(
    (type) => [type, act(classified(), type, day(3), parametersOf(type))] as const,
  );

  it("is accepted with what the law lets the server see of it, and nothing more", () => {
    for (const [type, known] of each) {
      expect(verify(known).fault, type).toBeNull();
      const spare = act(classified(), type, day(3), { ...parametersOf(type), outcome: "true" } as object);
      expect(verify(spare).fault, type).toEqual({ sequence: 4, kind: "unreadable" });
    }
  });

  it("names the reporter exactly where the letter must have been read", () => {
    for (const [type, known] of each) {
      const named = namesReporter(type) ? null : toBase64url(randomBytes(32));
      const entry = known.entries[3]?.entry;
      if (entry?.by !== "committee") throw new Error("the fourth");
      const event = { ...parseOfficerEvent(entry.signed.event), reporter: named };
      const secret = (isSuperiorEvent(type) ? district : commune).keys.signSecret;
      const signed = signOfficerEvent(event, secret);
      const entries = known.entries.map(({ entry }, at) =>
        at === 3 && entry.by === "committee" ? { ...entry, signed } : entry,
      );
      expect(verify(known, entries).fault, type).toEqual({ sequence: 4, kind: "other-reporter" });
    }
  });

  it("comes with its sealed object, or without one, and never the other way round", () => {
    const stray = act(classified(), "MessageSent", day(3)).entries[3]?.entry;
    if (stray?.by !== "committee") throw new Error("the fourth");
    for (const [type, known] of each) {
      const entry = known.entries[3]?.entry;
      if (entry?.by !== "committee") throw new Error("the fourth");
      const message = entry.message === null ? stray.message : null;
      const entries = known.entries.map((known, at) => (at === 3 ? { ...entry, message } : known.entry));
      expect(verify(known, entries).fault, type).toEqual({ sequence: 4, kind: "other-message" });
    }
  });
});

/** What the server may see of an event of this type. */
function parametersOf(type: OfficerEventType) {
  if (type === "Classified") return { kind: "report" as const };
  if (type === "ReporterAsked" || type === "Extended") return { days: 5 };
  if (type === "Transferred") return { to: agency.committee, key: agency.keys.id };
  return type === "HandedOver" || type === "Recused" || type === "TakenOver" ? { key: someKey() } : {};
}

describe("a request for a review", () => {
  it("is told from every other deed of the reporter by its header, which cannot be changed", () => {
    const asked = write(classified(), day(4), {}, "Xin xem lại.", { kind: "review" });
    const withdrawn = write(classified(), day(4), {}, "Xin rút.", { kind: "withdraw" });
    expect(typesOf(verify(asked).entries).at(-1)).toBe("ReviewAsked");
    expect(typesOf(verify(withdrawn).entries).at(-1)).toBe("ReporterWrote");
  });
});

function typesOf(entries: readonly VerifiedEntry[]): string[] {
  return toCaseEvents(entries).map(({ type }) => type);
}

describe("the reporter's word that it is a formal matter", () => {
  const shown = () => showStatement(write(classified(), day(4)), day(9));

  it("counts from the day of the message in which it lay, however late the committee shows it", () => {
    const known = act(shown(), "MessageSent", day(10));
    const verified = verify(known);
    expect(verified.fault).toBeNull();
    expect(toCaseEvents(verified.entries)[4]).toEqual({
      type: "MadeFormal",
      on: day(9),
      kind: "formal-state",
      since: day(4),
    });
    const release = { on: releasedOn, receiver: commune.committee, fallback: district.committee };
    expect(replay(toHistory(release, toCaseEvents(verified.entries))).formal).toEqual({
      kind: "formal-state",
      since: day(4),
    });
  });

  it("counts from the message that it names, and from no other", () => {
    const twice = write(write(classified(), day(4)), day(6));
    const first = twice.entries[3]?.entry;
    if (first?.by !== "reporter" || first.header === null) throw new Error("a message");
    const known = showStatement(twice, day(9), { message: first.header.message });
    expect(toCaseEvents(verify(known).entries).at(-1)).toMatchObject({ since: day(4) });
  });

  it("says 'bad-statement' when somebody else signed it, in every byte of the signature", () => {
    const forged = showStatement(write(classified(), day(4)), day(9), {}, other);
    expect(verify(forged).fault).toEqual({ sequence: 5, kind: "bad-statement" });
    const known = shown();
    const entry = known.entries[4]?.entry;
    if (entry?.by !== "statement") throw new Error("the fifth");
    for (const signature of eachFlipped(entry.signature)) {
      const entries = [...known.entries.slice(0, 4).map(({ entry }) => entry), { ...entry, signature }];
      expect(verify(known, entries).fault).toEqual({ sequence: 5, kind: "bad-statement" });
    }
  });

  it("says 'bad-statement' when it was signed for another kind", () => {
    const known = shown();
    const entries = known.entries.map(({ entry }) =>
      entry.by === "statement"
        ? { ...entry, statement: entry.statement.replace("formal-state", "formal-party") }
        : entry,
    );
    expect(verify(known, entries).fault).toEqual({ sequence: 5, kind: "bad-statement" });
  });

  it("says 'bad-statement' when the message in which it lies is none of this chain, or comes later", () => {
    const message = randomCaseId();
    const elsewhere = showStatement(write(classified(), day(4)), day(9), { message });
    expect(verify(elsewhere).fault).toEqual({ sequence: 5, kind: "bad-statement" });
    const tooEarly = write(showStatement(classified(), day(9), { message }), day(10), { message });
    expect(verify(tooEarly).fault).toEqual({ sequence: 4, kind: "bad-statement" });
  });

  it("says 'foreign-case' when it is of another case, though the same reporter signed it", () => {
    const written = write(classified(), day(4));
    const elsewhere = showStatement(written, day(9), {
      case: randomCaseId(),
      message: lastMessageId(written),
    });
    expect(verify(elsewhere).fault).toEqual({ sequence: 5, kind: "foreign-case" });
  });

  it("says 'unreadable' when it is no statement, or spelled in any other way", () => {
    const known = shown();
    const entry = known.entries[4]?.entry;
    if (entry?.by !== "statement") throw new Error("the fifth");
    for (const statement of ["", "{}", `${entry.statement} `, entry.statement.replace('"v":1', '"v":2')]) {
      const entries = [...known.entries.slice(0, 4).map(({ entry }) => entry), { ...entry, statement }];
      expect(verify(known, entries).fault).toEqual({ sequence: 5, kind: "unreadable" });
    }
  });

  it("says 'broken-link' afterwards when the day on which it was shown is altered, or it is left out", () => {
    const known = act(shown(), "MessageSent", day(10));
    const entries = known.entries.map(({ entry }) => entry);
    const redated = entries.map((entry) => (entry.by === "statement" ? { ...entry, on: day(8) } : entry));
    expect(verify(known, redated).fault).toEqual({ sequence: 6, kind: "broken-link" });
    const dropped = entries.filter(({ by }) => by !== "statement");
    expect(verify(known, dropped).fault).toEqual({ sequence: 5, kind: "gap" });
  });

  it("waits for its check until somebody has opened the letter: only then its writer's key is known", () => {
    const forged = showStatement(write(classified(), day(4)), day(9), {}, other);
    const entries = forged.entries.map(({ entry }) => entry);
    expect(verifyChain({ ...contextOf(forged), reporter: null }, entries).fault).toBeNull();
    expect(verify(forged).fault?.kind).toBe("bad-statement");
  });
});
