import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { keyRecordSchema, type Trust } from "../../api/directory.schema.ts";
import { sodiumReady } from "../../crypto/sodium.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { parseStrict } from "../../envelope/schemas.ts";
import type { Ceremony } from "../ceremony.ts";
import { officerImportSql } from "../import-sql.ts";
import { createTrust, type DirectoryContent, signDirectory } from "../roots.ts";
import type { LocalPlace } from "./wrangler.ts";

/** What a trustee, the signer's machine and the officers would each keep for themselves; here it is one file. */
export type KeptSecrets = Pick<Ceremony, "roots" | "threshold" | "subtree" | "signer" | "certified"> & {
  readonly heldOn: PlainDate;
  readonly directory: DirectoryContent;
};

/** How an officer of a demonstration logs in. */
export type KnownPassphrase = {
  readonly loginName: string;
  readonly title: string;
  readonly passphrase: string;
};

const resignAfterDays = 7;

function files({ stateDirectory }: LocalPlace) {
  return {
    organisation: `${stateDirectory}/organisation.json`,
    officers: `${stateDirectory}/officers.json`,
    officersSql: `${stateDirectory}/officers.sql`,
    keys: `${stateDirectory}/keys.json`,
    rosters: `${stateDirectory}/rosters.json`,
  };
}

/** The file of SQL that enters the officers into the database. */
export function officersSqlFile(place: LocalPlace): string {
  return files(place).officersSql;
}

/** Writes down what a ceremony made. */
export async function keepCeremony(place: LocalPlace, ceremony: Ceremony, heldOn: PlainDate): Promise<void> {
  const { roots, threshold, subtree, signer, certified, directory } = ceremony;
  const kept: KeptSecrets = { roots, threshold, subtree, signer, certified, directory, heldOn };
  const passphrases = ceremony.officers.map(({ account, passphrase }) => ({
    loginName: account.officer.loginName,
    title: account.officer.title,
    passphrase,
  }));
  await mkdir(place.stateDirectory, { recursive: true });
  const to = files(place);
  await writeFile(to.officersSql, officerImportSql(ceremony.officers.map(({ account }) => account)));
  await writeSecret(to.officers, passphrases);
  await writeSecret(to.keys, Object.fromEntries(ceremony.keyFiles));
  await writeSecret(to.rosters, Object.fromEntries(ceremony.rosterFiles));
  await writeSecret(to.organisation, kept);
}

async function writeSecret(file: string, value: unknown): Promise<void> {
  await replaceFile(file, JSON.stringify(value), 0o600);
}

/** Whole or not at all, also for a server that reads it meanwhile. */
async function replaceFile(file: string, content: string, mode = 0o644): Promise<void> {
  await writeFile(`${file}.new`, content, { mode });
  await rename(`${file}.new`, file);
}

/** What was written down; only the demonstration and the tests have all of it in one place. */
export async function keptSecrets(place: LocalPlace): Promise<KeptSecrets> {
  return JSON.parse(await readFile(files(place).organisation, "utf8")) as KeptSecrets;
}

/** Logins of the demonstration's officers. */
export async function readPassphrases(place: LocalPlace): Promise<readonly KnownPassphrase[]> {
  return JSON.parse(await readFile(files(place).officers, "utf8")) as KnownPassphrase[];
}

/** What the pages of this organisation have pinned. */
export async function keptTrust(place: LocalPlace): Promise<Trust> {
  await sodiumReady();
  const { roots, threshold, subtree, heldOn } = await keptSecrets(place);
  return createTrust(roots, { threshold, subtree, minimumSequence: 1, builtOn: heldOn });
}

/**
 * Publishes `directory.json`, key records and rosters into the site. The directory lives 60 days: one that is older
 * than a week, or than what is kept, is signed anew, with the next sequence number.
 */
export async function publishOrganisation(place: LocalPlace, today: PlainDate): Promise<void> {
  await sodiumReady();
  const kept = await keptSecrets(place);
  const target = `${place.siteDirectory}/org`;
  const published = await readFile(`${target}/directory.json`, "utf8").catch(() => undefined);
  await mkdir(target, { recursive: true });
  if (published === undefined || isOutOfDate(published, kept.directory.sequence, today)) {
    const sequence = kept.directory.sequence + (published === undefined ? 0 : 1);
    await signAndPublish(place, kept, { ...kept.directory, sequence }, today);
  }
  await publishFiles(files(place).keys, `${target}/keys`);
  await publishFiles(files(place).rosters, `${target}/rosters`);
}

/** Publishes a changed directory in the place of the present one, under the next sequence number. */
export async function publishDirectory(
  place: LocalPlace,
  changed: DirectoryContent,
  today: PlainDate,
): Promise<void> {
  await sodiumReady();
  const kept = await keptSecrets(place);
  await mkdir(`${place.siteDirectory}/org`, { recursive: true });
  await signAndPublish(place, kept, { ...changed, sequence: kept.directory.sequence + 1 }, today);
}

/** Keeps before it publishes: a number that was kept and never published is skipped, one used twice would be a fault. */
async function signAndPublish(
  place: LocalPlace,
  kept: KeptSecrets,
  directory: DirectoryContent,
  today: PlainDate,
): Promise<void> {
  await writeSecret(files(place).organisation, { ...kept, directory });
  const signed = signDirectory(directory, kept.signer, kept.certified, today);
  await replaceFile(`${place.siteDirectory}/org/directory.json`, signed);
}

/** The first day on which anything could be sealed to a committee of this place: no letter is older. */
export async function firstSealingDay(place: LocalPlace): Promise<PlainDate> {
  const records = JSON.parse(await readFile(files(place).keys, "utf8")) as Record<string, string>;
  const keys = Object.values(records).flatMap((file) => parseStrict(keyRecordSchema, file.trimEnd()).keys);
  return keys.reduce(
    (first, { sealFrom }) => (sealFrom < first ? sealFrom : first),
    keys[0]?.sealFrom ?? noKey(),
  );
}

function noKey(): never {
  throw new Error("no committee of this place has a key");
}

async function publishFiles(kept: string, folder: string): Promise<void> {
  const contents = JSON.parse(await readFile(kept, "utf8")) as Record<string, string>;
  await mkdir(folder, { recursive: true });
  for (const [committee, content] of Object.entries(contents))
    await writeFile(`${folder}/${committee}.json`, content);
}

/** Signed too long ago, or older than what is kept: whoever changed it was interrupted. */
function isOutOfDate(file: string, kept: number, today: PlainDate): boolean {
  const { payload } = JSON.parse(file) as { payload: string };
  const { issuedOn, sequence } = JSON.parse(payload) as { issuedOn?: PlainDate; sequence?: number };
  if (issuedOn === undefined || sequence === undefined) return true;
  return sequence < kept || addDays(issuedOn, resignAfterDays) < today;
}

/** Takes a published organisation out of a site, so that another can be published there. */
export async function withdrawOrganisation(place: LocalPlace): Promise<void> {
  await rm(`${place.siteDirectory}/org`, { recursive: true, force: true });
}

/** A secret of the server's own, made on this machine. */
export function secretsFile(place: LocalPlace): string {
  return `${place.stateDirectory}/secrets.env`;
}
