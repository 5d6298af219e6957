import { caseKeyIdOf } from "../../../src/crypto/case-key.ts";
import { kemKeyPair } from "../../../src/crypto/sodium.ts";
import { toBase64url as b64 } from "../../../src/envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../../../src/envelope/bytes.ts";
import type { Purpose } from "../../../src/envelope/envelope.ts";
import { labels } from "../../../src/envelope/labels.ts";
import {
  caseId,
  committeeMessage,
  committeeMessageVector,
  continuation,
  eventVector,
  letter,
  note,
  reporterMessage,
} from "./case.ts";
import { bytesOf, sealToVector } from "./deterministic.ts";
import { officerId, officerIdentity } from "./holders.ts";

// The hand-over in the known answers: a case key, its wrap to the officer who goes on reading, every slot sealed anew.

const seed = bytesOf("case-key", 32);
const kem = kemKeyPair(seed).publicKey;
const id = caseKeyIdOf(kem);

export const handOver = committeeMessageVector(
  "hand-over",
  { text: "Đồng chí kia nghỉ phép.", fact: { type: "HandedOver", readers: [officerId] } },
  { reader: { id, kem }, toReporter: false },
);
export const handedOver = eventVector("HandedOver", 5, handOver.digest, { key: id });

type Sealed = { readonly digest: Bytes; readonly contentKey: Bytes };

function rewrapped(purpose: Purpose, { digest, contentKey }: Sealed) {
  const place = { label: labels.rewrap, context: [toUtf8(`${purpose}/${id}/`), digest] };
  const { vector } = sealToVector(`rewrap/${b64(digest)}`, kem, contentKey, place);
  return { purpose, digest: b64(digest), ...vector };
}

function wrapVector() {
  const place = { label: labels.caseKeyWrap, context: [toUtf8(`${caseId}/${id}/${officerId}`)] };
  const { vector } = sealToVector("case-key-wrap", officerIdentity.identity.kem.publicKey, seed, place);
  return { officer: officerId, ...vector };
}

export const caseKey = {
  seed: b64(seed),
  kemPublic: b64(kem),
  id,
  wraps: [wrapVector()],
  slots: [
    rewrapped("letter", letter),
    rewrapped("reporter-message", continuation),
    rewrapped("committee-message", committeeMessage),
    rewrapped("reporter-message", reporterMessage),
    rewrapped("committee-message", note),
  ],
};
