import type { ShowStatementRequest } from "../../src/api/officer.schema.ts";
import { decide } from "../../src/domain/case/case.decide.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { type OfficerAct, parseOfficerAct } from "../../src/envelope/officer-event.ts";
import { parseStatement, type Statement } from "../../src/envelope/statement.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { verifySignature } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";
import { checkAct } from "./cases.acts.ts";
import { attempts, isLogged } from "./cases.audit.ts";
import { linkChain, statementEntryDigest } from "./cases.chain.ts";
import { answerConflict, answerDone, type Appended, commit } from "./cases.commit.ts";
import { selectEntry, selectReleasedMessage } from "./cases.repository.ts";
import { reporterKeyPlace } from "./cases.sealed.ts";
import { type Desk, meetCase, type SeenCase } from "./cases.sight.ts";

/**
 * Takes the reporter's signed word that the case is a tố cáo, which an officer has found in a message. Nobody but the
 * reporter can have signed it; its clocks run from the day of that message, however late it is shown.
 */
export async function showStatement(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  request: ShowStatementRequest,
): Promise<Appended> {
  const statement = parseStatement(request.statement);
  const act = parseOfficerAct(request.act);
  const done = { sequence: request.sequence + 1, opens: null };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const seen = await meetCase(platform, source, desk, id);
    if (seen?.as !== "officer") return refuse("not-found");
    if (await isDone(platform, desk, id, request, act)) return answerDone(platform, source, desk, id, done);
    if (seen.row.sequence !== request.sequence) return answerConflict(platform, source, desk, id);
    const outcome = await tryOnce(platform, desk, seen, { request, statement, act });
    if (outcome.kind === "refused") return outcome;
    if (outcome.kind === "written") return answerDone(platform, source, desk, id, done);
  }
  return refuse("busy");
}

/** Whether this very act was done, by whoever asks. */
async function isDone(
  platform: Platform,
  { session }: Desk,
  id: CaseId,
  request: ShowStatementRequest,
  act: OfficerAct,
): Promise<boolean> {
  const { sequence, statement, signature } = request;
  const [entries] = await platform.database.read(selectEntry(id, sequence + 1));
  if (entries[0]?.event !== statement || entries[0].signature !== signature) return false;
  const signed = { act, text: request.act, signature: request.actSignature };
  return isLogged(platform, { officer: session.id, on: id }, signed);
}

type Shown = {
  readonly request: ShowStatementRequest;
  readonly statement: Statement;
  readonly act: OfficerAct;
};

async function tryOnce(
  platform: Platform,
  desk: Desk,
  seen: SeenCase,
  { request, statement, act }: Shown,
): Promise<Awaited<ReturnType<typeof commit>> | Refusal> {
  const { row, today } = seen;
  const on = desk.moment.today;
  if (statement.case !== row.id) return refuse("malformed");
  const signature = fromBase64url(request.signature);
  const key = await platform.secrets.open(reporterKeyPlace(row.id), fromBase64url(row.reporter_key));
  if (key === undefined) throw new Error("a stored reporter key does not open");
  if (!(await verifySignature(key, signature, labels.statement, toUtf8(request.statement))))
    return refuse("signature-refused");
  const entry = await statementEntryDigest(request.statement, signature, on);
  const refusal = await checkAct(desk.session, act, request, {
    case: row.id,
    committee: row.committee,
    act: "MadeFormal",
    entry: toBase64url(entry),
    on,
  });
  if (refusal !== undefined) return refusal;
  const [found] = await platform.database.read(selectReleasedMessage(row.id, statement.message));
  if (found[0] === undefined) return refuse("refused");
  const since = found[0].released_on;
  const decision = decide({ type: "make-formal", kind: statement.kind, since }, today.state, {
    today: on,
    actor: "reporter",
    law: today.law.law,
  });
  if (decision.kind === "refused") return refuse("refused");
  return commit(platform, {
    seen,
    after: decision.after,
    act: { act, text: request.act, signature: request.actSignature },
    entry: {
      case_id: row.id,
      sequence: row.sequence + 1,
      writer: "statement",
      type: "MadeFormal",
      done_on: on,
      event: request.statement,
      signature: request.signature,
      message: null,
      since,
      chain: await linkChain(row.chain, entry),
    },
    besides: [],
  });
}
