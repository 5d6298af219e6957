import type { OfficerId } from "../../../domain/ids.ts";
import type { CaseFile } from "../../desk/case-file.ts";
import type { Order } from "../../desk/orders.ts";

/** The cases of somebody who leaves go to a colleague. */
export type HandOver = {
  readonly kind: "hand-over";
  /** Who leaves. */
  readonly from: OfficerId;
  readonly officer: OfficerId;
  readonly title: string;
  readonly reason: string;
  /** Who reads for the committee now: for a reader who has left before nothing can be sealed any more. */
  readonly roster: readonly OfficerId[];
};

/**
 * What is still to be done so that a case is the colleague's; nothing: it is already, so that a run which was broken off
 * can be begun again over the same cases. A case that is read with a key of its own is sealed anew without whoever leaves;
 * of all others the committee's key decides, which is taken away elsewhere. Nobody seals a case away from themselves.
 */
export function handOverOrders(
  { from, officer, reason, roster }: Omit<HandOver, "kind" | "title">,
  { readers, sealed }: Pick<CaseFile, "readers" | "sealed">,
  self: OfficerId,
): readonly Order[] {
  const read = readers ?? [];
  const goesOn = read.filter((reader) => reader === self || (reader !== from && roster.includes(reader)));
  const isChanged = goesOn.length < read.length || !read.includes(officer);
  return [
    ...(readers !== null && isChanged
      ? [{ command: "hand-over" as const, readers: [...new Set([...goesOn, officer])], reason }]
      : []),
    ...(sealed.assignedTo === officer
      ? []
      : [{ command: "note" as const, note: { kind: "assigned" as const, officer }, remark: reason }]),
  ];
}
