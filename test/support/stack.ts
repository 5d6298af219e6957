import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { holdDemoCeremony } from "../../src/org/demo/demonstration.ts";
import { install } from "../../src/org/local/installation.ts";
import { readPassphrases } from "../../src/org/local/organisation-file.ts";
import { type LocalPlace, type RunningServer, startServer } from "../../src/org/local/wrangler.ts";
import { freePort } from "./free-port.ts";

/** Officers that the journeys need; each costs a second of key stretching. */
export const journeyOfficers = {
  cell: "tantien.chiuy",
  commune: "hoathuan.vanphong",
  district: "huyenuy.vanphong",
  colleague: "huyenuy.noichinh",
  province: "tinhuy.vanphong",
} as const;
export type JourneyOfficer = keyof typeof journeyOfficers;
const everyOfficer = Object.keys(journeyOfficers) as JourneyOfficer[];

/** Committees of these officers. */
export const journeyCommittees = {
  commune: "gr-hoa-thuan-dang-uy" as CommitteeId,
  district: "giong-rieng-btv" as CommitteeId,
} as const;

/** A whole installation of its own, on a free port, gone after `stop`. */
export type Stack = {
  readonly place: LocalPlace;
  readonly server: RunningServer;
  readonly citizenOrigin: string;
  readonly officerOrigin: string;
  readonly passphraseOf: (officer: JourneyOfficer) => string;
  readonly stop: () => Promise<void>;
};

/** Ceremony, pages, database and server, as `npm start` makes them, with fewer officers and no letters. */
export async function startStack(officers: readonly JourneyOfficer[] = everyOfficer): Promise<Stack> {
  const stateDirectory = await mkdtemp(`${tmpdir()}/hop-thu-`);
  const place = { stateDirectory, siteDirectory: `${stateDirectory}/site`, port: await freePort() };
  const names: readonly string[] = officers.map((officer) => journeyOfficers[officer]);
  const today = vietnamDateAt(Date.now());
  await install({ place, today, demo: true, hold: () => holdDemoCeremony(today, names) }, () => undefined);
  const server = await startServer(place, { DEMO: "1" });
  const passphrases = new Map(
    (await readPassphrases(place)).map((known) => [known.loginName, known.passphrase]),
  );
  return {
    place,
    server,
    citizenOrigin: server.citizenOrigin,
    officerOrigin: server.officerOrigin,
    passphraseOf: (officer) => passphrases.get(journeyOfficers[officer]) ?? "",
    stop: async () => {
      await server.stop();
      await rm(stateDirectory, { recursive: true, force: true });
    },
  };
}
