// Every size of the wire, in bytes. Length must depend on the kind of object alone, never on what is in it.

export const digestBytes = 32;
export const idBytes = 16;
export const signatureBytes = 64;
export const signPublicKeyBytes = 32;
export const kemPublicKeyBytes = 1216;
export const kemCiphertextBytes = 1120;
export const contentKeyBytes = 32;
export const aeadTagBytes = 16;
export const aeadNonceBytes = 24;

/** A slot: X-Wing ciphertext, then the content key sealed under the shared secret. */
export const slotBytes: number = kemCiphertextBytes + contentKeyBytes + aeadTagBytes;
export const slotCount = 4;

/** Magic, purpose, zero, header length. */
export const envelopePrefixBytes = 8;
export const headerRegionBytes = 1016;
/** Where the associated data of the body ends: prefix, header, slot digests, commitment. */
export const boundBytes: number =
  envelopePrefixBytes + headerRegionBytes + slotCount * digestBytes + digestBytes;

/** What the reporter's browser sends, always, whatever it does: a letter, a message, a look at the answer. */
export const boxRequestBytes = 32_768;
/** What it gets back, always. */
export const boxResponseBytes = 65_536;
/** Of the request: magic, kind, proof of work, ids, key, cursor. */
export const boxPrefixBytes = 1120;
export const proofRegionBytes = 1016;

/** A letter or a message of the reporter: what is left of the request. */
export const reporterEnvelopeBytes: number = boxRequestBytes - boxPrefixBytes - signatureBytes;
/** A message of the committee. */
export const committeeEnvelopeBytes = 12_288;

/** One row of the officer's list: nonce, sealed entry. */
export const indexEntryBytes = 448;

/** An officer's own book: nonce, sealed pages. */
export const deskBookBytes = 65_536;
/** The words by which an opened case is found: nonce, sealed entry. */
export const searchEntryBytes = 1024;

/** An officer's seed under a passphrase or a passkey: nonce, seed, tag. */
export const sealedSeedBytes: number = aeadNonceBytes + contentKeyBytes + aeadTagBytes;
/** What an officer calls a passkey, with the day, before it is sealed. */
export const passkeyNoteBytes = 128;
/** Of it: the label, behind a day of ten characters and the label's length. */
export const passkeyLabelBytes: number = passkeyNoteBytes - 12;
