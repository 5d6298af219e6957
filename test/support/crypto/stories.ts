import type { CaseStatus } from "../../../src/domain/case/case.ts";
import { addDays, type PlainDate } from "../../../src/domain/plain-date.ts";
import { act, showStatement, type TestCase, write } from "./chains.ts";
import { district } from "./organisation.ts";
import { releasedOn } from "./people.ts";
import { acts, neighbour, opened, sent } from "./returning.ts";

// Lives of a case as honest committees would sign them. Released on Monday 2 March 2026; by default all on that day.

export const acknowledged: TestCase = acts(opened, releasedOn, "Acknowledged");
export const classified: TestCase = acts(acknowledged, releasedOn, "Classified");
export const verifying: TestCase = acts(classified, releasedOn, "VerificationBegun");
export const concluded: TestCase = act(verifying, "Concluded", releasedOn, {}, "Có sai phạm.");
export const refused: TestCase = act(classified, "Refused", releasedOn, {}, "Không đủ điều kiện.");
const to = { to: neighbour.committee, key: neighbour.keys.id };
export const transferred: TestCase = act(classified, "Transferred", releasedOn, to, "Chuyển nơi khác.");
/** After the reporter's ten working days. */
export const closedOn: PlainDate = addDays(releasedOn, 20);

/** A case in each status. */
export const inStatus: Readonly<Record<CaseStatus, TestCase>> = {
  sent,
  opened,
  acknowledged,
  classified,
  verifying,
  concluded,
  closed: act(concluded, "Closed", closedOn),
  refused,
  transferred,
};

/** The next day, when what was passed on has arrived. */
export const nextDay: PlainDate = addDays(releasedOn, 1);
export const transferredAndOpened: TestCase = act(transferred, "Opened", nextDay);
export const asked: TestCase = act(
  verifying,
  "ReporterAsked",
  releasedOn,
  { days: 5 },
  "Việc xảy ra khi nào?",
);
export const answered: TestCase = write(asked, nextDay);
export const extended: TestCase = act(verifying, "Extended", releasedOn, { days: 10 }, "Cần thêm thời gian.");
export const takenOver: TestCase = act(
  acts(classified, releasedOn, "SuperiorProposed", "OpenedBySuperior"),
  "TakenOver",
  releasedOn,
  { key: district.keys.id },
  "Chúng tôi nhận xử lý.",
);
export const reviewed: TestCase = write(refused, nextDay, {}, "Xin xem lại.", { kind: "review" });
export const formal: TestCase = showStatement(write(verifying, nextDay), addDays(releasedOn, 2), {
  kind: "formal-state",
});
/** Long after every limit, and nobody has opened the letter. */
export const longAfter: PlainDate = addDays(releasedOn, 100);
export const demandedOn: PlainDate = addDays(releasedOn, 9);
export const demanded: TestCase = act(sent, "ExplanationDemanded", demandedOn);
