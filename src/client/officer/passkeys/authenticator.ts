import type { PasskeySecret } from "../../desk/passkeys.ts";

// The browser's side of a passkey. Nothing of it is checked by the server: what counts is the secret that the
// authenticator computes (the PRF extension) and gives out only after it has verified its user.

/** What became of asking an authenticator. `without-secret`: it cannot compute one. */
export type Asked =
  | ({ readonly kind: "secret" } & PasskeySecret)
  | { readonly kind: "cancelled" }
  | { readonly kind: "already-there" }
  | { readonly kind: "without-secret" };

/** Why there is no passkey here; null: there can be one. */
export type Unsupported = "address" | "browser" | "no-secret" | null;

const timeoutMs = 120_000;
const secretBytes = 32;
const es256 = -7;
const ed25519 = -8;
const rs256 = -257;

type Capabilities = { readonly getClientCapabilities?: () => Promise<Record<string, boolean>> };

/** Whether this browser, on this address, can unlock by passkey. */
export async function findUnsupported(): Promise<Unsupported> {
  // A passkey belongs to a name; an address of numbers is none.
  if (/^[\d.]+$|:/.test(location.hostname)) return "address";
  if (!("PublicKeyCredential" in globalThis)) return "browser";
  try {
    const known = await (PublicKeyCredential as Capabilities).getClientCapabilities?.();
    // A browser that does not know the question may still be able: it is found out by trying.
    return known?.["extension:prf"] === false ? "no-secret" : null;
  } catch {
    return null;
  }
}

/** Asks for a passkey that lies on this machine or near it: the browser lets its user choose. */
export async function askPasskey(salt: BufferSource): Promise<Asked> {
  return await asking(async () => await getSecret(salt, []));
}

/** For whom a passkey is made, and what its device is to show. */
export type PasskeyOwner = {
  readonly organisation: string;
  readonly handle: BufferSource;
  readonly loginName: string;
  readonly title: string;
};

/**
 * Makes a passkey. Some authenticators tell their secret only when they are asked a second time. A `signal` takes the
 * prompt away: cancelled.
 */
export async function createPasskey(
  owner: PasskeyOwner,
  salt: BufferSource,
  signal: AbortSignal,
): Promise<Asked> {
  return await asking(async () => {
    const made = await navigator.credentials.create({ publicKey: creationOf(owner, salt), signal });
    if (!(made instanceof PublicKeyCredential)) return { kind: "cancelled" };
    const prf = made.getClientExtensionResults().prf;
    if (prf?.results !== undefined) return secretOf(made, prf.results.first);
    if (prf?.enabled !== true) return { kind: "without-secret" };
    return await getSecret(salt, [{ type: "public-key", id: made.rawId }], signal);
  });
}

function creationOf(owner: PasskeyOwner, salt: BufferSource): PublicKeyCredentialCreationOptions {
  return {
    rp: { id: location.hostname, name: owner.organisation },
    user: { id: owner.handle, name: owner.loginName, displayName: owner.title },
    challenge: unusedChallenge(),
    pubKeyCredParams: [es256, ed25519, rs256].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
    timeout: timeoutMs,
    extensions: { prf: { eval: { first: salt } } },
  };
}

async function getSecret(
  salt: BufferSource,
  allowCredentials: PublicKeyCredentialDescriptor[],
  signal?: AbortSignal,
): Promise<Asked> {
  const got = await navigator.credentials.get({
    ...(signal !== undefined && { signal }),
    publicKey: {
      rpId: location.hostname,
      challenge: unusedChallenge(),
      allowCredentials,
      userVerification: "required",
      timeout: timeoutMs,
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  if (!(got instanceof PublicKeyCredential)) return { kind: "cancelled" };
  const first = got.getClientExtensionResults().prf?.results?.first;
  return first === undefined ? { kind: "without-secret" } : secretOf(got, first);
}

function secretOf({ rawId }: PublicKeyCredential, first: BufferSource): Asked {
  const secret = first instanceof ArrayBuffer ? new Uint8Array(first) : copyOf(first);
  return secret.length === secretBytes
    ? { kind: "secret", credential: new Uint8Array(rawId), secret }
    : { kind: "without-secret" };
}

function copyOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The signature over it is looked at by nobody: the proof to the server is another one. */
function unusedChallenge(): BufferSource {
  return crypto.getRandomValues(new Uint8Array(32));
}

async function asking(question: () => Promise<Asked>): Promise<Asked> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof DOMException && error.name === "InvalidStateError") return { kind: "already-there" };
    if (error instanceof DOMException && error.name === "NotSupportedError")
      return { kind: "without-secret" };
    return { kind: "cancelled" };
  }
}
