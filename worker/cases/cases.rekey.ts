import { type Compilable, sql } from "kysely";
import type { Rekey } from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId } from "../../src/domain/ids.ts";
import { fromBase64urlOf, toBase64url } from "../../src/envelope/base64url.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import { isRekeying, movesToCommittee, type OfficerEvent } from "../../src/envelope/officer-event.ts";
import { idBytes, kemPublicKeyBytes, slotBytes } from "../../src/envelope/sizes.ts";
import { type DirectorySource, getStandingCommittee, maySealTo } from "../committees/committees.directory.ts";
import { query, statement } from "../db/query.ts";
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
  const [objects, members, waiting] = await platform.database.read(
    selectObjects(row),
    selectMembers(row.committee),
    selectWaitingMessages(row.id),
  );
  requireAllObjects(row, rekey, objects);
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

type StoredObject = { readonly digest: string; readonly hasSlot: 0 | 1 };

/** What cannot be opened any more may be passed on without a slot; the letter may not, or the case would be lost to all. */
function requireAllObjects(
  { letter }: Pick<CasesTable, "letter">,
  { slots }: Rekey,
  objects: readonly StoredObject[],
): void {
  const given = new Map(slots.map(({ digest, slot }) => [digest, slot]));
  const known = new Set(objects.map((object) => object.digest));
  if (given.size !== slots.length || slots.some((slot) => !known.has(slot.digest)))
    throw new FormatError("rekey: objects");
  if (objects.some((object) => object.hasSlot === 1 && !given.has(object.digest)))
    throw new FormatError("rekey: left out");
  if (given.get(letter) == null) throw new FormatError("rekey: letter");
  for (const { slot } of slots) if (slot !== null) fromBase64urlOf(slotBytes, slot);
}

/** Every sealed object of a case's chain, the letter first, and whether its readers have a slot. */
function selectObjects({ id, letter }: Pick<CasesTable, "id" | "letter">) {
  return statement<StoredObject>(sql`
    SELECT o.digest, s.slot IS NOT NULL AS hasSlot
    FROM (SELECT ${letter} AS digest
      UNION ALL SELECT message FROM entries WHERE case_id = ${id} AND message IS NOT NULL) AS o
    LEFT JOIN slots AS s ON s.case_id = ${id} AND s.digest = o.digest AND s.role = 'receiver'`);
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
    ...(rekey.kem === null
      ? [query.deleteFrom("index_entries").where("case_id", "=", id)]
      : [
          query.insertInto("case_keys").values({ case_id: id, key: event.key, kem: rekey.kem }),
          insertWraps(id, rekey),
        ]),
    ...(event.type === "TakenOver" ? [deleteSlots(id, "fallback")] : []),
  ];
}

function deleteSlots(id: CaseId, role: "receiver" | "fallback"): Compilable {
  return query.deleteFrom("slots").where("case_id", "=", id).where("role", "=", role);
}

function insertSlots(id: CaseId, key: KeyId, { slots }: Rekey): Compilable {
  const kept = slots.filter(({ slot }) => slot !== null);
  return statement(sql`
    INSERT INTO slots (case_id, digest, role, key, slot)
    SELECT ${id}, value ->> '$.digest', 'receiver', ${key}, value ->> '$.slot' FROM json_each(${JSON.stringify(kept)})`);
}

function insertWraps(id: CaseId, { wraps }: Rekey): Compilable {
  return statement(sql`
    INSERT INTO case_key_wraps (case_id, officer, wrap)
    SELECT ${id}, value ->> '$.officer', value ->> '$.wrap' FROM json_each(${JSON.stringify(wraps)})`);
}
