import type { Roster, Trust } from "../../../src/api/directory.schema.ts";
import { nothingAsked, type LetterContent, sealLetter } from "../../../src/crypto/letter.ts";
import { deriveReporterKeys, randomReceiptCode, type Stretch } from "../../../src/crypto/receipt.ts";
import type { ReporterKeys } from "../../../src/crypto/receipt.ts";
import { writeRoster } from "../../../src/crypto/roster.ts";
import { blake2b, randomBytes, sodiumReady } from "../../../src/crypto/sodium.ts";
import type { CaseId, CommitteeId, UnitId } from "../../../src/domain/ids.ts";
import { toPlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { type Bytes, concat } from "../../../src/envelope/bytes.ts";
import { type Slots, splitEnvelope } from "../../../src/envelope/envelope.ts";
import type { LetterHeader } from "../../../src/envelope/headers.ts";
import { createCommitteeKey, keyFileOf, type NewCommitteeKey } from "../../../src/org/committee-keys.ts";

await sodiumReady();

export const releasedOn = toPlainDate("2026-03-02");
export const sealFrom = toPlainDate("2026-01-01");

/** Argon2 is tested where it stands; everywhere else a hash has to do. */
export const quickStretch: Stretch = async (password, salt) => blake2b(32, concat(salt, password), null);

export const fingerprint: Bytes = new Uint8Array(32).fill(7);

export async function createReporter(): Promise<ReporterKeys> {
  return await deriveReporterKeys(randomReceiptCode(), fingerprint, quickStretch);
}

/** `file`: its key record, for which `rosterFile` vouches who its officers are. */
export type TestCommittee = NewCommitteeKey & { readonly file: string; readonly rosterFile: string };

export function createCommittee(id: string, officers: Roster["officers"] = []): TestCommittee {
  const made = createCommitteeKey(id as CommitteeId, sealFrom);
  const rosterFile = writeRoster({ v: 1, committee: made.committee, officers });
  return { ...made, rosterFile, file: keyFileOf(made, rosterFile) };
}

export function randomCaseId(): CaseId {
  return toBase64url(randomBytes(16)) as CaseId;
}

export function contentOf(text: string): LetterContent {
  return {
    language: "vi",
    self: null,
    ...nothingAsked,
    route: {
      unit: "xa" as UnitId,
      about: "somebody-else",
      excluded: [],
      levelAbove: false,
      on: releasedOn,
      steps: [{ kind: "received", committee: "xa-uy" }],
    },
    text,
  };
}

export type TestLetter = {
  readonly header: LetterHeader;
  readonly envelope: Bytes;
  readonly core: Bytes;
  readonly slots: Slots;
  readonly digest: Bytes;
};

/** A real letter of a reporter to a committee, with or without a fallback. */
export function createLetter(
  reporter: ReporterKeys,
  receiver: TestCommittee,
  fallback: TestCommittee | null,
  options: { readonly text?: string; readonly header?: Partial<LetterHeader> } = {},
): TestLetter {
  const header: LetterHeader = {
    v: 1,
    case: randomCaseId(),
    receiver: receiver.committee,
    receiverKey: receiver.keys.id,
    fallback: fallback?.committee ?? null,
    fallbackKey: fallback?.keys.id ?? null,
    oversight: fallback?.committee ?? null,
    policy: "2026.1",
    directory: 1,
    ...options.header,
  };
  const { envelope, digest } = sealLetter(header, contentOf(options.text ?? "Xin chào."), reporter, {
    receiver: receiver.keys.publicKem,
    fallback: fallback?.keys.publicKem ?? null,
  });
  return { header, envelope, digest, ...splitEnvelope("letter", envelope) };
}

export type { Trust };
