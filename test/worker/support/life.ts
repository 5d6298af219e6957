import type { CaseActed, CaseDetail, Rekey } from "../../../src/api/officer.schema.ts";
import type { CaseState } from "../../../src/domain/case/case.ts";
import type { CaseEvent } from "../../../src/domain/case/case.events.ts";
import type { CaseId, CommitteeId, KeyId } from "../../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../../src/envelope/base64url.ts";
import { toUtf8 } from "../../../src/envelope/bytes.ts";
import type { ReporterAct, ReporterMessageHeader } from "../../../src/envelope/headers.ts";
import { labels } from "../../../src/envelope/labels.ts";
import type { OfficerEventType } from "../../../src/envelope/officer-event.ts";
import { type Statement, writeStatement } from "../../../src/envelope/statement.ts";
import { toStepRecord } from "../../../worker/cases/cases.bring.ts";
import { toEvents } from "../../../worker/cases/cases.history.ts";
import { stateOf } from "../../../worker/cases/cases.state.ts";
import { query } from "../../../worker/db/query.ts";
import { append, ask, getDetail, type LoggedIn, readActed, type SentLetter } from "./desk.ts";
import { database, fixture, postBox, sendBytes, type TestServer } from "./harness.ts";
import { digestOf, signFor } from "./labelled.ts";
import { createEvent, type EventChanges, rekeyTo, rekeyToCommittee, signAct } from "./officer.ts";
import { committees } from "./organisation.ts";
import { createReporterMessage, type TestMessage } from "./reporter.ts";

/** A directory that shows everything at once. */
export const atOnce = () => ({ ...fixture.payload, releaseHour: null });

/** Does one thing to a case as the officer's browser would, on the case as it is for that officer now. */
export async function attempt(
  server: TestServer,
  who: LoggedIn,
  id: CaseId,
  type: OfficerEventType,
  changes: EventChanges = {},
): Promise<Response> {
  const { row } = await getDetail(server, who, id);
  const event = await createEvent(fixture, who.officer, row, type, server.time.today, changes);
  return append(server, who, id, event);
}

/** As `attempt`, and it must be done. */
export async function perform(
  server: TestServer,
  who: LoggedIn,
  id: CaseId,
  type: OfficerEventType,
  changes: EventChanges = {},
): Promise<CaseActed> {
  return readActed(await attempt(server, who, id, type, changes));
}

/** Everything up to a classification. */
export async function classify(server: TestServer, who: LoggedIn, id: CaseId): Promise<void> {
  await perform(server, who, id, "Opened");
  await perform(server, who, id, "Acknowledged");
  await perform(server, who, id, "Classified", { parameters: { kind: "report" } });
}

/** Transfers a case to another committee. `changed`: what is otherwise in the re-key. */
export async function transfer(
  server: TestServer,
  who: LoggedIn,
  id: CaseId,
  to: string = committees.otherCommune,
  changed: (rekey: Rekey) => Rekey = (rekey) => rekey,
): Promise<Response> {
  const detail = await getDetail(server, who, id);
  const { key, rekey } = await rekeyToCommittee(fixture, detail, to);
  const rekeying = { key, rekey: changed(rekey) };
  return attempt(server, who, id, "Transferred", { parameters: { to }, rekeying });
}

/** Takes a case over. */
export async function takeOver(server: TestServer, who: LoggedIn, id: CaseId): Promise<Response> {
  const detail = await getDetail(server, who, id);
  const rekeying = await rekeyToCommittee(fixture, detail, detail.row.fallback ?? "");
  return attempt(server, who, id, "TakenOver", { rekeying });
}

/** Hands a case over to readers, or steps aside and leaves it to them. */
export async function reseal(
  server: TestServer,
  who: LoggedIn,
  id: CaseId,
  type: "HandedOver" | "Recused",
  readers: readonly LoggedIn[],
  changed: (rekey: Rekey) => Rekey = (rekey) => rekey,
): Promise<Response> {
  const detail = await getDetail(server, who, id);
  const { key, rekey } = await rekeyTo(
    detail,
    readers.map(({ officer }) => officer),
  );
  return attempt(server, who, id, type, { rekeying: { key, rekey: changed(rekey) } });
}

/** What a reporter has sent after the letter, newest last. */
export type Correspondence = SentLetter & { readonly messages: TestMessage[] };

/** Sends the reporter's next message, sealed to whoever `header` says. */
export async function write(
  server: TestServer,
  { reporter, letter, messages }: Correspondence,
  act: ReporterAct = "message",
  header: Partial<ReporterMessageHeader> = {},
): Promise<Response> {
  const last = messages.at(-1);
  const previous =
    last === undefined
      ? { number: 0, digest: letter.digest }
      : { number: last.header.number, digest: last.digest };
  const message = await createReporterMessage(fixture, letter, previous, { act, ...header });
  const bytes = await sendBytes(
    reporter,
    "send-message",
    fromBase64url(message.header.message),
    message.whole,
  );
  const response = await postBox(server, bytes);
  if (response.status === 200) messages.push(message);
  return response;
}

/** Shows the server what the reporter has signed. */
export async function show(
  server: TestServer,
  who: LoggedIn,
  { reporter, letter }: SentLetter,
  statement: Partial<Statement> & Pick<Statement, "message">,
  signer: CryptoKey = reporter.secret,
): Promise<Response> {
  const id = letter.header.case;
  const text = writeStatement({ v: 1, type: "MadeFormal", case: id, kind: "formal-party", ...statement });
  const signature = await signFor(signer, labels.statement, toUtf8(text));
  const { row } = await getDetail(server, who, id);
  const on = server.time.today;
  const entry = toBase64url(
    await digestOf(labels.statementEntry, signature, toUtf8(text), toUtf8(server.time.today)),
  );
  const { committee, sequence } = row;
  const signed = await signAct(who.officer, { case: id, committee, act: "MadeFormal", on, entry });
  const body = { statement: text, signature: toBase64url(signature), sequence, ...signed };
  return ask(server, who, "POST", `/cases/${id}/statements`, body);
}

/** A case as it lies in the database: its row, the state in it, and the history that its rows tell. */
export async function storedCase(id: CaseId, superior: string | null = committees.district) {
  const [cases, entries, steps] = await database.read(
    query.selectFrom("cases").selectAll().where("id", "=", id),
    query.selectFrom("entries").selectAll().where("case_id", "=", id).orderBy("sequence"),
    query.selectFrom("steps").selectAll().where("case_id", "=", id).orderBy("place"),
  );
  const [row] = cases;
  if (row === undefined) throw new Error("the case is not stored");
  const state: CaseState = stateOf(row);
  const records = steps.map(toStepRecord);
  const events: readonly CaseEvent[] = toEvents(row, superior as CommitteeId | null, entries, records);
  return { row, state, events, steps: records, entries };
}

/** The key of a case out of its detail. */
export function caseKeyOf({ row }: Pick<CaseDetail, "row">): KeyId {
  if (row.caseKey === null) throw new Error("the case has no key of its own");
  return row.caseKey.id;
}
