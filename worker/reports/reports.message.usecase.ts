import { decide } from "../../src/domain/case/case.decide.ts";
import { laterOf, type PlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import type { BoxRequest } from "../../src/envelope/box-request.ts";
import { decodeCore, splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import {
  parseHeader,
  type ReporterMessageHeader,
  reporterMessageHeaderSchema,
} from "../../src/envelope/headers.ts";
import { envelopeDigest } from "../cases/cases.chain.ts";
import { bringCase } from "../cases/cases.bring.ts";
import { nextReleaseDay } from "../cases/cases.release.ts";
import { selectWaitingMessages } from "../cases/cases.repository.ts";
import { createSealedRows, requireBoundSlots, type SealedObject } from "../cases/cases.sealed.ts";
import { settleCase } from "../cases/cases.sight.ts";
import { type DirectorySource, maySealTo } from "../committees/committees.directory.ts";
import type { CasesTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { findCaseOfReporter } from "../receipts/receipts.usecase.ts";
import { type Accepted, acceptAgain, fingerprintOf } from "./reports.letter.usecase.ts";
import { insertMessage, selectArrivals, selectLastMessage, selectMessage } from "./reports.repository.ts";

type Message = { readonly header: ReporterMessageHeader; readonly sealed: SealedObject };

/** The code is not known: answered like a look-up of an unknown code. */
export type Unknown = { readonly kind: "unknown" };

/**
 * Takes a later message of a reporter. It waits for the daily release like a letter; whatever it is (an answer, a
 * withdrawal), to the server it is one opaque object.
 */
export async function sendMessage(
  platform: Platform,
  source: DirectorySource,
  request: BoxRequest,
): Promise<Accepted | Refusal | Unknown> {
  const message = await readMessage(request);
  const found = await findCaseOfReporter(platform, request);
  if (found === undefined) return { kind: "unknown" };
  if (message.header.case !== found.id) return refuse("malformed");
  const outcome = await store(platform, source, request, message, found);
  if (outcome.kind === "accepted") await settleCase(platform, source, found.id);
  return outcome;
}

async function readMessage(request: BoxRequest): Promise<Message> {
  const { core, slots } = splitEnvelope("reporter-message", request.payload);
  const read = decodeCore("reporter-message", core);
  const header = parseHeader(reporterMessageHeaderSchema, read.header);
  if (header.message !== toBase64url(request.requestId)) throw new FormatError("message: id");
  await requireBoundSlots(read, slots);
  return { header, sealed: { core, slots, digest: toBase64url(await envelopeDigest(core)) } };
}

async function store(
  platform: Platform,
  source: DirectorySource,
  request: BoxRequest,
  message: Message,
  found: CasesTable,
): Promise<Accepted | Refusal> {
  const fingerprint = await fingerprintOf(platform, request);
  const [waiting, before, last] = await platform.database.read(
    selectWaitingMessages(found.id),
    selectMessage(found.id, message.header.message),
    selectLastMessage(found.id),
  );
  if (before[0] !== undefined) return acceptAgain(before[0], fingerprint);
  const previous = last[0] ?? { number: 0, digest: found.letter };
  if (!follows(message.header, previous)) return refuse("conflict");
  const moment = await platform.clock.read();
  const directory = await source.get();
  const { releaseHour } = directory.payload;
  const day = nextReleaseDay(moment, releaseHour);
  // What waits is released before this message: what it asks for is judged on the case as it will be then.
  const then = await bringCase(source, directory, found, waiting, day);
  // Never before what has already happened in the case, even where a demonstration's clock was put back.
  const releasedOn = laterOf(day, then.state.lastEventOn);
  const type = message.header.act === "review" ? "ask-review" : "reporter-message";
  const context = { today: releasedOn, actor: "reporter", law: then.law.law } as const;
  if (decide({ type }, then.state, context).kind === "refused") return refuse("refused");
  const wrongKeys = await findWrongKeys(source, message.header, found, releasedOn);
  if (wrongKeys !== undefined) return wrongKeys;
  const [arrivals] = await platform.database.read(selectArrivals(releasedOn));
  if ((arrivals[0]?.count ?? 0) >= platform.limits.dailyArrivals) return refuse("busy");
  return write(platform, message, found, { fingerprint, released_on: releasedOn });
}

function follows(
  header: ReporterMessageHeader,
  previous: { readonly number: number; readonly digest: string },
): boolean {
  return header.number === previous.number + 1 && header.previous === previous.digest;
}

/**
 * Whether the message is sealed to who reads the case now. If others do by now, the reporter has to look again; if a key
 * has run out, at the directory.
 */
async function findWrongKeys(
  source: DirectorySource,
  { readerKey, fallbackKey }: ReporterMessageHeader,
  { committee, fallback, case_key, receiver }: CasesTable,
  on: PlainDate,
): Promise<Refusal | undefined> {
  if ((fallbackKey === null) !== (fallback === null)) {
    return refuse(committee === receiver ? "directory-changed" : "conflict");
  }
  const reader = await source.getKey(committee, readerKey);
  const isOfOthers = reader === undefined && (case_key !== null || committee !== receiver);
  if (isOfOthers && readerKey !== case_key) return refuse("conflict");
  if (readerKey !== case_key && !maySealTo(reader, on)) return refuse("directory-changed");
  if (fallbackKey === null || fallback === null) return undefined;
  return maySealTo(await source.getKey(fallback, fallbackKey), on) ? undefined : refuse("directory-changed");
}

async function write(
  platform: Platform,
  { header, sealed }: Message,
  found: CasesTable,
  known: { readonly fingerprint: string; readonly released_on: PlainDate },
): Promise<Accepted | Refusal> {
  const rows = {
    found,
    ...(await createSealedRows(platform.secrets, found.id, sealed, found.fallback !== null)),
    message: {
      case_id: found.id,
      number: header.number,
      message: header.message,
      digest: sealed.digest,
      act: header.act,
      reader_key: header.readerKey,
      sequence: null,
      ...known,
    },
  };
  const outcome = await platform.database.write(...insertMessage(rows));
  if (outcome.kind === "written") return { kind: "accepted", releasedOn: known.released_on };
  // Somebody was first: the same message, tapped twice, or another one from a second tab.
  const [first] = await platform.database.read(selectMessage(found.id, header.message));
  return first[0] === undefined ? refuse("conflict") : acceptAgain(first[0], known.fingerprint);
}
