import type { CommitteeId, PersonId } from "../../src/domain/ids.ts";
import { createDemoOrganisation } from "../../src/org/demo/organisation.ts";
import { createOrganisation2025 } from "../../src/org/demo/organisation-2025.ts";
import { withKeyRecords } from "../../src/org/key-records.ts";

/** Persons p0000, p0001, …: the same in every run. */
function countingPersons(): () => PersonId {
  let count = 0;
  return () => `p${String(count++).padStart(4, "0")}` as PersonId;
}

const digestOf = (committee: CommitteeId) => `digest-of-${committee}`;

/** The draft of the Giồng Riềng 2018 illustration with its officers. */
export const demo = createDemoOrganisation(countingPersons());
/** The same with stand-ins for the digests of key records, as after a ceremony. */
export const demoOrganisation = withKeyRecords(demo.organisation, digestOf);
/** Xã Giồng Riềng, An Giang, from 1-7-2025. */
export const organisation2025 = withKeyRecords(createOrganisation2025(countingPersons()), digestOf);
