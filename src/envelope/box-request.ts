import {
  type Bytes,
  concat,
  fromUtf8,
  padZero,
  readUint16,
  readUint32,
  requireZero,
  slice,
  toUtf8,
  uint16,
  uint32,
} from "./bytes.ts";
import { FormatError } from "./format-error.ts";
import {
  boxPrefixBytes,
  boxRequestBytes,
  idBytes,
  proofRegionBytes,
  reporterEnvelopeBytes,
  signatureBytes,
  signPublicKeyBytes,
} from "./sizes.ts";

export const boxRequestKinds = ["send-letter", "look-up", "send-message"] as const;
export type BoxRequestKind = (typeof boxRequestKinds)[number];

/**
 * The one request that a reporter's browser makes, always of the same size: whoever watches the wire cannot
 * tell writing from reading.
 */
export type BoxRequest = {
  readonly kind: BoxRequestKind;
  /** Solved proof of work over `requestId` (JSON), see the worker's proof of work. */
  readonly proof: string;
  /** Case id of a letter, id of a message, random in a look-up: the same id and bytes get the same answer. */
  readonly requestId: Bytes;
  readonly lookupId: Bytes;
  /** The reporter's Ed25519 public key, derived from the receipt code. */
  readonly reporterKey: Bytes;
  /** Look-up only: the first place of the chain to answer with. */
  readonly cursor: number;
  /** Envelope of a letter or a message; random in a look-up. */
  readonly payload: Bytes;
};

const magic = toUtf8("HTB1");
const proofAt = 8;
const idsAt = proofAt + proofRegionBytes;
const cursorAt = idsAt + 2 * idBytes + signPublicKeyBytes;
const signatureAt = boxRequestBytes - signatureBytes;

/** The request without its signature: what the reporter's key signs (`labels.boxRequest`). */
export function encodeUnsignedBoxRequest(request: BoxRequest): Bytes {
  const proof = toUtf8(request.proof);
  const bytes = concat(
    magic,
    new Uint8Array([boxRequestKinds.indexOf(request.kind) + 1, 0]),
    uint16(proof.length),
    padZero(proof, proofRegionBytes),
    request.requestId,
    request.lookupId,
    request.reporterKey,
    uint32(request.cursor),
    new Uint8Array(boxPrefixBytes - cursorAt - 4),
    request.payload,
  );
  if (bytes.length !== signatureAt) throw new FormatError("request: length");
  return bytes;
}

/** Reads a request. Throws FormatError unless every byte is as the format says; the signature is not checked here. */
export function decodeBoxRequest(bytes: Uint8Array): {
  readonly request: BoxRequest;
  readonly unsigned: Bytes;
  readonly signature: Bytes;
} {
  if (bytes.length !== boxRequestBytes) throw new FormatError("request: length");
  if (magic.some((byte, at) => bytes[at] !== byte) || bytes[5] !== 0) throw new FormatError("request: magic");
  const kind = boxRequestKinds[(bytes[4] ?? 0) - 1];
  if (kind === undefined) throw new FormatError("request: kind");
  const cursor = readUint32(bytes, cursorAt);
  if (cursor !== 0 && kind !== "look-up") throw new FormatError("request: cursor");
  requireZero(bytes.subarray(cursorAt + 4, boxPrefixBytes));
  return {
    request: {
      kind,
      proof: decodeProof(bytes),
      requestId: slice(bytes, idsAt, idsAt + idBytes),
      lookupId: slice(bytes, idsAt + idBytes, idsAt + 2 * idBytes),
      reporterKey: slice(bytes, idsAt + 2 * idBytes, cursorAt),
      cursor,
      payload: slice(bytes, boxPrefixBytes, boxPrefixBytes + reporterEnvelopeBytes),
    },
    unsigned: slice(bytes, 0, signatureAt),
    signature: slice(bytes, signatureAt, boxRequestBytes),
  };
}

function decodeProof(bytes: Uint8Array): string {
  const length = readUint16(bytes, 6);
  if (length > proofRegionBytes) throw new FormatError("request: proof length");
  requireZero(bytes.subarray(proofAt + length, idsAt));
  return fromUtf8(bytes.subarray(proofAt, proofAt + length));
}
