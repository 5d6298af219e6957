import type { Trust } from "../../../src/api/directory.schema.ts";
import { type KnownOrganisation, knownOrganisation } from "../../../src/client/organisation.ts";
import { keyRecordDigest } from "../../../src/crypto/key-record.ts";
import type { CommitteeId, PersonId, UnitId } from "../../../src/domain/ids.ts";
import type { Committee, Organisation, Unit } from "../../../src/domain/organisation.ts";
import { toPlainDate } from "../../../src/domain/plain-date.ts";
import { defaultPolicy, officialYears } from "../../../src/org/law-data.ts";
import {
  certifySigner,
  createSignSeed,
  createTrust,
  type DirectoryContent,
  signDirectory,
} from "../../../src/org/roots.ts";
import { createCommittee, releasedOn, type TestCommittee } from "./people.ts";

const ever = { validFrom: toPlainDate("2018-01-01"), validTo: null };

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

function mailbox(committee: TestCommittee, unitId: string): Committee {
  return {
    ...ever,
    id: committee.committee,
    name: committee.committee,
    kind: "managing",
    unit: unitId as UnitId,
    positions: [],
    keyHolders: [`p-${unitId}` as PersonId],
    trustees: [],
    asksGroupC: false,
    keyRecord: keyRecordDigest(committee.file),
  };
}

export const commune = createCommittee("xa-uy");
export const district = createCommittee("huyen-uy");
/** A mailbox that lies in another province. */
export const stranger = createCommittee("tinh-khac-uy");

export const roots = [createSignSeed(), createSignSeed(), createSignSeed()] as const;
export const signer = createSignSeed();
export const issuedOn = releasedOn;
export const trust: Trust = createTrust(roots, {
  threshold: 2,
  subtree: "tinh" as UnitId,
  minimumSequence: 7,
  builtOn: issuedOn,
});

export const organisation: Organisation = {
  notice: "tổ chức minh họa",
  levels: [{ code: "xa", name: "Xã", isSmall: false }],
  units: [unit("tinh", null), unit("huyen", "tinh"), unit("xa", "huyen"), unit("tinh-khac", null)],
  committees: [mailbox(commune, "xa"), mailbox(district, "huyen")],
  intake: "huyen-uy" as CommitteeId,
  deputyGoesUp: true,
};

/** The same with a mailbox outside the signer's subtree. */
export const withStranger: Organisation = {
  ...organisation,
  committees: [...organisation.committees, mailbox(stranger, "tinh-khac")],
};

export const content: DirectoryContent = {
  sequence: 7,
  releaseHour: 18,
  organisation: organisation as DirectoryContent["organisation"],
  policy: defaultPolicy,
  calendar: officialYears,
  lawChanges: [],
};

export const certified = certifySigner(roots, signer, "tinh" as UnitId, toPlainDate("2026-01-01"));

export function directoryText(changes: Partial<DirectoryContent> = {}): string {
  return signDirectory({ ...content, ...changes }, signer, certified, issuedOn);
}

/** The directory as every honest client knows it. */
export function requireOrganisation(): KnownOrganisation {
  const reading = knownOrganisation(directoryText(), trust, issuedOn);
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  return reading.organisation;
}
