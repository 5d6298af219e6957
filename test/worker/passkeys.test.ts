import { beforeAll, describe, expect, it } from "vitest";
import { passkeysPerOfficer } from "../../src/api/passkey.schema.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { writePasskeyRegistration } from "../../src/envelope/passkey-registration.ts";
import { query } from "../../worker/db/query.ts";
import { ask, enterAndLogIn, enterOfficer, type LoggedIn, logIn } from "./support/desk.ts";
import {
  createTestServer,
  database,
  errorCode,
  fixture,
  json,
  migrate,
  officerOrigin,
  post,
  type TestServer,
} from "./support/harness.ts";
import { createSigningPair, random, signFor, type SigningPair } from "./support/labelled.ts";
import { createOfficer, proveLogin } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";

beforeAll(migrate);

const end = new Uint8Array(1);

/** What a browser makes of an authenticator's secret; the wraps are random bytes where no server can look. */
type TestPasskey = { readonly passkey: string; readonly login: SigningPair; readonly wrap: string };

async function createPasskey(): Promise<TestPasskey> {
  return {
    passkey: toBase64url(random(32)),
    login: await createSigningPair(),
    wrap: toBase64url(random(72)),
  };
}

async function currentChallenge(server: TestServer): Promise<string> {
  const asked = await server.fetch(new Request(`${officerOrigin}/api/officer/challenge`));
  const { challenge }: { challenge: string } = await asked.json();
  return challenge;
}

async function register(
  server: TestServer,
  who: LoggedIn,
  { passkey, login, wrap }: TestPasskey,
  signer: SigningPair = who.officer.login,
): Promise<Response> {
  const entry = {
    passkey,
    loginKey: toBase64url(login.publicKey),
    wrap,
    note: toBase64url(random(1264)),
    challenge: await currentChallenge(server),
  };
  const text = writePasskeyRegistration({ ...entry, loginName: who.officer.row.login_name });
  const proof = toBase64url(await signFor(signer.secret, labels.passkeyRegistration, toUtf8(text)));
  return ask(server, who, "POST", "/passkeys", { ...entry, proof });
}

async function logInBy(server: TestServer, { passkey, login }: TestPasskey): Promise<Response> {
  const challenge = await currentChallenge(server);
  const parts = [toUtf8(challenge), end, toUtf8(passkey)];
  const proof = toBase64url(await signFor(login.secret, labels.passkeyLogin, ...parts));
  const body = JSON.stringify({ passkey, challenge, proof });
  return server.fetch(post("/api/officer/passkey-login", body, json, officerOrigin));
}

async function shapeOf(answer: Response): Promise<unknown> {
  return [answer.status, [...answer.headers], await answer.text()];
}

describe("a passkey", () => {
  it("opens a session and releases its own wrap of the seed, after its own proof alone", async () => {
    const server = createTestServer();
    const who = await enterAndLogIn(server, [committees.commune]);
    const own = await createPasskey();
    expect((await register(server, who, own)).status).toBe(204);
    const answer = await logInBy(server, own);
    expect(answer.status).toBe(200);
    const login: { token: string } = await answer.json();
    expect(login).toMatchObject({
      officer: { id: who.officer.row.id },
      loginName: who.officer.row.login_name,
      wrappedSeed: own.wrap,
    });
    const session = { ...who, login: { ...who.login, token: login.token } };
    expect((await ask(server, session, "GET", "/passkeys")).status).toBe(200);
    expect((await ask(server, who, "GET", "/passkeys")).status).toBe(200);
  });

  it("that nobody has is answered byte by byte like one that is proven wrongly", async () => {
    const server = createTestServer();
    const who = await enterAndLogIn(server, [committees.commune]);
    const [own, nobodys] = [await createPasskey(), await createPasskey()];
    await register(server, who, own);
    const wrong = await shapeOf(await logInBy(server, { ...own, login: nobodys.login }));
    expect(wrong).toEqual(await shapeOf(await logInBy(server, nobodys)));
    expect(JSON.stringify(wrong)).toContain("login-failed");
  });

  it("is added only on the passphrase's word for every byte of it", async () => {
    const server = createTestServer();
    const who = await enterAndLogIn(server, [committees.commune]);
    const own = await createPasskey();
    // Whoever holds the session, and even the passkey, has not the passphrase.
    expect(await errorCode(await register(server, who, own, own.login))).toBe("403 signature-refused");
    const other = await enterAndLogIn(server, [committees.commune]);
    expect(await errorCode(await register(server, who, own, other.officer.login))).toBe(
      "403 signature-refused",
    );
    expect((await logInBy(server, own)).status).toBe(401);
  });

  it("cannot be taken over by another officer who registers the same", async () => {
    const server = createTestServer();
    const [a, b] = [
      await enterAndLogIn(server, [committees.commune]),
      await enterAndLogIn(server, [committees.commune]),
    ];
    const own = await createPasskey();
    await register(server, a, own);
    expect(await errorCode(await register(server, b, own))).toBe("409 id-taken");
    expect(await (await logInBy(server, own)).json()).toMatchObject({ officer: { id: a.officer.row.id } });
  });

  it("is seen and taken away by its own officer alone, and unlocks nothing from then on", async () => {
    const server = createTestServer();
    const [a, b] = [
      await enterAndLogIn(server, [committees.commune]),
      await enterAndLogIn(server, [committees.commune]),
    ];
    const own = await createPasskey();
    await register(server, a, own);
    expect(await (await ask(server, b, "GET", "/passkeys")).json()).toEqual({ passkeys: [] });
    expect((await ask(server, b, "DELETE", `/passkeys/${own.passkey}`)).status).toBe(204);
    expect((await logInBy(server, own)).status).toBe(200);
    expect((await ask(server, a, "DELETE", `/passkeys/${own.passkey}`)).status).toBe(204);
    expect((await logInBy(server, own)).status).toBe(401);
    expect((await logIn(server, a.officer)).status).toBe(200);
  });

  it("goes with its officer", async () => {
    const server = createTestServer();
    const who = await enterAndLogIn(server, [committees.commune]);
    const own = await createPasskey();
    await register(server, who, own);
    await database.write(query.deleteFrom("officers").where("id", "=", who.officer.row.id));
    expect((await logInBy(server, own)).status).toBe(401);
  });

  it("is one of eight at most; a ninth finds a place when one was taken away", async () => {
    const server = createTestServer();
    const who = await enterAndLogIn(server, [committees.commune]);
    const passkeys = await Promise.all(Array.from({ length: passkeysPerOfficer }, createPasskey));
    for (const each of passkeys) expect((await register(server, who, each)).status).toBe(204);
    const ninth = await createPasskey();
    expect(await errorCode(await register(server, who, ninth))).toBe("422 refused");
    await ask(server, who, "DELETE", `/passkeys/${passkeys[3]?.passkey ?? ""}`);
    expect((await register(server, who, ninth)).status).toBe(204);
  });

  it("tells the database nothing but sealed bytes of one length", async () => {
    const [rows] = await database.read(query.selectFrom("passkeys").selectAll());
    expect(rows.length).toBeGreaterThan(5);
    const lengths = new Set(
      rows.map(({ passkey, login_key, wrapped_seed, note }) =>
        [passkey, login_key, wrapped_seed, note].map(({ length }) => length).join(),
      ),
    );
    expect([...lengths]).toEqual(["43,43,96,1686"]);
  });
});

describe("wrong tries", () => {
  const pausesOf = async (server: TestServer, act: () => Promise<unknown>) => {
    const before = server.time.pauses.length;
    await act();
    return server.time.pauses.slice(before).reduce((sum, each) => sum + each, 0);
  };

  it("wait longer and longer, never over three seconds; the right one after twenty waits no longer", async () => {
    const server = createTestServer();
    const officer = await enterOfficer([committees.commune]);
    const stranger = await createOfficer(fixture, [committees.commune]);
    const wrong = { ...officer, login: stranger.login };
    const waits: number[] = [];
    for (let tries = 0; tries < 20; tries++)
      waits.push(await pausesOf(server, async () => await logIn(server, wrong)));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(3000);
    const right = await pausesOf(server, async () => {
      expect((await logIn(server, officer)).status).toBe(200);
    });
    expect(right).toBe(3000);
    // Proven: forgotten.
    expect(await pausesOf(server, async () => await logIn(server, wrong))).toBe(0);
  });

  it("under one name leave every other officer alone", async () => {
    const server = createTestServer();
    const [tried, other] = [
      await enterOfficer([committees.commune]),
      await enterOfficer([committees.commune]),
    ];
    const stranger = await createOfficer(fixture, [committees.commune]);
    for (let tries = 0; tries < 20; tries++) await logIn(server, { ...tried, login: stranger.login });
    expect(await pausesOf(server, async () => await logIn(server, other))).toBe(0);
  });

  it("under a name that nobody has are answered and kept waiting like those under a name that somebody has", async () => {
    const server = createTestServer();
    const known = await enterOfficer([committees.commune]);
    const stranger = await createOfficer(fixture, [committees.commune]);
    const tell = async (officer: typeof known) => {
      const told: unknown[] = [];
      for (let tries = 0; tries < 20; tries++) {
        const waited = await pausesOf(server, async () =>
          told.push(await shapeOf(await logIn(server, officer))),
        );
        told.push(waited);
      }
      return told;
    };
    expect(await tell({ ...known, login: stranger.login })).toEqual(await tell(stranger));
  });

  it("sent all at once wait like those sent one after the other", async () => {
    const server = createTestServer();
    const officer = await enterOfficer([committees.commune]);
    const stranger = await createOfficer(fixture, [committees.commune]);
    const challenge = await currentChallenge(server);
    const proof = await proveLogin({ ...officer, login: stranger.login }, challenge);
    const body = JSON.stringify({ loginName: officer.row.login_name, challenge, proof });
    await Promise.all(
      Array.from({ length: 20 }, () => server.fetch(post("/api/officer/login", body, json, officerOrigin))),
    );
    expect(server.time.pauses.filter((ms) => ms === 3000)).toHaveLength(6);
  });

  it("are forgotten after a quarter of an hour, and are nowhere in the database", async () => {
    const server = createTestServer();
    const officer = await enterOfficer([committees.commune]);
    const stranger = await createOfficer(fixture, [committees.commune]);
    const wrong = { ...officer, login: stranger.login };
    for (let tries = 0; tries < 10; tries++) await logIn(server, wrong);
    server.time.passed += 900_001;
    expect(await pausesOf(server, async () => await logIn(server, wrong))).toBe(0);
  });

  it("of a passkey are counted as those of a name are", async () => {
    const server = createTestServer();
    const nobodys = await createPasskey();
    for (let tries = 0; tries < 20; tries++) await logInBy(server, nobodys);
    expect(server.time.pauses.at(-1)).toBe(3000);
  });
});
