import { beforeAll, describe, expect, it } from "vitest";
import type { SearchList } from "../../src/api/search.schema.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";
import {
  ask,
  enterAndLogIn,
  getDetail,
  type LoggedIn,
  putSealed,
  readersOf,
  sendLetter,
} from "./support/desk.ts";
import { createTestServer, errorCode, migrate, type TestServer } from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import { atOnce, classify, perform, reseal, transfer } from "./support/life.ts";
import { committees } from "./support/organisation.ts";

beforeAll(migrate);

const { commune, otherCommune } = committees;

type Scene = { readonly server: TestServer; readonly who: LoggedIn; readonly ids: readonly CaseId[] };

/** Two officers of a commune and classified cases of it. */
async function begin(count: number): Promise<Scene & { readonly colleague: LoggedIn }> {
  const server = createTestServer({ hour: 9, payload: atOnce });
  const who = await enterAndLogIn(server, [commune]);
  const colleague = await enterAndLogIn(server, [commune]);
  const ids: CaseId[] = [];
  for (let left = count; left > 0; left--) {
    const { letter } = await sendLetter(server);
    ids.push(letter.header.case);
    await classify(server, who, letter.header.case);
  }
  return { server, who, colleague, ids };
}

async function put({ server, who }: Scene, id: CaseId, entry = toBase64url(random(1024))): Promise<string> {
  const readers = await readersOf(server, who, id);
  const answer = await ask(server, who, "PUT", `/cases/${id}/search`, { entry, ...readers });
  expect(answer.status).toBe(204);
  return entry;
}

async function listAfter(server: TestServer, who: LoggedIn, after: number): Promise<SearchList> {
  const answer = await ask(server, who, "GET", `/committees/${commune}/searches?after=${after}`);
  expect(answer.status).toBe(200);
  return await answer.json();
}

/** Of the cases of this test alone: others of the committee may stand in the database. */
function of(list: SearchList, ids: readonly CaseId[]): readonly (readonly [CaseId, string])[] {
  return list.entries.flatMap((one) => (ids.includes(one.case) ? [[one.case, one.entry] as const] : []));
}

describe("the sealed words by which cases are found", () => {
  it("are of one length only", async () => {
    const { server, who, ids } = await begin(1);
    const put = (entry: string) =>
      ask(server, who, "PUT", `/cases/${ids[0]}/search`, { entry, committee: commune, caseKey: null });
    for (const length of [0, 1023, 1025])
      expect(await errorCode(await put(toBase64url(random(length))))).toBe("400 malformed");
    expect(await errorCode(await put("not base64url!"))).toBe("400 malformed");
  });

  it("come to every officer of the committee once, and later only those that are new", async () => {
    const scene = await begin(2);
    const { server, colleague, ids } = scene;
    const [first = "" as CaseId, second = "" as CaseId] = ids;
    const before = await put(scene, first);
    const other = await put(scene, second);
    const all = await listAfter(server, colleague, 0);
    expect(of(all, ids)).toEqual([
      [first, before],
      [second, other],
    ]);
    expect(all.more).toBe(false);
    expect(await listAfter(server, colleague, all.revision)).toEqual({
      entries: [],
      revision: all.revision,
      more: false,
    });
    const after = await put(scene, first);
    const news = await listAfter(server, colleague, all.revision);
    expect(news.entries).toEqual([{ case: first, entry: after }]);
    expect(news.revision).toBeGreaterThan(all.revision);
  });

  it("are gone with every change of readers, and kept from whoever stepped aside", async () => {
    const scene = await begin(1);
    const { server, who, colleague, ids } = scene;
    const [id = "" as CaseId] = ids;
    const entry = await put(scene, id);
    expect(of(await listAfter(server, colleague, 0), ids)).toEqual([[id, entry]]);
    const third = await enterAndLogIn(server, [commune]);
    const { revision } = await listAfter(server, third, 0);
    expect((await reseal(server, who, id, "Recused", [colleague])).status).toBe(201);
    // They were sealed under a key that whoever stepped aside still holds.
    for (const each of [who, colleague]) expect(of(await listAfter(server, each, 0), ids)).toEqual([]);
    const readers = await readersOf(server, colleague, id);
    expect(await errorCode(await putSealed(server, who, id, "search", readers))).toBe("404 not-found");
    // Whatever key it is said to be for: the words are sealed under the committee's, and some were shut out.
    for (const caseKey of [null, readers.caseKey])
      expect(await errorCode(await putSealed(server, colleague, id, "search", { ...readers, caseKey }))).toBe(
        "409 conflict",
      );
    expect((await reseal(server, colleague, id, "HandedOver", [colleague, third])).status).toBe(201);
    for (const each of [colleague, third])
      expect(of(await listAfter(server, each, revision), ids)).toEqual([]);
  });

  it("go with the case to nobody: another committee finds none, and the old one has none any more", async () => {
    const scene = await begin(1);
    const { server, who, ids } = scene;
    const [id = "" as CaseId] = ids;
    await put(scene, id);
    await perform(server, who, id, "Noted");
    await transfer(server, who, id);
    expect(of(await listAfter(server, who, 0), ids)).toEqual([]);
    const above = await enterAndLogIn(server, [committees.district]);
    const answer = await ask(server, above, "GET", `/committees/${committees.district}/searches`);
    expect(of(await answer.json(), ids)).toEqual([]);
  });

  it("are no more for somebody of another committee than those of one that does not exist", async () => {
    const { server } = await begin(1);
    const stranger = await enterAndLogIn(server, [otherCommune]);
    for (const committee of [commune, "khong-co-uy"])
      expect(await errorCode(await ask(server, stranger, "GET", `/committees/${committee}/searches`))).toBe(
        "404 not-found",
      );
    const who = await enterAndLogIn(server, [commune]);
    for (const after of ["-1", "x", "1.5"])
      expect(
        await errorCode(await ask(server, who, "GET", `/committees/${commune}/searches?after=${after}`)),
      ).toBe("404 not-found");
  });
});

describe("an entry that comes after others read the case", () => {
  const kinds = ["index", "search"] as const;

  async function expectNothingLeft({ server, who, ids }: Scene, id: CaseId): Promise<void> {
    expect((await getDetail(server, who, id)).row.index).toBeNull();
    expect(of(await listAfter(server, who, 0), ids)).toEqual([]);
  }

  it("is not taken: it was sealed when all of the committee read, for whoever was left out as well", async () => {
    const scene = await begin(1);
    const { server, who, colleague, ids } = scene;
    const [id = "" as CaseId] = ids;
    const before = await readersOf(server, who, id);
    expect((await reseal(server, colleague, id, "HandedOver", [who, colleague])).status).toBe(201);
    for (const kind of kinds)
      expect(await errorCode(await putSealed(server, who, id, kind, before))).toBe("409 conflict");
    await expectNothingLeft(scene, id);
  });

  it("is not taken for a key that the case had before, and a line for the one that it has is", async () => {
    const scene = await begin(1);
    const { server, who, colleague, ids } = scene;
    const [id = "" as CaseId] = ids;
    expect((await reseal(server, who, id, "HandedOver", [who, colleague])).status).toBe(201);
    const before = await readersOf(server, who, id);
    expect((await putSealed(server, who, id, "index", before)).status).toBe(204);
    expect((await reseal(server, who, id, "HandedOver", [who])).status).toBe(201);
    for (const kind of kinds)
      expect(await errorCode(await putSealed(server, who, id, kind, before))).toBe("409 conflict");
    await expectNothingLeft(scene, id);
    const now = await readersOf(server, who, id);
    expect((await putSealed(server, who, id, "index", now)).status).toBe(204);
  });

  it("is not taken from an officer of two committees for the one that passed the case on to the other", async () => {
    const scene = await begin(1);
    const { server, ids } = scene;
    const [id = "" as CaseId] = ids;
    const who = await enterAndLogIn(server, [commune, otherCommune]);
    const before = await readersOf(server, who, id);
    expect((await transfer(server, who, id)).status).toBe(201);
    for (const kind of kinds)
      expect(await errorCode(await putSealed(server, who, id, kind, before))).toBe("409 conflict");
    await expectNothingLeft({ ...scene, who }, id);
  });

  it("says for whom it was sealed, or it is none", async () => {
    const { server, who, ids } = await begin(1);
    const entries = { index: toBase64url(random(indexEntryBytes)), search: toBase64url(random(1024)) };
    for (const kind of kinds) {
      const entry = entries[kind];
      for (const body of [{ entry }, { entry, committee: commune }, { entry, caseKey: null }])
        expect(await errorCode(await ask(server, who, "PUT", `/cases/${ids[0]}/${kind}`, body))).toBe(
          "400 malformed",
        );
    }
  });
});
