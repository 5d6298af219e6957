import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import { type CaseAnswer, readLetterAgain, viewCase } from "../../src/client/desk/act.ts";
import { type AuditLog, readAuditLog, type SeenHeads } from "../../src/client/desk/audit.ts";
import { type CaseAudit, readCaseAudit } from "../../src/client/desk/case-audit.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import { type Desk, signIn } from "../../src/client/desk/session.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import { prepareLetter, workFor } from "../../src/client/reporter/prepare-letter.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import { stretchOfficer } from "../../src/crypto/argon2.ts";
import { actDigest, auditLink, startAudit } from "../../src/crypto/audit.ts";
import { nothingAsked } from "../../src/crypto/letter.ts";
import { sha512 } from "../../src/crypto/sodium.ts";
import type { AccusedRole } from "../../src/domain/conflict.ts";
import type { CaseId, CommitteeId, UnitId } from "../../src/domain/ids.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { concat } from "../../src/envelope/bytes.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { createKillableServer, type KillableServer, type SqlRow } from "../support/killable-server.ts";

// Whoever holds the database can write into the log what they like, past every trigger. The officers' browsers must see it.

const people = {
  first: "huyenuy.vanphong",
  second: "huyenuy.noichinh",
  commune: "hoathuan.vanphong",
} as const;
type Person = keyof typeof people;
const district = "giong-rieng-btv" as CommitteeId;
const commune = "gr-hoa-thuan-dang-uy" as CommitteeId;

const quickStretch = async (password: Uint8Array, salt: Uint8Array) =>
  await Promise.resolve(sha512(concat(password, salt)).slice(0, 32));
const pause = async () => await Promise.resolve();

type Row = {
  readonly committee: string;
  readonly sequence: number;
  readonly officer: string;
  readonly case_id: string;
  readonly nonce: string;
  readonly act: string;
  readonly signature: string;
  readonly link: string;
};

let server: KillableServer;
let citizen: Transport;
let organisation: KnownOrganisation;
let desks: Readonly<Record<Person, Desk>>;
let caseId: CaseId;
let honest: readonly Row[];
let caseBeforeNote: SqlRow;

beforeAll(async () => {
  server = await createKillableServer(Object.values(people));
  await server.start();
  citizen = { origin: server.origin, fetch: hostFetch };
  const today = vietnamDateAt(Date.now());
  const reading = knownOrganisation((await fetchDirectory(citizen)) ?? "", server.trust, today);
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  organisation = reading.organisation;
  desks = { first: await unlock("first"), second: await unlock("second"), commune: await unlock("commune") };
  caseId = await twoOfficersAct();
  await carryOutAll(desks.commune, await send("somebody-else"), [{ command: "open" }]);
  await carryOutAll(desks.first, await send("committee-head"), [{ command: "open" }]);
  await takeAwayTheRules();
  honest = await rows();
}, 300_000);

afterAll(async () => {
  await server.remove();
});

beforeEach(async () => {
  await store(honest);
});

async function unlock(person: Person): Promise<Desk> {
  const loginName = people[person];
  const credentials = { loginName, passphrase: server.passphraseOf(loginName) };
  const transport = { origin: server.officerOrigin, fetch: hostFetch };
  const signedIn = await signIn(transport, organisation, credentials, stretchOfficer);
  if (signedIn.kind !== "desk") throw new Error(signedIn.kind);
  return signedIn.desk;
}

async function send(about: AccusedRole): Promise<CaseId> {
  const choices = { unit: "gr-hoa-thuan" as UnitId, about, excluded: [], levelAbove: false };
  const route = findRoute(organisation.tree, choices);
  if (route.kind !== "routed") throw new Error("no route");
  const { caseId: id, keys } = prepareLetter(organisation.fingerprint, quickStretch);
  const work = await workFor(citizen, id);
  if (work.kind !== "proof") throw new Error(work.kind);
  const content = {
    language: "vi" as const,
    self: null,
    ...nothingAsked,
    route: { ...choices, on: organisation.today, steps: [...route.steps] },
    text: "Một việc cần được xem xét.",
  };
  const sealed = await sealLetterRequest(citizen, organisation, {
    caseId: id,
    keys: await keys,
    proof: work.proof,
    route,
    content,
  });
  if (sealed.kind !== "sealed") throw new Error(sealed.fault);
  expect((await deliver(citizen, sealed.request)).kind).toBe("accepted");
  return id;
}

function fileOf(answer: CaseAnswer): CaseFile {
  if (answer.kind !== "file") throw new Error(JSON.stringify(answer));
  return answer.file;
}

async function carryOutAll(desk: Desk, id: CaseId, orders: readonly Order[]): Promise<CaseFile> {
  let file = fileOf(await viewCase(desk, id));
  for (const order of orders) file = fileOf(await carryOut(desk, file, order));
  return file;
}

/** One opens and answers, the other reads and takes a note. */
async function twoOfficersAct(): Promise<CaseId> {
  const id = await send("committee-head");
  await carryOutAll(desks.first, id, [{ command: "open" }, { command: "acknowledge", message: "Đã nhận." }]);
  const read = fileOf(await readLetterAgain(desks.second, fileOf(await viewCase(desks.second, id))));
  const [row] = await server.sql([{ text: "SELECT * FROM cases WHERE id = ?", values: [id] }]);
  if (row === undefined) throw new Error("no case");
  caseBeforeNote = row;
  const note = { kind: "assigned", officer: desks.second.officer.id } as const;
  fileOf(await carryOut(desks.second, read, { command: "note", note, remark: "Nhận việc." }));
  return id;
}

/** The log as a plain table: nothing is unique in it, and nothing stands in the way of a change. */
async function takeAwayTheRules(): Promise<void> {
  await server.sql([
    { text: "CREATE TABLE taken AS SELECT * FROM audit" },
    { text: "DROP TABLE audit" },
    { text: "ALTER TABLE taken RENAME TO audit" },
  ]);
}

async function rows(): Promise<readonly Row[]> {
  return (await server.sql([
    { text: "SELECT * FROM audit ORDER BY committee, sequence" },
  ])) as unknown as readonly Row[];
}

async function store(log: readonly Row[]): Promise<void> {
  const insert = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  await server.sql([
    { text: "DELETE FROM audit" },
    ...log.map((row) => ({
      text: insert,
      values: [
        row.committee,
        row.sequence,
        row.officer,
        row.case_id,
        row.nonce,
        row.act,
        row.signature,
        row.link,
      ],
    })),
  ]);
}

/** The district's log after something was done to it, the commune's as it was. */
async function tamper(change: (log: readonly Row[]) => readonly Row[]): Promise<void> {
  const theirs = honest.filter(({ committee }) => committee !== district);
  await store([...theirs, ...change(honest.filter(({ committee }) => committee === district))]);
}

/** As a careful forger writes it: numbered without a gap, every link reckoned anew. */
function relinked(log: readonly Row[]): readonly Row[] {
  let { link } = startAudit(district);
  return log.map((row, index) => {
    link = auditLink(link, actDigest(row.act, fromBase64url(row.signature)));
    return { ...row, sequence: index + 1, link };
  });
}

/** A desk that remembers nothing of what it has read. */
const anew = (person: Person): Desk => ({ ...desks[person] });

async function logOf(desk: Desk, heads: SeenHeads = new Map()): Promise<AuditLog> {
  const reading = await readAuditLog(desk, district, heads, pause);
  if (reading.kind !== "audit") throw new Error(reading.kind);
  return reading.log;
}

async function caseAuditOf(desk: Desk): Promise<CaseAudit> {
  const file = fileOf(await viewCase(desk, caseId));
  const reading = await readCaseAudit(desk, file, new Map(), pause);
  if (reading.kind !== "case-audit") throw new Error(reading.kind);
  return reading.audit;
}

async function faultsSeen(): Promise<readonly string[]> {
  const { entries, faults } = await logOf(anew("second"));
  return [
    ...faults.map(({ kind }) => kind),
    ...entries.flatMap(({ sequence, faults: own }) => own.map((fault) => `${sequence} ${fault}`)),
  ];
}

async function caseFaultsSeen(): Promise<readonly unknown[]> {
  return (await caseAuditOf(anew("second"))).faults;
}

describe("an honest log", () => {
  test("is verified from its beginning by either officer, and agrees with the case", async () => {
    for (const person of ["first", "second"] as const) {
      const { acts, faults, log } = await caseAuditOf(anew(person));
      expect(acts.map(({ act, proof }) => [act?.officer, act?.act, proof])).toEqual([
        [desks.first.officer.id, "Opened", "signed"],
        [desks.first.officer.id, "Acknowledged", "signed"],
        [desks.second.officer.id, "Read", "signed"],
        [desks.second.officer.id, "Noted", "signed"],
      ]);
      expect([faults, log.faults, log.entries.flatMap((entry) => entry.faults)]).toEqual([[], [], []]);
      expect(log.officers.map(({ id }) => id)).toContain(desks.first.officer.id);
    }
  });

  test("is not another committee's to read", async () => {
    const reading = await readAuditLog(anew("commune"), district, new Map(), pause);
    expect(reading).toMatchObject({ kind: "refused", code: "not-found" });
  });
});

describe("a log that whoever holds the database has touched", () => {
  test("shows an act that was changed", async () => {
    const change = (row: Row) => ({ ...row, act: row.act.replace('"Read"', '"Opened"') });
    const touched = (log: readonly Row[]) => log.map((row) => (row.sequence === 3 ? change(row) : row));
    await tamper(touched);
    expect(await faultsSeen()).toEqual(["3 broken-link", "3 bad-signature"]);
    await tamper((log) => relinked(touched(log)));
    expect(await faultsSeen()).toEqual(["3 bad-signature"]);
  });

  test("shows that an officer's name was put in another's place", async () => {
    await tamper((log) =>
      relinked(
        log.map((row) => ({
          ...row,
          act: row.act.replace(desks.second.officer.id, desks.first.officer.id),
        })),
      ),
    );
    expect(await faultsSeen()).toEqual(["3 bad-signature", "4 bad-signature"]);
  });

  test("shows an act that was taken out, also where every link was reckoned anew", async () => {
    await tamper((log) => log.filter(({ sequence }) => sequence !== 2));
    expect(await faultsSeen()).toEqual(["3 gap"]);
    expect(await caseFaultsSeen()).toEqual([{ kind: "act-missing", place: 2 }]);
    await tamper((log) => relinked(log.filter(({ sequence }) => sequence !== 2)));
    expect(await faultsSeen()).toEqual([]);
    expect(await caseFaultsSeen()).toEqual([{ kind: "act-missing", place: 2 }]);
  });

  test("shows acts that changed places", async () => {
    const places = [1, 3, 2, 4, 5];
    await tamper((log) =>
      log
        .map((row) => ({ ...row, sequence: places[row.sequence - 1] ?? row.sequence }))
        .toSorted((a, b) => a.sequence - b.sequence),
    );
    expect(await faultsSeen()).toEqual(["2 broken-link", "3 broken-link", "4 broken-link"]);
  });

  test("shows an act that was put in", async () => {
    const [repeated] = honest.filter(({ committee, sequence }) => committee === district && sequence === 2);
    if (repeated === undefined) throw new Error("no act");
    await tamper((log) => relinked([...log, repeated]));
    expect(await faultsSeen()).toEqual(["6 doubled"]);
    expect(await caseFaultsSeen()).toEqual([{ kind: "act-twice", place: 2 }]);
    const invented = { ...repeated, act: repeated.act.replace(repeated.nonce, "A".repeat(22)) };
    await tamper((log) => relinked([...log, invented]));
    expect(await faultsSeen()).toEqual(["6 bad-signature"]);
  });

  test("shows that it is another committee's", async () => {
    const swapped = { [district]: commune, [commune]: district };
    await store(honest.map((row) => ({ ...row, committee: swapped[row.committee] ?? row.committee })));
    expect(await faultsSeen()).toEqual(["1 broken-link", "1 foreign-committee"]);
    expect(await caseFaultsSeen()).toEqual([
      { kind: "act-missing", place: 1 },
      { kind: "act-missing", place: 2 },
      { kind: "act-missing", place: 3 },
    ]);
  });

  test("shows to who saw more of it that its end was cut off", async () => {
    const heads: SeenHeads = new Map();
    const desk = anew("second");
    await logOf(desk, heads);
    await tamper((log) => log.slice(0, -1));
    // The desk that has read it goes on, and one that was unlocked anew on the same page.
    expect((await logOf(desk, heads)).faults).toEqual([{ kind: "shorter", seen: 5 }]);
    expect((await logOf(anew("second"), heads)).faults).toEqual([{ kind: "shorter", seen: 5 }]);
    // What was seen stays the measure, however often the shorter log is read.
    expect((await logOf(anew("second"), heads)).faults).toEqual([{ kind: "shorter", seen: 5 }]);
    expect((await logOf(anew("first"))).faults).toEqual([]);
  });

  test("shows to who saw it before that it was written anew", async () => {
    const heads: SeenHeads = new Map();
    await logOf(anew("second"), heads);
    await tamper((log) => relinked([...log.slice(1), ...log.slice(0, 1)]));
    expect((await logOf(anew("second"), heads)).faults).toEqual([{ kind: "rewritten", seen: 5 }]);
    // What was seen stays the measure, however often the other log is read, and by whoever unlocks on the same page.
    expect((await logOf(anew("second"), heads)).faults).toEqual([{ kind: "rewritten", seen: 5 }]);
    expect((await logOf(anew("first"), heads)).faults).toEqual([{ kind: "rewritten", seen: 5 }]);
  });

  test("shows an act of somebody who is on no signed roster as what nothing proves", async () => {
    await tamper((log) =>
      relinked(
        log.map((row) => ({ ...row, act: row.act.replace(desks.second.officer.id, "nguoi-da-nghi") })),
      ),
    );
    const { acts } = await caseAuditOf(anew("first"));
    expect(acts.map(({ proof }) => proof)).toEqual(["signed", "signed", "unproven", "unproven"]);
  });

  test("shows that the history of the case itself was cut at its end", async () => {
    await cutHistory();
    const file = fileOf(await viewCase(desks.second, caseId));
    expect([file.chain.end.sequence, file.chain.fault]).toEqual([2, null]);
    expect(await caseFaultsSeen()).toEqual([{ kind: "act-unknown", sequence: 4 }]);
  });
});

/** The case as it was before the last act on it: no signature is wrong in what is left. */
async function cutHistory(): Promise<void> {
  const triggers = await server.sql([
    { text: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('entries', 'cases')" },
  ]);
  const columns = Object.keys(caseBeforeNote).filter((name) => name !== "id");
  await server.sql([
    ...triggers.map(({ name }) => ({ text: `DROP TRIGGER ${String(name)}` })),
    { text: "DELETE FROM entries WHERE case_id = ? AND sequence > 2", values: [caseId] },
    {
      text: `UPDATE cases SET ${columns.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`,
      values: [...columns.map((name) => caseBeforeNote[name]), caseId],
    },
  ]);
}
