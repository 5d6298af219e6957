import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { signBoxRequest } from "../../../src/client/reporter/box.ts";
import { reporterKeyDigest } from "../../../src/crypto/chain.ts";
import { deflate } from "../../../src/crypto/deflate.ts";
import { derive, digest, labelled } from "../../../src/crypto/labelled.ts";
import { aeadSeal, sha512 } from "../../../src/crypto/sodium.ts";
import { toBase64url as b64 } from "../../../src/envelope/base64url.ts";
import { concat, padZero, toUtf8, uint16 } from "../../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../../src/envelope/canonical-json.ts";
import { labels } from "../../../src/envelope/labels.ts";
import {
  caseId,
  committeeMessage,
  commune,
  continuation,
  district,
  entries,
  identity,
  letter,
  note,
  receipt,
  reporter,
  reporterMessage,
  start,
  statement,
} from "./case.ts";
import { bytesOf } from "./deterministic.ts";
import { officerVector } from "./holders.ts";
import { passkeyVector } from "./passkey.ts";
import { caseKey, handedOver, handOver } from "./rekeying.ts";
import { directoryVector, releasedOn } from "./trust.ts";

// Makes test/vectors/protocol.json: known answers for another implementation. Run by hand (`npm run vectors`).

function indexVector() {
  const nonce = bytesOf("index/nonce", 24);
  const text = toCanonicalJson({
    v: 2,
    sequence: 3,
    unit: "xa",
    about: "somebody-else",
    language: "vi",
    self: null,
    category: "B7",
    classified: true,
    assignee: "can-bo-an",
    joined: null,
    excerpt: "Tiền dân góp làm lộ chưa được công khai.",
  });
  const bytes = toUtf8(text);
  const plaintext = padZero(concat(uint16(bytes.length), bytes), 408);
  const bound = labelled(labels.indexEntry, toUtf8(`xa-uy/${caseId}`));
  const entry = concat(nonce, aeadSeal(plaintext, bound, nonce, commune.keys.indexKey));
  return { committee: "xa-uy", case: caseId, nonce: b64(nonce), text, entry: b64(entry) };
}

async function searchVector() {
  const nonce = bytesOf("search/nonce", 24);
  const words = ["be", "ben", "bentre", "cong", "khai", "tien", "ថវិកា"];
  const list = "\0be\u0002n\u0003tre\0cong\0khai\0tien\0ថវិកា";
  const deflated = deflate(toUtf8(list));
  const head = concat(new Uint8Array([1, 0]), uint16(deflated.length));
  const bound = labelled(labels.searchEntry, toUtf8(`xa-uy/${caseId}`));
  const searchKey = derive(commune.keys.indexKey, 32, labels.searchKey);
  const plaintext = padZero(concat(head, deflated), 984);
  const entry = concat(nonce, aeadSeal(plaintext, bound, nonce, searchKey));
  return { committee: "xa-uy", case: caseId, words, searchKey: b64(searchKey), entry: b64(entry) };
}

function boxRequestVector() {
  const request = {
    kind: "send-letter" as const,
    proof: '{"challenge":{},"solution":{}}',
    requestId: bytesOf("case", 16),
    cursor: 0,
    payload: letter.envelope,
  };
  const bytes = signBoxRequest(request, reporter);
  return {
    kind: 1,
    proof: request.proof,
    requestId: b64(request.requestId),
    bytesSha512: b64(sha512(bytes)),
    prefix: b64(bytes.slice(0, 1120)),
    signature: b64(bytes.slice(-64)),
  };
}

const officer = await officerVector(commune);

const vectors = {
  comment:
    "Known answers of src/crypto/PROTOCOL.md. Bytes are base64url without padding, texts stand as they are hashed and signed (UTF-8). Every key here is public: use none of them.",
  labels: Object.entries(labels).map(([name, label]) => ({ name, label, digestOfEmpty: b64(digest(label)) })),
  directory: directoryVector(commune, district),
  receipt: receipt.vector,
  committees: [commune.vector, district.vector],
  officer,
  passkey: passkeyVector(officer),
  letter: letter.vector,
  continuation: continuation.vector,
  committeeMessage: committeeMessage.vector,
  reporterMessage: reporterMessage.vector,
  note: note.vector,
  handOver: handOver.vector,
  identity,
  statement,
  caseKey,
  chain: {
    case: caseId,
    releasedOn,
    reporterKeyDigest: reporterKeyDigest(reporter.sign.publicKey),
    start,
    entries: [...entries, handedOver],
  },
  indexEntry: indexVector(),
  searchEntry: await searchVector(),
  boxRequest: boxRequestVector(),
};

const folder = fileURLToPath(new URL("../../vectors", import.meta.url));
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/protocol.json`, `${JSON.stringify(vectors, null, 1)}\n`);
