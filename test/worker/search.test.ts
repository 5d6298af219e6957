import { beforeAll, describe, expect, it } from "vitest";
import type { SearchList } from "../../src/api/search.schema.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { ask, enterAndLogIn, type LoggedIn, sendLetter } from "./support/desk.ts";
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
  const answer = await ask(server, who, "PUT", `/cases/${id}/search`, { entry });
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
    for (const entry of [toBase64url(random(1535)), toBase64url(random(1537)), "not base64url!", ""])
      expect(await errorCode(await ask(server, who, "PUT", `/cases/${ids[0]}/search`, { entry }))).toBe(
        "400 malformed",
      );
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
    expect(await errorCode(await ask(server, who, "PUT", `/cases/${id}/search`, { entry }))).toBe(
      "404 not-found",
    );
    expect((await ask(server, colleague, "PUT", `/cases/${id}/search`, { entry })).status).toBe(204);
    expect(of(await listAfter(server, third, revision), ids)).toEqual([]);
    expect((await reseal(server, colleague, id, "HandedOver", [colleague, third])).status).toBe(201);
    expect(of(await listAfter(server, third, revision), ids)).toEqual([]);
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
