import { describe, expect, it } from "vitest";
import type { PutEntryRequest } from "../../src/api/officer.schema.ts";
import { readLetterAgain } from "../../src/client/desk/act.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import { fetchIndexKeys, indexKeysOf } from "../../src/client/desk/case-list.ts";
import { type Desk, lockDesk } from "../../src/client/desk/session.ts";
import type { Transport } from "../../src/client/transport.ts";
import { openIndexEntry } from "../../src/crypto/index-entry.ts";
import { openSearchEntry, searchKeyOf } from "../../src/crypto/search-entry.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { createCommittee, createReporter } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";
import { open, order, read, view } from "../support/desk-stories.ts";

// What a desk leaves of an opened case for its list: sealed at once, to whom it is meant for, or not at all.

const organisation = houseOrganisation();
const reporter = await createReporter();
const { committee, keys } = held["xa-uy"];

/** A desk with keys of its own, which can be locked, over a server each of whose answers can be held up. */
function house() {
  const server = createDeskServer(organisation);
  let onAnswer: (path: string) => void = () => undefined;
  let isFailing: (path: string) => boolean = () => false;
  let isHanging: (path: string) => boolean = () => false;
  let untilSent: (path: string) => Promise<void> | undefined = () => undefined;
  const transport: Transport = {
    origin: server.transport.origin,
    fetch: async (input, init) => {
      const path = new URL(input instanceof Request ? input.url : input).pathname;
      if (isHanging(path)) return await new Promise<Response>(() => undefined);
      await untilSent(path);
      if (isFailing(path)) return new Response(JSON.stringify({ error: { code: "busy" } }), { status: 503 });
      const answer = await server.transport.fetch(input, init);
      onAnswer(path);
      return answer;
    },
  };
  const an = copyOf(deskOf("an", transport, organisation));
  const id = server.receive(reporter);
  const asked = (kinds: readonly ("index" | "search")[] = ["index", "search"]) =>
    server.asked
      .filter(({ path }) => kinds.some((kind) => path === `/api/officer/cases/${id}/${kind}`))
      .map(({ body }) => body as PutEntryRequest);
  const left = (kind: "index" | "search") => asked([kind]).map(({ entry }) => fromBase64url(entry));
  return {
    server,
    transport,
    an,
    id,
    asked,
    left,
    when: (happens: typeof onAnswer) => (onAnswer = happens),
    failing: (fails: typeof isFailing) => (isFailing = fails),
    hangs: (hanging: typeof isHanging) => (isHanging = hanging),
    /** The line to the server itself is slow: what is asked comes there when this lets it. */
    sentAfter: (until: typeof untilSent) => (untilSent = until),
  };
}

/** With keys of its own, that a lock may overwrite. */
function copyOf(desk: Desk): Desk {
  return { ...desk, identity: structuredClone(desk.identity), keyring: structuredClone(desk.keyring) };
}

const everybodysKey = new Uint8Array(32);

async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function locksAt(desk: Desk, ending: string) {
  return (path: string) => {
    if (path.endsWith(ending)) void lockDesk(desk);
  };
}

/** Whether anybody at all could read one of the entries. */
function isOpenToAll(id: CaseId, index: readonly Uint8Array[], search: readonly Uint8Array[]): boolean {
  const place = { committee, case: id };
  return (
    index.some((sealed) => openIndexEntry(sealed, place, everybodysKey) !== undefined) ||
    search.some((sealed) => openSearchEntry(sealed, place, searchKeyOf(everybodysKey)) !== undefined)
  );
}

describe("a lock while an answer is on its way", () => {
  for (const ending of ["/events", "/search", "/index"]) {
    it(`leaves nothing under a key that everybody knows: at the answer to ${ending}`, async () => {
      const { an, id, left, when } = house();
      const file = await order(an, await view(an, id), open);
      when(locksAt(an, ending));
      await carryOut(an, file, { command: "note", note: { kind: "remark" }, remark: "Một." });
      await turn();
      expect(isOpenToAll(id, left("index"), left("search"))).toBe(false);
      expect(left("index")).toHaveLength(ending === "/events" ? 1 : 2);
    });
  }

  it("nor when a letter is read again", async () => {
    const { an, id, left, when, server } = house();
    const file = await order(an, await view(an, id), open);
    server.setIndex(id, "");
    for (const ending of ["/readings", "/search"]) {
      const again = copyOf(an);
      when(locksAt(again, ending));
      await readLetterAgain(again, file);
      await turn();
    }
    expect(isOpenToAll(id, left("index"), left("search"))).toBe(false);
  });
});

describe("what is left of a case", () => {
  it("waits for nobody: the answer is there before the server has taken it", async () => {
    const { an, id, failing, left } = house();
    failing((path) => path.endsWith("/search"));
    expect((await carryOut(an, await view(an, id), { command: "open" })).kind).toBe("file");
    await turn();
    // Without the words no line: as long as that is missing the next reader leaves both.
    expect(left("index")).toEqual([]);
    failing(() => false);
    await read(an, id);
    expect([left("search").length, left("index").length]).toEqual([1, 1]);
  });

  it("is the entry of the later one of two acts, however long the earlier one takes", async () => {
    const { an, id, left } = house();
    const first = await order(an, await view(an, id), open);
    const note = { command: "note", note: { kind: "remark" }, remark: "Một." } as const;
    const once = await carryOut(an, first, note);
    if (once.kind !== "file") throw new Error(once.kind);
    await carryOut(an, once.file, note);
    await turn();
    const sequences = left("index").map(
      (sealed) => openIndexEntry(sealed, { committee, case: id }, keys.indexKey)?.sequence,
    );
    expect(sequences).toEqual([1, 2, 3]);
  });

  it("holds up no other case where the line hangs", async () => {
    const { an, id, left, server, hangs } = house();
    hangs((path) => path.endsWith(`/${id}/search`));
    await order(an, await view(an, id), open);
    const other = server.receive(reporter);
    await order(an, await view(an, other), open);
    await turn();
    expect(left("index")).toEqual([]);
    expect(server.indexOf(other)).not.toBeNull();
  });

  it("names nobody whose name was covered", async () => {
    const { an, id, left } = house();
    const terms = [{ text: "chào", as: "person" }] as const;
    const cover = { command: "note", note: { kind: "covered", terms }, remark: "Che tên." } as const;
    await order(an, await view(an, id), open, cover);
    const excerpts = left("index").map(
      (sealed) => openIndexEntry(sealed, { committee, case: id }, keys.indexKey)?.excerpt,
    );
    expect(excerpts).toEqual(["Xin chào.", "Xin […]."]);
  });

  it("holds nothing of the text where some of the committee were shut out: they hold its key", async () => {
    const { an, id, left, server, transport } = house();
    const file = await order(an, await view(an, id), open);
    const before = { index: left("index").length, search: left("search").length };
    await carryOut(an, file, { command: "recuse", reason: "…" });
    const binh = deskOf("binh", transport, organisation);
    server.setIndex(id, "");
    await order(binh, await read(binh, id), {
      command: "note",
      note: { kind: "remark" },
      remark: "Kín giữa hai người.",
    });
    const place = { committee, case: id };
    const entries = left("index")
      .slice(before.index)
      .map((sealed) => openIndexEntry(sealed, place, keys.indexKey));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry?.excerpt).toBe("");
    expect(left("search")).toHaveLength(before.search);
  });
});

describe("an entry that is on its way while others come to read the case", () => {
  /** One officer reads while everybody may, another steps aside meanwhile, and then the entry comes to the server. */
  async function crossing(kind: "index" | "search") {
    const made = house();
    const { an, id, transport, sentAfter } = made;
    const line = Promise.withResolvers<void>();
    sentAfter((path) => (path.endsWith(`/${kind}`) ? line.promise : undefined));
    await order(an, await view(an, id), open);
    sentAfter(() => undefined);
    const binh = deskOf("binh", transport, organisation);
    const aside = await carryOut(binh, await read(binh, id), { command: "recuse", reason: "…" });
    expect(aside.kind).toBe("left");
    line.resolve();
    await turn();
    return made;
  }

  for (const kind of ["index", "search"] as const)
    it(`is not taken, and nothing but what is left at the next reading comes in its place: ${kind}`, async () => {
      const { an, id, server, left, asked } = await crossing(kind);
      expect([server.indexOf(id), server.searchOf(id)]).toEqual([null, null]);
      expect(asked().map(({ caseKey }) => caseKey)).not.toContain(undefined);
      const searches = left("search").length;
      const { row } = await read(an, id);
      expect(row.caseKey).not.toBeNull();
      expect(asked().at(-1)).toMatchObject({ committee, caseKey: row.caseKey?.id });
      const entry = openIndexEntry(
        fromBase64url(server.indexOf(id) ?? ""),
        { committee, case: id },
        keys.indexKey,
      );
      expect(entry?.excerpt).toBe("");
      expect([left("search").length, server.searchOf(id)]).toEqual([searches, null]);
    });
});

describe("the keys that a list is read with", () => {
  it("are those that the committee's record lists, whatever else the server wraps to an officer", async () => {
    const { an } = house();
    const invented = createCommittee("xa-uy").keys;
    const desk = { ...an, keyring: new Map([...an.keyring, [invented.id, { committee, keys: invented }]]) };
    expect(indexKeysOf(desk)).toHaveLength(an.keyring.size + 1);
    const fetched = await fetchIndexKeys(desk);
    expect(fetched).toEqual({ kind: "keys", keys: indexKeysOf(an) });
  });

  it("are not there while the records are not: the list says so and is asked for again", async () => {
    const { an, failing } = house();
    failing((path) => path.startsWith("/keys/"));
    expect(await fetchIndexKeys(an)).toEqual({ kind: "unreachable" });
  });
});
