/**
 * Every purpose for which something is hashed, derived or signed, in one table, so that no value made for one
 * purpose can ever serve another. UTF-8, always followed by one zero byte (`labelled` in `src/crypto`).
 */
export const labels = {
  keyId: "hop-thu/1/key-id",
  keyRecord: "hop-thu/1/key-record",
  rootFingerprint: "hop-thu/1/root-fingerprint",
  signerCertificate: "hop-thu/1/signer-certificate",
  directory: "hop-thu/1/directory",
  slotDigest: "hop-thu/1/slot-digest",
  slotKey: "hop-thu/1/slot-key",
  commitment: "hop-thu/1/commitment",
  envelopeDigest: "hop-thu/1/envelope",
  letterBody: "hop-thu/1/letter-body",
  reporterMessageBody: "hop-thu/1/reporter-message-body",
  chainStart: "hop-thu/1/chain-start",
  chainLink: "hop-thu/1/chain-link",
  officerEntry: "hop-thu/1/officer-entry",
  reporterEntry: "hop-thu/1/reporter-entry",
  officerEvent: "hop-thu/1/officer-event",
  reporterKey: "hop-thu/1/reporter-key",
  boxRequest: "hop-thu/1/box-request",
  receiptSalt: "hop-thu/1/receipt-salt",
  receiptLookup: "hop-thu/1/receipt-lookup",
  receiptSign: "hop-thu/1/receipt-sign",
  receiptKem: "hop-thu/1/receipt-kem",
  officerSalt: "hop-thu/1/officer-salt",
  officerLoginKey: "hop-thu/1/officer-login-key",
  officerWrapKey: "hop-thu/1/officer-wrap-key",
  officerLogin: "hop-thu/1/officer-login",
  officerSeedWrap: "hop-thu/1/officer-seed-wrap",
  officerKem: "hop-thu/1/officer-kem",
  officerSign: "hop-thu/1/officer-sign",
  officerAct: "hop-thu/1/officer-act",
  auditLink: "hop-thu/1/audit-link",
  committeeKeyWrap: "hop-thu/1/committee-key-wrap",
  indexKey: "hop-thu/1/index-key",
  indexEntry: "hop-thu/1/index-entry",
} as const;

export type Label = (typeof labels)[keyof typeof labels];
