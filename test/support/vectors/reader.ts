import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { argon2id } from "hash-wasm";
import sodium from "libsodium-wrappers";

// A reader of the protocol with nothing of ours in it: offsets, labels and primitives as src/crypto/PROTOCOL.md says
// them. It imports nothing from src, so that a change of format there is noticed here.

await sodium.ready;

export const from64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));
export const to64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Label ‖ 0x00 ‖ parts. */
export function labelled(label: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([utf8(`hop-thu/1/${label}`), new Uint8Array(1), ...parts]));
}

export function digest(label: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHash("sha512")
      .update(labelled(label, ...parts))
      .digest()
      .subarray(0, 32),
  );
}

export function derive(secret: Uint8Array, label: string, ...context: readonly Uint8Array[]): Uint8Array {
  return sodium.crypto_generichash(32, labelled(label, ...context), secret);
}

export function salt(label: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return sodium.crypto_generichash(16, labelled(label, ...parts), null);
}

export async function stretch(password: string, salt: Uint8Array, memorySize: number): Promise<Uint8Array> {
  return await argon2id({
    password: utf8(password),
    salt,
    memorySize,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
}

export function isSigned(
  signature: Uint8Array,
  publicKey: Uint8Array,
  label: string,
  ...parts: readonly Uint8Array[]
): boolean {
  return sodium.crypto_sign_verify_detached(signature, labelled(label, ...parts), publicKey);
}

export const kemOf = (seed: Uint8Array) => sodium.crypto_kem_xwing_seed_keypair(seed);
export const signOf = (seed: Uint8Array) => sodium.crypto_sign_seed_keypair(seed);

/** XChaCha20-Poly1305; throws if it does not open. */
export function openSealed(
  sealed: Uint8Array,
  bound: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): Uint8Array {
  return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, bound, nonce, key);
}

const zeroNonce = new Uint8Array(24);

/** A wrap is an X-Wing ciphertext of 1120 bytes and what is sealed under the shared secret. */
export function openWrap(
  wrap: Uint8Array,
  secret: Uint8Array,
  label: string,
  ...context: readonly Uint8Array[]
): Uint8Array {
  const shared = sodium.crypto_kem_xwing_dec(wrap.subarray(0, 1120), secret);
  return openSealed(wrap.subarray(1120), new Uint8Array(), zeroNonce, derive(shared, label, ...context));
}

export async function reporterKeys(code: string, fingerprint: Uint8Array) {
  const master = await stretch(code, salt("receipt-salt", fingerprint), 65_536);
  return {
    master,
    lookupId: derive(master, "receipt-lookup").slice(0, 16),
    sign: signOf(derive(master, "receipt-sign")),
    kem: kemOf(derive(master, "receipt-kem")),
  };
}

export async function passphraseKeys(passphrase: string, loginName: string, fingerprint: Uint8Array) {
  const stretched = await stretch(passphrase, salt("officer-salt", fingerprint, utf8(loginName)), 262_144);
  return {
    stretched,
    login: signOf(derive(stretched, "officer-login-key")),
    wrapKey: derive(stretched, "officer-wrap-key"),
  };
}

export function officerSeed(
  wrapped: Uint8Array,
  officer: string,
  keys: Awaited<ReturnType<typeof passphraseKeys>>,
): Uint8Array {
  const bound = labelled("officer-seed-wrap", utf8(officer), new Uint8Array(1), keys.login.publicKey);
  return openSealed(wrapped.subarray(24), bound, wrapped.subarray(0, 24), keys.wrapKey);
}

export function officerKeys(seed: Uint8Array) {
  return { kem: kemOf(derive(seed, "officer-kem")), sign: signOf(derive(seed, "officer-sign")) };
}

export function committeeKeys(seeds: Uint8Array) {
  const kem = kemOf(seeds.slice(0, 32));
  const sign = signOf(seeds.slice(32, 64));
  const id = to64(digest("key-id", kem.publicKey, sign.publicKey).slice(0, 16));
  return { kem, sign, id, indexKey: derive(seeds.slice(0, 32), "index-key") };
}

const purposes = ["letter", "reporter-message", "committee-message"] as const;
export type PurposeName = (typeof purposes)[number];
const coreLengths = { letter: 26_912, "reporter-message": 26_912, "committee-message": 7616 };

/** A core by its offsets. */
export function readCore(core: Uint8Array) {
  const purpose = purposes[(core[4] ?? 0) - 1];
  if (Buffer.from(core.subarray(0, 4)).toString("latin1") !== "HTE1" || purpose === undefined)
    throw new Error("magic");
  if (core.length !== coreLengths[purpose]) throw new Error("length");
  const headerLength = ((core[6] ?? 0) << 8) | (core[7] ?? 0);
  return {
    purpose,
    header: Buffer.from(core.subarray(8, 8 + headerLength)).toString("utf8"),
    slotDigests: [0, 1, 2, 3].map((index) => core.slice(1024 + 32 * index, 1056 + 32 * index)),
    commitment: core.slice(1152, 1184),
    bound: core.slice(0, 1184),
    nonce: core.slice(1184, 1208),
    ciphertext: core.slice(1208),
  };
}

/** Opens bound slot `index` and the body; `signed`: whether 64 bytes of signature follow the text. */
export function openObject(
  core: Uint8Array,
  slot: Uint8Array,
  index: number,
  secret: Uint8Array,
  signed: boolean,
) {
  const read = readCore(core);
  if (slot.length !== 1168 || to64(digest("slot-digest", slot)) !== to64(read.slotDigests[index] ?? slot))
    throw new Error("slot");
  const place = utf8(`${read.purpose}/${index}/`);
  return openBody(core, openWrap(slot, secret, "slot-key", place, utf8(read.header)), signed);
}

/** Opens a slot that was sealed anew to the key of this id, and the body. */
export function openSealedAnew(
  core: Uint8Array,
  slot: Uint8Array,
  key: string,
  secret: Uint8Array,
  signed: boolean,
) {
  const place = utf8(`${readCore(core).purpose}/${key}/`);
  return openBody(core, openWrap(slot, secret, "rewrap", place, digest("envelope", core)), signed);
}

function openBody(core: Uint8Array, contentKey: Uint8Array, signed: boolean) {
  const read = readCore(core);
  if (to64(derive(contentKey, "commitment", utf8(read.header))) !== to64(read.commitment))
    throw new Error("commitment");
  const body = openSealed(read.ciphertext, read.bound, read.nonce, contentKey);
  const length = new DataView(body.buffer, body.byteOffset).getUint32(0);
  const text = Buffer.from(body.subarray(4, 4 + length)).toString("utf8");
  const signature = body.slice(4 + length, 4 + length + (signed ? 64 : 0));
  if (body.subarray(4 + length + signature.length).some((byte) => byte !== 0)) throw new Error("padding");
  return { header: read.header, text, signature, contentKey, digest: digest("envelope", core) };
}

/** A case key's seed out of its wrap, and what follows from it. */
export function caseKeyOf(
  wrap: Uint8Array,
  secret: Uint8Array,
  caseId: string,
  key: string,
  officer: string,
) {
  const seed = openWrap(wrap, secret, "case-key-wrap", utf8(`${caseId}/${key}/${officer}`));
  const kem = kemOf(seed);
  return { seed, kem, id: to64(digest("case-key-id", kem.publicKey).slice(0, 16)) };
}

/** Who the reporter is: 5120 bytes of length, text and zeros. */
export function readIdentity(
  sealed: Uint8Array,
  secret: Uint8Array,
  caseId: string,
  message: string,
): string {
  const plaintext = openWrap(sealed, secret, "identity", utf8(`${caseId}/${message}`));
  const end = 2 + (((plaintext[0] ?? 0) << 8) | (plaintext[1] ?? 0));
  if (plaintext.length !== 5120 || plaintext.subarray(end).some((byte) => byte !== 0))
    throw new Error("padding");
  return Buffer.from(plaintext.subarray(2, end)).toString("utf8");
}

/** Header ‖ 0x00 ‖ text, as reporters sign it. */
export function isReporters(
  opened: ReturnType<typeof openObject>,
  publicKey: Uint8Array,
  label: string,
): boolean {
  return isSigned(
    opened.signature,
    publicKey,
    label,
    utf8(opened.header),
    new Uint8Array(1),
    utf8(opened.text),
  );
}

export const chain = {
  start: (caseId: string, letter: Uint8Array, releasedOn: string) =>
    digest("chain-start", from64(caseId), letter, utf8(releasedOn)),
  link: (previous: Uint8Array, entry: Uint8Array) => digest("chain-link", previous, entry),
  officerEntry: (event: string, signature: Uint8Array) => digest("officer-entry", signature, utf8(event)),
  reporterEntry: (message: Uint8Array, on: string) => digest("reporter-entry", message, utf8(on)),
  statementEntry: (statement: string, signature: Uint8Array, on: string) =>
    digest("statement-entry", signature, utf8(statement), utf8(on)),
};

export function rootFingerprint(roots: readonly string[], threshold: number): Uint8Array {
  const count = new Uint8Array([0, 0, 0, threshold]);
  return digest("root-fingerprint", count, ...[...roots].sort().map(from64));
}

export function openIndex(
  entry: Uint8Array,
  committee: string,
  caseId: string,
  indexKey: Uint8Array,
): string {
  const bound = labelled("index-entry", utf8(`${committee}/${caseId}`));
  const plaintext = openSealed(entry.subarray(24), bound, entry.subarray(0, 24), indexKey);
  const length = ((plaintext[0] ?? 0) << 8) | (plaintext[1] ?? 0);
  return Buffer.from(plaintext.subarray(2, 2 + length)).toString("utf8");
}

/** The words of a search entry, which is sealed under a key that follows from the index key. */
export function openSearch(
  entry: Uint8Array,
  committee: string,
  caseId: string,
  indexKey: Uint8Array,
): readonly string[] {
  const bound = labelled("search-entry", utf8(`${committee}/${caseId}`));
  const key = derive(indexKey, "search-key");
  const plaintext = openSealed(entry.subarray(24), bound, entry.subarray(0, 24), key);
  const length = ((plaintext[2] ?? 0) << 8) | (plaintext[3] ?? 0);
  const list = Array.from(inflateRawSync(plaintext.subarray(4, 4 + length)).toString("utf8"));
  const words: string[] = [];
  for (const character of list) {
    const shared = character.charCodeAt(0);
    if (shared < 32)
      words.push(
        Array.from(words.at(-1) ?? "")
          .slice(0, shared)
          .join(""),
      );
    else words.push(`${words.pop() ?? ""}${character}`);
  }
  return words;
}

/** A directory file: k roots vouch for the certificate, its signer for the payload. */
export function readDirectory(
  file: string,
  trust: { readonly roots: readonly string[]; readonly threshold: number; readonly subtree: string },
) {
  const parsed = JSON.parse(file) as {
    payload: string;
    signature: string;
    certificate: string;
    rootSignatures: { root: string; signature: string }[];
  };
  const vouching = parsed.rootSignatures.filter(
    ({ root, signature }) =>
      trust.roots.includes(root) &&
      isSigned(from64(signature), from64(root), "signer-certificate", utf8(parsed.certificate)),
  );
  if (new Set(vouching.map(({ root }) => root)).size < trust.threshold) throw new Error("roots");
  const certificate = JSON.parse(parsed.certificate) as { signer: string; subtree: string };
  if (certificate.subtree !== trust.subtree) throw new Error("subtree");
  if (!isSigned(from64(parsed.signature), from64(certificate.signer), "directory", utf8(parsed.payload)))
    throw new Error("signer");
  return JSON.parse(parsed.payload) as {
    organisation: { committees: { id: string; keyRecord: string | null }[] };
  };
}

/** A key record: JSON, spaces, one line feed, in steps of 4096 bytes. */
export function readKeyRecord(file: string): { readonly id: string }[] {
  const [text, padding] = [file.trimEnd(), file.slice(file.trimEnd().length)];
  if (utf8(file).length % 4096 !== 0 || padding.length > 4096) throw new Error("length");
  if (padding !== `${" ".repeat(padding.length - 1)}\n`) throw new Error("padding");
  return (JSON.parse(text) as { keys: { id: string }[] }).keys;
}

/** What the server sealed for a place in its database: AES-256-GCM under a key out of its secret. */
export async function openAtRest(secret: string, place: string, sealed: Uint8Array): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", await serverKey(secret, "at-rest"), "AES-GCM", false, [
    "decrypt",
  ]);
  const how = { name: "AES-GCM", iv: sealed.slice(0, 12), additionalData: new Uint8Array(utf8(place)) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(12)));
}

/** HMAC-SHA-256 under a key out of the server's secret. */
export async function serverTag(
  secret: string,
  purpose: string,
  ...parts: readonly Uint8Array[]
): Promise<string> {
  const raw = await serverKey(secret, purpose);
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return to64(new Uint8Array(await crypto.subtle.sign("HMAC", key, new Uint8Array(Buffer.concat(parts)))));
}

async function serverKey(secret: string, purpose: string): Promise<Uint8Array<ArrayBuffer>> {
  const root = await crypto.subtle.importKey("raw", new Uint8Array(utf8(secret)), "HKDF", false, [
    "deriveBits",
  ]);
  const info = new Uint8Array(utf8(`hop-thu/1/server/${purpose}`));
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, root, 256));
}
