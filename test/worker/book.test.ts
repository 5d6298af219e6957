import { beforeAll, describe, expect, it } from "vitest";
import type { DeskBookAnswer } from "../../src/api/desk-book.schema.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { ask, enterAndLogIn } from "./support/desk.ts";
import { createTestServer, errorCode, migrate } from "./support/harness.ts";
import { committees } from "./support/organisation.ts";

beforeAll(migrate);

const anyBook = (byte = 7, length = 65_536) => toBase64url(new Uint8Array(length).fill(byte));

describe("an officer's own book", () => {
  async function desk() {
    const server = createTestServer();
    const [mine, other] = [
      await enterAndLogIn(server, [committees.commune]),
      await enterAndLogIn(server, [committees.commune]),
    ];
    const get = async (who = mine): Promise<DeskBookAnswer> =>
      (await ask(server, who, "GET", "/book")).json();
    const put = (body: unknown, who = mine) => ask(server, who, "PUT", "/book", body);
    return { server, mine, other, get, put };
  }

  it("is not there before it is put, and then comes back as it was", async () => {
    const { get, put } = await desk();
    expect(await get()).toEqual({ number: 0, book: null });
    expect((await put({ number: 1, book: anyBook() })).status).toBe(204);
    expect(await get()).toEqual({ number: 1, book: anyBook() });
    expect((await put({ number: 2, book: anyBook(8) })).status).toBe(204);
    expect(await get()).toEqual({ number: 2, book: anyBook(8) });
  });

  it("is its officer's alone: a colleague of the same committee has another", async () => {
    const { get, put, other } = await desk();
    await put({ number: 1, book: anyBook() });
    expect(await get(other)).toEqual({ number: 0, book: null });
    expect((await put({ number: 1, book: anyBook(9) }, other)).status).toBe(204);
    expect((await get()).book).toBe(anyBook());
  });

  it("is never written over from an older one, nor by two devices at once", async () => {
    const { get, put } = await desk();
    await put({ number: 1, book: anyBook(1) });
    await put({ number: 2, book: anyBook(2) });
    for (const number of [1, 2, 4])
      expect(await errorCode(await put({ number, book: anyBook(3) })), String(number)).toBe("409 conflict");
    expect(await get()).toEqual({ number: 2, book: anyBook(2) });
    const both = await Promise.all([4, 5].map((byte) => put({ number: 3, book: anyBook(byte) })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });

  it("has one length, whatever is in it", async () => {
    const { get, put } = await desk();
    for (const length of [0, 65_535, 65_537])
      expect(await errorCode(await put({ number: 1, book: anyBook(7, length) }))).toBe("400 malformed");
    expect(await errorCode(await put({ number: 0, book: anyBook() }))).toBe("400 malformed");
    expect(await get()).toEqual({ number: 0, book: null });
  });
});
