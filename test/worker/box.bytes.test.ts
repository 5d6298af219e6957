import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { decodeBoxRequest } from "../../src/envelope/box-request.ts";
import { concat } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { boxPrefixBytes, boxRequestBytes } from "../../src/envelope/sizes.ts";
import { sendLetter } from "./support/desk.ts";
import {
  createTestServer,
  errorCode,
  fixture,
  json,
  lookUpBytes,
  migrate,
  octetStream,
  post,
  postBox,
  readMeta,
  sendBytes,
} from "./support/harness.ts";
import { random, signFor } from "./support/labelled.ts";
import { createLetter, createReporter } from "./support/reporter.ts";
import { dumpTables } from "./support/tables.ts";

beforeAll(migrate);

async function newLetter() {
  const reporter = await createReporter();
  const letter = await createLetter(fixture);
  const id = fromBase64url(letter.header.case);
  return { reporter, letter, id, bytes: await sendBytes(reporter, "send-letter", id, letter.whole) };
}

describe("a request that is not exactly one", () => {
  it("is refused when any region of its bytes is altered", async () => {
    const server = createTestServer();
    const { bytes } = await newLetter();
    const before = await dumpTables();
    const prefix = Array.from({ length: 1112 }, (_, at) => at);
    const body = Array.from({ length: 300 }, (_, part) => boxPrefixBytes + part * 105);
    const tail = Array.from({ length: 64 }, (_, at) => boxRequestBytes - 64 + at);
    for (const at of [...prefix, ...body, ...tail]) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      const answer = await postBox(server, altered);
      expect([400, 403], `byte ${at}`).toContain(answer.status);
    }
    expect(await dumpTables()).toEqual(before);
  });

  it("is refused when its letter is not what its outside says, though well signed", async () => {
    const server = createTestServer();
    const { reporter, letter, id } = await newLetter();
    const flip = (at: number) => letter.whole.map((byte, index) => (index === at ? byte ^ 1 : byte));
    const slotAt = letter.core.length + 5;
    const broken = [
      flip(0),
      flip(4),
      flip(5),
      flip(8),
      flip(900),
      flip(1030),
      flip(slotAt),
      flip(slotAt + 3600),
    ];
    for (const payload of broken) {
      const answer = await postBox(server, await sendBytes(reporter, "send-letter", id, payload));
      expect(await errorCode(answer)).toBe("400 malformed");
    }
    const otherId = await sendBytes(reporter, "send-letter", random(16), letter.whole);
    expect(await errorCode(await postBox(server, otherId))).toBe("400 malformed");
    const lonely = await createLetter(fixture, { fallbackKey: null });
    const bytes = await sendBytes(reporter, "send-letter", fromBase64url(lonely.header.case), lonely.whole);
    expect(await errorCode(await postBox(server, bytes))).toBe("400 malformed");
  });

  it("is refused when it is signed with another key, for another purpose, or as another kind", async () => {
    const server = createTestServer();
    const { bytes, reporter } = await newLetter();
    const { unsigned } = decodeBoxRequest(bytes);
    const stranger = await createReporter();
    const forged = concat(unsigned, await signFor(stranger.secret, labels.boxRequest, unsigned));
    expect(await errorCode(await postBox(server, forged))).toBe("403 signature-refused");
    const misused = concat(unsigned, await signFor(reporter.secret, labels.officerEvent, unsigned));
    expect(await errorCode(await postBox(server, misused))).toBe("403 signature-refused");
    const lookUp = bytes.slice();
    lookUp[4] = 2;
    expect(await errorCode(await postBox(server, lookUp))).toBe("403 signature-refused");
  });

  it("is refused at any other length, however the length is announced", async () => {
    const server = createTestServer();
    const { bytes } = await newLetter();
    for (const length of [0, 1, boxRequestBytes - 1]) {
      expect(await errorCode(await postBox(server, bytes.slice(0, length)))).toBe("400 malformed");
    }
    const long = concat(bytes, new Uint8Array(1));
    expect(await errorCode(await postBox(server, long))).toBe("413 too-large");
    const lying = post("/api/box", long, { ...octetStream, "content-length": String(boxRequestBytes) });
    expect(await errorCode(await server.fetch(lying))).toBe("413 too-large");
    const boasting = post("/api/box", bytes, { ...octetStream, "content-length": "999999999999" });
    expect(await errorCode(await server.fetch(boasting))).toBe("413 too-large");
  });

  it("is read in any number of parts, and no further than its one size", async () => {
    const server = createTestServer();
    const { bytes } = await newLetter();
    let at = 0;
    const dripping = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(bytes.slice(at, at + 1000));
        at += 1000;
        if (at >= bytes.length) controller.close();
      },
    });
    expect(await readMeta(await postBox(server, dripping))).toMatchObject({ kind: "accepted" });
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4096));
      },
    });
    expect(await errorCode(await postBox(server, endless))).toBe("413 too-large");
    expect(pulled).toBeLessThan(20);
  });

  it("is refused as any other type, and in any other way than by POST", async () => {
    const server = createTestServer();
    const { bytes } = await newLetter();
    for (const type of [
      "",
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
    ]) {
      const answer = await server.fetch(post("/api/box", bytes, { "content-type": type }));
      expect(await errorCode(answer)).toBe("415 wrong-type");
    }
    for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
      const answer = await server.fetch(new Request("http://localhost:8787/api/box", { method }));
      expect(await errorCode(answer)).toBe("405 method-not-allowed");
    }
    for (const body of [
      "",
      "{",
      "[]",
      '{"id":1}',
      '{"id":"AAAAAAAAAAAAAAAAAAAAAA","more":1}',
      '{"id":"short"}',
    ]) {
      const answer = await server.fetch(post("/api/box/challenge", body, json));
      expect(await errorCode(answer)).toBe("400 malformed");
    }
  });

  it("gives the same id to nobody twice: a replayed look-up shows no more than it did", async () => {
    const server = createTestServer();
    const { reporter } = await sendLetter(server);
    const bytes = await lookUpBytes(reporter);
    const first = new Uint8Array(await (await postBox(server, bytes)).arrayBuffer());
    const again = new Uint8Array(await (await postBox(server, bytes)).arrayBuffer());
    expect(again).toEqual(first);
  });
});
