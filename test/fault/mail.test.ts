import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Miniflare } from "miniflare";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { NoticeOutcome } from "../../src/api/notices.schema.ts";
import { localhostCertificate } from "../support/localhost-certificate.ts";
import { type SinkOptions, type SmtpSink, startSmtpSink } from "../support/smtp-sink.ts";
import type { MailTask } from "../support/mail-task.ts";

// The server's mail in the real runtime, against a real mail server, over TLS and without.

const login = { user: "hộp-thư", password: "p:@ss" };
/** Where an answer comes, however slow the machine; and where none does. */
const longPatience = 20_000;
const patience = 2_000;

let directory: string;
let runtime: Miniflare;
let sink: SmtpSink | undefined;

async function listen(options: SinkOptions = {}): Promise<SmtpSink> {
  sink = await startSmtpSink(options);
  return sink;
}

async function send(
  server: Partial<MailTask["server"]>,
  to: readonly string[] = ["a@example.vn"],
  waits = longPatience,
): Promise<readonly NoticeOutcome[]> {
  const task: MailTask = {
    server: {
      host: "localhost",
      port: sink?.port ?? 1,
      security: "none",
      login: null,
      greeting: "example.vn",
      ...server,
    },
    patience: waits,
    messages: to.map((each) => ({ from: "hop-thu@example.vn", to: each, text: `To: ${each}\r\n\r\nHello` })),
  };
  const answer = await runtime.dispatchFetch("http://mail/", { method: "POST", body: JSON.stringify(task) });
  return (await answer.json()) as readonly NoticeOutcome[];
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL("../worker/support/mail-worker.ts", import.meta.url));
  const outDir = `${directory}/bundle`;
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      target: "es2024",
      lib: { entry, formats: ["es"], fileName: "index" },
      rollupOptions: { external: ["cloudflare:sockets"] },
    },
  });
  return `${outDir}/index.js`;
}

beforeAll(async () => {
  directory = await mkdtemp(`${tmpdir()}/hop-thu-mail-`);
  const certificate = `${directory}/certificate.pem`;
  await writeFile(certificate, localhostCertificate.cert);
  // The runtime reads it when it is loaded, so it is loaded after.
  process.env["NODE_EXTRA_CA_CERTS"] = certificate;
  const { Miniflare: Runtime } = await import("miniflare");
  const { readFile } = await import("node:fs/promises");
  const contents = await readFile(await bundle(), "utf8");
  runtime = new Runtime({
    workers: [
      {
        config: {
          name: "mail",
          compatibilityDate: "2026-10-01",
          manifest: { mainModule: "index.js", modules: { "index.js": { type: "esm", contents } } },
        },
      },
    ],
  });
  await runtime.ready;
}, 60_000);

afterEach(async () => {
  await sink?.close();
  sink = undefined;
});

afterAll(async () => {
  await runtime.dispose();
  await rm(directory, { recursive: true, force: true });
});

describe("the line to a mail server", () => {
  test("is private from its first byte where that is asked for, and the log-in goes over it", async () => {
    const { messages, heard } = await listen({ security: "tls", login });
    expect(await send({ security: "tls", login })).toEqual(["sent"]);
    expect(messages).toEqual([
      { from: "hop-thu@example.vn", to: "a@example.vn", bytes: "To: a@example.vn\r\n\r\nHello\r\n" },
    ]);
    expect(heard[0]).toContain("AUTH PLAIN");
  });

  test("becomes private before anything but a greeting is said, where STARTTLS is asked for", async () => {
    const { messages, heard } = await listen({ security: "starttls", login });
    expect(await send({ security: "starttls", login })).toEqual(["sent"]);
    expect(messages).toHaveLength(1);
    expect(heard[0]?.startsWith("EHLO example.vn\r\nSTARTTLS\r\nEHLO example.vn\r\nAUTH ")).toBe(true);
  });

  test("is given up, and no word of log-in or letter said, where the server offers no TLS", async () => {
    const given = await listen({ security: "starttls", login });
    given.mood = "offers-no-tls";
    expect(await send({ security: "starttls", login })).toEqual(["insecure"]);
    expect(given.heard).toEqual(["EHLO example.vn\r\n"]);
  });

  test("is given up where the certificate is for somebody else", async () => {
    const { messages, heard } = await listen({ security: "tls", login });
    const outcomes = await send({ security: "tls", login, host: "127.0.0.1" });
    expect(["unreachable", "broken-off"]).toContain(outcomes[0]);
    expect(messages).toEqual([]);
    expect(heard.join("")).toBe("");
  });

  test("is not used by whoever is not let in", async () => {
    const { messages } = await listen({ security: "tls", login });
    expect(await send({ security: "tls", login: { ...login, password: "other" } })).toEqual([
      "login-refused",
    ]);
    expect(messages).toEqual([]);
  });
});

describe("a mail server that falls silent", () => {
  test("before it greets costs one wait, however many messages there are", async () => {
    const given = await listen();
    given.mood = "says-nothing";
    const started = performance.now();
    const to = ["a@example.vn", "b@example.vn", "c@example.vn"];
    expect(await send({}, to, patience)).toEqual(to.map(() => "timed-out"));
    expect(performance.now() - started).toBeLessThan(patience * 2.5);
    expect(given.heard).toHaveLength(1);
  });

  test("at one message takes those before and after it", async () => {
    const given = await listen();
    given.mood = "hangs-after-data";
    given.touchy.add("b@example.vn");
    expect(await send({}, ["a@example.vn", "b@example.vn", "c@example.vn"], patience)).toEqual([
      "sent",
      "timed-out",
      "sent",
    ]);
    expect(given.messages.map(({ to }) => to)).toEqual(["a@example.vn", "c@example.vn"]);
  });

  test("at every message is called twice and no more", async () => {
    const given = await listen();
    given.mood = "hangs-after-data";
    const to = Array.from({ length: 10 }, (_, index) => `a${index}@example.vn`);
    expect(await send({}, to, patience)).toEqual(to.map(() => "timed-out"));
    expect(given.heard).toHaveLength(2);
  });
});
