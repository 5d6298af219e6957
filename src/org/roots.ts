import { type DirectoryPayload, type SignerCertificate, type Trust } from "../api/directory.schema.ts";
import { directoryLifeDays } from "../crypto/directory.ts";
import { signLabelled } from "../crypto/labelled.ts";
import { randomBytes, signKeyPair } from "../crypto/sodium.ts";
import type { UnitId } from "../domain/ids.ts";
import { addDays, type PlainDate } from "../domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../envelope/base64url.ts";
import { toUtf8 } from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { labels } from "../envelope/labels.ts";

/** Seeds of Ed25519 keys in base64url: what a trustee, or the signer's machine, keeps offline. */
export type SignSeed = string;

const certificateDays = 366;

/** A new seed. */
export function createSignSeed(): SignSeed {
  return toBase64url(randomBytes(32));
}

/** Public half of a seed, as certificates and bundles carry it. */
export function publicKeyOf(seed: SignSeed): string {
  return toBase64url(signKeyPair(fromBase64url(seed)).publicKey);
}

/** What a bundle pins of n roots of which k must sign. */
export function createTrust(roots: readonly SignSeed[], pinned: Omit<Trust, "roots">): Trust {
  return { ...pinned, roots: roots.map(publicKeyOf) };
}

/** A certificate with the roots' signatures under it. */
export type CertifiedSigner = {
  readonly certificate: string;
  readonly rootSignatures: { root: string; signature: string }[];
};

/** The yearly act of the roots: who may sign directories for a subtree. */
export function certifySigner(
  roots: readonly SignSeed[],
  signer: SignSeed,
  subtree: UnitId,
  validFrom: PlainDate,
): CertifiedSigner {
  const validTo = addDays(validFrom, certificateDays);
  const statement: SignerCertificate = { v: 1, signer: publicKeyOf(signer), subtree, validFrom, validTo };
  const certificate = toCanonicalJson(statement);
  const rootSignatures = roots.map((root) => ({
    root: publicKeyOf(root),
    signature: signText(root, labels.signerCertificate, certificate),
  }));
  return { certificate, rootSignatures };
}

/** What changes from one signing of a directory to the next. */
export type DirectoryContent = Omit<DirectoryPayload, "v" | "issuedOn" | "expiresOn">;

/** The weekly act of the signer: the file `directory.json`. It lives 60 days; alarms come from half-way on. */
export function signDirectory(
  content: DirectoryContent,
  signer: SignSeed,
  certified: CertifiedSigner,
  issuedOn: PlainDate,
): string {
  const expiresOn = addDays(issuedOn, directoryLifeDays);
  const payload = toCanonicalJson({ ...content, v: 1, issuedOn, expiresOn });
  const signature = signText(signer, labels.directory, payload);
  return `${toCanonicalJson({ ...certified, payload, signature })}\n`;
}

function signText(
  seed: SignSeed,
  label: "hop-thu/1/directory" | "hop-thu/1/signer-certificate",
  text: string,
) {
  return toBase64url(signLabelled(signKeyPair(fromBase64url(seed)).secret, label, toUtf8(text)));
}
