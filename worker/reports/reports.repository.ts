import type { CaseId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../db/query.ts";
import { requireSameReaders } from "../cases/cases.batch.ts";
import type { KnownLaw } from "../laws/laws.codec.ts";
import { keepLaw } from "../laws/laws.repository.ts";
import type { CasesTable, CoresTable, DigestText, ReporterMessagesTable, SlotsTable } from "../db/schema.ts";

/** What is known of a case id that was sent before. */
export function selectAccepted(id: CaseId) {
  return query.selectFrom("cases").select(["fingerprint", "released_on"]).where("id", "=", id);
}

/** How much has arrived for a release day. */
export function selectArrivals(releasedOn: PlainDate) {
  return query.selectFrom("arrivals").select("count").where("released_on", "=", releasedOn);
}

/** The case that belongs to a receipt code. */
export function selectByLookup(lookup: DigestText) {
  return query.selectFrom("cases").selectAll().where("lookup", "=", lookup);
}

/** A message that was sent before under this id. */
export function selectMessage(caseId: CaseId, message: string) {
  return query
    .selectFrom("reporter_messages")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("message", "=", message);
}

/** The reporter's last message, if there is one. */
export function selectLastMessage(caseId: CaseId) {
  return query
    .selectFrom("reporter_messages")
    .select(["number", "digest"])
    .where("case_id", "=", caseId)
    .orderBy("number", "desc")
    .limit(1);
}

/** Everything that one accepted letter is, in one batch. */
export function insertLetter(rows: {
  readonly letter: CasesTable;
  readonly core: CoresTable;
  readonly slots: readonly SlotsTable[];
  readonly law: KnownLaw;
}) {
  return [
    keepLaw(rows.law),
    query.insertInto("cases").values(rows.letter),
    ...insertSealed(rows.core, rows.slots),
    countArrival(rows.letter.released_on),
  ];
}

/** Everything that one accepted message is, in one batch, unless others read the case by now. It waits for its release. */
export function insertMessage(rows: {
  readonly found: CasesTable;
  readonly message: ReporterMessagesTable;
  readonly core: CoresTable;
  readonly slots: readonly SlotsTable[];
}) {
  return [
    requireSameReaders(rows.found),
    query.insertInto("reporter_messages").values(rows.message),
    ...insertSealed(rows.core, rows.slots),
    countArrival(rows.message.released_on),
  ];
}

/** A sealed object: its core and the slots that are kept. */
export function insertSealed(core: CoresTable, slots: readonly SlotsTable[]) {
  return [query.insertInto("cores").values(core), query.insertInto("slots").values(slots)];
}

function countArrival(releasedOn: PlainDate) {
  return query
    .insertInto("arrivals")
    .values({ released_on: releasedOn, count: 1 })
    .onConflict((conflict) =>
      conflict.column("released_on").doUpdateSet((row) => ({ count: row("arrivals.count", "+", 1) })),
    );
}
