import { randomBytes } from "node:crypto";
import { globSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, type PlainDate, vietnamDateAt } from "../../src/domain/plain-date.ts";
import { holdDemoCeremony } from "../../src/org/demo/demonstration.ts";
import {
  keepCeremony,
  keptTrust,
  publishOrganisation,
  secretsFile,
} from "../../src/org/local/organisation-file.ts";
import {
  type LocalPlace,
  migrate,
  type RunningServer,
  runScheduledJob,
  startServer,
} from "../../src/org/local/wrangler.ts";
import { runNoticesCommand } from "../../src/org/notices/command.ts";
import { freePort } from "../support/free-port.ts";
import { type LetterPost, openLetterPost } from "../support/letter-post.ts";
import { type SmtpSink, startSmtpSink } from "../support/smtp-sink.ts";
import { startWebhookSink, type WebhookSink } from "../support/webhook-sink.ts";

// The server as it is started, its own hourly trigger, a real mail server and a real web server on this machine.

const today = vietnamDateAt(Date.now());
const tomorrow = addDays(today, 1);
const commune = "gr-hoa-thuan-dang-uy";

let place: LocalPlace;
let server: RunningServer;
let post: LetterPost;
let mail: SmtpSink;
let web: WebhookSink;

const start = async () =>
  await startServer(place, {
    DEMO: "1",
    NOTICE_HOUR: "0",
    NOTICE_DAYS: "every",
    MAIL_SERVER: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: "hop-thu@example.vn",
  });

const command = async (...words: readonly string[]) =>
  await runNoticesCommand(place, words, async () => await Promise.resolve(today));

async function setDay(day: PlainDate): Promise<void> {
  const answer = await fetch(`${server.citizenOrigin}/demo/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ today: day }),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
}

/** The server's own database, past the server: its tool takes seconds for each question. */
function ask(sql: string): readonly Readonly<Record<string, unknown>>[] {
  const [file] = globSync(`${place.stateDirectory}/database/v3/d1/*/*.sqlite`).filter(
    (name) => !name.endsWith("metadata.sqlite"),
  );
  const database = new DatabaseSync(file ?? "", { timeout: 5000 });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function enter(address: string, kind: "mail" | "webhook"): void {
  const secret = kind === "webhook" ? `'${"A".repeat(43)}'` : "NULL";
  const id = randomBytes(16).toString("base64url");
  ask(
    `INSERT INTO notice_addresses VALUES ('${id}', '${commune}', '${kind}', '${address}', ${secret}, '${today}')`,
  );
}

/** As if nothing had been sent yet. */
function forget(): void {
  ask("DELETE FROM notice_attempts");
  mail.messages.length = 0;
  mail.heard.length = 0;
  web.posts.length = 0;
}

const outcomes = () =>
  ask("SELECT outcome FROM notice_attempts ORDER BY recipient").map(({ outcome }) => outcome);

beforeAll(async () => {
  mail = await startSmtpSink();
  web = await startWebhookSink();
  const stateDirectory = await mkdtemp(`${tmpdir()}/hop-thu-notices-`);
  place = { stateDirectory, siteDirectory: `${stateDirectory}/site`, port: await freePort() };
  await keepCeremony(place, await holdDemoCeremony(today, []), today);
  await writeFile(secretsFile(place), `SECRET=${randomBytes(32).toString("base64url")}\n`);
  await mkdir(place.siteDirectory, { recursive: true });
  await publishOrganisation(place, today);
  await migrate(place);
  expect((await command("add", commune, "bi.thu@example.vn")).code).toBe(0);
  // As the command does, in a hundredth of its time.
  enter("van.phong@example.vn", "mail");
  enter(web.url, "webhook");
  server = await start();
  post = await openLetterPost(server.citizenOrigin, await keptTrust(place));
}, 300_000);

afterAll(async () => {
  await (server as RunningServer | undefined)?.stop();
  await mail.close();
  await web.close();
  await rm(place.stateDirectory, { recursive: true, force: true });
});

beforeEach(async () => {
  mail.mood = "takes";
  mail.touchy.clear();
  web.mood = "takes";
  await setDay(today);
  forget();
}, 30_000);

describe("the day's notice", () => {
  test("is the same to the byte on the wire, mail and webhook, after no letter, one, and fifty", async () => {
    const seen: unknown[] = [];
    let letters = 0;
    for (const wanted of [0, 1, 50]) {
      await setDay(today);
      for (; letters < wanted; letters++) await post.send(`letter ${letters}`);
      await setDay(tomorrow);
      forget();
      await runScheduledJob(place);
      expect(outcomes()).toEqual(["sent", "sent", "sent"]);
      seen.push({ heard: [...mail.heard], messages: [...mail.messages], posts: [...web.posts] });
    }
    const [{ count }] = ask("SELECT count(*) AS count FROM cases") as [{ readonly count: number }];
    expect(count).toBe(50);
    expect(seen[0]).toMatchObject({ messages: { length: 2 }, posts: { length: 1 }, heard: { length: 1 } });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  }, 180_000);

  test("goes out once, however often the hour is called", async () => {
    for (let times = 0; times < 3; times++) await runScheduledJob(place);
    expect(mail.messages.map(({ to }) => to).toSorted()).toEqual([
      "bi.thu@example.vn",
      "van.phong@example.vn",
    ]);
    expect(web.posts).toHaveLength(1);
  });
});

describe("a mail server that", () => {
  const cases = [
    ["refuses", "refused", 1],
    ["hangs-up", "broken-off", 1],
    ["dies-in-data", "broken-off", 2],
    ["greets-without-end", "broken-off", 1],
  ] as const;
  for (const [mood, outcome, connections] of cases) {
    test(`${mood} leaves a record, and the webhook its own`, async () => {
      mail.mood = mood;
      await runScheduledJob(place);
      const found = outcomes();
      expect(found.filter((each) => each === outcome)).toHaveLength(2);
      expect(
        found.filter((each) => each === "sent"),
        "the webhook",
      ).toHaveLength(1);
      expect(mail.heard).toHaveLength(connections);
    });
  }

  test("was refusing is named to the operator, and no address with it", async () => {
    mail.mood = "refuses";
    await runScheduledJob(place);
    const status = await command("status");
    expect(status.code).toBe(1);
    const said = JSON.stringify(status.lines);
    expect(said).toContain("1 of 3 sent");
    expect(said).toContain(`${commune}, mail: the receiver refuses`);
    expect(said).not.toMatch(/@|127\.0\.0\.1/);
  }, 60_000);

  test("refuses one address gets the other's notice", async () => {
    mail.mood = "refuses";
    mail.touchy.add("bi.thu@example.vn");
    await runScheduledJob(place);
    expect(mail.messages.map(({ to }) => to)).toEqual(["van.phong@example.vn"]);
  });

  test("speaks one letter at a time gets the notices all the same", async () => {
    mail.mood = "drips";
    await runScheduledJob(place);
    expect(outcomes()).toEqual(["sent", "sent", "sent"]);
  });

  test("is not there is named as such", async () => {
    const { port } = mail;
    await mail.close();
    try {
      await runScheduledJob(place);
      expect(outcomes().filter((each) => each === "unreachable")).toHaveLength(2);
    } finally {
      mail = await startSmtpSink({ port });
    }
  });
});

describe("a webhook", () => {
  test("that sends elsewhere is not followed, one that refuses is noted, one that answers without end is not read", async () => {
    const found: unknown[] = [];
    for (const mood of ["sends-elsewhere", "refuses", "answers-without-end"] as const) {
      forget();
      web.mood = mood;
      await runScheduledJob(place);
      found.push(outcomes().filter((each) => each !== "sent"));
      expect(web.posts.map(({ path }) => path)).toEqual(["/hook?token=of-the-receiver"]);
    }
    expect(found).toEqual([["refused"], ["refused"], []]);
  });

  test("that says nothing is given ten seconds", async () => {
    web.mood = "says-nothing";
    await runScheduledJob(place);
    expect(outcomes()).toContain("timed-out");
  });
});

describe("a power cut", () => {
  test("while notices go out makes no storm: not one more in this hour, however often it starts again", async () => {
    mail.mood = "hangs-after-data";
    const running = runScheduledJob(place).catch(() => "cut");
    await until(() => mail.heard.some((said) => said.includes("\r\n.\r\n")));
    await server.kill();
    expect(await running).toBe("cut");
    mail.mood = "takes";
    server = await start();
    for (let times = 0; times < 3; times++) await runScheduledJob(place);
    expect(mail.heard, "one connection, before the cut").toHaveLength(1);
    expect(outcomes().filter((each) => each === null)).toHaveLength(2);
    const status = await command("status");
    expect(JSON.stringify(status.lines)).toContain("our own server was interrupted");
    // An hour later: what is in doubt comes again, to the byte.
    ask("UPDATE notice_attempts SET hour = hour - 1 WHERE hour > 0");
    const before = mail.heard[0] ?? "";
    await runScheduledJob(place);
    expect(mail.messages).toHaveLength(2);
    expect(before).toContain(mail.messages[0]?.bytes);
  }, 120_000);
});

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it never came to that");
}
