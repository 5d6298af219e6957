import { toCanonicalJson } from "./canonical-json.ts";

/** What an officer's passphrase vouches for when a passkey is added: everything that is stored of it. */
export type PasskeyRegistration = {
  readonly challenge: string;
  readonly loginName: string;
  readonly passkey: string;
  readonly loginKey: string;
  readonly wrap: string;
  readonly note: string;
};

/** The text that is signed (`labels.passkeyRegistration`): canonical JSON. */
export function writePasskeyRegistration(registration: PasskeyRegistration): string {
  const { challenge, loginName, passkey, loginKey, wrap, note } = registration;
  return toCanonicalJson({ challenge, loginKey, loginName, note, passkey, wrap });
}
