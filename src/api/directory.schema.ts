import * as v from "valibot";
import { lawChangeReasons } from "../domain/case/case.law-record.ts";
import { committeeKinds, positionRoles } from "../domain/organisation.ts";
import {
  base64urlSchema,
  committeeIdSchema,
  digestSchema,
  keyIdSchema,
  officerIdSchema,
  personIdSchema,
  plainDateSchema,
  sequenceSchema,
  signatureSchema,
  unitIdSchema,
} from "../envelope/schemas.ts";
import { calendarSchema, policyVersionSchema } from "./law.schema.ts";

const validity = { validFrom: plainDateSchema, validTo: v.nullable(plainDateSchema) };
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const positionSchema = v.strictObject({
  ...validity,
  title: name,
  role: v.picklist(positionRoles),
  person: personIdSchema,
  managedBy: v.nullable(committeeIdSchema),
});

const unitSchema = v.strictObject({
  ...validity,
  id: unitIdSchema,
  name,
  formerNames: v.array(name),
  aliases: v.array(name),
  level: v.string(),
  parents: v.array(v.strictObject({ ...validity, parent: unitIdSchema })),
  mergedInto: v.nullable(unitIdSchema),
  agencyPosts: v.array(positionSchema),
});

const committeeSchema = v.strictObject({
  ...validity,
  id: committeeIdSchema,
  name,
  kind: v.picklist(committeeKinds),
  unit: unitIdSchema,
  positions: v.array(positionSchema),
  keyHolders: v.array(personIdSchema),
  trustees: v.array(personIdSchema),
  asksGroupC: v.boolean(),
  keyRecord: v.nullable(digestSchema),
});

export const organisationSchema = v.strictObject({
  /** "tổ chức minh họa" and what in it is invented, said on every page; null for a real organisation. */
  notice: v.nullable(v.string()),
  levels: v.array(v.strictObject({ code: v.string(), name, isSmall: v.boolean() })),
  units: v.array(unitSchema),
  committees: v.array(committeeSchema),
  intake: committeeIdSchema,
  deputyGoesUp: v.boolean(),
});

/** What the organisation signer signs, weekly. Canonical JSON; no keys in it, only digests of key records. */
export const directoryPayloadSchema = v.strictObject({
  v: v.literal(1),
  /** Grows with every signing; a client refuses one lower than the one compiled into it. */
  sequence: sequenceSchema,
  issuedOn: plainDateSchema,
  expiresOn: plainDateSchema,
  /** Hour of the day in Vietnam at which what arrived becomes visible; null: at once (demonstrations only). */
  releaseHour: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
  organisation: organisationSchema,
  policy: policyVersionSchema,
  calendar: calendarSchema,
  /**
   * When this calendar or policy took the place of another, oldest first. Only by these can a server say that a case
   * was reckoned anew: what time did before is no longer to be checked.
   */
  lawChanges: v.array(v.strictObject({ on: plainDateSchema, because: v.picklist(lawChangeReasons) })),
});
export type DirectoryPayload = v.InferOutput<typeof directoryPayloadSchema>;

/** What k of n roots sign, yearly: who may sign directories, for which subtree, how long. */
export const signerCertificateSchema = v.strictObject({
  v: v.literal(1),
  signer: digestSchema,
  /** The unit whose subtree the signer may publish. */
  subtree: unitIdSchema,
  validFrom: plainDateSchema,
  validTo: plainDateSchema,
});
export type SignerCertificate = v.InferOutput<typeof signerCertificateSchema>;

/**
 * The file `directory.json`. `payload` and `certificate` are canonical JSON *as text*: what is verified is
 * exactly what is parsed.
 */
export const directoryFileSchema = v.strictObject({
  payload: v.string(),
  signature: signatureSchema,
  certificate: v.string(),
  rootSignatures: v.array(v.strictObject({ root: digestSchema, signature: signatureSchema })),
});
export type DirectoryFile = v.InferOutput<typeof directoryFileSchema>;

/** One committee key pair, public halves. */
export const committeeKeySchema = v.strictObject({
  id: keyIdSchema,
  /** X-Wing public key. */
  kem: base64urlSchema,
  /** Ed25519 public key. */
  sign: digestSchema,
  /** First and last day on which anything may be sealed to it. */
  sealFrom: plainDateSchema,
  sealTo: plainDateSchema,
});
export type CommitteeKey = v.InferOutput<typeof committeeKeySchema>;

/** The file `keys/<committee>.json`, newest key first. Its digest stands in the directory. */
export const keyRecordSchema = v.strictObject({
  v: v.literal(1),
  committee: committeeIdSchema,
  keys: v.pipe(v.array(committeeKeySchema), v.minLength(1)),
  /** Digest of the file `rosters/<committee>.json`. */
  roster: digestSchema,
});
export type KeyRecord = v.InferOutput<typeof keyRecordSchema>;

/**
 * The file `rosters/<committee>.json`, on the officers' host alone: whom a case may be wrapped to, with which keys. Its
 * digest stands in the key record, so that no server can slip in an officer or a key of its own.
 */
export const rosterSchema = v.strictObject({
  v: v.literal(1),
  committee: committeeIdSchema,
  officers: v.array(
    v.strictObject({
      id: officerIdSchema,
      /** As the desk shows it. */
      title: v.string(),
      /** For the conflict test; null: an officer who holds no position and no key by name. */
      person: v.nullable(personIdSchema),
      /** Ed25519: signs acts. */
      sign: digestSchema,
      /** X-Wing: case keys are wrapped to it. */
      kem: base64urlSchema,
    }),
  ),
});
export type Roster = v.InferOutput<typeof rosterSchema>;

/**
 * What is pinned in the bundle: the roots, how many must sign, the subtree for which their signer must be certified,
 * the oldest directory that is still accepted.
 */
export const trustSchema = v.strictObject({
  roots: v.pipe(v.array(digestSchema), v.minLength(1)),
  threshold: v.pipe(v.number(), v.integer(), v.minValue(1)),
  subtree: unitIdSchema,
  minimumSequence: sequenceSchema,
  builtOn: plainDateSchema,
});
export type Trust = v.InferOutput<typeof trustSchema>;
