import { readFile, writeFile } from "node:fs/promises";
import { rootFingerprint } from "../../crypto/directory.ts";
import { vietnamDateAt } from "../../domain/plain-date.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import { receiptGroups } from "../../envelope/receipt-code.ts";
import type { Ceremony } from "../ceremony.ts";
import { completeInstallation, install } from "../local/installation.ts";
import { keptTrust, readPassphrases } from "../local/organisation-file.ts";
import { rememberStretch } from "../local/remembered-stretch.ts";
import { createStretchPool } from "../local/stretch-pool.ts";
import { type RunningServer, runScheduledJob, startServer } from "../local/wrangler.ts";
import { publicKeyOf } from "../roots.ts";
import { demoOfficers, holdDemoCeremonyWith } from "./demonstration.ts";
import { everydayLetters, tellingLetters } from "./letters.ts";
import { demoPlace } from "./place.ts";
import { prepareLetters, type Preparations, type SeedContext, seedLetters, type SentLetter } from "./seed.ts";

const receiptsFile = `${demoPlace.stateDirectory}/receipts.json`;
/** The letters whose codes are printed: each shows something else on its sender's page. */
const shownNames = ["new", "asked", "true", "refused", "escalated", "taken-over", "made-formal"];

const progressWords = {
  ceremony: "Making the demonstration organisation: roots, signer, committee keys, officers …",
  pages: "Building the pages …",
  database: "Preparing the database …",
} as const;

const letters = [...tellingLetters, ...everydayLetters()];

type ShownReceipt = { readonly code: string; readonly about: string };

async function main(): Promise<void> {
  const today = vietnamDateAt(Date.now());
  const pool = createStretchPool();
  const stretch = rememberStretch(pool.officer);
  const begun: Preparations[] = [];
  const hold = async () => {
    const ceremony = await holdDemoCeremonyWith(stretch, today);
    // What the letters need of every core goes on while pages and database are made.
    begun.push(prepareLetters(fingerprintOf(ceremony), letters, pool.reporter));
    return ceremony;
  };
  await install({ place: demoPlace, today, demo: true, hold }, (step) => {
    console.log(progressWords[step]);
  });
  const server = await startServer(demoPlace, { DEMO: "1" });
  stopOnSignal(server);
  await printAddresses(server);
  for (const preparations of begun) await fill(server, preparations, { stretch, today });
  await pool.close();
  await printReceipts();
  const said = await server.ended;
  if (said.trim() !== "") console.error(said);
}

function fingerprintOf({ roots, threshold }: Ceremony): Bytes {
  return rootFingerprint({ roots: roots.map(publicKeyOf), threshold });
}

async function fill(
  { citizenOrigin, officerOrigin }: RunningServer,
  preparations: Preparations,
  known: Pick<SeedContext, "stretch" | "today">,
): Promise<void> {
  console.log(`  Sealing ${letters.length} letters through the client's own code …`);
  const passphrases = new Map((await readPassphrases(demoPlace)).map((each) => [each.loginName, each]));
  const officers = demoOfficers().flatMap(({ loginName, committees }) => {
    const passphrase = passphrases.get(loginName);
    return passphrase === undefined ? [] : [{ ...passphrase, committees }];
  });
  const trust = await keptTrust(demoPlace);
  const sent = await seedLetters({ ...known, citizenOrigin, officerOrigin, trust, officers }, preparations);
  await runScheduledJob(demoPlace);
  const shown = shownNames.flatMap((name) => sent.filter(({ letter }) => letter.name === name));
  await writeFile(receiptsFile, JSON.stringify(shown.map(shownReceipt)), { mode: 0o600 });
  await completeInstallation(demoPlace);
}

function shownReceipt({ code, letter }: SentLetter): ShownReceipt {
  return { code: receiptGroups(code).join(" "), about: `${letter.text.slice(0, 48)}…` };
}

async function printAddresses({ citizenOrigin, officerOrigin }: RunningServer): Promise<void> {
  const printed = new Set(demoOfficers().flatMap(({ loginName, isPrinted }) => (isPrinted ? loginName : [])));
  const officers = (await readPassphrases(demoPlace)).filter(({ loginName }) => printed.has(loginName));
  const lines = [
    "",
    "Hộp thư: tổ chức minh họa / a demonstration",
    "",
    `  Citizens      ${citizenOrigin}`,
    `  Guided tour   ${citizenOrigin}/demo`,
    `  Officers      ${officerOrigin}`,
    "",
    "  Officers (login name · passphrase · role)",
    ...officers.map(
      ({ loginName, passphrase, title }) => `    ${loginName.padEnd(18)} ${passphrase}   ${title}`,
    ),
    "",
  ];
  console.log(lines.join("\n"));
}

async function printReceipts(): Promise<void> {
  const receipts = JSON.parse(await readFile(receiptsFile, "utf8")) as ShownReceipt[];
  const lines = [
    "  Receipt codes of letters that are there",
    ...receipts.map(({ code, about }) => `    ${code}   ${about}`),
    "",
    "  Ctrl-C stops it. npm run demo:reset starts over.",
    "",
  ];
  console.log(lines.join("\n"));
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

await main();
