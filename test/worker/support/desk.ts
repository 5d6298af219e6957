import type {
  AppendEventRequest,
  CaseActed,
  CaseDetail,
  CaseList,
  LoginResponse,
} from "../../../src/api/officer.schema.ts";
import type { CommitteeId, KeyId } from "../../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../../src/envelope/base64url.ts";
import { query } from "../../../worker/db/query.ts";
import { createOfficer, type Officer, proveLogin } from "./officer.ts";
import { createReporter, createLetter, type Reporter, type TestLetter } from "./reporter.ts";
import type { LetterHeader } from "../../../src/envelope/headers.ts";
import { indexEntryBytes, searchEntryBytes } from "../../../src/envelope/sizes.ts";
import {
  database,
  fixture,
  json,
  officerOrigin,
  post,
  postBox,
  readMeta,
  sendBytes,
  type TestServer,
} from "./harness.ts";
import { random } from "./labelled.ts";

/** An officer who is in the tables and logged in. */
export type LoggedIn = { readonly officer: Officer; readonly login: LoginResponse };

/** Enters an officer as the ceremony's file would. */
export async function enterOfficer(committees: readonly string[]): Promise<Officer> {
  const officer = await createOfficer(fixture, committees);
  await database.write(
    query.insertInto("officers").values(officer.row),
    ...officer.memberships.map((row) => query.insertInto("memberships").values(row)),
  );
  return officer;
}

export async function logIn(server: TestServer, officer: Officer): Promise<Response> {
  const asked = await server.fetch(new Request(`${officerOrigin}/api/officer/challenge`));
  const { challenge }: { challenge: string } = await asked.json();
  const proof = await proveLogin(officer, challenge);
  const body = JSON.stringify({ loginName: officer.row.login_name, challenge, proof });
  return server.fetch(post("/api/officer/login", body, json, officerOrigin));
}

export async function enterAndLogIn(server: TestServer, committees: readonly string[]): Promise<LoggedIn> {
  const officer = await enterOfficer(committees);
  return { officer, login: await (await logIn(server, officer)).json() };
}

/** A request on the officers' host, with a session if there is one. */
export async function ask(
  server: TestServer,
  who: LoggedIn | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const headers: Record<string, string> = who === null ? {} : { authorization: `Bearer ${who.login.token}` };
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  if (body !== undefined) Object.assign(headers, json);
  return server.fetch(new Request(`${officerOrigin}/api/officer${path}`, { method, headers, ...init }));
}

export async function getDetail(server: TestServer, who: LoggedIn, id: string): Promise<CaseDetail> {
  const response = await ask(server, who, "GET", `/cases/${id}`);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

export async function getList(server: TestServer, who: LoggedIn, committee: string): Promise<CaseList> {
  const response = await ask(server, who, "GET", `/committees/${committee}/cases`);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Whose list an entry is sealed for: those who read the case as it is now. */
export type SealedFor = { readonly committee: CommitteeId; readonly caseKey: KeyId | null };

export async function readersOf(server: TestServer, who: LoggedIn, id: string): Promise<SealedFor> {
  const { row } = await getDetail(server, who, id);
  return { committee: row.committee, caseKey: row.caseKey?.id ?? null };
}

/** Leaves 448 bytes for a case's line, or 1,024 for its words, that were sealed for these readers. */
export async function putSealed(
  server: TestServer,
  who: LoggedIn,
  id: string,
  kind: "index" | "search",
  { committee, caseKey }: SealedFor,
): Promise<Response> {
  const entry = toBase64url(random(kind === "index" ? indexEntryBytes : searchEntryBytes));
  return ask(server, who, "PUT", `/cases/${id}/${kind}`, { entry, committee, caseKey });
}

export async function append(
  server: TestServer,
  who: LoggedIn,
  id: string,
  request: AppendEventRequest,
): Promise<Response> {
  return ask(server, who, "POST", `/cases/${id}/events`, request);
}

export async function readActed(response: Response): Promise<CaseActed> {
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

export type SentLetter = { readonly reporter: Reporter; readonly letter: TestLetter };

/** A letter that the server has taken. */
export async function sendLetter(
  server: TestServer,
  changes: Partial<LetterHeader> = {},
  reporter?: Reporter,
): Promise<SentLetter> {
  const who = reporter ?? (await createReporter());
  const letter = await createLetter(fixture, changes);
  const bytes = await sendBytes(who, "send-letter", fromBase64url(letter.header.case), letter.whole);
  const meta = await readMeta(await postBox(server, bytes));
  if (meta.kind !== "accepted") throw new Error(meta.kind);
  return { reporter: who, letter };
}
