import type { Roster } from "../api/directory.schema.ts";
import { writeRoster } from "../crypto/roster.ts";
import type { CommitteeId } from "../domain/ids.ts";
import { toBase64url } from "../envelope/base64url.ts";
import type { CreatedOfficer } from "./officer-accounts.ts";

/** The file `rosters/<committee>.json`: the officers who hold the committee's key. A mailbox without any has an empty one. */
export function rosterFileOf(committee: CommitteeId, created: readonly CreatedOfficer[]): string {
  const members = created.filter(({ officer }) => officer.committees.includes(committee));
  const officers = members.map(toRosterOfficer).sort((a, b) => (a.id < b.id ? -1 : 1));
  return writeRoster({ v: 1, committee, officers });
}

function toRosterOfficer({ officer, identity }: CreatedOfficer): Roster["officers"][number] {
  return {
    id: officer.id,
    title: officer.title,
    person: officer.person,
    sign: toBase64url(identity.sign.publicKey),
    kem: toBase64url(identity.kem.publicKey),
  };
}
