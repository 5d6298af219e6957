import type { Compilable } from "kysely";
import type { Rekey } from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId } from "../../src/domain/ids.ts";
import { fromBase64urlOf, toBase64url } from "../../src/envelope/base64url.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import { isRekeying, movesToCommittee, type OfficerEvent } from "../../src/envelope/officer-event.ts";
import { idBytes, kemPublicKeyBytes, slotBytes } from "../../src/envelope/sizes.ts";
import { type DirectorySource, getStandingCommittee, maySealTo } from "../committees/committees.directory.ts";
import { givenRows } from "../db/given-rows.ts";
import { query } from "../db/query.ts";
import type { CasesTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { digest } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";
import { requireNoneWaiting } from "./cases.batch.ts";
import type { Proposal } from "./cases.events.checks.ts";
import { selectWaitingMessages } from "./cases.repository.ts";
import type { Desk } from "./cases.sight.ts";

/** An event after which others read a case. */
export type RekeyingEvent = Extract<OfficerEvent, { readonly key: KeyId }>;

/** A rekeying event with its new key and slots; null: the event changes nothing of who reads. Throws FormatError on one without the other. */
export function readRekeying({
  event,
  request,
}: Proposal): { readonly event: RekeyingEvent; readonly rekey: Rekey } | null {
  if (!isRekeyingEvent(event)) {
    if (request.rekey !== null) throw new FormatError("rekey: not with this event");
    return null;
  }
  if (request.rekey === null) throw new FormatError("rekey: missing");
  return { event, rekey: request.rekey };
}

function isRekeyingEvent(event: OfficerEvent): event is RekeyingEvent {
  return isRekeying(event.type);
}

/**
 * Whether a case may be sealed anew like this: to a key of the committee that gets it, or to a fresh key wrapped to officers
 * of the committee; the letter and every message, none left out and none besides. Throws FormatError.
 */
export async function checkRekeying(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  { seen: { row } }: Proposal,
  { event, rekey }: { readonly event: RekeyingEvent; readonly rekey: Rekey },
): Promise<Refusal | undefined> {
  const [messages, readable, members, waiting] = await platform.database.read(
    selectMessages(row.id),
    selectReadable(row.id),
    selectMembers(row.committee),
    selectWaitingMessages(row.id),
  );
  requireAllObjects(row.letter, rekey, {
    known: new Set([row.letter, ...messages.flatMap(({ message }) => message ?? [])]),
    readable: readable.map(({ digest }) => digest),
  });
  if (movesToCommittee(event.type)) {
    if (rekey.kem !== null || rekey.wraps.length > 0) throw new FormatError("rekey: a key of its own");
    const target = event.type === "Transferred" ? event.to : event.committee;
    if (!(await isKeyOf(source, desk, target, event.key))) return refuse("directory-changed");
    return waiting.length > 0 ? refuse("message-waiting") : undefined;
  }
  await requireCaseKey(event, rekey);
  const mayRead = members
    .map(({ officer }) => officer)
    .filter((officer) => mayReadAfter(event, desk, officer));
  requireWraps(rekey, mayRead);
  if (event.type === "HandedOver" && !rekey.wraps.some(({ officer }) => officer === desk.session.id))
    throw new FormatError("rekey: the officer who hands over stays a reader");
  const isLost = waiting.some(({ reader_key }) => reader_key === row.case_key);
  return isLost ? refuse("message-waiting") : undefined;
}

async function isKeyOf(
  source: DirectorySource,
  { directory, moment: { today } }: Desk,
  committee: CommitteeId,
  key: KeyId,
): Promise<boolean> {
  const standing = getStandingCommittee(directory, committee, today);
  if (standing === undefined || standing.keyRecord === null) return false;
  return maySealTo(await source.getKey(committee, key), today);
}

async function requireCaseKey({ key }: RekeyingEvent, { kem }: Rekey): Promise<void> {
  if (kem === null) throw new FormatError("rekey: no key");
  const named = await digest(labels.caseKeyId, fromBase64urlOf(kemPublicKeyBytes, kem));
  if (toBase64url(named.slice(0, idBytes)) !== key) throw new FormatError("rekey: key id");
}

/** Whoever steps aside does not get what the others get. */
function mayReadAfter({ type }: RekeyingEvent, { session }: Desk, officer: OfficerId): boolean {
  return type !== "Recused" || officer !== session.id;
}

function requireWraps({ wraps }: Rekey, mayRead: readonly OfficerId[]): void {
  const officers = new Set(wraps.map(({ officer }) => officer));
  if (officers.size === 0 || officers.size !== wraps.length) throw new FormatError("rekey: readers");
  if (![...officers].every((officer) => mayRead.includes(officer))) throw new FormatError("rekey: reader");
  // A wrap is a seed of a content key's size, sealed as a slot is.
  for (const { wrap } of wraps) fromBase64urlOf(slotBytes, wrap);
}

/** Every sealed object of a case's chain, the letter among them, and those for which its readers have a slot. */
type StoredObjects = { readonly known: ReadonlySet<string>; readonly readable: readonly string[] };

/** What cannot be opened any more may be passed on without a slot; the letter may not, or the case would be lost to all. */
function requireAllObjects(letter: string, { slots }: Rekey, { known, readable }: StoredObjects): void {
  const given = new Map(slots.map(({ digest, slot }) => [digest, slot]));
  if (given.size !== slots.length || slots.some(({ digest }) => !known.has(digest)))
    throw new FormatError("rekey: objects");
  if (readable.some((digest) => known.has(digest) && !given.has(digest)))
    throw new FormatError("rekey: left out");
  if (given.get(letter) == null) throw new FormatError("rekey: letter");
  for (const { slot } of slots) if (slot !== null) fromBase64urlOf(slotBytes, slot);
}

function selectMessages(id: CaseId) {
  return query.selectFrom("entries").select("message").where("case_id", "=", id);
}

function selectReadable(id: CaseId) {
  return query.selectFrom("slots").select("digest").where("case_id", "=", id).where("role", "=", "receiver");
}

function selectMembers(committee: CommitteeId) {
  return query.selectFrom("memberships").select("officer").distinct().where("committee", "=", committee);
}

/** The statements by which others read a case from now on. They follow the event's own entry. */
export function writeRekeying(
  { id, case_key }: Pick<CasesTable, "id" | "case_key">,
  { event, rekey }: { readonly event: RekeyingEvent; readonly rekey: Rekey },
): readonly Compilable[] {
  const moves = movesToCommittee(event.type);
  return [
    moves ? requireNoneWaiting(id) : requireNoneWaiting(id, case_key),
    deleteSlots(id, "receiver"),
    insertSlots(id, event.key, rekey),
    query.deleteFrom("case_keys").where("case_id", "=", id),
    query.deleteFrom("case_key_wraps").where("case_id", "=", id),
    // Sealed under a key that those who read no more still hold: whoever reads next leaves what they may have.
    query.deleteFrom("index_entries").where("case_id", "=", id),
    query.deleteFrom("search_entries").where("case_id", "=", id),
    ...(rekey.kem === null
      ? []
      : [
          query.insertInto("case_keys").values({ case_id: id, key: event.key, kem: rekey.kem }),
          insertWraps(id, rekey),
        ]),
    ...(event.type === "TakenOver" ? [deleteSlots(id, "fallback")] : []),
  ];
}

/** Those of the chain. A message that waits is sealed to a key that its readers have still, or the event would wait for it. */
function deleteSlots(id: CaseId, role: "receiver" | "fallback"): Compilable {
  const waiting = query
    .selectFrom("reporter_messages")
    .select("digest")
    .where("case_id", "=", id)
    .where("sequence", "is", null);
  return query
    .deleteFrom("slots")
    .where("case_id", "=", id)
    .where("role", "=", role)
    .where("digest", "not in", waiting);
}

function insertSlots(id: CaseId, key: KeyId, { slots }: Rekey): Compilable {
  const kept = slots.flatMap(({ digest, slot }) => (slot === null ? [] : [{ digest, slot }]));
  const rows = query
    .selectFrom(givenRows(["digest", "slot"], kept))
    .select((row) => [
      row.val(id).as("case_id"),
      "given.digest",
      row.val<"receiver">("receiver").as("role"),
      row.val(key).as("key"),
      "given.slot",
    ]);
  return query.insertInto("slots").columns(["case_id", "digest", "role", "key", "slot"]).expression(rows);
}

function insertWraps(id: CaseId, { wraps }: Rekey): Compilable {
  const rows = query
    .selectFrom(givenRows(["officer", "wrap"], wraps))
    .select((row) => [row.val(id).as("case_id"), "given.officer", "given.wrap"]);
  return query.insertInto("case_key_wraps").columns(["case_id", "officer", "wrap"]).expression(rows);
}
