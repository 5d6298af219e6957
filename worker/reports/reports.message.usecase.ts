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
import { selectHistory } from "../cases/cases.history.ts";
import { nextReleaseDay } from "../cases/cases.release.ts";
import { createSealedRows, requireBoundSlots, type SealedObject } from "../cases/cases.sealed.ts";
import { type DirectorySource, maySealTo } from "../committees/committees.directory.ts";
import type { CasesTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { releaseMessages } from "../jobs/jobs.release.ts";
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
  if (outcome.kind === "accepted") await releaseMessages(platform, source, found.id);
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
  const releasedOn = await releaseDayFor(platform, source, found);
  const [before, last, arrivals] = await platform.database.read(
    selectMessage(found.id, message.header.message),
    selectLastMessage(found.id),
    selectArrivals(releasedOn),
  );
  if (before[0] !== undefined) return acceptAgain(before[0], fingerprint);
  const previous = last[0] ?? { number: 0, digest: found.letter };
  if (!follows(message.header, previous)) return refuse("conflict");
  if (!(await hasUsableKeys(source, message.header, found, releasedOn))) return refuse("directory-changed");
  if ((arrivals[0]?.count ?? 0) >= platform.limits.dailyArrivals) return refuse("busy");
  return write(platform, message, found, { fingerprint, released_on: releasedOn });
}

/** Never before what has already happened in the case, even where a demonstration's clock was put back. */
async function releaseDayFor(
  platform: Platform,
  source: DirectorySource,
  found: CasesTable,
): Promise<PlainDate> {
  const { releaseHour } = (await source.get()).payload;
  const next = nextReleaseDay(await platform.clock.read(), releaseHour);
  const [history] = await platform.database.read(selectHistory(found.id));
  return laterOf(next, history.at(-1)?.done_on ?? found.released_on);
}

function follows(
  header: ReporterMessageHeader,
  previous: { readonly number: number; readonly digest: string },
): boolean {
  return header.number === previous.number + 1 && header.previous === previous.digest;
}

async function hasUsableKeys(
  source: DirectorySource,
  header: ReporterMessageHeader,
  found: CasesTable,
  on: PlainDate,
): Promise<boolean> {
  if ((header.fallbackKey === null) !== (found.fallback === null)) return false;
  if (!maySealTo(await source.getKey(found.committee, header.readerKey), on)) return false;
  if (header.fallbackKey === null || found.fallback === null) return true;
  return maySealTo(await source.getKey(found.fallback, header.fallbackKey), on);
}

async function write(
  platform: Platform,
  { header, sealed }: Message,
  found: CasesTable,
  known: { readonly fingerprint: string; readonly released_on: PlainDate },
): Promise<Accepted | Refusal> {
  const rows = {
    ...(await createSealedRows(platform.secrets, found.id, sealed, found.fallback !== null)),
    message: {
      case_id: found.id,
      number: header.number,
      message: header.message,
      digest: sealed.digest,
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
