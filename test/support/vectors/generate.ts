import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { signBoxRequest } from "../../../src/client/reporter/box.ts";
import { stretchOfficer, stretchReporterAtOnce } from "../../../src/crypto/argon2.ts";
import {
  chainLink,
  chainStart,
  entryDigest,
  reporterKeyDigest,
  signOfficerEvent,
} from "../../../src/crypto/chain.ts";
import { committeeKeysOf } from "../../../src/crypto/committee-key.ts";
import { rootFingerprint } from "../../../src/crypto/directory.ts";
import { frameBody } from "../../../src/crypto/envelope.seal.ts";
import { keyRecordDigest, writeKeyRecord } from "../../../src/crypto/key-record.ts";
import { derive, digest, labelled, signLabelled } from "../../../src/crypto/labelled.ts";
import { signedParts } from "../../../src/crypto/letter.ts";
import {
  derivePassphraseKeys,
  normalisePassphrase,
  officerIdentityOf,
  proveLogin,
} from "../../../src/crypto/officer-identity.ts";
import { deriveReporterKeys } from "../../../src/crypto/receipt.ts";
import { aeadSeal, blake2b, oneTimeNonce, sha512, sodiumReady } from "../../../src/crypto/sodium.ts";
import type { CaseId, CommitteeId, OfficerId, PersonId, UnitId } from "../../../src/domain/ids.ts";
import { addDays, toPlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { type Bytes, concat, padZero, toUtf8, uint16 } from "../../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../../src/envelope/canonical-json.ts";
import { writeHeader } from "../../../src/envelope/headers.ts";
import { labels } from "../../../src/envelope/labels.ts";
import { writeOfficerAct } from "../../../src/envelope/officer-event.ts";
import { createReceiptCode } from "../../../src/envelope/receipt-code.ts";
import { defaultPolicy, officialYears } from "../../../src/org/law-data.ts";
import { certifySigner, createTrust, type DirectoryContent, signDirectory } from "../../../src/org/roots.ts";
import { bytesOf, encapsulateWith, sealVector } from "./deterministic.ts";

// Makes test/vectors/protocol.json: known answers for another implementation. Run by hand (`npm run vectors`).

await sodiumReady();
const releasedOn = toPlainDate("2026-03-02");
const b64 = toBase64url;

function committeeVector(id: string) {
  const seeds = bytesOf(`committee/${id}`, 64);
  const keys = committeeKeysOf(seeds);
  const file = writeKeyRecord({
    v: 1,
    committee: id as CommitteeId,
    keys: [
      {
        id: keys.id,
        kem: b64(keys.publicKem),
        sign: b64(keys.publicSign),
        sealFrom: toPlainDate("2026-01-01"),
        sealTo: toPlainDate("2027-01-02"),
      },
    ],
  });
  const vector = {
    committee: id,
    seeds: b64(seeds),
    kemPublic: b64(keys.publicKem),
    signPublic: b64(keys.publicSign),
    id: keys.id,
    indexKey: b64(keys.indexKey),
    keyRecordFile: file,
    keyRecordDigest: keyRecordDigest(file),
  };
  return { keys, seeds, vector };
}

const roots = [0, 1, 2].map((index) => b64(bytesOf(`root/${index}`, 32)));
const signer = b64(bytesOf("signer", 32));
const trust = createTrust(roots, {
  threshold: 2,
  subtree: "huyen" as UnitId,
  minimumSequence: 1,
  builtOn: releasedOn,
});
const fingerprint = rootFingerprint(trust);
const commune = committeeVector("xa-uy");
const district = committeeVector("huyen-uy");

function directoryVector() {
  const ever = { validFrom: toPlainDate("2018-01-01"), validTo: null };
  const unit = (id: string, parent: string | null) => ({
    ...ever,
    id: id as UnitId,
    name: id,
    formerNames: [],
    aliases: [],
    level: "xa",
    parents: parent === null ? [] : [{ ...ever, parent: parent as UnitId }],
    mergedInto: null,
    agencyPosts: [],
  });
  const committee = ({ vector }: typeof commune, of: string) => ({
    ...ever,
    id: vector.committee as CommitteeId,
    name: vector.committee,
    kind: "managing" as const,
    unit: of as UnitId,
    positions: [],
    keyHolders: [`p-${of}` as PersonId],
    trustees: [],
    keyRecord: vector.keyRecordDigest,
  });
  const content: DirectoryContent = {
    sequence: 1,
    releaseHour: 18,
    organisation: {
      notice: "tổ chức minh họa",
      levels: [{ code: "xa", name: "Xã" }],
      units: [unit("huyen", null), unit("xa", "huyen")],
      committees: [committee(commune, "xa"), committee(district, "huyen")],
      intake: "huyen-uy" as CommitteeId,
      deputyGoesUp: true,
    },
    policy: defaultPolicy,
    calendar: officialYears.filter(({ year }) => year === 2026),
  };
  const certified = certifySigner(roots, signer, trust.subtree, toPlainDate("2026-01-01"));
  return {
    rootSeeds: roots,
    signerSeed: signer,
    trust,
    rootFingerprint: b64(fingerprint),
    file: signDirectory(content, signer, certified, releasedOn),
  };
}

async function receiptVector() {
  const code = createReceiptCode("3141592653589793238462");
  const salt = blake2b(16, labelled(labels.receiptSalt, fingerprint), null);
  const master = await stretchReporterAtOnce(toUtf8(code), salt);
  const keys = await deriveReporterKeys(code, fingerprint, stretchReporterAtOnce);
  const vector = {
    randomDigits: code.slice(0, 22),
    code,
    argon2id: { memoryKiB: 65_536, passes: 3, lanes: 1, length: 32 },
    salt: b64(salt),
    master: b64(master),
    lookupId: b64(keys.lookupId),
    signSeed: b64(derive(master, 32, labels.receiptSign)),
    signPublic: b64(keys.sign.publicKey),
    kemSeed: b64(derive(master, 32, labels.receiptKem)),
    kemPublic: b64(keys.kem.publicKey),
  };
  return { keys, vector };
}

async function officerVector() {
  const [passphrase, loginName] = ["K7QM-x2np 9hra—c4wt", "can-bo.xa"];
  const officer = "can-bo-1" as OfficerId;
  const salt = blake2b(16, labelled(labels.officerSalt, fingerprint, toUtf8(loginName)), null);
  const normalised = normalisePassphrase(passphrase);
  const stretched = await stretchOfficer(toUtf8(normalised), salt);
  const keys = await derivePassphraseKeys(
    passphrase,
    loginName,
    fingerprint,
    async () => new Uint8Array(stretched),
  );
  const seed = bytesOf("officer/seed", 32);
  const identity = officerIdentityOf(seed);
  const nonce = bytesOf("officer/nonce", 24);
  const bound = labelled(labels.officerSeedWrap, toUtf8(officer), new Uint8Array(1), keys.login.publicKey);
  const challenge = "5907600.kcSZrNNuIXQv1pvq6zPpFQ9hMfqTQjR5xWdK0sV4o2E";
  const randomness = bytesOf("officer/wrap", 64);
  const { ciphertext, shared } = encapsulateWith(identity.kem.publicKey, randomness);
  const context = toUtf8(`xa-uy/${commune.keys.id}/${officer}`);
  const wrapKey = derive(shared, 32, labels.committeeKeyWrap, context);
  const vector = {
    officer,
    loginName,
    passphrase,
    normalised,
    argon2id: { memoryKiB: 262_144, passes: 3, lanes: 1, length: 32 },
    salt: b64(salt),
    stretched: b64(stretched),
    loginSeed: b64(derive(stretched, 32, labels.officerLoginKey)),
    loginPublic: b64(keys.login.publicKey),
    wrapKey: b64(keys.wrapKey),
    challenge,
    loginProof: b64(proveLogin(keys, challenge, loginName)),
    seed: b64(seed),
    seedNonce: b64(nonce),
    wrappedSeed: b64(concat(nonce, aeadSeal(seed, bound, nonce, keys.wrapKey))),
    kemSeed: b64(derive(seed, 32, labels.officerKem)),
    kemPublic: b64(identity.kem.publicKey),
    signSeed: b64(derive(seed, 32, labels.officerSign)),
    signPublic: b64(identity.sign.publicKey),
    committeeKeyWrap: {
      committee: "xa-uy",
      key: commune.keys.id,
      encapsulationRandomness: b64(randomness),
      sharedSecret: b64(shared),
      wrapKey: b64(wrapKey),
      wrap: b64(concat(ciphertext, aeadSeal(commune.seeds, new Uint8Array(), oneTimeNonce, wrapKey))),
    },
  };
  return { identity, vector };
}

const receipt = await receiptVector();
const officer = await officerVector();
const reporter = receipt.keys;
const caseId = b64(bytesOf("case", 16)) as CaseId;
const readers = {
  receiver: commune.keys.publicKem,
  fallback: district.keys.publicKem,
  reporter: reporter.kem.publicKey,
};

function letterVector() {
  const header = writeHeader({
    v: 1,
    case: caseId,
    receiver: "xa-uy" as CommitteeId,
    receiverKey: commune.keys.id,
    fallback: "huyen-uy" as CommitteeId,
    fallbackKey: district.keys.id,
    oversight: "huyen-uy" as CommitteeId,
    policy: defaultPolicy.version,
    directory: 1,
  });
  const text = toCanonicalJson({
    v: 1,
    reporter: { sign: b64(reporter.sign.publicKey), kem: b64(reporter.kem.publicKey) },
    language: "vi",
    self: null,
    route: {
      unit: "xa",
      about: "somebody-else",
      excluded: [],
      levelAbove: false,
      on: releasedOn,
      steps: [{ kind: "received", committee: "xa-uy" }],
    },
    text: "Tiền dân góp làm lộ chưa được công khai.",
  });
  const signature = signLabelled(reporter.sign.secret, labels.letterBody, ...signedParts(header, text));
  const body = frameBody(text, signature);
  const made = sealVector({ name: "letter", purpose: "letter", header, body, recipients: readers });
  return { ...made, vector: { ...made.vector, text, signature: b64(signature) } };
}

const letter = letterVector();
const links: Bytes[] = [chainStart(caseId, letter.digest, releasedOn)];
const lastLink = () => links.at(-1) ?? new Uint8Array();

function eventVector(type: "Opened" | "Acknowledged", days: number, message: Bytes | null) {
  const event = {
    v: 1 as const,
    case: caseId,
    committee: "xa-uy" as CommitteeId,
    key: commune.keys.id,
    sequence: links.length,
    previous: b64(lastLink()),
    type,
    on: addDays(releasedOn, days),
    reporter: type === "Opened" ? null : reporterKeyDigest(reporter.sign.publicKey),
    message: message === null ? null : b64(message),
  };
  const signed = signOfficerEvent(event, commune.keys.signSecret);
  const entry = entryDigest({ by: "committee", signed });
  const act = writeOfficerAct({
    v: 1,
    officer: "can-bo-1" as OfficerId,
    committee: "xa-uy" as CommitteeId,
    case: caseId,
    act: type,
    on: event.on,
    entry: b64(entry),
  });
  const actSignature = signLabelled(officer.identity.sign.secret, labels.officerAct, toUtf8(act));
  links.push(chainLink(lastLink(), entry));
  return {
    by: "committee",
    event: signed.event,
    signature: b64(signed.signature),
    entryDigest: b64(entry),
    link: b64(lastLink()),
    act,
    actSignature: b64(actSignature),
  };
}

function committeeMessageVector() {
  const header = writeHeader({
    v: 1,
    case: caseId,
    committee: "xa-uy" as CommitteeId,
    sequence: links.length,
    previous: b64(lastLink()),
    readerKey: commune.keys.id,
    fallbackKey: district.keys.id,
  });
  const text = toCanonicalJson({ v: 1, text: "Đã tiếp nhận phản ánh." });
  const body = frameBody(text, new Uint8Array());
  const made = sealVector({
    name: "committee-message",
    purpose: "committee-message",
    header,
    body,
    recipients: readers,
  });
  return { ...made, vector: { ...made.vector, text } };
}

function reporterMessageVector() {
  const header = writeHeader({
    v: 1,
    case: caseId,
    message: b64(bytesOf("message", 16)) as CaseId,
    number: 1,
    previous: b64(letter.digest),
    seen: { sequence: links.length - 1, chain: b64(lastLink()) },
    readerKey: commune.keys.id,
    fallbackKey: district.keys.id,
  });
  const text = toCanonicalJson({ v: 1, text: "Cảm ơn, tôi xin bổ sung." });
  const signature = signLabelled(
    reporter.sign.secret,
    labels.reporterMessageBody,
    ...signedParts(header, text),
  );
  const body = frameBody(text, signature);
  const made = sealVector({
    name: "reporter-message",
    purpose: "reporter-message",
    header,
    body,
    recipients: readers,
  });
  return { ...made, vector: { ...made.vector, text, signature: b64(signature) } };
}

const opened = eventVector("Opened", 1, null);
const committeeMessage = committeeMessageVector();
const acknowledged = eventVector("Acknowledged", 2, committeeMessage.digest);
const reporterMessage = reporterMessageVector();
const wroteOn = addDays(releasedOn, 3);
const wrote = entryDigest({ by: "reporter", on: wroteOn, message: reporterMessage.digest });
links.push(chainLink(lastLink(), wrote));

function indexVector() {
  const nonce = bytesOf("index/nonce", 24);
  const text = toCanonicalJson({
    v: 1,
    unit: "xa",
    about: "somebody-else",
    language: "vi",
    self: null,
    excerpt: "Tiền dân góp làm lộ chưa được công khai.",
  });
  const bytes = toUtf8(text);
  const plaintext = padZero(concat(uint16(bytes.length), bytes), 472);
  const bound = labelled(labels.indexEntry, toUtf8(`xa-uy/${caseId}`));
  const entry = concat(nonce, aeadSeal(plaintext, bound, nonce, commune.keys.indexKey));
  return { committee: "xa-uy", case: caseId, nonce: b64(nonce), text, entry: b64(entry) };
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

const vectors = {
  comment:
    "Known answers of src/crypto/PROTOCOL.md. Bytes are base64url without padding, texts stand as they are hashed and signed (UTF-8). Every key here is public: use none of them.",
  labels: Object.entries(labels).map(([name, label]) => ({ name, label, digestOfEmpty: b64(digest(label)) })),
  directory: directoryVector(),
  receipt: receipt.vector,
  committees: [commune.vector, district.vector],
  officer: officer.vector,
  letter: letter.vector,
  committeeMessage: committeeMessage.vector,
  reporterMessage: reporterMessage.vector,
  chain: {
    case: caseId,
    releasedOn,
    reporterKeyDigest: reporterKeyDigest(reporter.sign.publicKey),
    start: b64(links[0] ?? new Uint8Array()),
    entries: [
      opened,
      acknowledged,
      {
        by: "reporter",
        on: wroteOn,
        message: b64(reporterMessage.digest),
        entryDigest: b64(wrote),
        link: b64(lastLink()),
      },
    ],
  },
  indexEntry: indexVector(),
  boxRequest: boxRequestVector(),
};

const folder = fileURLToPath(new URL("../../vectors", import.meta.url));
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/protocol.json`, `${JSON.stringify(vectors, null, 1)}\n`);
