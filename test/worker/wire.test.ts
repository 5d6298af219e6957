import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { fixedHeaders } from "../../worker/http/headers.ts";
import { parseSettings } from "../../worker/env.ts";
import { sendLetter } from "./support/desk.ts";
import {
  citizenOrigin,
  createTestServer,
  errorCode,
  fixture,
  json,
  lookUp,
  lookUpBytes,
  migrate,
  octetStream,
  officerOrigin,
  post,
  postBox,
  type TestServer,
} from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import { createReporter } from "./support/reporter.ts";
import { directoryFileOf } from "./support/site.files.ts";

beforeAll(migrate);

const get = (url: string, headers: Record<string, string> = {}) => new Request(url, { headers });

async function textOf(server: TestServer, url: string): Promise<string> {
  const response = await server.fetch(get(url));
  return `${response.status} ${await response.text()}`;
}

const notFound = '404 {"error":{"code":"not-found"}}';

describe("the two hosts", () => {
  it("serve each their own pages, and both the directory and the key records", async () => {
    const server = createTestServer();
    expect(await textOf(server, `${citizenOrigin}/`)).toContain("<title>citizen");
    expect(await textOf(server, `${officerOrigin}/`)).toContain("<title>officer");
    expect(await textOf(server, `${citizenOrigin}/assets/citizen-0a1b2c3d.js`)).toContain("citizen");
    expect(await textOf(server, `${officerOrigin}/assets/officer-4e5f6a7b.js`)).toContain("officer");
    for (const origin of [citizenOrigin, officerOrigin]) {
      expect(await textOf(server, `${origin}/directory.json`)).toBe(
        `200 ${directoryFileOf(fixture.payload)}`,
      );
      expect(await textOf(server, `${origin}/keys/xa-uy.json`)).toContain('"committee":"xa-uy"');
    }
  });

  it("know nothing of each other's files, of folders, of other hosts, or of what is not there", async () => {
    const server = createTestServer();
    const paths = [
      `${officerOrigin}/assets/citizen-0a1b2c3d.js`,
      `${officerOrigin}/citizen/index.html`,
      `${officerOrigin}/demo`,
      `${citizenOrigin}/assets/officer-4e5f6a7b.js`,
      `${citizenOrigin}/officer/index.html`,
      `${citizenOrigin}/citizen/index.html`,
      `${citizenOrigin}/org/directory.json`,
      `${citizenOrigin}/..%2fofficer/index.html`,
      `${citizenOrigin}/%2e%2e/officer/index.html`,
      `${citizenOrigin}/assets/..%2f..%2fofficer%2findex.html`,
      `${citizenOrigin}//officer/index.html`,
      `${citizenOrigin}/assets/`,
      `${citizenOrigin}/keys/nobody-uy.json`,
      `${citizenOrigin}/keys/../directory.json.map`,
      `${citizenOrigin}/nothing`,
      `${citizenOrigin}/demo`,
      `${citizenOrigin}/demo.html`,
      `${citizenOrigin}/demo/api/rows/${toBase64url(random(16))}`,
      `${citizenOrigin}/api/officer/challenge`,
      `${citizenOrigin}/api/officer/cases/${toBase64url(random(16))}`,
      `${officerOrigin}/api/box`,
      "http://127.0.0.1:8787/",
      "http://localhost/",
      "http://localhost:8788/",
      "http://evil.example/",
      "http://evil.example/api/officer/challenge",
    ];
    for (const url of paths) expect(await textOf(server, url), url).toBe(notFound);
    const box = await server.fetch(post("/api/box", new Uint8Array(1), octetStream, officerOrigin));
    expect(await errorCode(box)).toBe("404 not-found");
    const login = await server.fetch(post("/api/officer/login", "{}", json));
    expect(await errorCode(login)).toBe("404 not-found");
    const clock = await server.fetch(post("/demo/api/clock", '{"today":"2026-01-01"}', json));
    expect(await errorCode(clock)).toBe("404 not-found");
  });

  it("show the tour and its rows in a demonstration only, and only to citizens", async () => {
    const server = createTestServer({
      demo: true,
      payload: () => ({ ...fixture.payload, releaseHour: null }),
    });
    expect(await textOf(server, `${citizenOrigin}/demo`)).toContain("<title>demo");
    expect(await textOf(server, `${officerOrigin}/demo`)).toBe(notFound);
    const moved = await server.fetch(post("/demo/api/clock", '{"today":"2026-03-20"}', json));
    expect(await moved.json()).toMatchObject({ today: "2026-03-20" });
    const { letter, reporter } = await sendLetter(server);
    expect((await lookUp(server, reporter)).meta).toMatchObject({ releasedOn: "2026-03-20", released: true });
    const shown = await server.fetch(get(`${citizenOrigin}/demo/api/rows/${letter.header.case}`));
    const rows: Record<string, readonly Record<string, unknown>[]> = await shown.json();
    expect(rows.cases?.[0]).toMatchObject({ id: letter.header.case, committee: "xa-uy" });
    expect(rows.cores?.[0]?.core).toBe(toBase64url(letter.core));
    expect(rows.slots).toHaveLength(3);
    expect(rows.steps).toEqual([]);
    await server.fetch(post("/demo/api/clock", '{"today":null}', json));
    const bad = await server.fetch(post("/demo/api/clock", '{"today":"2026-02-30"}', json));
    expect(await errorCode(bad)).toBe("400 malformed");
    expect(await textOf(server, `${citizenOrigin}/demo/api/rows/nonsense`)).toBe(notFound);
  });
});

describe("every answer carries the fixed headers and nothing that tells visitors apart", () => {
  const ownHeaders = ["content-type", "cache-control", "etag", "retry-after"];

  function expectFixed(response: Response, side: "citizen" | "officer", what: string): void {
    const headers = Object.fromEntries(response.headers);
    for (const [name, value] of Object.entries(fixedHeaders[side])) expect(headers[name], what).toBe(value);
    const others = Object.keys(headers).filter((name) => !(name in fixedHeaders[side]));
    expect(
      others.filter((name) => !ownHeaders.includes(name)),
      what,
    ).toEqual([]);
  }

  it("pages, files, refusals, the box, the directory, a missing page, another host, our own faults", async () => {
    const server = createTestServer();
    const bytes = await lookUpBytes(await createReporter());
    const requests: readonly (readonly ["citizen" | "officer", number, Request])[] = [
      ["citizen", 200, get(`${citizenOrigin}/`)],
      ["citizen", 200, new Request(`${citizenOrigin}/`, { method: "HEAD" })],
      ["citizen", 200, get(`${citizenOrigin}/assets/citizen-0a1b2c3d.js`)],
      ["citizen", 200, get(`${citizenOrigin}/directory.json`)],
      ["citizen", 404, get(`${citizenOrigin}/nothing`)],
      ["citizen", 404, get("http://evil.example/")],
      ["citizen", 200, post("/api/box", bytes, octetStream)],
      ["citizen", 400, post("/api/box", new Uint8Array(3), octetStream)],
      ["citizen", 413, post("/api/box", new Uint8Array(40_000), octetStream)],
      ["citizen", 415, post("/api/box", bytes, {})],
      ["citizen", 405, get(`${citizenOrigin}/api/box`)],
      ["citizen", 405, new Request(`${citizenOrigin}/api/box`, { method: "OPTIONS" })],
      ["citizen", 404, new Request(`${citizenOrigin}/`, { method: "DELETE" })],
      ["officer", 200, get(`${officerOrigin}/`)],
      ["officer", 200, get(`${officerOrigin}/assets/officer-4e5f6a7b.js`)],
      ["officer", 200, get(`${officerOrigin}/keys/xa-uy.json`)],
      ["officer", 200, get(`${officerOrigin}/api/officer/challenge`)],
      ["officer", 401, get(`${officerOrigin}/api/officer/cases/x`)],
      ["officer", 404, get(`${officerOrigin}/nothing`)],
      ["officer", 400, post("/api/officer/login", "{", json, officerOrigin)],
      ["officer", 413, post("/api/officer/login", "x".repeat(70_000), json, officerOrigin)],
    ];
    for (const [side, status, request] of requests) {
      const response = await server.fetch(request);
      expect(response.status, request.url).toBe(status);
      expectFixed(response, side, request.url);
      await response.body?.cancel();
    }
    const broken = createTestServer({
      payload: () => {
        throw new Error("a fault with a secret in it");
      },
    });
    const fault = await postBox(broken, bytes);
    expectFixed(fault, "citizen", "fault");
    expect(await fault.text()).toBe('{"error":{"code":"internal"}}');
  });

  it("leaves nothing in a citizen's cache, and only hashed files in an officer's", async () => {
    const server = createTestServer();
    const cacheOf = async (url: string) => (await server.fetch(get(url))).headers.get("cache-control");
    for (const path of ["/", "/assets/citizen-0a1b2c3d.js", "/directory.json", "/nothing"]) {
      expect(await cacheOf(citizenOrigin + path)).toBe("no-store");
    }
    for (const path of [
      "/",
      "/directory.json",
      "/api/officer/challenge",
      "/nothing",
      "/assets/none-00000000.js",
    ]) {
      expect(await cacheOf(officerOrigin + path)).toBe("no-store");
    }
    // Spaces compress to nothing: a key record that the edge compressed would tell its length again.
    for (const origin of [citizenOrigin, officerOrigin]) {
      expect(await cacheOf(`${origin}/keys/xa-uy.json`)).toBe("no-store, no-transform");
    }
    const asset = `${officerOrigin}/assets/officer-4e5f6a7b.js`;
    expect(await cacheOf(asset)).toBe("public, max-age=31536000, immutable");
    const etag = (await server.fetch(get(asset))).headers.get("etag") ?? "";
    const same = await server.fetch(get(asset, { "if-none-match": etag }));
    expect(same.status).toBe(304);
    expectFixed(same, "officer", "304");
    const citizen = await server.fetch(
      get(`${citizenOrigin}/assets/citizen-0a1b2c3d.js`, { "if-none-match": etag }),
    );
    expect(citizen.status).toBe(200);
  });

  it("gives fifty visitors, each different from all others, the same bytes", async () => {
    const server = createTestServer();
    for (const url of [`${citizenOrigin}/`, `${citizenOrigin}/directory.json`, `${officerOrigin}/`]) {
      const shapes = new Set<string>();
      for (let visitor = 0; visitor < 50; visitor++) {
        const headers = {
          "user-agent": `Browser/${visitor}`,
          "accept-language": ["vi", "km", "en", "zh-Hant"][visitor % 4] ?? "vi",
          "cf-connecting-ip": `203.0.113.${visitor}`,
          "x-forwarded-for": `198.51.100.${visitor}`,
          cookie: `visitor=${visitor}`,
          referer: `https://example.org/${visitor}`,
          accept: visitor % 2 === 0 ? "*/*" : "text/html",
          range: `bytes=${visitor}-`,
          "if-none-match": `"${visitor}"`,
          "sec-fetch-site": visitor % 3 === 0 ? "cross-site" : "none",
        };
        const response = await server.fetch(get(`${url}?v=${visitor}`, headers));
        shapes.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
      }
      expect(shapes.size, url).toBe(1);
    }
  });

  it("forbids on the citizens' side what only the desk needs", () => {
    const [citizen, officer] = [fixedHeaders.citizen, fixedHeaders.officer].map(
      (headers) => headers["content-security-policy"] ?? "",
    );
    expect(citizen).toContain("worker-src 'none'; trusted-types 'none'");
    expect(officer).toContain("worker-src 'self'; trusted-types hop-thu-worker");
    for (const policy of [citizen, officer]) {
      for (const part of [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
      ]) {
        expect(policy?.split("; ")).toContain(part);
      }
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|nonce-|https:|\*/);
    }
  });
});

describe("the worker as it is deployed", () => {
  const worker = (exports as unknown as { default: { fetch(request: Request): Promise<Response> } }).default;

  it("answers on both hosts out of its own composition", async () => {
    expect(await (await worker.fetch(get(`${citizenOrigin}/`))).text()).toContain("<title>citizen");
    const challenge = await worker.fetch(get(`${officerOrigin}/api/officer/challenge`));
    expect(await challenge.json()).toMatchObject({ challenge: expect.any(String) });
    expect((await worker.fetch(get(`${citizenOrigin}/demo`))).status).toBe(404);
  });

  it("does not start without its settings, and says which, never their values", () => {
    const good = { SECRET: "s".repeat(32), CITIZEN_HOST: "a.example", OFFICER_HOST: "b.example" };
    expect(parseSettings(good)).toMatchObject({ demo: false, hosts: { citizen: "a.example" } });
    const bad: readonly (readonly [Record<string, unknown>, RegExp])[] = [
      [{ ...good, SECRET: undefined }, /SECRET must be set/],
      [{ ...good, SECRET: "short-secret" }, /SECRET must be set/],
      [{ ...good, CITIZEN_HOST: "https://a.example/" }, /CITIZEN_HOST must/],
      [{ ...good, OFFICER_HOST: "a.example" }, /OFFICER_HOST must be a host of its own/],
      [{ ...good, DEMO: "yes" }, /DEMO must/],
    ];
    for (const [bindings, message] of bad) {
      expect(() => parseSettings(bindings)).toThrow(message);
      expect(() => parseSettings(bindings)).not.toThrow(/short-secret/);
    }
  });
});
