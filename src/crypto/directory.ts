import {
  type DirectoryFile,
  directoryFileSchema,
  type DirectoryPayload,
  directoryPayloadSchema,
  type SignerCertificate,
  signerCertificateSchema,
  type Trust,
} from "../api/directory.schema.ts";
import { ancestorsOf, createOrgTree, type OrgTree } from "../domain/org-tree.ts";
import { daysBetween, laterOf, type PlainDate } from "../domain/plain-date.ts";
import { fromBase64urlOf } from "../envelope/base64url.ts";
import { type Bytes, concat, toUtf8, uint32 } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { digestBytes, signatureBytes } from "../envelope/sizes.ts";
import { digest, verifyLabelled } from "./labelled.ts";

export const directoryFaults = [
  "unreadable",
  /** Fewer than k of the pinned roots vouch for the signer, or the signer did not sign this. */
  "bad-signature",
  "signer-out-of-date",
  /** The signer may speak for another subtree than this bundle's, or a mailbox lies outside of it. */
  "wrong-subtree",
  "rolled-back",
  "expired",
  /** The device's day lies so far ahead that the device is more likely wrong than the directory old. */
  "clock-ahead",
] as const;
export type DirectoryFault = (typeof directoryFaults)[number];

export type DirectoryReading =
  | { readonly kind: "directory"; readonly payload: DirectoryPayload; readonly today: PlainDate }
  | { readonly kind: "fault"; readonly fault: DirectoryFault };

/**
 * Days for which a directory may live, and no signer may say otherwise: else the key of a signer whose certificate
 * has ended could date a directory back into it, and give it years.
 */
export const directoryLifeDays = 60;

/** A clock that lags is set right by the directory's own date; one that runs ahead by more than this is doubted. */
const plausibleDaysAhead = 180;

/**
 * Fingerprint of the pinned roots, 32 bytes: on posters, and the salt of every receipt code. Over roots and threshold
 * alone, in any order: were the subtree in it, a new cut of the organisation would undo posters, codes and passphrases.
 */
export function rootFingerprint(trust: Pick<Trust, "roots" | "threshold">): Bytes {
  const roots = [...trust.roots].sort().map((root) => fromBase64urlOf(digestBytes, root));
  return digest(labels.rootFingerprint, uint32(trust.threshold), concat(...roots));
}

/**
 * Reads and checks `directory.json` against what is pinned in the bundle. `phoneDay` may be a year wrong: today is
 * the latest of the phone's day, the build's and the directory's. There is no fallback: any fault stops sending.
 */
export function verifyDirectory(text: string, trust: Trust, phoneDay: PlainDate): DirectoryReading {
  const file = readFile(text);
  if (file === undefined) return fault("unreadable");
  const signer = vouchedSigner(file, trust);
  if (signer === undefined || !signedBy(signer, file)) return fault("bad-signature");
  const payload = readPayload(file);
  if (payload === undefined) return fault("unreadable");
  const today = laterOf(laterOf(phoneDay, trust.builtOn), payload.issuedOn);
  const found = datesFault(payload, trust, today, signer) ?? subtreeFault(payload, trust, today, signer);
  return found === undefined ? { kind: "directory", payload, today } : fault(found);
}

function fault(value: DirectoryFault): DirectoryReading {
  return { kind: "fault", fault: value };
}

function readFile(text: string): DirectoryFile | undefined {
  return attempt(() => parseStrict(directoryFileSchema, text.trimEnd()));
}

function readPayload(file: DirectoryFile): DirectoryPayload | undefined {
  return attempt(() => parseStrict(directoryPayloadSchema, file.payload));
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function vouchedSigner(file: DirectoryFile, trust: Trust): SignerCertificate | undefined {
  const certificate = toUtf8(file.certificate);
  const vouching = new Set(
    file.rootSignatures
      .filter(({ root }) => trust.roots.includes(root))
      .filter(({ root, signature }) => {
        const bytes = fromBase64urlOf(signatureBytes, signature);
        return verifyLabelled(
          bytes,
          fromBase64urlOf(digestBytes, root),
          labels.signerCertificate,
          certificate,
        );
      })
      .map(({ root }) => root),
  );
  if (vouching.size < trust.threshold) return undefined;
  return attempt(() => parseStrict(signerCertificateSchema, file.certificate));
}

function signedBy(signer: SignerCertificate, file: DirectoryFile): boolean {
  const signature = fromBase64urlOf(signatureBytes, file.signature);
  const publicKey = fromBase64urlOf(digestBytes, signer.signer);
  return verifyLabelled(signature, publicKey, labels.directory, toUtf8(file.payload));
}

function datesFault(
  payload: DirectoryPayload,
  trust: Trust,
  today: PlainDate,
  signer: SignerCertificate,
): DirectoryFault | undefined {
  if (payload.sequence < trust.minimumSequence) return "rolled-back";
  if (payload.issuedOn < signer.validFrom || payload.issuedOn > signer.validTo) return "signer-out-of-date";
  const days = daysBetween(payload.issuedOn, today);
  if (today <= payload.expiresOn && days <= directoryLifeDays) return undefined;
  return days > plausibleDaysAhead ? "clock-ahead" : "expired";
}

/**
 * Roots may certify several signers, each for a part of the organisation. Without the pinned subtree each of them
 * could stand in for all the others.
 */
function subtreeFault(
  payload: DirectoryPayload,
  trust: Trust,
  today: PlainDate,
  signer: SignerCertificate,
): DirectoryFault | undefined {
  if (signer.subtree !== trust.subtree) return "wrong-subtree";
  const tree = createOrgTree(payload.organisation, today);
  const mailboxes = payload.organisation.committees.filter(({ keyRecord }) => keyRecord !== null);
  return mailboxes.every(({ unit }) => liesBelow(tree, unit, trust.subtree)) ? undefined : "wrong-subtree";
}

function liesBelow(
  tree: OrgTree,
  unit: SignerCertificate["subtree"],
  top: SignerCertificate["subtree"],
): boolean {
  return unit === top || ancestorsOf(tree, unit).some(({ id }) => id === top);
}
