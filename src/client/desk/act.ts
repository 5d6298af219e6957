import { type CaseDetail, caseDetailSchema, letterReadSchema } from "../../api/officer.schema.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { KeyFault } from "../organisation.ts";
import { type Failure, jsonBody, readJson } from "../transport.ts";
import { actingCommittee, type CaseFile, type FileReading } from "./case-file.ts";
import { fileOf, sealedFor } from "./case-reading.ts";
import { leaveIndexEntry } from "./index-row.ts";
import type { OrderObstacle } from "./obstacles.ts";
import { type Desk, deskRequest } from "./session.ts";
import { signAct } from "./signed-act.ts";

/** What came of looking at a case or acting on it. `conflict`: somebody else was first; `file` is how it is now. */
export type CaseAnswer =
  | FileReading
  | { readonly kind: "conflict"; readonly file: CaseFile }
  /** It is done, and with it the case has left this desk: passed on, or stepped aside from. */
  | { readonly kind: "left" }
  /** Nothing was sent: it may not be done. */
  | { readonly kind: "obstacle"; readonly obstacle: OrderObstacle }
  | { readonly kind: "fault"; readonly fault: KeyFault }
  /** What the server sent is no case of ours. */
  | { readonly kind: "unreadable" }
  | Failure;
