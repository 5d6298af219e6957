import type { AppendEventRequest } from "../../src/api/officer.schema.ts";
import type { CommandName } from "../../src/domain/case/case.commands.ts";
import { decide, type Decision } from "../../src/domain/case/case.decide.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { decodeCore, splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { committeeMessageHeaderSchema, parseHeader } from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import {
  carriesMessage,
  type OfficerAct,
  type OfficerEvent,
  type OfficerEventType,
} from "../../src/envelope/officer-event.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { verifySignature } from "../platform/digest.ts";
import { checkAct } from "./cases.acts.ts";
import { envelopeDigest, officerEntryDigest } from "./cases.chain.ts";
import type { StoredCase } from "./cases.codecs.ts";
import { requireBoundSlots, type SealedObject } from "./cases.sealed.ts";
import type { Desk } from "./cases.usecases.ts";

/** An officer's act, read but not yet judged. */
export type Proposal = {
  readonly request: AppendEventRequest;
  readonly event: OfficerEvent;
  readonly act: OfficerAct;
  readonly row: StoredCase;
  readonly message: SealedObject | null;
};

const commandOf = {
  Opened: "open",
  Acknowledged: "acknowledge",
  MessageSent: "send-message",
} as const satisfies Record<OfficerEventType, CommandName>;

/**
 * The law's answer to the event, on what has happened before it. What time has done meanwhile is in the answer, and is
 * not written down: no entry of a chain carries it yet, and every reader reckons it anew.
 */
export function decideEvent(
  before: readonly CaseEvent[],
  event: OfficerEvent,
  { moment, law }: Desk,
): Decision {
  const context = { today: moment.today, actor: "officer", law } as const;
  return decide({ type: commandOf[event.type] }, replay(before), context);
}

/**
 * The sealed message of an event, with everything checked that can be seen from outside: the event names its
 * digest, its header says the same place as the event, its four slots are the ones it binds. Throws FormatError.
 */
export async function readMessage(
  request: AppendEventRequest,
  event: OfficerEvent,
): Promise<SealedObject | null> {
  if ((request.message !== null) !== carriesMessage[event.type]) throw new FormatError("event: message");
  if ((event.reporter === null) !== (event.type === "Opened")) throw new FormatError("event: reporter");
  if (request.message === null) {
    if (event.message !== null) throw new FormatError("event: digest");
    return null;
  }
  const { core, slots } = splitEnvelope("committee-message", fromBase64url(request.message));
  const read = decodeCore("committee-message", core);
  const header = parseHeader(committeeMessageHeaderSchema, read.header);
  if (header.case !== event.case || header.committee !== event.committee)
    throw new FormatError("message: case");
  if (header.sequence !== event.sequence || header.previous !== event.previous) {
    throw new FormatError("message: place");
  }
  await requireBoundSlots(read, slots);
  const digest = toBase64url(await envelopeDigest(core));
  if (digest !== event.message) throw new FormatError("message: digest");
  return { core, slots, digest };
}

/** Case, day and both signatures. What the law says to it is asked later, against the state it meets. */
export async function checkEvent(
  source: DirectorySource,
  desk: Desk,
  proposal: Proposal,
): Promise<Refusal | undefined> {
  const { event, request, row, act } = proposal;
  if (event.case !== row.id || event.committee !== row.committee) return refuse("malformed");
  if (event.on !== desk.moment.today) return refuse("wrong-day");
  const signature = fromBase64url(request.signature);
  const key = await source.getKey(row.committee, event.key);
  if (key === undefined) return refuse("signature-refused");
  const text = toUtf8(request.event);
  const signed = await verifySignature(fromBase64url(key.sign), signature, labels.officerEvent, text);
  if (!signed) return refuse("signature-refused");
  const entry = toBase64url(await officerEntryDigest(request.event, signature));
  return checkAct(desk.session, row, act, request, { act: event.type, entry, on: event.on });
}
