import type { CommitteeId } from "../domain/ids.ts";
import type { Organisation } from "../domain/organisation.ts";

/**
 * The organisation with the digest (base64url) of its key record beside every committee that has key holders. Only
 * then do its mailboxes exist, and only then can `findOrganisationFaults` find nothing.
 */
export function withKeyRecords(
  organisation: Organisation,
  digestOf: (committee: CommitteeId) => string,
): Organisation {
  const committees = organisation.committees.map((committee) =>
    committee.keyHolders.length === 0 ? committee : { ...committee, keyRecord: digestOf(committee.id) },
  );
  return { ...organisation, committees };
}
