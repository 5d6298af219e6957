import { releasedCase } from "../../src/domain/case/case.evolve.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import type { BoxRequest } from "../../src/envelope/box-request.ts";
import { decodeCore, splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { type LetterHeader, letterHeaderSchema, parseHeader } from "../../src/envelope/headers.ts";
import { envelopeDigest, startChain } from "../cases/cases.chain.ts";
import { nextReleaseDay } from "../cases/cases.release.ts";
import {
  createSealedRows,
  reporterKeyPlace,
  requireBoundSlots,
  type SealedObject,
} from "../cases/cases.sealed.ts";
import { toStateColumns } from "../cases/cases.state.ts";
import {
  type Directory,
  type DirectorySource,
  getStandingCommittee,
  maySealTo,
} from "../committees/committees.directory.ts";
import type { CasesTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { insertLetter, selectAccepted, selectArrivals } from "./reports.repository.ts";

/** A letter or message was taken, now or before. */
export type Accepted = { readonly kind: "accepted"; readonly releasedOn: PlainDate };

type Letter = { readonly header: LetterHeader; readonly sealed: SealedObject };

/**
 * Takes a letter. The same bytes under the same id get the same answer for ever, whatever has happened to the
 * case, the directory or the keys since.
 */
export async function sendLetter(
  platform: Platform,
  source: DirectorySource,
  request: BoxRequest,
): Promise<Accepted | Refusal> {
  const letter = await readLetter(request);
  const fingerprint = await fingerprintOf(platform, request);
  const releasedOn = nextReleaseDay(await platform.clock.read(), (await source.get()).payload.releaseHour);
  const [accepted, arrivals] = await platform.database.read(
    selectAccepted(letter.header.case),
    selectArrivals(releasedOn),
  );
  if (accepted[0] !== undefined) return acceptAgain(accepted[0], fingerprint);
  const directory = await findUsableDirectory(source, letter.header, releasedOn);
  if (directory === undefined) return refuse("directory-changed");
  if ((arrivals[0]?.count ?? 0) >= platform.limits.dailyArrivals) return refuse("busy");
  const rows = await createRows(platform, directory, request, letter, { fingerprint, releasedOn });
  const outcome = await platform.database.write(...insertLetter(rows));
  if (outcome.kind === "written") return { kind: "accepted", releasedOn };
  // Somebody was first: the same letter, tapped twice, or another under this id or this receipt code.
  const [first] = await platform.database.read(selectAccepted(letter.header.case));
  return first[0] === undefined ? refuse("id-taken") : acceptAgain(first[0], fingerprint);
}

/** By this a request is known again: who sent it, and every byte of it. */
export async function fingerprintOf(platform: Platform, request: BoxRequest): Promise<string> {
  return platform.secrets.fingerprint(request.lookupId, request.reporterKey, request.payload);
}

/** The same answer to the same bytes, and none to others. */
export function acceptAgain(
  before: Pick<CasesTable, "fingerprint" | "released_on">,
  fingerprint: string,
): Accepted | Refusal {
  if (before.fingerprint !== fingerprint) return refuse("id-taken");
  return { kind: "accepted", releasedOn: before.released_on };
}

async function readLetter(request: BoxRequest): Promise<Letter> {
  const { core, slots } = splitEnvelope("letter", request.payload);
  const read = decodeCore("letter", core);
  const header = parseHeader(letterHeaderSchema, read.header);
  if (header.case !== toBase64url(request.requestId)) throw new FormatError("letter: case");
  if ((header.fallback === null) !== (header.fallbackKey === null)) throw new FormatError("letter: fallback");
  await requireBoundSlots(read, slots);
  return { header, sealed: { core, slots, digest: toBase64url(await envelopeDigest(core)) } };
}

/**
 * The directory in which everything the header names is right on the day. What does not fit the copy in memory may
 * fit the one on disk: it is read again once before a letter is sent back.
 */
async function findUsableDirectory(
  source: DirectorySource,
  header: LetterHeader,
  on: PlainDate,
): Promise<Directory | undefined> {
  const known = await source.get(header.directory);
  if (await fits(source, known, header, on)) return known;
  const fresh = await source.lookAgain();
  return (await fits(source, fresh, header, on)) ? fresh : undefined;
}

async function fits(
  source: DirectorySource,
  directory: Directory,
  header: LetterHeader,
  on: PlainDate,
): Promise<boolean> {
  const { payload } = directory;
  if (header.policy !== payload.policy.version || header.directory > payload.sequence) return false;
  const others = [header.fallback, header.oversight].filter((id) => id !== null);
  if (others.includes(header.receiver)) return false;
  const named = [header.receiver, ...others];
  if (named.some((id) => getStandingCommittee(directory, id, on) === undefined)) return false;
  if (!maySealTo(await source.getKey(header.receiver, header.receiverKey), on)) return false;
  if (header.fallback === null || header.fallbackKey === null) return true;
  return maySealTo(await source.getKey(header.fallback, header.fallbackKey), on);
}

async function createRows(
  platform: Platform,
  { law }: Directory,
  request: BoxRequest,
  { header, sealed }: Letter,
  known: { readonly fingerprint: string; readonly releasedOn: PlainDate },
) {
  const { secrets } = platform;
  const state = releasedCase(known.releasedOn, header.receiver, header.fallback);
  const letter: CasesTable = {
    ...toStateColumns(state, law),
    id: header.case,
    receiver: header.receiver,
    receiver_key: header.receiverKey,
    fallback_key: header.fallbackKey,
    oversight: header.oversight,
    policy: header.policy,
    directory: header.directory,
    released_on: known.releasedOn,
    letter: sealed.digest,
    lookup: await secrets.lookupDigest(request.lookupId),
    reporter_key: await secrets.seal(reporterKeyPlace(header.case), request.reporterKey),
    fingerprint: known.fingerprint,
    sequence: 0,
    chain: await startChain(header.case, await envelopeDigest(sealed.core), known.releasedOn),
    steps: 0,
    case_key: null,
  };
  const sealedRows = await createSealedRows(secrets, header.case, sealed, header.fallback !== null);
  return { letter, ...sealedRows, law };
}
