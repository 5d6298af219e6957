import { beforeAll, describe, expect, it } from "vitest";
import { query } from "../../worker/db/query.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { ask, enterAndLogIn, enterOfficer, logIn } from "./support/desk.ts";
import {
  createTestServer,
  database,
  errorCode,
  fixture,
  json,
  migrate,
  officerOrigin,
  post,
} from "./support/harness.ts";
import { createOfficer, proveLogin } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";

beforeAll(migrate);

const hour = 3_600_000;

describe("logging in", () => {
  it("releases the sealed seed and the committee keys only after the proof", async () => {
    const server = createTestServer();
    const officer = await enterOfficer([committees.commune, committees.district]);
    const answer = await logIn(server, officer);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      officer: { id: officer.row.id, title: officer.row.title },
      wrappedSeed: officer.row.wrapped_seed,
      memberships: [...officer.memberships]
        .map(({ committee, key, wrap }) => ({ committee, key, wrap }))
        .toSorted((a, b) => (a.committee < b.committee ? -1 : 1)),
      today: "2026-03-04",
    });
  });

  it("answers a wrong passphrase and an unknown name byte by byte alike", async () => {
    const server = createTestServer();
    const known = await enterOfficer([committees.commune]);
    const stranger = await createOfficer(fixture, [committees.commune]);
    const wrongPassphrase = { ...known, login: stranger.login };
    const answers = await Promise.all([wrongPassphrase, stranger].map((officer) => logIn(server, officer)));
    const shapes = await Promise.all(
      answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
    );
    expect(shapes[0]).toEqual(shapes[1]);
    expect(shapes[0]?.[2]).toBe('{"error":{"code":"login-failed"}}');
  });

  it("accepts a challenge for some minutes, and only one of its own", async () => {
    const server = createTestServer();
    const officer = await enterOfficer([committees.commune]);
    const asked = await server.fetch(new Request(`${officerOrigin}/api/officer/challenge`));
    const { challenge }: { challenge: string } = await asked.json();
    const tryWith = async (text: string) => {
      const proof = await proveLogin(officer, text);
      const body = JSON.stringify({ loginName: officer.row.login_name, challenge: text, proof });
      return server.fetch(post("/api/officer/login", body, json, officerOrigin));
    };
    expect((await tryWith(challenge)).status).toBe(200);
    for (const text of ["", "1.abc", challenge.replace(/^\d+/, "1"), `${challenge}A`]) {
      expect(await errorCode(await tryWith(text))).toBe("401 login-failed");
    }
    server.time.passed += 600_000;
    expect(await errorCode(await tryWith(challenge))).toBe("401 login-failed");
  });

  it("gives a proof for another name or another purpose no meaning", async () => {
    const server = createTestServer();
    const [a, b] = [await enterOfficer([committees.commune]), await enterOfficer([committees.commune])];
    const swapped = { ...a, row: b.row };
    expect((await logIn(server, swapped)).status).toBe(401);
  });
});

describe("a session", () => {
  it("ends by itself after half a day, and its row goes with the next run of the jobs", async () => {
    const server = createTestServer();
    const who = await enterAndLogIn(server, [committees.commune]);
    const list = `/committees/${committees.commune}/cases`;
    server.time.passed += 11.9 * hour;
    expect((await ask(server, who, "GET", list)).status).toBe(200);
    server.time.passed += 1.2 * hour;
    expect((await ask(server, who, "GET", list)).status).toBe(401);
    await runScheduledJobs(server.platform, server.source);
    const [rows] = await database.read(query.selectFrom("sessions").select("token"));
    expect(rows).toEqual([]);
  });

  it("ends with the log-out, and at once for somebody who is taken out of the table", async () => {
    const server = createTestServer();
    const list = `/committees/${committees.commune}/cases`;
    const leaving = await enterAndLogIn(server, [committees.commune]);
    expect((await ask(server, leaving, "POST", "/logout")).status).toBe(204);
    expect((await ask(server, leaving, "GET", list)).status).toBe(401);
    const removed = await enterAndLogIn(server, [committees.commune]);
    await database.write(query.deleteFrom("officers").where("id", "=", removed.officer.row.id));
    expect((await ask(server, removed, "GET", list)).status).toBe(401);
  });

  it("lies in the database only as a digest", async () => {
    const server = createTestServer();
    const { login } = await enterAndLogIn(server, [committees.commune]);
    const [rows] = await database.read(query.selectFrom("sessions").selectAll());
    expect(JSON.stringify(rows)).not.toContain(login.token);
  });
});
