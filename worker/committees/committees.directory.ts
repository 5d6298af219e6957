import {
  type CommitteeKey,
  directoryFileSchema,
  type DirectoryPayload,
  directoryPayloadSchema,
  keyRecordSchema,
} from "../../src/api/directory.schema.ts";
import { type Calendar, createCalendar } from "../../src/domain/calendar.ts";
import type { CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { isValidOn } from "../../src/domain/org-tree.ts";
import type { Committee } from "../../src/domain/organisation.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { parseStrict } from "../../src/envelope/schemas.ts";
import type { Clock, StaticFiles } from "../platform/platform.ts";

/**
 * The directory as the server uses it. The server does not check its signature: a client must never have to
 * believe the server in that, and the server gains nothing by it.
 */
export type Directory = {
  readonly payload: DirectoryPayload;
  readonly calendar: Calendar;
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
};

/** Directory and keys, kept in memory for a minute, so that a new one needs no restart. */
export type DirectorySource = {
  /** `atLeast`: somebody has seen this sequence number, so an older copy in memory is worth a new look. */
  get(atLeast?: number): Promise<Directory>;
  /** Undefined if the committee has no such key. */
  getKey(committee: CommitteeId, key: KeyId): Promise<CommitteeKey | undefined>;
  /** Forgets what is in memory. */
  forget(): void;
};

/** A directory that is missing or unreadable: the server was installed without one. */
export class DirectoryMissing extends Error {
  override readonly name = "DirectoryMissing";
}

const keptFor = 60_000;

type Kept<Value> = { readonly value: Value; readonly until: number };

export function createDirectorySource(files: StaticFiles, clock: Clock): DirectorySource {
  let directory: Kept<Directory> | undefined;
  const keys = new Map<CommitteeId, Kept<readonly CommitteeKey[]>>();
  const keep = <Value>(value: Value): Kept<Value> => ({ value, until: clock.instant() + keptFor });
  const isFresh = (kept: Kept<unknown> | undefined) => kept !== undefined && clock.instant() < kept.until;

  const keysOf = async (committee: CommitteeId) => {
    const kept = keys.get(committee);
    if (kept !== undefined && isFresh(kept)) return kept.value;
    const read = keep(await readKeys(files, committee));
    keys.set(committee, read);
    return read.value;
  };
  return {
    async get(atLeast = 0) {
      if (directory !== undefined && isFresh(directory) && directory.value.payload.sequence >= atLeast) {
        return directory.value;
      }
      directory = keep(await readDirectory(files));
      return directory.value;
    },
    async getKey(committee, key) {
      const found = (await keysOf(committee)).find(({ id }) => id === key);
      if (found !== undefined) return found;
      keys.delete(committee);
      return (await keysOf(committee)).find(({ id }) => id === key);
    },
    forget() {
      directory = undefined;
      keys.clear();
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

async function readDirectory(files: StaticFiles): Promise<Directory> {
  const text = await readText(files, "/org/directory.json");
  if (text === undefined) throw new DirectoryMissing();
  const file = parseStrict(directoryFileSchema, text.trimEnd());
  const payload = parseStrict(directoryPayloadSchema, file.payload);
  return {
    payload,
    calendar: createCalendar(payload.calendar),
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
