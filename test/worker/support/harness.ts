import { createChallenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/sha";
import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { type PlainDate, toPlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { type BoxMeta, type BoxResponse, decodeBoxResponse } from "../../../src/envelope/box-response.ts";
import type { Bytes } from "../../../src/envelope/bytes.ts";
import { createServer } from "../../../worker/app.ts";
import { createDirectorySource } from "../../../worker/committees/committees.directory.ts";
import { createDemoClock } from "../../../worker/demo/demo.clock.ts";
import { createLawBook } from "../../../worker/laws/laws.book.ts";
import { createAssetFiles } from "../../../worker/platform/asset-files.ts";
import { createD1Database } from "../../../worker/platform/d1-database.ts";
import { createFetchWebhook } from "../../../worker/platform/fetch-webhook.ts";
import { createMemoryLimits } from "../../../worker/platform/memory-limits.ts";
import type { Database, Platform, StaticFiles } from "../../../worker/platform/platform.ts";
import { createSecrets } from "../../../worker/platform/secrets.ts";
import { random } from "./labelled.ts";
import type { Fixture } from "./organisation.ts";
import { noPayload, type Reporter, signRequest, type UnsignedRequest } from "./reporter.ts";
import { directoryFileOf } from "./site.files.ts";

export const citizenOrigin = "http://localhost:8787";
export const officerOrigin = "http://officer.localhost:8787";
export const fixture = JSON.parse(env.FIXTURE) as Fixture;
export const database = createD1Database(env.DB);
export const secrets = createSecrets(env.SECRET);

/** Creates the tables. Storage is each test file's own. */
export async function migrate(): Promise<void> {
  await applyD1Migrations(env.DB, JSON.parse(env.MIGRATIONS));
}

export type ServerOptions = {
  readonly today?: string;
  readonly hour?: number;
  readonly demo?: boolean;
  readonly dailyArrivals?: number;
  /** Another directory than the fixture's, asked for whenever it is read. */
  readonly payload?: () => Fixture["payload"];
  /** The same database, watched. */
  readonly database?: Database;
};

/** The server as it is composed, with a clock that a test can move. */
export type TestServer = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly platform: Platform;
  readonly source: ReturnType<typeof createDirectorySource>;
  /** Day, hour and passed milliseconds; change them at will. */
  readonly time: { today: PlainDate; hour: number; passed: number; readonly pauses: number[] };
};

export function createTestServer(options: ServerOptions = {}): TestServer {
  const { today = "2026-03-04", hour = 10, demo = false, dailyArrivals = 100_000, payload } = options;
  const stored = options.database ?? database;
  const time = { today: toPlainDate(today), hour, passed: 0, pauses: [] as number[] };
  const system = {
    read: async () => ({ today: time.today, hour: time.hour }),
    instant: () => Date.now() + time.passed,
    // The test's clock goes on instead of the test standing still.
    pause: async (ms: number) => {
      time.pauses.push(ms);
      time.passed += ms;
    },
  };
  const clock = demo ? createDemoClock(system, stored) : system;
  const files = payload === undefined ? createAssetFiles(env.ASSETS) : withDirectory(payload);
  const limits = createMemoryLimits({ dailyArrivals, busyPerMinute: 1_000_000 }, clock.instant);
  const outside = { mail: null, webhook: createFetchWebhook() };
  const platform: Platform = { database: stored, files, clock, limits, secrets, ...outside, demo };
  const source = createDirectorySource(files, clock, createLawBook(stored));
  const hosts = { citizen: "localhost:8787", officer: "officer.localhost:8787" };
  return { ...createServer(platform, source, hosts), platform, source, time };
}

/** The fixture's site with another directory in it. */
function withDirectory(payload: () => Fixture["payload"]): StaticFiles {
  const files = createAssetFiles(env.ASSETS);
  return {
    async fetch(path, etag) {
      return path === "/org/directory.json"
        ? new Response(directoryFileOf(payload()))
        : files.fetch(path, etag);
    },
  };
}

/** A proof that the server accepts, over an easier challenge than it would give: tests need thousands. */
export async function cheapProof(id: Bytes): Promise<string> {
  const challenge = await createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    deriveKey,
    keyPrefix: "0",
    data: { id: toBase64url(id) },
    expiresAt: Math.ceil(Date.now() / 1000) + 3600,
    hmacSignatureSecret: await secrets.proofKey(),
  });
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution });
}

export function post(
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
  origin: string = citizenOrigin,
): Request {
  return new Request(origin + path, { method: "POST", headers, ...(body === null ? {} : { body }) });
}

export const octetStream = { "content-type": "application/octet-stream" };
export const json = { "content-type": "application/json" };

/** Posts finished bytes to the box. */
export async function postBox(server: TestServer, bytes: BodyInit): Promise<Response> {
  return server.fetch(post("/api/box", bytes, octetStream));
}

/** A signed request with its proof. */
export async function boxRequest(
  reporter: Reporter,
  request: Omit<UnsignedRequest, "proof" | "cursor"> & { readonly cursor?: number },
): Promise<Bytes> {
  return signRequest(reporter, { cursor: 0, ...request, proof: await cheapProof(request.requestId) });
}

/** The bytes of a letter or a message as posted. */
export async function sendBytes(
  reporter: Reporter,
  kind: "send-letter" | "send-message",
  id: Bytes,
  payload: Bytes,
): Promise<Bytes> {
  return boxRequest(reporter, { kind, requestId: id, payload });
}

export async function lookUpBytes(reporter: Reporter, cursor = 0): Promise<Bytes> {
  return boxRequest(reporter, { kind: "look-up", requestId: random(16), cursor, payload: noPayload() });
}

/** What the box answered, opened as far as a reporter's browser opens it. */
export async function readBox(response: Response): Promise<BoxResponse | undefined> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return decodeBoxResponse(new Uint8Array(await response.arrayBuffer()));
}

export async function readMeta(response: Response): Promise<BoxMeta> {
  const box = await readBox(response);
  if (box === undefined) throw new Error("unknown code");
  return box.meta;
}

export async function lookUp(server: TestServer, reporter: Reporter, cursor = 0): Promise<BoxResponse> {
  const box = await readBox(await postBox(server, await lookUpBytes(reporter, cursor)));
  if (box === undefined) throw new Error("unknown code");
  return box;
}

export async function errorCode(response: Response): Promise<string> {
  const body: { error?: { code?: string } } = await response.json();
  return `${response.status} ${body.error?.code}`;
}
