import { describe, expect, it } from "vitest";
import type { AuditEntry, AuditPage } from "../../src/api/audit.schema.ts";
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

/** A log as it is told. */
function logbook() {
  const book = {
    entries: [] as readonly AuditEntry[],
    /** What the end is said to be; undefined: what it is. */
    end: undefined as AuditPage["end"] | undefined,
  };
  const fetch: Transport["fetch"] = async (input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    if (!pathname.endsWith("/audit")) return await transport.fetch(input, init);
    const { entries, end = entries.at(-1) ?? null } = book;
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
