import type { AppendEventRequest, CaseDetail } from "../../src/api/officer.schema.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import type { EventOrder } from "../../src/client/desk/order-content.ts";
import { signOrder } from "../../src/client/desk/order-event.ts";
import { rekeyingOf } from "../../src/client/desk/rekey.ts";
import { type Desk, deskRequest } from "../../src/client/desk/session.ts";
import { signAct } from "../../src/client/desk/signed-act.ts";
import { jsonBody } from "../../src/client/transport.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import type { Tamper } from "./desk-server.ts";

/** An officer whose browser asks no rules: signs and sends whatever is ordered. */
export async function force(desk: Desk, file: CaseFile, order: EventOrder): Promise<void> {
  const outcome = await rekeyingOf(desk, file, order);
  const rekeying = outcome.kind === "rekeying" ? outcome.rekeying : null;
  const signing = await signOrder(desk, file, order, rekeying);
  if (signing.kind !== "signed") throw new Error(signing.kind);
  const act = signAct(desk, {
    act: signing.type,
    case: file.row.case,
    committee: file.state.committee,
    on: file.today,
    entry: null,
  });
  const request: AppendEventRequest = {
    event: signing.signed.event,
    signature: toBase64url(signing.signed.signature),
    ...act,
    message: signing.envelope === null ? null : toBase64url(signing.envelope),
    rekey: rekeying?.rekey ?? null,
  };
  const answer = await deskRequest(desk, `/api/officer/cases/${file.row.case}/events`, jsonBody(request));
  if (answer.kind !== "answer") throw new Error(JSON.stringify(answer));
}

/** A server that says something else of a case whenever it is asked. */
export function saying(id: CaseId, change: (detail: CaseDetail) => CaseDetail): Tamper {
  return (path, answer) => {
    if (path.endsWith(`/cases/${id}`)) return change(answer as CaseDetail);
    if (!path.endsWith("/events") && !path.endsWith("/readings")) return answer;
    const acted = answer as { detail: CaseDetail | null };
    return { ...acted, detail: acted.detail === null ? null : change(acted.detail) };
  };
}

/** The same with another row. */
export function rowSaying(id: CaseId, lie: Partial<CaseDetail["row"]>): Tamper {
  return saying(id, (detail) => ({ ...detail, row: { ...detail.row, ...lie } }));
}
