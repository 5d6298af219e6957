import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A database and its server on this machine, apart from every other: folder, ports, pages. */
export type LocalPlace = {
  /** Secrets, keys and the database. */
  readonly stateDirectory: string;
  /** Built pages, `citizen/`, `officer/` and `org/`. */
  readonly siteDirectory: string;
  readonly port: number;
};

export const projectDirectory: string = fileURLToPath(new URL("../../..", import.meta.url));
const wranglerScript = `${projectDirectory}node_modules/wrangler/bin/wrangler.js`;

/** Without these the tool asks, phones home, or writes every address and query to a trace database. */
const quiet = {
  CI: "1",
  WRANGLER_SEND_METRICS: "false",
  DO_NOT_TRACK: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
  WRANGLER_WRITE_LOGS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  FORCE_COLOR: "0",
};

function launch(args: readonly string[], detached: boolean): ChildProcess {
  return spawn(process.execPath, [wranglerScript, ...args], {
    cwd: projectDirectory,
    env: { ...process.env, ...quiet },
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join("");
}

async function run(...args: string[]): Promise<string> {
  const child = launch(args, false);
  const output = collect(child);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`wrangler ${args.join(" ")} ended with ${code}:\n${output()}`);
  return output();
}

function databaseDirectory({ stateDirectory }: LocalPlace): string {
  return `${stateDirectory}/database`;
}

/** Brings the database to the newest migration. Does nothing if it is. */
export async function migrate(place: LocalPlace): Promise<void> {
  await run("d1", "migrations", "apply", "DB", "--local", "--persist-to", databaseDirectory(place));
}

/** Executes a file of SQL: the ceremony's way into the database. */
export async function executeSql(place: LocalPlace, file: string): Promise<void> {
  await run(
    "d1",
    "execute",
    "DB",
    "--local",
    "--persist-to",
    databaseDirectory(place),
    "--file",
    file,
    "--yes",
  );
}

/** The rows of one query, still to be parsed. Also while the server runs. */
export async function queryDatabase(place: LocalPlace, sql: string): Promise<unknown> {
  const flags = ["--local", "--persist-to", databaseDirectory(place), "--json", "--command", sql];
  const said = await run("d1", "execute", "DB", ...flags);
  const [answer] = JSON.parse(said.slice(said.indexOf("["))) as readonly { readonly results: unknown }[];
  return answer?.results;
}

/** A running server. `stop` ends it and everything it started. */
export type RunningServer = {
  readonly citizenOrigin: string;
  readonly officerOrigin: string;
  readonly stop: () => Promise<void>;
  /** As a power cut would: no goodbye, no flush. */
  readonly kill: () => Promise<void>;
  /** Resolves when it ended by itself, with what it said. */
  readonly ended: Promise<string>;
};

const startSeconds = 45;

/** Starts the worker over real D1. `variables` override `wrangler.toml`. */
export async function startServer(
  place: LocalPlace,
  variables: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const hosts = { CITIZEN_HOST: `localhost:${place.port}`, OFFICER_HOST: `officer.localhost:${place.port}` };
  const settings = {
    ip: "127.0.0.1",
    port: String(place.port),
    "inspector-port": "0",
    "persist-to": databaseDirectory(place),
    assets: place.siteDirectory,
    "env-file": `${place.stateDirectory}/secrets.env`,
    "log-level": "error",
    "show-interactive-dev-session": "false",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const overrides = Object.entries({ ...hosts, ...variables }).flatMap(([name, value]) => [
    "--var",
    `${name}:${value}`,
  ]);
  const child = launch(
    ["dev", ...flags, ...overrides],
    // A process group of its own: ending the tool alone would leave its runtime behind.
    true,
  );
  const output = collect(child);
  const ended = new Promise<string>((resolve) =>
    child.once("exit", () => {
      resolve(output());
    }),
  );
  const stop = () => stopGroup(child, ended);
  const kill = async () => {
    signalGroup(child, "SIGKILL");
    await ended;
  };
  const citizenOrigin = `http://localhost:${place.port}`;
  if (!(await answers(`${citizenOrigin}/directory.json`, ended))) {
    await stop();
    throw new Error(`The server did not start:\n${await ended}`);
  }
  return { citizenOrigin, officerOrigin: `http://officer.localhost:${place.port}`, stop, kill, ended };
}

/** Has a running server do what time does by itself, as its hourly trigger would. */
export async function runScheduledJob({ port }: Pick<LocalPlace, "port">): Promise<void> {
  const response = await fetch(`http://localhost:${port}/cdn-cgi/local/scheduled`);
  if (!response.ok) throw new Error(`the hourly job: ${response.status} ${await response.text()}`);
}

async function answers(url: string, ended: Promise<string>): Promise<boolean> {
  const over = ended.then(() => "ended" as const);
  for (let tries = startSeconds * 10; tries > 0; tries--) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (response?.ok === true) return true;
    const pause = new Promise((resolve) => setTimeout(resolve, 100));
    if ((await Promise.race([over, pause])) === "ended") return false;
  }
  return false;
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, "SIGTERM");
  const late = setTimeout(() => {
    signalGroup(child, "SIGKILL");
  }, 3000);
  await ended;
  clearTimeout(late);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has gone already.
  }
}
