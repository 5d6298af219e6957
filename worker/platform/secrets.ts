import { toBase64url } from "../../src/envelope/base64url.ts";
import { type Bytes, concat, toUtf8 } from "../../src/envelope/bytes.ts";
import { randomBytes } from "./digest.ts";

/** What the server's one secret is used for. A key made for one purpose never serves another. */
const purposes = {
  lookup: "hop-thu/1/server/lookup",
  fingerprint: "hop-thu/1/server/fingerprint",
  proof: "hop-thu/1/server/proof-of-work",
  login: "hop-thu/1/server/login-challenge",
  tries: "hop-thu/1/server/login-tries",
  rest: "hop-thu/1/server/at-rest",
  notice: "hop-thu/1/server/notice",
} as const;

const nonceBytes = 12;

type Keys = {
  readonly lookup: CryptoKey;
  readonly fingerprint: CryptoKey;
  readonly login: CryptoKey;
  readonly tries: CryptoKey;
  readonly rest: CryptoKey;
  readonly notice: CryptoKey;
  readonly proof: string;
};

/** What only the holder of the server's secret can do. A stolen database alone can do none of it. */
export type Secrets = {
  /** Keyed hash under which a case is found; without the secret no guess of a receipt code can be tried. */
  lookupDigest(lookupId: Bytes): Promise<string>;
  /** Keyed hash by which a repeated request is known again. */
  fingerprint(...parts: readonly Uint8Array[]): Promise<string>;
  /** Keyed hash of a time bucket: the challenge of a log-in. */
  loginTag(bucket: string): Promise<string>;
  /** Keyed hash of a day and an address: by it a notice that comes twice is known again. */
  noticeTag(day: string, address: string): Promise<string>;
  /** Keyed hash under which tries to log in are counted. */
  triesTag(name: string): Promise<string>;
  /** Key of the proof of work's challenges, as `altcha-lib` wants it. */
  proofKey(): Promise<string>;
  /** Seals a value for one place in the database; it opens nowhere else. */
  seal(place: string, value: Bytes): Promise<string>;
  /** Inverse of `seal`; undefined if it was sealed for another place, under another secret, or was altered. */
  open(place: string, sealed: Bytes): Promise<Bytes | undefined>;
};

/** The secrets of one server. Keys are derived at the first use: a Worker may not compute before its first request. */
export function createSecrets(secret: string): Secrets {
  let keys: Keys | undefined;
  const get = async () => (keys ??= await deriveKeys(secret));
  const tag = async (key: CryptoKey, ...parts: readonly Uint8Array[]) =>
    toBase64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, concat(...parts))));
  return {
    lookupDigest: async (lookupId) => tag((await get()).lookup, lookupId),
    fingerprint: async (...parts) => tag((await get()).fingerprint, ...parts),
    loginTag: async (bucket) => tag((await get()).login, toUtf8(bucket)),
    noticeTag: async (day, address) => tag((await get()).notice, toUtf8(`${day} ${address}`)),
    triesTag: async (name) => tag((await get()).tries, toUtf8(name)),
    proofKey: async () => (await get()).proof,
    seal: async (place, value) => sealAt((await get()).rest, place, value),
    open: async (place, sealed) => openAt((await get()).rest, place, sealed),
  };
}

async function deriveKeys(secret: string): Promise<Keys> {
  const root = await crypto.subtle.importKey("raw", toUtf8(secret), "HKDF", false, ["deriveBits"]);
  const derive = async (purpose: string) => {
    const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: toUtf8(purpose) };
    return new Uint8Array(await crypto.subtle.deriveBits(how, root, 256));
  };
  const hmac = async (purpose: string) =>
    crypto.subtle.importKey("raw", await derive(purpose), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return {
    lookup: await hmac(purposes.lookup),
    fingerprint: await hmac(purposes.fingerprint),
    login: await hmac(purposes.login),
    tries: await hmac(purposes.tries),
    notice: await hmac(purposes.notice),
    rest: await crypto.subtle.importKey("raw", await derive(purposes.rest), "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]),
    proof: toBase64url(await derive(purposes.proof)),
  };
}

async function sealAt(key: CryptoKey, place: string, value: Bytes): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const how = { name: "AES-GCM", iv: nonce, additionalData: toUtf8(place) };
  return toBase64url(concat(nonce, new Uint8Array(await crypto.subtle.encrypt(how, key, value))));
}

async function openAt(key: CryptoKey, place: string, sealed: Bytes): Promise<Bytes | undefined> {
  const how = { name: "AES-GCM", iv: sealed.slice(0, nonceBytes), additionalData: toUtf8(place) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(nonceBytes)));
  } catch {
    return undefined;
  }
}
