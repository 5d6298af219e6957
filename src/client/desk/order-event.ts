import { reporterKeyDigest, type SignedEvent, signOfficerEvent } from "../../crypto/chain.ts";
import { sealCommitteeMessage } from "../../crypto/committee-message.ts";
import { caseKeyIdOf } from "../../crypto/case-key.ts";
import { publicHalves } from "../../crypto/key-record.ts";
import type { RewrapTarget } from "../../crypto/rewrap.ts";
import { eventOf } from "../../domain/case/case.commands.ts";
import { vocabulary } from "../../domain/case/case.vocabulary.ts";
import type { CommitteeId, KeyId } from "../../domain/ids.ts";
import { fromBase64urlOf, toBase64url } from "../../envelope/base64url.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import { namesReporter, type OfficerEvent, type OfficerEventType } from "../../envelope/officer-event.ts";
import { kemPublicKeyBytes } from "../../envelope/sizes.ts";
import { fetchKeyRecord, fetchSealingKey, type KeyFault } from "../organisation.ts";
import { actingCommittee, type CaseFile } from "./case-file.ts";
import { caseKeyAfter } from "./case-faults.ts";
import { newestHeldKey } from "./case-keys.ts";
import { type EventOrder, publicPartOf, type Words, wordsForReaders } from "./order-content.ts";
import type { Rekeying } from "./rekey.ts";
import type { Desk } from "./session.ts";

export type Signing =
  | {
      readonly kind: "signed";
      readonly signed: SignedEvent;
      readonly type: OfficerEventType;
      /** The sealed object that goes with it. */
      readonly envelope: Bytes | null;
    }
  | { readonly kind: "fault"; readonly fault: KeyFault }
  | { readonly kind: "no-key" }
  | { readonly kind: "letter-damaged" };

/** Seals what an order says and signs the event that it becomes. `rekeying`: how the case is read from then on. */
export async function signOrder(
  desk: Desk,
  file: CaseFile,
  order: EventOrder,
  rekeying: Rekeying | null,
): Promise<Signing> {
  const committee = actingCommittee(file);
  if (committee === null) return { kind: "no-key" };
  const record = await fetchKeyRecord(desk.transport, desk.organisation, committee);
  if (record.kind === "fault") return record;
  const keys = newestHeldKey(desk, record.record);
  if (keys === undefined) return { kind: "no-key" };
  const words = wordsForReaders(order, rekeying?.readers ?? []);
  const next = rekeying?.target ?? null;
  const sealed = words === null ? null : await sealWords(desk, file, order, words, next);
  if (sealed !== null && "kind" in sealed) return sealed;
  const type = eventOf[order.command];
  const { letter } = file;
  const event = {
    v: 1,
    ...placeOf(file, committee),
    signer: keys.id,
    on: file.today,
    reporter: letter === null || !namesReporter(type) ? null : reporterKeyDigest(letter.reporter.sign),
    message: sealed === null ? null : toBase64url(sealed.digest),
    type,
    ...publicPartOf(order, next?.key ?? ("" as KeyId)),
  } as OfficerEvent;
  const signed = signOfficerEvent(event, keys.signSecret);
  return { kind: "signed", signed, type, envelope: sealed?.envelope ?? null };
}

/** The next place of the chain, by this committee. */
function placeOf({ row, chain }: CaseFile, committee: CommitteeId) {
  const { sequence, chain: previous } = chain.end;
  return { case: row.case, committee, sequence: sequence + 1, previous: toBase64url(previous) };
}

type SealedWords = { readonly envelope: Bytes; readonly digest: Bytes };

async function sealWords(
  desk: Desk,
  file: CaseFile,
  order: EventOrder,
  words: Words,
  next: RewrapTarget | null,
): Promise<SealedWords | Exclude<Signing, { kind: "signed" }>> {
  const { letter, state } = file;
  const committee = actingCommittee(file) ?? state.committee;
  const isToReporter = vocabulary[eventOf[order.command]].to === "reporter";
  if (isToReporter && letter === null) return { kind: "letter-damaged" };
  const reader = next ?? (await currentReader(desk, file));
  if ("kind" in reader) return reader;
  // After a take-over nobody is above: the superior is in charge itself.
  const above = order.command === "take-over" ? null : state.superior;
  const fallback = above === null ? null : await readerOf(desk, above);
  if (fallback !== null && "kind" in fallback) return fallback;
  const header = {
    v: 1 as const,
    ...placeOf(file, committee),
    readerKey: reader.key,
    fallbackKey: fallback?.key ?? null,
  };
  return sealCommitteeMessage(header, words, {
    receiver: reader.kem,
    fallback: fallback?.kem ?? null,
    reporter: isToReporter && letter !== null ? letter.reporter.kem : null,
  });
}

type NoReader = { readonly kind: "fault"; readonly fault: KeyFault } | { readonly kind: "no-key" };

/** The key with which the case is read now: its own, if the signed history names one that fits, else the committee's. */
async function currentReader(desk: Desk, { row, state, events }: CaseFile): Promise<RewrapTarget | NoReader> {
  const named = caseKeyAfter(events);
  if (named === null) return await readerOf(desk, state.committee);
  if (row.caseKey === null) return { kind: "no-key" };
  const kem = fromBase64urlOf(kemPublicKeyBytes, row.caseKey.kem);
  return caseKeyIdOf(kem) === named ? { key: named, kem } : { kind: "no-key" };
}

async function readerOf(desk: Desk, committee: CommitteeId): Promise<RewrapTarget | NoReader> {
  const sealing = await fetchSealingKey(desk.transport, desk.organisation, committee);
  if (sealing.kind === "fault") return sealing;
  return { key: sealing.key.id, kem: publicHalves(sealing.key).kem };
}
