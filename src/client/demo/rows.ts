import * as v from "valibot";
import type { ReceiptCode } from "../../envelope/receipt-code.ts";
import { readJson, request, type Transport } from "../transport.ts";

const cellSchema = v.nullable(v.union([v.string(), v.number()]));
const rowsSchema = v.record(v.string(), v.array(v.record(v.string(), cellSchema)));
/** Every table of the server by name, with its rows about one case. */
export type Rows = v.InferOutput<typeof rowsSchema>;

/** Everything that the server holds about the case of a code. The code is used in this browser only. */
export async function fetchRows(transport: Transport, code: ReceiptCode): Promise<Rows | undefined> {
  const desk = await import("../citizen/return/case-desk.ts");
  const visit = await desk.visit(transport, code);
  if (visit.kind !== "open") return undefined;
  const { caseId } = visit.opened.view;
  desk.closeCase(visit.opened);
  const answer = await request(transport, `/demo/api/rows/${caseId}`);
  return answer.kind === "answer" ? await readJson(answer.response, rowsSchema) : undefined;
}
