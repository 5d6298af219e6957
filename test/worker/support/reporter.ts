import type { CaseId, CommitteeId, KeyId } from "../../../src/domain/ids.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { type BoxRequest, encodeUnsignedBoxRequest } from "../../../src/envelope/box-request.ts";
import { type Bytes, concat } from "../../../src/envelope/bytes.ts";
import {
  ciphertextBytesOf,
  encodeCore,
  joinEnvelope,
  type Purpose,
  type Slots,
} from "../../../src/envelope/envelope.ts";
import { type LetterHeader, type ReporterMessageHeader, writeHeader } from "../../../src/envelope/headers.ts";
import { labels } from "../../../src/envelope/labels.ts";
import { reporterEnvelopeBytes, slotBytes } from "../../../src/envelope/sizes.ts";
import { createSigningPair, digestOf, random, type SigningPair, signFor } from "./labelled.ts";
import { committees, type Fixture } from "./organisation.ts";

/** Somebody with a receipt code: what the code is derived into. */
export type Reporter = SigningPair & { readonly lookupId: Bytes };

export async function createReporter(): Promise<Reporter> {
  return { ...(await createSigningPair()), lookupId: random(16) };
}

export type TestEnvelope = { readonly whole: Bytes; readonly core: Bytes; readonly digest: string };

/** An envelope with the right outside and random bytes inside: no server can tell it from a real one. */
export async function createEnvelope(purpose: Purpose, header: string): Promise<TestEnvelope> {
  const slots: Slots = [random(slotBytes), random(slotBytes), random(slotBytes), random(slotBytes)];
  const [a, b, c, d] = await Promise.all(slots.map((slot) => digestOf(labels.slotDigest, slot)));
  if (!a || !b || !c || !d) throw new Error("four slots");
  const ciphertext = random(ciphertextBytesOf(purpose));
  const slotDigests = [a, b, c, d] as const;
  const core = encodeCore({
    purpose,
    header,
    slotDigests,
    commitment: random(32),
    nonce: random(24),
    ciphertext,
  });
  const digest = toBase64url(await digestOf(labels.envelopeDigest, core));
  return { whole: joinEnvelope(core, slots), core, digest };
}

/** The open part of a letter to the commune, with the district above it. */
export function letterHeader(fixture: Fixture, changes: Partial<LetterHeader> = {}): LetterHeader {
  return {
    v: 1,
    case: toBase64url(random(16)) as CaseId,
    receiver: committees.commune as CommitteeId,
    receiverKey: keyOf(fixture, committees.commune),
    fallback: committees.district as CommitteeId,
    fallbackKey: keyOf(fixture, committees.district),
    oversight: committees.district as CommitteeId,
    policy: fixture.payload.policy.version,
    directory: fixture.payload.sequence,
    ...changes,
  };
}

/** The current key of a committee. */
export function keyOf(fixture: Fixture, committee: string, index = 0): KeyId {
  const key = fixture.keys[committee]?.[index];
  if (key === undefined) throw new Error(`no key: ${committee}`);
  return key.id;
}

export type TestLetter = TestEnvelope & { readonly header: LetterHeader };

export async function createLetter(
  fixture: Fixture,
  changes: Partial<LetterHeader> = {},
): Promise<TestLetter> {
  const header = letterHeader(fixture, changes);
  return { header, ...(await createEnvelope("letter", writeHeader(header))) };
}

export type TestMessage = TestEnvelope & { readonly header: ReporterMessageHeader };

/** The reporter's message after `previous`, the letter or a message. */
export async function createReporterMessage(
  fixture: Fixture,
  letter: TestLetter,
  previous: { readonly number: number; readonly digest: string },
  changes: Partial<ReporterMessageHeader> = {},
): Promise<TestMessage> {
  const header: ReporterMessageHeader = {
    v: 1,
    case: letter.header.case,
    message: toBase64url(random(16)) as CaseId,
    number: previous.number + 1,
    act: "message",
    previous: previous.digest,
    seen: { sequence: 0, chain: toBase64url(random(32)) },
    readerKey: keyOf(fixture, letter.header.receiver),
    fallbackKey: letter.header.fallback === null ? null : keyOf(fixture, letter.header.fallback),
    ...changes,
  };
  return { header, ...(await createEnvelope("reporter-message", writeHeader(header))) };
}

export type UnsignedRequest = Omit<BoxRequest, "lookupId" | "reporterKey">;

/** The bytes that a browser would post. */
export async function signRequest(reporter: Reporter, request: UnsignedRequest): Promise<Bytes> {
  const unsigned = encodeUnsignedBoxRequest({
    ...request,
    lookupId: reporter.lookupId,
    reporterKey: reporter.publicKey,
  });
  return concat(unsigned, await signFor(reporter.secret, labels.boxRequest, unsigned));
}

/** Filling for a request that carries nothing. */
export function noPayload(): Bytes {
  return random(reporterEnvelopeBytes);
}
