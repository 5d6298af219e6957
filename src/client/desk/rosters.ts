import type { Roster } from "../../api/directory.schema.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import { fetchRoster, type RosterFetch } from "../organisation.ts";
import type { Desk } from "./session.ts";

const rosters = new WeakMap<Desk, Map<CommitteeId, Roster>>();

/** Who reads for a committee. Verified each time it is asked, and then remembered for as long as the desk is open. */
export async function requestRoster(desk: Desk, committee: CommitteeId): Promise<RosterFetch> {
  const fetched = await fetchRoster(desk.transport, desk.organisation, committee);
  if (fetched.kind === "fault") return fetched;
  const known = rosters.get(desk) ?? new Map<CommitteeId, Roster>();
  rosters.set(desk, known.set(committee, fetched.roster));
  return fetched;
}

/** What `requestRoster` last brought. Undefined: nobody has asked yet. */
export function knownRoster(desk: Desk, committee: CommitteeId): Roster | undefined {
  return rosters.get(desk)?.get(committee);
}
