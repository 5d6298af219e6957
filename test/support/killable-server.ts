import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Trust } from "../../src/api/directory.schema.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { holdDemoCeremony } from "../../src/org/demo/demonstration.ts";
import {
  keepCeremony,
  keptTrust,
  officersSqlFile,
  publishOrganisation,
  readPassphrases,
  secretsFile,
} from "../../src/org/local/organisation-file.ts";
import { executeSql, type LocalPlace, migrate, projectDirectory } from "../../src/org/local/wrangler.ts";
import { freePort } from "./free-port.ts";

const childScript = fileURLToPath(new URL("miniflare-child.ts", import.meta.url));

export type SqlRow = Readonly<Record<string, unknown>>;
export type SqlStatement = { readonly text: string; readonly values?: readonly unknown[] };

/** A server over a database on disk that can be killed and started again. */
export type KillableServer = {
  readonly origin: string;
  readonly officerOrigin: string;
  readonly trust: Trust;
  /** Of an officer of the ceremony, by login name. */
  readonly passphraseOf: (loginName: string) => string;
  readonly start: () => Promise<void>;
  /** Whoever holds the database: runs statements on it, past the worker, and gives the rows of the last. */
  readonly sql: (statements: readonly SqlStatement[]) => Promise<readonly SqlRow[]>;
  /** SIGKILL to the runtime and to what holds it. */
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** An organisation with these officers, a migrated database, the worker's bundle; nothing runs yet. */
export async function createKillableServer(officers: readonly string[] = []): Promise<KillableServer> {
  const stateDirectory = await mkdtemp(`${tmpdir()}/hop-thu-kill-`);
  const place: LocalPlace = {
    stateDirectory,
    siteDirectory: `${stateDirectory}/site`,
    port: await freePort(),
  };
  const today = vietnamDateAt(Date.now());
  await keepCeremony(place, await holdDemoCeremony(today, officers), today);
  await writeFile(secretsFile(place), `SECRET=${randomBytes(32).toString("base64url")}\n`);
  await mkdir(place.siteDirectory, { recursive: true });
  await publishOrganisation(place, today);
  await migrate(place);
  if (officers.length > 0) await executeSql(place, officersSqlFile(place));
  const passphrases = new Map(
    (await readPassphrases(place)).map((known) => [known.loginName, known.passphrase]),
  );
  const bundle = bundleWorker(stateDirectory);
  let child: ChildProcess | undefined;
  return {
    origin: `http://localhost:${place.port}`,
    officerOrigin: `http://officer.localhost:${place.port}`,
    trust: await keptTrust(place),
    passphraseOf: (loginName) => passphrases.get(loginName) ?? "",
    start: async () => {
      child = await launch([bundle, stateDirectory, place.siteDirectory, String(place.port)]);
    },
    sql: async (statements) => await runSql(child, statements),
    kill: async () => {
      await killGroup(child);
    },
    remove: async () => {
      await killGroup(child);
      await rm(stateDirectory, { recursive: true, force: true });
    },
  };
}

function bundleWorker(stateDirectory: string): string {
  const target = `${stateDirectory}/bundle`;
  const wrangler = `${projectDirectory}node_modules/wrangler/bin/wrangler.js`;
  // Its own site: the folder that `wrangler.toml` names is only there once something was built.
  const args = [wrangler, "deploy", "--dry-run", "--outdir", target, "--assets", `${stateDirectory}/site`];
  const env = { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_WRITE_LOGS: "false" };
  const run = spawnSync(process.execPath, args, { cwd: projectDirectory, env, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr + run.stdout);
  return `${target}/index.js`;
}

async function launch(args: readonly string[]): Promise<ChildProcess> {
  const child = fork(childScript, args, { detached: true, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => {
      resolve();
    });
    child.once("exit", (code) => {
      reject(new Error(`the server ended with ${code}`));
    });
  });
  return child;
}

async function runSql(
  child: ChildProcess | undefined,
  statements: readonly SqlStatement[],
): Promise<readonly SqlRow[]> {
  if (child === undefined) throw new Error("no server runs");
  const answered = new Promise<readonly SqlRow[]>((resolve) => {
    child.once("message", (rows) => {
      resolve(rows as readonly SqlRow[]);
    });
  });
  child.send([...statements]);
  return await answered;
}

async function killGroup(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await gone;
}
