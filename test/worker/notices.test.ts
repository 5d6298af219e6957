import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NoticeOutcome } from "../../src/api/notices.schema.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { type Bytes, fromUtf8 } from "../../src/envelope/bytes.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../../worker/db/query.ts";
import { type NoticeSettings, parseSettings } from "../../worker/env.ts";
import { runHour } from "../../worker/jobs/jobs.hour.ts";
import { sendNotices } from "../../worker/notices/notices.usecase.ts";
import type { MailMessage, Platform, WebhookMessage } from "../../worker/platform/platform.ts";
import {
  createTestServer,
  database,
  migrate,
  type ServerOptions,
  type TestServer,
} from "./support/harness.ts";
import { committees } from "./support/organisation.ts";

const settings: NoticeSettings = {
  hour: 8,
  days: "working",
  sender: "hop-thu@example.vn",
  officerSite: "https://can-bo.example.vn/",
};
const secret = "A".repeat(43);

/** A server whose mails and posts end up here; `fate` says what becomes of each. */
type Watched = TestServer & {
  readonly mails: MailMessage[];
  readonly posts: WebhookMessage[];
  fate: (to: string) => NoticeOutcome;
};

function createWatched(options: ServerOptions = {}): Watched {
  const server = createTestServer({ hour: 8, ...options });
  const mails: MailMessage[] = [];
  const posts: WebhookMessage[] = [];
  const platform: Platform = {
    ...server.platform,
    mail: {
      send: async (messages) => {
        mails.push(...messages);
        return messages.map(({ to }) => watched.fate(to));
      },
    },
    webhook: {
      post: async (message) => {
        posts.push(message);
        return watched.fate(message.url);
      },
    },
  };
  const watched: Watched = { ...server, platform, mails, posts, fate: () => "sent" };
  return watched;
}

async function enter(...addresses: readonly string[]): Promise<void> {
  await database.write(
    ...addresses.map((address, index) => {
      const isMail = !address.startsWith("http");
      return query.insertInto("notice_addresses").values({
        id: `${index}`.padStart(22, "0"),
        committee: committees.commune as CommitteeId,
        kind: isMail ? "mail" : "webhook",
        address,
        secret: isMail ? null : secret,
        added_on: toPlainDate("2026-03-01"),
      });
    }),
  );
}

const run = (server: Watched, how: Partial<NoticeSettings> = {}) =>
  sendNotices(server.platform, server.source, { ...settings, ...how });
const attempts = async () =>
  (await env.DB.prepare("SELECT * FROM notice_attempts ORDER BY day, hour, recipient").all()).results;
const textOf = (bytes: Bytes) => fromUtf8(bytes);

beforeAll(migrate);
beforeEach(async () => {
  await env.DB.exec("DELETE FROM notice_attempts");
  await env.DB.exec("DELETE FROM notice_addresses");
});

describe("a notice", () => {
  it("goes once a day to each address, at the hour that is set, and not before", async () => {
    await enter("a@example.vn", "https://example.vn/hook");
    const server = createWatched({ hour: 7 });
    expect(await run(server)).toBe(0);
    server.time.hour = 8;
    expect(await run(server)).toBe(2);
    for (const hour of [8, 9, 23]) {
      server.time.hour = hour;
      expect(await run(server)).toBe(0);
    }
    expect([server.mails.length, server.posts.length]).toEqual([1, 1]);
    server.time.today = toPlainDate("2026-03-05");
    server.time.hour = 8;
    expect(await run(server)).toBe(2);
  });

  it("is sent on the working days of the signed calendar, or on every day if that is set", async () => {
    await enter("a@example.vn");
    const server = createWatched({ today: "2026-03-07" });
    expect(await run(server)).toBe(0);
    server.time.today = toPlainDate("2026-04-30");
    expect(await run(server), "a day of rest by law").toBe(0);
    expect(await run(server, { days: "every" })).toBe(1);
  });

  it("names the hour that is set and not the one it is sent at, so that late it is the same", async () => {
    await enter("a@example.vn");
    const [early, late] = [createWatched(), createWatched({ hour: 17 })];
    await run(early);
    await env.DB.exec("DELETE FROM notice_attempts");
    await run(late);
    expect(late.mails).toEqual(early.mails);
    expect(textOf(early.mails[0]?.bytes ?? new Uint8Array())).toContain(
      "Date: Wed, 04 Mar 2026 08:00:00 +0700",
    );
  });

  it("differs from one address to the next by the address and the number alone", async () => {
    await enter("a@example.vn", "b@example.vn");
    const server = createWatched();
    await run(server);
    const [first = "", second = ""] = server.mails.map(({ to, bytes }) =>
      textOf(bytes)
        .replaceAll(to, "")
        .replace(/Message-ID: <[A-Za-z0-9_-]{43}@/, ""),
    );
    expect(first).toBe(second);
    expect(first).not.toMatch(/xa-uy|huyen-uy/);
    const [a, b] = server.mails.map(({ bytes }) => /Message-ID: (.*)/.exec(textOf(bytes))?.[1]);
    expect(a).not.toBe(b);
  });

  it("is plain seven-bit mail: short lines, none beginning with a dot, and says where to go in three languages", async () => {
    await enter("a@example.vn");
    const server = createWatched();
    await run(server);
    const text = textOf(server.mails[0]?.bytes ?? new Uint8Array());
    for (const line of text.split("\r\n")) expect(line).toMatch(/^(?!\.)[\x20-\x7e]{0,78}$/);
    expect(text).not.toMatch(/[^\r]\n/);
    const [, body = ""] = text.split("\r\n\r\n");
    const decoded = fromUtf8(
      fromBase64url(body.replaceAll("\r\n", "").replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")),
    );
    expect(decoded.split("https://can-bo.example.vn/")).toHaveLength(4);
    expect(decoded).toContain("Hãy mở hộp thư hôm nay");
    expect(decoded).not.toMatch(/\d/);
  });

  it("is signed for a webhook with the key that its receiver has", async () => {
    await enter("https://example.vn/hook");
    const server = createWatched();
    await run(server);
    const [post] = server.posts;
    if (post === undefined) throw new Error("nothing was posted");
    const how = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", fromBase64url(secret), how, false, ["verify"]);
    const hex = post.headers["x-hop-thu-signature"]?.replace("sha256=", "") ?? "";
    const signature = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    expect(await crypto.subtle.verify("HMAC", key, signature, post.body)).toBe(true);
    expect(JSON.parse(textOf(post.body))).toEqual({
      type: "hop-thu.notice",
      at: "2026-03-04T08:00:00+07:00",
      text: "Hộp thư: hãy mở hộp thư hôm nay",
      site: "https://can-bo.example.vn/",
    });
    expect(Object.keys(post.headers).toSorted()).toEqual([
      "content-type",
      "idempotency-key",
      "x-hop-thu-signature",
    ]);
  });
});

describe("a notice that does not arrive", () => {
  it("is tried again every hour until the day ends, with the same bytes, and never on the next day", async () => {
    await enter("a@example.vn", "b@example.vn");
    const server = createWatched();
    server.fate = (to) => (to.startsWith("a") ? "refused" : "sent");
    for (let hour = 8; hour <= 23; hour++) {
      server.time.hour = hour;
      await run(server);
      await run(server);
    }
    const [toA, toB] = ["a", "b"].map((name) => server.mails.filter(({ to }) => to.startsWith(name)));
    expect([toA?.length, toB?.length]).toEqual([16, 1]);
    expect(new Set(toA?.map(({ bytes }) => textOf(bytes))).size).toBe(1);
    server.time.today = toPlainDate("2026-03-05");
    server.time.hour = 0;
    await run(server);
    expect(server.mails).toHaveLength(17);
    server.time.hour = 8;
    await run(server);
    expect(textOf(server.mails.at(-1)?.bytes ?? new Uint8Array())).toContain("05 Mar 2026");
  });

  it("is sent once the server is back on the same day, and not for the days that it was away", async () => {
    await enter("a@example.vn");
    const server = createWatched({ today: "2026-03-02" });
    await run(server);
    server.time.today = toPlainDate("2026-03-06");
    server.time.hour = 15;
    expect(await run(server)).toBe(1);
    expect(server.mails.map(({ bytes }) => /Date: (.*) 08/.exec(textOf(bytes))?.[1])).toEqual([
      "Mon, 02 Mar 2026",
      "Fri, 06 Mar 2026",
    ]);
  });

  it("is left alone for the hour if the server was interrupted after it began: no storm, whoever starts it how often", async () => {
    await enter("a@example.vn", "b@example.vn");
    const server = createWatched();
    const dead = { ...server.platform, mail: { send: () => Promise.reject(new Error("power")) } };
    await expect(sendNotices(dead, server.source, settings)).rejects.toThrow("power");
    for (let times = 0; times < 20; times++) await run(server);
    expect(server.mails).toHaveLength(0);
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual([null, null]);
    server.time.hour = 9;
    expect(await run(server)).toBe(2);
  });

  it("is tried once by two runs at once", async () => {
    await enter(...Array.from({ length: 25 }, (_, index) => `a${index}@example.vn`));
    const server = createWatched();
    await Promise.all([run(server), run(server), run(server)]);
    await run(server);
    expect(new Set(server.mails.map(({ to }) => to)).size).toBe(server.mails.length);
    server.time.hour = 9;
    await run(server);
    expect(server.mails.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: 25 }, (_, index) => `a${index}@example.vn`).toSorted(),
    );
  });

  it("asks a mail server that answers nobody no more than once an hour, and a touchy one for everybody else", async () => {
    await enter(...Array.from({ length: 30 }, (_, index) => `a${index}@example.vn`));
    const server = createWatched();
    server.fate = () => "timed-out";
    await run(server);
    expect(server.mails).toHaveLength(10);
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 30 }, () => "timed-out"),
    );
    server.time.hour = 9;
    server.fate = (to) => (to === "a9@example.vn" ? "timed-out" : "sent");
    expect(await run(server)).toBe(29);
  });

  it("says so where no mail server is set, and keeps nothing else from being done", async () => {
    await enter("a@example.vn", "https://example.vn/hook");
    const server = createWatched();
    const platform = { ...server.platform, mail: null };
    await runHour(platform, server.source, settings);
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(["not-configured", "sent"]);
  });
});

describe("the record of notices", () => {
  it("tells of no letter: day, hour, and what became of it, and is forgotten after sixty days", async () => {
    await enter("a@example.vn");
    const server = createWatched();
    await run(server);
    expect(await attempts()).toEqual([
      { day: "2026-03-04", hour: 8, recipient: "0".repeat(22), outcome: "sent" },
    ]);
    server.time.today = toPlainDate("2026-05-04");
    await run(server);
    expect((await attempts()).map(({ day }) => day)).toEqual(["2026-05-04"]);
  });
});

describe("the settings of notices", () => {
  const least = { SECRET: "s".repeat(32), CITIZEN_HOST: "a.vn", OFFICER_HOST: "b.a.vn" };

  it("send no mail anywhere unless a server is named, and eight in the morning unless another hour is", () => {
    const { mailServer, notices } = parseSettings(least);
    expect(mailServer).toBeNull();
    expect(notices).toEqual({ hour: 8, days: "working", sender: "", officerSite: "https://b.a.vn/" });
  });

  it("let mail be sent in the clear on this machine alone", () => {
    const securityOf = (MAIL_SERVER: string) =>
      parseSettings({ ...least, MAIL_SERVER, MAIL_FROM: "x@a.vn" }).mailServer?.security;
    expect(securityOf("smtp://mail.a.vn:587")).toBe("starttls");
    expect(securityOf("smtps://u%40a.vn:p%3A@mail.a.vn:465")).toBe("tls");
    expect(securityOf("smtp://127.0.0.1:2525")).toBe("none");
    expect(
      parseSettings({ ...least, MAIL_SERVER: "smtps://u%40a.vn:p%3A@mail.a.vn:465", MAIL_FROM: "x@a.vn" })
        .mailServer?.login,
    ).toEqual({
      user: "u@a.vn",
      password: "p:",
    });
  });

  it("are refused by name and never by value", () => {
    const bad = [
      { MAIL_SERVER: "smtp://hunter2@mail", MAIL_FROM: "x@a.vn" },
      { MAIL_SERVER: "smtps://a.vn:465" },
      { MAIL_FROM: "x@a.vn\r\nBcc: hunter2@a.vn", MAIL_SERVER: "smtps://a.vn:465" },
      { NOTICE_HOUR: "24" },
      { NOTICE_DAYS: "hunter2" },
    ];
    for (const each of bad) {
      expect(() => parseSettings({ ...least, ...each })).toThrow(/MAIL_|NOTICE_/);
      expect(() => parseSettings({ ...least, ...each })).not.toThrow(/hunter2/);
    }
  });
});
