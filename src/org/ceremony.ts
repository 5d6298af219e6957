import { rootFingerprint } from "../crypto/directory.ts";
import { keyRecordDigest } from "../crypto/key-record.ts";
import { wipeOfficerIdentity } from "../crypto/officer-identity.ts";
import type { Stretch } from "../crypto/receipt.ts";
import { sodiumReady, wipe } from "../crypto/sodium.ts";
import type { CommitteeId, UnitId } from "../domain/ids.ts";
import { findOrganisationFaults } from "../domain/org-faults.ts";
import type { Organisation } from "../domain/organisation.ts";
import { type PlainDate, yearOf } from "../domain/plain-date.ts";
import { createCommitteeKey, keyFileOf } from "./committee-keys.ts";
import { withKeyRecords } from "./key-records.ts";
import { calendarYearsAhead, defaultPolicy, listCalendarYears } from "./law-data.ts";
import {
  createOfficer,
  type EnrolledOfficer,
  enrolOfficer,
  type OfficerToEnrol,
} from "./officer-accounts.ts";
import {
  certifySigner,
  type CertifiedSigner,
  createSignSeed,
  type DirectoryContent,
  publicKeyOf,
  type SignSeed,
} from "./roots.ts";
import { rosterFileOf } from "./rosters.ts";

/** What a ceremony starts from. */
export type CeremonyPlan = {
  /** Without key records: the ceremony makes them. */
  readonly organisation: Organisation;
  readonly officers: readonly OfficerToEnrol[];
  /** The unit whose subtree the signer may publish. */
  readonly subtree: UnitId;
  readonly releaseHour: number | null;
  readonly today: PlainDate;
  /** First day on which anything may be sealed to the new keys. */
  readonly sealFrom: PlainDate;
  /** How the officers' passphrases are stretched. */
  readonly stretch: Stretch;
};

/** What it leaves behind. Seeds and passphrases go to trustees and officers; everything else is public or sealed. */
export type Ceremony = {
  readonly roots: readonly SignSeed[];
  readonly threshold: number;
  /** Pinned in the pages beside the roots. */
  readonly subtree: UnitId;
  readonly signer: SignSeed;
  readonly certified: CertifiedSigner;
  readonly directory: DirectoryContent;
  readonly keyFiles: ReadonlyMap<CommitteeId, string>;
  /** For the officers' host alone. */
  readonly rosterFiles: ReadonlyMap<CommitteeId, string>;
  readonly officers: readonly EnrolledOfficer[];
};

const rootCount = 3;
const rootThreshold = 2;
const calendarFrom = 2024;

/**
 * Makes roots, signer, committee keys and officers. Throws, naming every fault, if the organisation must not be
 * published.
 */
export async function holdCeremony(plan: CeremonyPlan): Promise<Ceremony> {
  await sodiumReady();
  const roots = Array.from({ length: rootCount }, createSignSeed);
  const signer = createSignSeed();
  const held = plan.organisation.committees.filter(({ keyHolders }) => keyHolders.length > 0);
  const keys = new Map(held.map(({ id }) => [id, createCommitteeKey(id, plan.sealFrom)]));
  const created = plan.officers.map(createOfficer);
  const rosterFiles = new Map([...keys.keys()].map((id) => [id, rosterFileOf(id, created)]));
  const keyFiles = new Map([...keys].map(([id, key]) => [id, keyFileOf(key, rosterFiles.get(id) ?? "")]));
  const organisation = withKeyRecords(plan.organisation, (id) => keyRecordDigest(keyFiles.get(id) ?? ""));
  refuseFaults(organisation);
  const fingerprint = rootFingerprint({ roots: roots.map(publicKeyOf), threshold: rootThreshold });
  const officers = await Promise.all(
    created.map((officer) => enrolOfficer(officer, keys, fingerprint, plan.stretch)),
  );
  for (const { seed, identity } of created) {
    wipe(seed);
    wipeOfficerIdentity(identity);
  }
  for (const { seeds } of keys.values()) wipe(seeds);
  return {
    roots,
    threshold: rootThreshold,
    subtree: plan.subtree,
    signer,
    certified: certifySigner(roots, signer, plan.subtree, plan.today),
    directory: {
      sequence: 1,
      releaseHour: plan.releaseHour,
      organisation: organisation as DirectoryContent["organisation"],
      policy: defaultPolicy,
      calendar: listCalendarYears(calendarFrom, yearOf(plan.today) + calendarYearsAhead),
      lawChanges: [],
    },
    keyFiles,
    rosterFiles,
    officers,
  };
}

function refuseFaults(organisation: Organisation): void {
  const faults = findOrganisationFaults(organisation);
  if (faults.length > 0) throw new Error(faults.map((fault) => JSON.stringify(fault)).join("\n"));
}
