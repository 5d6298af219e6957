import type { CaseFile } from "../desk/case-file.ts";
import type { Reader } from "../desk/movements.ts";
import type { OfficerId } from "../../domain/ids.ts";
import type { OpenCase } from "./state.ts";

/** Who of the committee could read a case, as far as that has been asked. */
export function knownReaders({ readers }: OpenCase): readonly Reader[] {
  return readers?.kind === "readers" ? readers.readers : [];
}

/** Who of these reads on when an officer steps aside: whoever can open the case now, and is not meant in it. */
export function readersAfterRecusal(
  readers: readonly Reader[],
  file: Pick<CaseFile, "row" | "readers">,
  leaving: OfficerId,
): readonly Reader[] {
  // All of a committee can, until a case has a key of its own.
  const readsNow = (officer: OfficerId) => file.row.caseKey === null || file.readers.includes(officer);
  return readers.filter(
    ({ officer, obstacle }) => officer !== leaving && obstacle === null && readsNow(officer),
  );
}
