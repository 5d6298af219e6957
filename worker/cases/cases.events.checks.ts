import type { AppendEventRequest } from "../../src/api/officer.schema.ts";
import type { Actor, CaseCommand } from "../../src/domain/case/case.commands.ts";
import { commandOf } from "../../src/domain/case/case.commands.ts";
import { decide, type Decision } from "../../src/domain/case/case.decide.ts";
import type { CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { decodeCore, splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import {
  type CommitteeMessageHeader,
  committeeMessageHeaderSchema,
  parseHeader,
} from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import {
  carriesMessage,
  namesReporter,
  type OfficerAct,
  type OfficerEvent,
  toCaseEvent,
} from "../../src/envelope/officer-event.ts";
import { type DirectorySource, maySealTo } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { verifySignature } from "../platform/digest.ts";
import { checkAct } from "./cases.acts.ts";
import { envelopeDigest, officerEntryDigest } from "./cases.chain.ts";
import { requireBoundSlots, type SealedObject } from "./cases.sealed.ts";
import type { Desk, SeenCase } from "./cases.sight.ts";
import { isSeenBySuperior } from "./cases.state.ts";

/** The sealed object of an event with what it says openly. */
export type ReadMessage = { readonly header: CommitteeMessageHeader; readonly sealed: SealedObject };

/** An officer's act, read but not yet judged. */
export type Proposal = {
  readonly request: AppendEventRequest;
  readonly event: OfficerEvent;
  readonly act: OfficerAct;
  readonly seen: SeenCase;
  readonly message: ReadMessage | null;
};

/** On whose behalf an event is signed, if whoever asks may: of the committee in charge, or of its superior. */
export function actorFor(
  { row, as, today, committees }: SeenCase,
  committee: CommitteeId,
): Actor | undefined {
  if (committee === row.committee) return as === "officer" ? "officer" : undefined;
  const isAbove = committee === row.fallback && committees.includes(committee);
  return isAbove && isSeenBySuperior(today.state) ? "superior" : undefined;
}

/** The law's answer to an event, on the case as it is today. */
export function decideEvent({ event, seen }: Proposal, { moment }: Desk, actor: Actor): Decision {
  const { on: _on, ...given } = toCaseEvent(event);
  const command = { ...given, type: commandOf[event.type] } as unknown as CaseCommand;
  const { state, law } = seen.today;
  return decide(command, state, { today: moment.today, actor, law: law.law });
}

/**
 * The sealed message of an event, with everything checked that can be seen from outside: the event names its
 * digest, its header says the same place as the event, its four slots are the ones it binds. Throws FormatError.
 */
export async function readMessage(
  request: AppendEventRequest,
  event: OfficerEvent,
): Promise<ReadMessage | null> {
  if ((request.message !== null) !== carriesMessage(event.type)) throw new FormatError("event: message");
  if ((event.reporter !== null) !== namesReporter(event.type)) throw new FormatError("event: reporter");
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
  return { header, sealed: { core, slots, digest } };
}

/** Case, day and both signatures. What the law says to it is asked later, against the state it meets. */
export async function checkEvent(
  source: DirectorySource,
  desk: Desk,
  { event, request, seen, act }: Proposal,
): Promise<Refusal | undefined> {
  if (event.case !== seen.row.id) return refuse("malformed");
  if (event.on !== desk.moment.today) return refuse("wrong-day");
  const signature = fromBase64url(request.signature);
  const key = await source.getKey(event.committee, event.signer);
  if (key === undefined) return refuse("signature-refused");
  const text = toUtf8(request.event);
  const signed = await verifySignature(fromBase64url(key.sign), signature, labels.officerEvent, text);
  if (!signed) return refuse("signature-refused");
  const entry = toBase64url(await officerEntryDigest(request.event, signature));
  const { case: id, committee, type, on } = event;
  return checkAct(desk.session, act, request, { case: id, committee, act: type, entry, on });
}

/** Whom a message must be sealed to: those who read the case once the event has happened. */
export type Readers = {
  readonly committee: CommitteeId;
  /** The one key that it is read with; null: whichever the committee's record says may be sealed to. */
  readonly key: KeyId | null;
  readonly superior: CommitteeId | null;
};

/** Whether a message names keys that its readers have, and none but theirs. */
export async function checkReaders(
  source: DirectorySource,
  { moment: { today } }: Desk,
  { readerKey, fallbackKey }: CommitteeMessageHeader,
  { committee, key, superior }: Readers,
): Promise<Refusal | undefined> {
  if ((fallbackKey === null) !== (superior === null)) return refuse("malformed");
  if (key !== null && readerKey !== key) return refuse("malformed");
  if (key === null && !maySealTo(await source.getKey(committee, readerKey), today))
    return refuse("directory-changed");
  if (fallbackKey === null || superior === null) return undefined;
  return maySealTo(await source.getKey(superior, fallbackKey), today)
    ? undefined
    : refuse("directory-changed");
}
