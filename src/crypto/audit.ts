import type { AuditEntry } from "../api/audit.schema.ts";
import type { CommitteeId, OfficerId } from "../domain/ids.ts";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { type OfficerAct, parseOfficerAct } from "../envelope/officer-event.ts";
import { digestBytes, signatureBytes } from "../envelope/sizes.ts";
import { digest, verifyLabelled } from "./labelled.ts";

export const auditFaults = [
  /** Numbers are missing before this entry, or it does not come after the one before. */
  "gap",
  /** It does not follow from the entry before: one was changed, taken out, put in or moved here. */
  "broken-link",
  /** No act as our pages write one. */
  "unreadable",
  /** An act in another committee's name: out of another log. */
  "foreign-committee",
  /** An officer of the signed roster is named, and has not signed this. */
  "bad-signature",
  /** The same act stands in the log already. */
  "doubled",
] as const;
export type AuditFault = (typeof auditFaults)[number];

/**
 * Who vouches for an entry. `signed`: an officer of the signed roster. `unproven`: an officer who is not on it, a former
 * one or none. `withheld`: it is not for this reader, its digest alone is in the chain. `none`: it proves nothing.
 */
export type AuditProof = "signed" | "unproven" | "withheld" | "none";

/** An entry that was checked. What is wrong with it stands beside it: nothing is left out. */
export type CheckedEntry = {
  readonly sequence: number;
  /** The log up to here, as the server says; this browser came to the same unless `faults` has `broken-link`. */
  readonly link: string;
  readonly act: OfficerAct | null;
  readonly proof: AuditProof;
  readonly faults: readonly AuditFault[];
};

/** How far a log was checked: its last place, the link there, every number that was used. */
export type AuditProgress = {
  readonly sequence: number;
  readonly link: string;
  readonly nonces: Set<string>;
};

/** Officers of a committee's signed roster with their Ed25519 keys. */
export type OfficerKeys = ReadonlyMap<OfficerId, Bytes>;

/** What a committee's log begins with. */
export function startAudit(committee: CommitteeId): AuditProgress {
  const link = toBase64url(digest(labels.auditLink, toUtf8(committee)));
  return { sequence: 0, link, nonces: new Set() };
}

/** By which the log knows an act, base64url. */
export function actDigest(act: string, signature: Uint8Array): string {
  return toBase64url(digest(labels.auditEntry, signature, toUtf8(act)));
}

/** The link behind an entry. All three base64url. */
export function auditLink(previous: string, entryDigest: string): string {
  return toBase64url(digest(labels.auditLink, fromBase64url(previous), fromBase64url(entryDigest)));
}

/**
 * Checks the next entry of a log against what came before it, and who signed it. After a fault it goes on from the link that the server
 * gives, so that every place is named that does not fit, and not only the first.
 */
export function checkAuditEntry(
  committee: CommitteeId,
  keys: OfficerKeys,
  before: AuditProgress,
  entry: AuditEntry,
): { readonly checked: CheckedEntry; readonly progress: AuditProgress } {
  const place = placeFault(before, entry);
  const { act, proof, faults } =
    entry.kind === "withheld"
      ? { act: null, proof: "withheld" as const, faults: [] }
      : checkAct(committee, keys, before.nonces, entry);
  if (act !== null) before.nonces.add(act.nonce);
  const { sequence, link } = entry;
  return {
    checked: { sequence, link, act, proof, faults: [...place, ...faults] },
    progress: { sequence, link, nonces: before.nonces },
  };
}

function placeFault(before: AuditProgress, entry: AuditEntry): readonly AuditFault[] {
  if (entry.sequence !== before.sequence + 1) return ["gap"];
  return auditLink(before.link, digestOf(entry)) === entry.link ? [] : ["broken-link"];
}

function digestOf(entry: AuditEntry): string {
  return entry.kind === "withheld" ? entry.digest : actDigest(entry.act, fromBase64url(entry.signature));
}

type ActCheck = Pick<CheckedEntry, "act" | "proof" | "faults">;

function checkAct(
  committee: CommitteeId,
  keys: OfficerKeys,
  nonces: ReadonlySet<string>,
  entry: Extract<AuditEntry, { kind: "act" }>,
): ActCheck {
  const act = readAct(entry.act);
  if (act === undefined) return { act: null, proof: "none", faults: ["unreadable"] };
  const faults: AuditFault[] = [];
  if (act.committee !== committee) faults.push("foreign-committee");
  if (nonces.has(act.nonce)) faults.push("doubled");
  const key = keys.get(act.officer);
  if (key === undefined) return { act, proof: faults.length === 0 ? "unproven" : "none", faults };
  const signature = fromBase64urlOf(signatureBytes, entry.signature);
  if (!verifyLabelled(signature, key, labels.officerAct, toUtf8(entry.act))) faults.push("bad-signature");
  return { act, proof: faults.length === 0 ? "signed" : "none", faults };
}

function readAct(text: string): OfficerAct | undefined {
  try {
    return parseOfficerAct(text);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Keys out of a roster's officers. Throws FormatError on what is none. */
export function officerKeysOf(
  officers: readonly { readonly id: OfficerId; readonly sign: string }[],
): OfficerKeys {
  return new Map(officers.map(({ id, sign }) => [id, fromBase64urlOf(digestBytes, sign)]));
}
