import type { CommitteeId, OfficerId } from "../../../domain/ids.ts";
import { requestRoster } from "../../desk/rosters.ts";
import type { Desk } from "../../desk/session.ts";

/** An officer of the committee, by its signed roster. */
export type Colleague = { readonly officer: OfficerId; readonly title: string };

export type ColleaguesAnswer =
  | { readonly kind: "colleagues"; readonly colleagues: readonly Colleague[] }
  | { readonly kind: "fault" };

/** Everybody who reads for a committee. */
export async function askColleagues(desk: Desk, committee: CommitteeId): Promise<ColleaguesAnswer> {
  const fetched = await requestRoster(desk, committee);
  if (fetched.kind === "fault") return { kind: "fault" };
  const colleagues = fetched.roster.officers.map(({ id, title }) => ({ officer: id, title }));
  return { kind: "colleagues", colleagues };
}
