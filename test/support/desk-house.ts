import type { Roster } from "../../src/api/directory.schema.ts";
import type { Desk, Keyring } from "../../src/client/desk/session.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import type { Transport } from "../../src/client/transport.ts";
import { committeeKeysOf } from "../../src/crypto/committee-key.ts";
import { keyRecordDigest } from "../../src/crypto/key-record.ts";
import {
  type OfficerIdentity,
  officerIdentityOf,
  randomOfficerSeed,
} from "../../src/crypto/officer-identity.ts";
import type { CommitteeId, OfficerId, PersonId, UnitId } from "../../src/domain/ids.ts";
import type { Committee, Organisation, Position, PositionRole, Unit } from "../../src/domain/organisation.ts";
import { type PlainDate, toPlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { defaultPolicy, officialYears } from "../../src/org/law-data.ts";
import {
  certifySigner,
  createSignSeed,
  createTrust,
  type DirectoryContent,
  signDirectory,
} from "../../src/org/roots.ts";
import { createCommittee, releasedOn, type TestCommittee } from "./crypto/people.ts";

// A province with a district, two communes and a hamlet, whose officers have keys: what a desk is tried in.

const ever = { validFrom: toPlainDate("2018-01-01"), validTo: null };

/** An officer: who they are to the protocol, and which person of the organisation. */
export type TestOfficer = {
  readonly id: OfficerId;
  readonly person: PersonId;
  readonly identity: OfficerIdentity;
};

function officer(id: string): TestOfficer {
  const identity = officerIdentityOf(randomOfficerSeed());
  return { id: id as OfficerId, person: `nguoi-${id}` as PersonId, identity };
}

export const officers = {
  an: officer("an"),
  binh: officer("binh"),
  /** Heads the hamlet beside holding a key of the commune. */
  chi: officer("chi"),
  dung: officer("dung"),
  giang: officer("giang"),
  hai: officer("hai"),
} as const;
export type OfficerName = keyof typeof officers;

function rosterOf(names: readonly OfficerName[]): Roster["officers"] {
  return names.map((name) => {
    const { id, person, identity } = officers[name];
    const sign = toBase64url(identity.sign.publicKey);
    return { id, title: `Đồng chí ${id}`, person, sign, kem: toBase64url(identity.kem.publicKey) };
  });
}

const staff = {
  "xa-uy": ["an", "binh", "chi"],
  "xa-ben-uy": ["giang"],
  "huyen-uy": ["dung"],
  "tinh-uy": ["hai"],
} as const satisfies Readonly<Record<string, readonly OfficerName[]>>;
export type HouseCommittee = keyof typeof staff;
const names = Object.keys(staff) as readonly HouseCommittee[];

export const held: Readonly<Record<HouseCommittee, TestCommittee>> = Object.fromEntries(
  names.map((name) => [name, createCommittee(name, rosterOf(staff[name]))]),
) as Record<HouseCommittee, TestCommittee>;

/** Whom a committee's key is wrapped to. */
export function worksFor(id: OfficerId, committee: CommitteeId): boolean {
  return names.some((name) => name === committee && staff[name].some((each) => officers[each].id === id));
}

function unit(id: string, parent: string | null): Unit {
  return {
    ...ever,
    id: id as UnitId,
    name: id,
    formerNames: [],
    aliases: [],
    level: "xa",
    parents: parent === null ? [] : [{ ...ever, parent: parent as UnitId }],
    mergedInto: null,
    agencyPosts: [],
  };
}

function position(person: PersonId, role: PositionRole): Position {
  return { ...ever, title: role, role, person, managedBy: null };
}

function mailbox(name: HouseCommittee, unitId: string): Committee {
  return {
    ...ever,
    id: name as CommitteeId,
    name,
    kind: "managing",
    unit: unitId as UnitId,
    positions: [],
    keyHolders: staff[name].map((each) => officers[each].person),
    trustees: [],
    asksGroupC: false,
    keyRecord: keyRecordDigest(held[name].file),
  };
}

const hamlet: Committee = {
  ...ever,
  id: "ap-uy" as CommitteeId,
  name: "ap-uy",
  kind: "managing",
  unit: "ap" as UnitId,
  positions: [position(officers.chi.person, "head")],
  keyHolders: [],
  trustees: [],
  asksGroupC: false,
  keyRecord: null,
};

export const organisation: Organisation = {
  notice: null,
  levels: [{ code: "xa", name: "Xã", isSmall: false }],
  units: [
    unit("tinh", null),
    unit("huyen", "tinh"),
    unit("xa", "huyen"),
    unit("xa-ben", "huyen"),
    unit("ap", "xa"),
  ],
  committees: [
    mailbox("tinh-uy", "tinh"),
    mailbox("huyen-uy", "huyen"),
    mailbox("xa-uy", "xa"),
    mailbox("xa-ben-uy", "xa-ben"),
    hamlet,
  ],
  intake: "huyen-uy" as CommitteeId,
  deputyGoesUp: true,
};

const roots = [createSignSeed(), createSignSeed()];
const signer = createSignSeed();
const subtree = "tinh" as UnitId;
const trust = createTrust(roots, { threshold: 2, subtree, minimumSequence: 1, builtOn: releasedOn });
const certified = certifySigner(roots, signer, subtree, toPlainDate("2026-01-01"));

/** The signed directory as every honest desk knows it; `changes`: with another law. */
export function houseOrganisation(changes: Partial<DirectoryContent> = {}): KnownOrganisation {
  const content: DirectoryContent = {
    sequence: 1,
    releaseHour: null,
    organisation: organisation as DirectoryContent["organisation"],
    policy: defaultPolicy,
    calendar: officialYears,
    lawChanges: [],
    ...changes,
  };
  const reading = knownOrganisation(signDirectory(content, signer, certified, releasedOn), trust, releasedOn);
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  return reading.organisation;
}

/** An officer's unlocked desk. Its token says who asks. */
export function deskOf(
  name: OfficerName,
  transport: Transport,
  known: KnownOrganisation,
  serverToday: PlainDate = releasedOn,
): Desk {
  const { id, identity } = officers[name];
  const committees = names.filter((each) => worksFor(id, held[each].committee));
  const keyring: Keyring = new Map(
    committees.map((each) => {
      const keys = committeeKeysOf(held[each].seeds);
      return [keys.id, { committee: held[each].committee, keys }];
    }),
  );
  return {
    transport,
    organisation: known,
    officer: { id, title: id, loginName: id },
    identity,
    keyring,
    committees: committees.map((each) => held[each].committee),
    serverToday,
    token: id,
  };
}
