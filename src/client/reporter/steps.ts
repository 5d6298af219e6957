import type { DirectoryPayload } from "../../api/directory.schema.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { StepRecord } from "../../envelope/case-record.ts";

type Announced = DirectoryPayload["lawChanges"];

/** Changes of the law since a letter came in of which its history has no record. They may have moved no date of it. */
export function unrecordedChanges(
  announced: Announced,
  steps: readonly StepRecord[],
  releasedOn: PlainDate,
  today: PlainDate,
): Announced {
  return announced.filter(
    ({ on, because }) =>
      on > releasedOn &&
      on <= today &&
      !steps.some(({ step }) => step.type === "LawChanged" && step.because === because && step.on >= on),
  );
}
