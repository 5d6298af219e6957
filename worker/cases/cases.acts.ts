import type { PlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { OfficerAct } from "../../src/envelope/officer-event.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Session } from "../officers/officers.usecases.ts";
import { verifySignature } from "../platform/digest.ts";

/** What an act must say to go with a request. */
export type ExpectedAct = Pick<OfficerAct, "case" | "committee" | "act" | "entry"> & {
  readonly on: PlainDate;
};

/**
 * Whether an entry of the audit log says what the request does, and whether the officer who is logged in has signed
 * it. What was signed for another case, committee, day or act is no use here.
 */
export async function checkAct(
  session: Session,
  act: OfficerAct,
  request: { readonly act: string; readonly actSignature: string },
  expected: ExpectedAct,
): Promise<Refusal | undefined> {
  if (act.case !== expected.case || act.committee !== expected.committee) return refuse("malformed");
  if (act.officer !== session.id || act.act !== expected.act) return refuse("malformed");
  if (act.entry !== expected.entry) return refuse("malformed");
  if (act.on !== expected.on) return refuse("wrong-day");
  const signed = await verifySignature(
    fromBase64url(session.sign_key),
    fromBase64url(request.actSignature),
    labels.officerAct,
    toUtf8(request.act),
  );
  return signed ? undefined : refuse("signature-refused");
}
