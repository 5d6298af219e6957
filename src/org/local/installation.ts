import { randomBytes } from "node:crypto";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Ceremony } from "../ceremony.ts";
import {
  keepCeremony,
  officersSqlFile,
  publishOrganisation,
  secretsFile,
  withdrawOrganisation,
} from "./organisation-file.ts";
import { buildPages } from "./pages.ts";
import { executeSql, type LocalPlace, migrate } from "./wrangler.ts";

export type InstallOptions = {
  readonly place: LocalPlace;
  readonly today: PlainDate;
  /** With the guided tour. */
  readonly demo: boolean;
  readonly hold: () => Promise<Ceremony>;
};

/** Says what is being done, for whoever waits. */
export type Progress = (step: "ceremony" | "pages" | "database") => void;

/**
 * Makes a place ready to start: ceremony, server secret, pages, database with its officers. What is there already
 * stays; a first installation that was interrupted begins again.
 */
export async function install(options: InstallOptions, progress: Progress): Promise<"fresh" | "kept"> {
  const { place, today } = options;
  const kept = await isComplete(place);
  if (!kept) await beginAgain(options, progress);
  progress("pages");
  await buildPages(place, options.demo);
  await publishOrganisation(place, today);
  progress("database");
  await migrate(place);
  if (!kept) await executeSql(place, officersSqlFile(place));
  return kept ? "kept" : "fresh";
}

async function beginAgain({ place, today, hold }: InstallOptions, progress: Progress): Promise<void> {
  await rm(place.stateDirectory, { recursive: true, force: true });
  await withdrawOrganisation(place);
  await mkdir(place.stateDirectory, { recursive: true });
  progress("ceremony");
  await keepCeremony(place, await hold(), today);
  await writeFile(secretsFile(place), `SECRET=${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
}

/** The number is that of what a ceremony leaves: a place without rosters is of no use to these pages, and begins again. */
function completionFile({ stateDirectory }: LocalPlace): string {
  return `${stateDirectory}/complete-2`;
}

async function isComplete(place: LocalPlace): Promise<boolean> {
  return await access(completionFile(place)).then(
    () => true,
    () => false,
  );
}

/** From now on the place is kept. Until then every start begins again. */
export async function completeInstallation(place: LocalPlace): Promise<void> {
  await writeFile(completionFile(place), "");
}
