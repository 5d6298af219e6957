import {
  type CommitteeKey,
  directoryFileSchema,
  type DirectoryPayload,
  directoryPayloadSchema,
  keyRecordSchema,
} from "../../src/api/directory.schema.ts";
import type { LawChangeReason } from "../../src/domain/case/case.law-record.ts";
import type { CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { isValidOn } from "../../src/domain/org-tree.ts";
import type { Committee } from "../../src/domain/organisation.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { parseStrict } from "../../src/envelope/schemas.ts";
import type { DigestText } from "../db/schema.ts";
import type { LawBook } from "../laws/laws.book.ts";
import { type KnownLaw, knowLaw } from "../laws/laws.codec.ts";
import type { Clock, StaticFiles } from "../platform/platform.ts";

/**
 * The directory as the server uses it. The server does not check its signature: a client must never have to
 * believe the server in that, and the server gains nothing by it.
 */
export type Directory = {
  readonly payload: DirectoryPayload;
  /** The limits and the days that count, by which cases are judged. */
  readonly law: KnownLaw;
  /** When this law took the place of another; null: it is the first. */
  readonly change: { readonly on: PlainDate; readonly because: LawChangeReason } | null;
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
};

/** Directory and keys, kept in memory for a minute, so that a new one needs no restart. */
export type DirectorySource = {
  /** `atLeast`: somebody has seen this sequence number, so an older copy in memory is worth a new look. */
  get(atLeast?: number): Promise<Directory>;
  /** Something did not fit the copy in memory: the directory and the keys as they are now. */
  lookAgain(): Promise<Directory>;
  /** Undefined if the committee has no such key. */
  getKey(committee: CommitteeId, key: KeyId): Promise<CommitteeKey | undefined>;
  /** A law by which a case was reckoned, now or once. */
  requireLaw(digest: DigestText): Promise<KnownLaw>;
};

/** A directory that is missing or unreadable: the server was installed without one. */
export class DirectoryMissing extends Error {
  override readonly name = "DirectoryMissing";
}

const keptFor = 60_000;
/** However much a request doubts it, a copy this young is not read again: reading is dear, doubting is cheap. */
const trustedFor = 3_000;

type Kept<Value> = { readonly value: Value; readonly readAt: number };

export function createDirectorySource(files: StaticFiles, clock: Clock, laws: LawBook): DirectorySource {
  let directory: Kept<Directory> | undefined;
  const keys = new Map<CommitteeId, Kept<readonly CommitteeKey[]>>();
  const isYounger = (kept: Kept<unknown>, age: number) => clock.instant() - kept.readAt < age;

  const getDirectory = async (age: number): Promise<Directory> => {
    if (directory !== undefined && isYounger(directory, age)) return directory.value;
    directory = { value: await readDirectory(files, laws), readAt: clock.instant() };
    return directory.value;
  };
  const getKeys = async (committee: CommitteeId, age: number): Promise<readonly CommitteeKey[]> => {
    const kept = keys.get(committee);
    if (kept !== undefined && isYounger(kept, age)) return kept.value;
    const value = await readKeys(files, committee);
    keys.set(committee, { value, readAt: clock.instant() });
    return value;
  };
  return {
    async get(atLeast = 0) {
      const known = await getDirectory(keptFor);
      return known.payload.sequence >= atLeast ? known : getDirectory(trustedFor);
    },
    lookAgain: () => getDirectory(trustedFor),
    requireLaw: (digest) => laws.require(digest),
    async getKey(committee, key) {
      const known = (await getKeys(committee, keptFor)).find(({ id }) => id === key);
      return known ?? (await getKeys(committee, trustedFor)).find(({ id }) => id === key);
    },
  };
}

/** The committee, if it stands on the day and has a mailbox. */
export function getStandingCommittee(
  directory: Directory,
  id: CommitteeId,
  on: PlainDate,
): Committee | undefined {
  const committee = directory.committees.get(id);
  return committee !== undefined && isValidOn(committee, on) ? committee : undefined;
}

/** Whether something may be sealed to the key on the day. */
export function maySealTo(key: CommitteeKey | undefined, on: PlainDate): boolean {
  return key !== undefined && key.sealFrom <= on && on <= key.sealTo;
}

async function readDirectory(files: StaticFiles, laws: LawBook): Promise<Directory> {
  const text = await readText(files, "/org/directory.json");
  if (text === undefined) throw new DirectoryMissing();
  const file = parseStrict(directoryFileSchema, text.trimEnd());
  const payload = parseStrict(directoryPayloadSchema, file.payload);
  return {
    payload,
    law: laws.note(await knowLaw(payload.policy, payload.calendar)),
    change: payload.lawChanges.at(-1) ?? null,
    committees: new Map(payload.organisation.committees.map((committee) => [committee.id, committee])),
  };
}

async function readKeys(files: StaticFiles, committee: CommitteeId): Promise<readonly CommitteeKey[]> {
  const text = await readText(files, `/org/keys/${committee}.json`);
  if (text === undefined) return [];
  const record = parseStrict(keyRecordSchema, text.trimEnd());
  return record.committee === committee ? record.keys : [];
}

async function readText(files: StaticFiles, path: string): Promise<string | undefined> {
  const response = await files.fetch(path, null);
  if (response.status === 200) return response.text();
  await response.body?.cancel();
  return undefined;
}
