import { describe, expect, it } from "vitest";
import type { AuditEntry, AuditPage } from "../../src/api/audit.schema.ts";
import { changeBook } from "../../src/client/desk/book-changes.ts";
import { auditOfficeOf } from "../../src/client/officer/audit/audit-office.ts";
import { emptyBook } from "../../src/crypto/desk-book.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { type LogFault, readAuditLog, type SeenHeads } from "../../src/client/desk/audit.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { signAct } from "../../src/client/desk/signed-act.ts";
import type { Transport } from "../../src/client/transport.ts";
import { actDigest, auditLink, startAudit } from "../../src/crypto/audit.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { randomCaseId, releasedOn } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";

// How the ends of a log are held against what was seen before. What is wrong inside it is tried with a real one (test/fault).

const organisation = houseOrganisation();
const { committee } = held["xa-uy"];
const { transport } = createDeskServer(organisation);
const pause = async () => await Promise.resolve();

/** Acts of one officer, numbered and linked as the server does it. */
function logOf(count: number): readonly AuditEntry[] {
  const desk = deskOf("an", transport, organisation);
  let { link } = startAudit(committee);
  return Array.from({ length: count }, (_, index) => {
    const said = { act: "Read", case: randomCaseId(), committee, on: releasedOn, entry: null } as const;
    const { act, actSignature: signature } = signAct(desk, said);
    link = auditLink(link, actDigest(act, fromBase64url(signature)));
    return { kind: "act", sequence: index + 1, act, signature, link };
  });
}

/** A log as it is told: an answer that is held back is what the log was when it was asked for. */
function logbook() {
  const book = {
    entries: [] as readonly AuditEntry[],
    /** What the end is said to be; undefined: what it is. */
    end: undefined as AuditPage["end"] | undefined,
    hold: null as Hold | null,
  };
  const fetch: Transport["fetch"] = async (input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    if (!pathname.endsWith("/audit")) return await transport.fetch(input, init);
    const { entries, end = entries.at(-1) ?? null, hold } = book;
    book.hold = null;
    hold?.asked.resolve();
    await hold?.letGo.promise;
    return Response.json({
      entries: entries.slice(Number(searchParams.get("after"))),
      end: end === null ? null : { sequence: end.sequence, link: end.link },
      next: null,
    } satisfies AuditPage);
  };
  const heads: SeenHeads = new Map();
  const unlock = () => deskOf("an", { origin: "http://desk.test", fetch }, organisation);
  const read = async (desk: Desk): Promise<readonly LogFault[]> => {
    const reading = await readAuditLog(desk, committee, heads, pause);
    if (reading.kind !== "audit") throw new Error(reading.kind);
    return reading.log.faults;
  };
  return { book, heads, read, unlock };
}

/** Holds one answer back. */
type Hold = { readonly asked: PromiseWithResolvers<void>; readonly letGo: PromiseWithResolvers<void> };

/** Two readings of which the one that asks first is answered last. */
async function overtake(
  book: { entries: readonly AuditEntry[]; hold: Hold | null },
  early: { readonly log: readonly AuditEntry[]; readonly read: () => Promise<readonly LogFault[]> },
  late: typeof early,
): Promise<{ readonly early: readonly LogFault[]; readonly late: readonly LogFault[] }> {
  const hold = { asked: Promise.withResolvers<void>(), letGo: Promise.withResolvers<void>() };
  book.entries = early.log;
  book.hold = hold;
  const overtaken = early.read();
  await hold.asked.promise;
  book.entries = late.log;
  const first = await late.read();
  hold.letGo.resolve();
  return { early: await overtaken, late: first };
}

describe("a log that was written anew", () => {
  it("stays so however often it is read, and by whoever unlocks later on the same page", async () => {
    const { book, heads, read, unlock } = logbook();
    book.entries = logOf(5);
    expect(await read(unlock())).toEqual([]);
    const seen = heads.get(committee);
    book.entries = logOf(6);
    for (let time = 0; time < 3; time++)
      expect(await read(unlock())).toEqual([{ kind: "rewritten", seen: 5 }]);
    expect(heads.get(committee)).toEqual(seen);
  });

  it("does not become the measure where it does not lead to its own end", async () => {
    const { book, heads, read, unlock } = logbook();
    const [, , third] = logOf(3);
    book.entries = logOf(2);
    book.end = third ?? null;
    for (let time = 0; time < 2; time++) expect(await read(unlock())).toEqual([{ kind: "other-end" }]);
    expect(heads.get(committee)).toBeUndefined();
  });
});

describe("two readings at once", () => {
  it("accuse nobody when the later one is answered first", async () => {
    const { book, heads, read, unlock } = logbook();
    const desk = unlock();
    const log = logOf(6);
    const reading = async () => await read(desk);
    const faults = await overtake(book, { log: log.slice(0, 5), read: reading }, { log, read: reading });
    expect(faults).toEqual({ early: [], late: [] });
    expect(heads.get(committee)?.sequence).toBe(6);
    expect(await reading()).toEqual([]);
    // What both had seen before them still holds.
    book.entries = log.slice(0, 5);
    expect(await read(unlock())).toEqual([{ kind: "shorter", seen: 6 }]);
  });

  it("find out a server that shows each of them another log", async () => {
    const { book, heads, read, unlock } = logbook();
    const reading = async () => await read(unlock());
    const late = logOf(6);
    const faults = await overtake(book, { log: logOf(7), read: reading }, { log: late, read: reading });
    expect(faults).toEqual({ early: [{ kind: "rewritten", seen: 6 }], late: [] });
    expect(heads.get(committee)?.link).toBe(late.at(-1)?.link);
  });
});

describe("the ends that an officer's book keeps", () => {
  it("find out a log that was cut, on another machine or after a reload", async () => {
    const { book, heads, read, unlock } = logbook();
    const whole = logOf(4);
    book.entries = whole;
    const office = auditOfficeOf(unlock());
    expect((await office.audit(committee, false)).kind).toBe("audit");
    const kept = office.heads();
    expect(kept).toEqual([{ committee, place: 4, link: whole.at(-1)?.link }]);
    // Another page: it knows what the book says and nothing else.
    for (const { committee: of, place, link } of kept) heads.set(of, { sequence: place, link });
    book.entries = whole.slice(0, 3);
    expect(await read(unlock())).toEqual([{ kind: "shorter", seen: 4 }]);
  });

  it("are never taken back by a book that knows less", async () => {
    const { book, unlock } = logbook();
    book.entries = logOf(9);
    const office = auditOfficeOf(unlock());
    await office.audit(committee, true);
    const kept = office.heads();
    office.know([{ committee, place: 2, link: "A".repeat(43) }]);
    expect(office.heads()).toEqual(kept);
    office.know([{ committee, place: 12, link: "B".repeat(43) }]);
    const reading = await office.audit(committee, true);
    expect(reading.kind === "audit" && reading.log.faults).toEqual([{ kind: "shorter", seen: 12 }]);
  });

  it("are of eight committees at most, each the furthest that was seen", () => {
    const head = (name: string, place: number) => ({
      kind: "head-seen" as const,
      head: { committee: name as CommitteeId, place, link: "A".repeat(43) },
    });
    const changes = [
      head("mot", 5),
      head("mot", 3),
      ...Array.from({ length: 9 }, (_, at) => head(`uy-${at}`, 1)),
    ];
    const { heads } = changes.reduce(changeBook, emptyBook).page;
    expect(heads).toHaveLength(8);
    expect(heads[0]).toMatchObject({ committee: "mot", place: 5 });
  });
});
