import { boxPath } from "../../api/box.schema.ts";
import { signLabelled } from "../../crypto/labelled.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import { type BoxRequest, encodeUnsignedBoxRequest } from "../../envelope/box-request.ts";
import { type BoxResponse, decodeBoxResponse } from "../../envelope/box-response.ts";
import { type Bytes, concat } from "../../envelope/bytes.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { labels } from "../../envelope/labels.ts";
import { errorCodeOf, type Failure, request, type Transport } from "../transport.ts";

/** `unknown-code`: the server knows nothing under this code, or will not say. `unreadable`: no server of ours. */
export type BoxAnswer =
  | { readonly kind: "box"; readonly response: BoxResponse }
  | { readonly kind: "unknown-code" }
  | { readonly kind: "unreadable" }
  | Failure;

/** The request's final bytes. Sent again they are the same request: nothing is doubled. */
export function signBoxRequest(
  request: Omit<BoxRequest, "lookupId" | "reporterKey">,
  keys: ReporterKeys,
): Bytes {
  const unsigned = encodeUnsignedBoxRequest({
    ...request,
    lookupId: keys.lookupId,
    reporterKey: keys.sign.publicKey,
  });
  return concat(unsigned, signLabelled(keys.sign.secret, labels.boxRequest, unsigned));
}

/** Hands the bytes to the server and reads its answer. */
export async function postBox(transport: Transport, bytes: Bytes): Promise<BoxAnswer> {
  const answer = await request(transport, boxPath, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  if (answer.kind !== "answer") return answer;
  if (answer.response.status === 409) return { kind: "refused", code: await errorCodeOf(answer.response) };
  const body = await answer.response.arrayBuffer().catch(() => undefined);
  return body === undefined ? { kind: "unreachable" } : readBox(new Uint8Array(body));
}

function readBox(bytes: Bytes): BoxAnswer {
  try {
    const response = decodeBoxResponse(bytes);
    return response === undefined ? { kind: "unknown-code" } : { kind: "box", response };
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreadable" };
    throw error;
  }
}
