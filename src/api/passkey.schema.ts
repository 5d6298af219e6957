import * as v from "valibot";
import { base64urlSchema, digestSchema, signatureSchema } from "../envelope/schemas.ts";
import { kemCiphertextBytes, passkeyNoteBytes, sealedSeedBytes, aeadTagBytes } from "../envelope/sizes.ts";
import { loginResponseSchema } from "./officer.schema.ts";

/** So many ways in beside the passphrase may one officer have. */
export const passkeysPerOfficer = 8;

const bytesSchema = (length: number) => v.pipe(base64urlSchema, v.length(Math.ceil((length * 4) / 3)));
const challengeSchema = v.pipe(v.string(), v.maxLength(128));
const noteSchema = bytesSchema(kemCiphertextBytes + passkeyNoteBytes + aeadTagBytes);

/** POST /api/officer/passkey-login. `proof`: the passkey's key over challenge and passkey (`labels.passkeyLogin`). */
export const passkeyLoginRequestSchema = v.strictObject({
  passkey: digestSchema,
  challenge: challengeSchema,
  proof: signatureSchema,
});
export type PasskeyLoginRequest = v.InferOutput<typeof passkeyLoginRequestSchema>;

/** As the passphrase's answer; `wrappedSeed` is the passkey's own, and nobody has typed the name. */
export const passkeyLoginResponseSchema = v.strictObject({
  ...loginResponseSchema.entries,
  loginName: v.string(),
});
export type PasskeyLoginResponse = v.InferOutput<typeof passkeyLoginResponseSchema>;

/** GET /api/officer/passkeys: the officer's own. */
export const passkeyListSchema = v.strictObject({
  passkeys: v.array(v.strictObject({ passkey: digestSchema, note: noteSchema })),
});
export type PasskeyList = v.InferOutput<typeof passkeyListSchema>;

/** POST /api/officer/passkeys. `proof`: the passphrase's key over all the rest (`labels.passkeyRegistration`). Answer 204. */
export const registerPasskeyRequestSchema = v.strictObject({
  passkey: digestSchema,
  /** Ed25519 public key out of the passkey's secret. */
  loginKey: digestSchema,
  wrap: bytesSchema(sealedSeedBytes),
  note: noteSchema,
  challenge: challengeSchema,
  proof: signatureSchema,
});
export type RegisterPasskeyRequest = v.InferOutput<typeof registerPasskeyRequestSchema>;
