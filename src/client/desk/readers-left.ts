import type { OfficerId } from "../../domain/ids.ts";
import type { MovementObstacle } from "../../domain/movement.ts";
import type { CaseFile } from "./case-file.ts";

/** An officer of the committee in charge, with what stands against their reading the case. */
export type Reader = {
  readonly officer: OfficerId;
  readonly title: string;
  readonly obstacle: MovementObstacle | null;
};

/** Who of these reads on when an officer leaves the case: whoever reads it now, and is not meant in it. */
export function remainingReaders(
  among: readonly Reader[],
  { readers }: Pick<CaseFile, "readers">,
  leaving: OfficerId,
): readonly Reader[] {
  return among.filter(
    ({ officer, obstacle }) =>
      officer !== leaving && obstacle === null && (readers === null || readers.includes(officer)),
  );
}
