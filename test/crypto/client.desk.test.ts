import { beforeAll, describe, expect, it } from "vitest";
import { acknowledge, openLetterOfCase, readLetterAgain, viewCase } from "../../src/client/desk/act.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import { listCases, listedCase } from "../../src/client/desk/case-list.ts";
import { type Desk, signIn } from "../../src/client/desk/session.ts";
import type { LoginResponse } from "../../src/api/officer.schema.ts";
import { chainLink, entryDigest } from "../../src/crypto/chain.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { verifyLabelled } from "../../src/crypto/labelled.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { fromUtf8, toUtf8 } from "../../src/envelope/bytes.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { writeHeader } from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import { act, startCase, type TestCase, write } from "../support/crypto/chains.ts";
import {
  createAccount,
  credentials,
  detailOf,
  membershipOf,
  type TestAccount,
} from "../support/crypto/desk.ts";
import { type FakeRoutes, fakeServer } from "../support/crypto/fake-fetch.ts";
import { commune, district, requireOrganisation } from "../support/crypto/organisation.ts";
import {
  createCommittee,
  createLetter,
  createReporter,
  quickStretch,
  randomCaseId,
  releasedOn,
} from "../support/crypto/people.ts";

const organisation = requireOrganisation();
const reporter = await createReporter();
const sent = startCase(reporter, commune, createLetter(reporter, commune, district));
const opened = act(sent, "Opened", releasedOn);
const path = `/api/officer/cases/${sent.letter.header.case}`;
const sealedLetter = { core: toBase64url(sent.letter.core), slot: toBase64url(sent.letter.slots[0]) };
const json = (value: unknown) => JSON.stringify(value);

let account: TestAccount;
beforeAll(async () => {
  account = await createAccount(organisation, [commune, district]);
});

function routesFor(login: unknown): FakeRoutes {
  return {
    "/api/officer/challenge": () => json({ challenge: "1.tag" }),
    "/api/officer/login": () => json(login),
  };
}

async function signInWith(login: unknown) {
  const { transport } = fakeServer(routesFor(login));
  return await signIn(transport, organisation, credentials, quickStretch);
}

/** An unlocked desk in front of a server that answers as told. */
async function deskAt(routes: FakeRoutes, login: LoginResponse = account.login): Promise<Desk> {
  const signedIn = await signInWith(login);
  if (signedIn.kind !== "desk") throw new Error(signedIn.kind);
  return { ...signedIn.desk, transport: fakeServer(routes).transport };
}

async function requireFile(desk: Desk): Promise<CaseFile> {
  const answer = await viewCase(desk, sent.letter.header.case);
  if (answer.kind !== "file") throw new Error(answer.kind);
  return answer.file;
}

describe("signing in", () => {
  it("proves the passphrase for this challenge and this name", async () => {
    let posted = "";
    const { transport } = fakeServer({
      ...routesFor(account.login),
      "/api/officer/login": (body) => {
        posted = fromUtf8(body);
        return json(account.login);
      },
    });
    expect((await signIn(transport, organisation, credentials, quickStretch)).kind).toBe("desk");
    const { proof } = JSON.parse(posted) as { proof: string };
    const publicKey = account.passphraseKeys.login.publicKey;
    const holds = (challenge: string, name: string) =>
      verifyLabelled(fromBase64url(proof), publicKey, labels.officerLogin, toUtf8(`${challenge}\0${name}`));
    expect(holds("1.tag", "can-bo")).toBe(true);
    expect(holds("2.tag", "can-bo")).toBe(false);
    expect(holds("1.tag", "can-bo-2")).toBe(false);
    expect(posted).not.toContain(credentials.passphrase);
  });

  it("knows a seed or a key that was exchanged, altered or cut, and throws nothing", async () => {
    const other = await createAccount(organisation, [commune]);
    const [membership] = account.login.memberships;
    if (membership === undefined) throw new Error("a membership");
    const mutations: readonly Partial<LoginResponse>[] = [
      { wrappedSeed: other.login.wrappedSeed },
      { wrappedSeed: "" },
      { wrappedSeed: toBase64url(randomBytes(72)) },
      { officer: { id: "can-bo-2" as LoginResponse["officer"]["id"], title: "Cán bộ" } },
      { memberships: other.login.memberships },
      { memberships: [{ ...membership, wrap: "" }] },
      { memberships: [{ ...membership, committee: district.committee }] },
      { memberships: [{ ...membership, key: district.keys.id }] },
    ];
    for (const mutation of mutations) {
      expect(await signInWith({ ...account.login, ...mutation })).toEqual({ kind: "tampered" });
    }
  });

  it("takes bytes that are spelled wrong for no answer at all", async () => {
    for (const wrappedSeed of ["A", "AB", "AAAAA", "A=", "====", "a b"]) {
      expect(await signInWith({ ...account.login, wrappedSeed })).toEqual({ kind: "unreachable" });
    }
    for (const login of [{}, null, "x", { ...account.login, extra: 1 }]) {
      expect(await signInWith(login)).toEqual({ kind: "unreachable" });
    }
  });
});

describe("the list", () => {
  it("does not follow pages that do not go forward", async () => {
    const id = sent.letter.header.case;
    let pages = 0;
    const list = () => {
      pages += 1;
      return json({ today: releasedOn, cases: [], next: id });
    };
    const desk = await deskAt({ [`/api/officer/committees/${commune.committee}/cases`]: list });
    expect(await listCases(desk, commune.committee)).toEqual({ kind: "list", today: releasedOn, cases: [] });
    expect(pages).toBe(2);
  });

  it("marks an entry that does not open, of whatever kind it is", async () => {
    const desk = await deskAt({});
    for (const index of ["", toBase64url(randomBytes(511)), toBase64url(randomBytes(512))]) {
      expect(listedCase(desk, detailOf(opened, { index }).row, releasedOn)).toMatchObject({
        entry: null,
        damaged: true,
      });
    }
    expect(listedCase(desk, detailOf(opened).row, releasedOn)).toMatchObject({ entry: null, damaged: false });
  });

  it("is unreachable when the answer is no list", async () => {
    for (const answer of ["", "{}", json({ today: "2026-02-30", cases: [], next: null })]) {
      const desk = await deskAt({ [`/api/officer/committees/${commune.committee}/cases`]: () => answer });
      expect(await listCases(desk, commune.committee)).toEqual({ kind: "unreachable" });
    }
  });
});

describe("a case on the desk", () => {
  it("says beside a reporter's message that its writer had seen another history", async () => {
    const { case: id } = sent.letter.header;
    const lying = { sequence: 1, chain: toBase64url(randomBytes(32)) };
    const known = write(write(opened, releasedOn), releasedOn, { seen: lying });
    const desk = await deskAt({ [`/api/officer/cases/${id}`]: () => json(detailOf(known)) });
    const { history, chain } = await requireFile(desk);
    expect(chain.fault).toBeNull();
    expect(history.map(({ sawAnother }) => sawAnother)).toEqual([false, false, true]);
  });

  it("shows what an honest server says, and agrees with its row", async () => {
    const desk = await deskAt({ [path]: () => json(detailOf(act(opened, "Acknowledged", releasedOn))) });
    const file = await requireFile(desk);
    expect(file.chain.fault).toBeNull();
    expect(file.rowDisagrees).toBe(false);
    expect(file.history.map(({ type }) => type)).toEqual(["Opened", "Acknowledged"]);
  });

  it("says so when the row is not what the signed history leads to", async () => {
    const lies = [{ status: "sent" }, { sequence: 4 }, { chain: toBase64url(randomBytes(32)) }] as const;
    for (const lie of lies) {
      const desk = await deskAt({ [path]: () => json(detailOf(opened, lie)) });
      expect((await requireFile(desk)).rowDisagrees).toBe(true);
    }
  });

  it("does not open with a key that the server made itself and wrapped to the officer", async () => {
    const forged = createCommittee("xa-uy");
    const letter = createLetter(reporter, forged, null);
    const known = startCase(reporter, forged, letter);
    const login = { ...account.login, memberships: [membershipOf(forged, account.kem)] };
    const desk = await deskAt(
      { [`/api/officer/cases/${letter.header.case}`]: () => json(detailOf(known)) },
      login,
    );
    expect(desk.keyring.has(forged.keys.id)).toBe(true);
    expect(await viewCase(desk, letter.header.case)).toEqual({ kind: "no-key" });
  });

  it("does not take one committee's key for another's case", async () => {
    const desk = await deskAt({ [path]: () => json(detailOf(opened, { committee: district.committee })) });
    expect(await viewCase(desk, sent.letter.header.case)).toEqual({ kind: "no-key" });
  });

  it("refuses another letter than the one the history begins with, and one of another case, committee or key", async () => {
    const openWith = async (letter: unknown, detail: unknown) => {
      const desk = await deskAt({
        [path]: () => json(detailOf(sent)),
        [`${path}/events`]: () => json({ detail, letter }),
      });
      return await openLetterOfCase(desk, await requireFile(desk));
    };
    const other = createLetter(reporter, commune, district, { header: { case: sent.letter.header.case } });
    const sealedOther = { core: toBase64url(other.core), slot: toBase64url(other.slots[0]) };
    expect(await openWith(sealedOther, detailOf(opened))).toEqual({ kind: "letter-damaged" });
    const foreignKey = createLetter(reporter, commune, null, {
      header: { case: sent.letter.header.case, receiverKey: district.keys.id },
    });
    const sealedForeign = { core: toBase64url(foreignKey.core), slot: toBase64url(foreignKey.slots[0]) };
    const foreignCase = act(startCase(reporter, commune, foreignKey), "Opened", releasedOn);
    expect(await openWith(sealedForeign, detailOf(foreignCase, { receiverKey: commune.keys.id }))).toEqual({
      kind: "letter-damaged",
    });
    const wrongSlot = { ...sealedLetter, slot: toBase64url(sent.letter.slots[1]) };
    expect(await openWith(wrongSlot, detailOf(opened))).toEqual({ kind: "letter-damaged" });
    for (const letter of [
      { core: "A", slot: "" },
      { core: "", slot: "AB" },
    ]) {
      expect(await openWith(letter, detailOf(opened))).toEqual({ kind: "unreadable" });
    }
    expect(await openWith({ core: "", slot: "" }, detailOf(opened))).toEqual({ kind: "letter-damaged" });
  });

  it("finds an exchanged letter although the row was changed with it: the opening was signed for the first", async () => {
    const other = createLetter(reporter, commune, district, { header: { case: sent.letter.header.case } });
    const letter = { core: toBase64url(other.core), slot: toBase64url(other.slots[0]) };
    const desk = await deskAt({
      [path]: () => json(detailOf(sent)),
      [`${path}/events`]: () =>
        json({ detail: detailOf(opened, { letter: toBase64url(other.digest) }), letter }),
    });
    const answer = await openLetterOfCase(desk, await requireFile(desk));
    if (answer.kind !== "file") throw new Error(answer.kind);
    expect(answer.file.chain.fault).toEqual({ sequence: 1, kind: "broken-link" });
  });

  it("shows the letter and every other message although one of the reporter's opens to no format of ours", async () => {
    const known = write(oddMessage(opened), releasedOn, { number: 2 }, "Còn một việc nữa.");
    const desk = await deskAt({
      [path]: () => json(detailOf(known)),
      [`${path}/readings`]: () => json({ letter: sealedLetter }),
    });
    const answer = await readLetterAgain(desk, await requireFile(desk));
    if (answer.kind !== "file") throw new Error(answer.kind);
    expect(answer.file.letter?.body.text).toBe("Xin chào.");
    expect(answer.file.chain.fault).toBeNull();
    expect(answer.file.history.map(({ text, unreadable }) => [text, unreadable])).toEqual([
      [null, false],
      [null, true],
      ["Còn một việc nữa.", false],
    ]);
  });

  it("shows no message that somebody else than the letter's writer signed", async () => {
    const impostor = { ...reporter, sign: (await createReporter()).sign };
    const known = write({ ...opened, reporter: impostor }, releasedOn, {}, "Tôi rút thư.");
    const desk = await deskAt({
      [path]: () => json(detailOf(known)),
      [`${path}/readings`]: () => json({ letter: sealedLetter }),
    });
    const answer = await readLetterAgain(desk, await requireFile(desk));
    if (answer.kind !== "file") throw new Error(answer.kind);
    expect(answer.file.history[1]).toMatchObject({ text: null, unreadable: true });
  });

  it("says who was first when another officer acted, and what they did", async () => {
    const now = act(opened, "Acknowledged", releasedOn);
    const conflict = { error: { code: "conflict" }, detail: detailOf(now) };
    const desk = await deskAt({
      [path]: () => json(detailOf(opened)),
      [`${path}/readings`]: () => json({ letter: sealedLetter }),
      [`${path}/events`]: () => ({ status: 409, body: json(conflict) }),
    });
    const read = await readLetterAgain(desk, await requireFile(desk));
    if (read.kind !== "file") throw new Error(read.kind);
    const answer = await acknowledge(desk, read.file, "Đã nhận.");
    expect(answer.kind).toBe("conflict");
    expect(answer.kind === "conflict" && answer.file.state.status).toBe("acknowledged");
  });

  it("calls a conflict without a case unreadable, and so every broken answer", async () => {
    for (const answer of [{ status: 409, body: "{}" }, { status: 409, body: "" }, "{}", "["]) {
      const desk = await deskAt({ [path]: () => json(detailOf(sent)), [`${path}/events`]: () => answer });
      expect(await openLetterOfCase(desk, await requireFile(desk))).toEqual({ kind: "unreadable" });
    }
  });

  it("stops when the committee's keys are not those of the directory", async () => {
    const desk = await deskAt({
      [path]: () => json(detailOf(opened)),
      "/keys/xa-uy.json": () => createCommittee("xa-uy").file,
    });
    expect(await viewCase(desk, sent.letter.header.case)).toEqual({ kind: "fault", fault: "substituted" });
  });

  it("seals no message to the reporter before the letter was read, nor for a fallback whose key was exchanged", async () => {
    const desk = await deskAt({
      [path]: () => json(detailOf(opened)),
      [`${path}/readings`]: () => json({ letter: sealedLetter }),
      "/keys/huyen-uy.json": () => createCommittee("huyen-uy").file,
    });
    const file = await requireFile(desk);
    expect(await acknowledge(desk, file, "…")).toEqual({ kind: "letter-damaged" });
    const read = await readLetterAgain(desk, file);
    if (read.kind !== "file") throw new Error(read.kind);
    expect(await acknowledge(desk, read.file, "…")).toEqual({ kind: "fault", fault: "substituted" });
  });
});

/** A message of the reporter whose plaintext is none. */
function oddMessage(known: TestCase): TestCase {
  const header = {
    v: 1 as const,
    case: known.letter.header.case,
    message: randomCaseId(),
    number: 1,
    previous: toBase64url(known.letter.digest),
    seen: { sequence: 1, chain: toBase64url(known.links[1] ?? randomBytes(32)) },
    readerKey: commune.keys.id,
    fallbackKey: null,
  };
  const { envelope, digest } = sealEnvelope({
    purpose: "reporter-message",
    header: writeHeader(header),
    recipients: { receiver: commune.keys.publicKem, fallback: null, reporter: reporter.kem.publicKey },
    body: frameBody("{", new Uint8Array(64)),
  });
  const { core, slots } = splitEnvelope("reporter-message", envelope);
  const entry = { by: "reporter" as const, on: releasedOn, message: digest, header };
  const link = chainLink(known.links.at(-1) ?? randomBytes(32), entryDigest(entry));
  return { ...known, entries: [...known.entries, { entry, core, slots }], links: [...known.links, link] };
}
