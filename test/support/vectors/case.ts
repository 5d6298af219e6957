import {
  chainLink,
  chainStart,
  entryDigest,
  reporterKeyDigest,
  signOfficerEvent,
} from "../../../src/crypto/chain.ts";
import { frameBody } from "../../../src/crypto/envelope.seal.ts";
import { signLabelled } from "../../../src/crypto/labelled.ts";
import { signedParts } from "../../../src/crypto/letter.ts";
import type { Identity, ReporterDeed } from "../../../src/crypto/letter.schema.ts";
import { signStatement } from "../../../src/crypto/statement.ts";
import { catalogueVersion } from "../../../src/domain/manifestations.ts";
import type { SealedFact } from "../../../src/domain/case/case.sealed.ts";
import type { CaseId, CommitteeId, KeyId } from "../../../src/domain/ids.ts";
import { addDays, type PlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url as b64 } from "../../../src/envelope/base64url.ts";
import { type Bytes, concat, padZero, toUtf8, uint16 } from "../../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../../src/envelope/canonical-json.ts";
import { writeHeader } from "../../../src/envelope/headers.ts";
import { labels } from "../../../src/envelope/labels.ts";
import { namesReporter, type OfficerEvent, writeOfficerAct } from "../../../src/envelope/officer-event.ts";
import { defaultPolicy } from "../../../src/org/law-data.ts";
import { bytesOf, sealToVector, sealVector } from "./deterministic.ts";
import { officerId, officerIdentity, receiptVector, rosterOfficer } from "./holders.ts";
import { committeeVector, releasedOn } from "./trust.ts";

// One case in the known answers: sent in two parts, opened, acknowledged, made formal by a sealed message, shown, classified.

export const commune = committeeVector("xa-uy", [rosterOfficer]);
export const district = committeeVector("huyen-uy", []);
export const receipt = await receiptVector();
export const reporter = receipt.keys;
export const caseId = b64(bytesOf("case", 16)) as CaseId;
const messageId = b64(bytesOf("message", 16)) as CaseId;
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
    category: { catalogue: catalogueVersion, topic: "money", code: "B7" },
    facts: { when: "Năm ngoái", where: "Ấp Hòa Thuận", knowledge: "papers", continuing: "goes-on" },
    parts: 1,
    route: {
      unit: "xa",
      about: "somebody-else",
      excluded: [],
      levelAbove: false,
      on: releasedOn,
      steps: [{ kind: "received", committee: "xa-uy" }],
    },
    text: "Tiền dân góp làm lộ ",
  });
  const signature = signLabelled(reporter.sign.secret, labels.letterBody, ...signedParts(header, text));
  const body = frameBody(text, signature);
  const made = sealVector({ name: "letter", purpose: "letter", header, body, recipients: readers });
  return { ...made, vector: { ...made.vector, text, signature: b64(signature) } };
}

export const letter = letterVector();
const links: Bytes[] = [chainStart(caseId, letter.digest, releasedOn)];
const lastLink = () => links.at(-1) ?? new Uint8Array();

function append(entry: Bytes) {
  links.push(chainLink(lastLink(), entry));
  return { entryDigest: b64(entry), link: b64(lastLink()) };
}

/** An act of the commune at the next place; `parameters`: what the server may see of it. */
export function eventVector(
  type: "Opened" | "Acknowledged" | "Classified" | "HandedOver",
  days: number,
  message: Bytes | null,
  parameters: object = {},
) {
  const event = {
    v: 1 as const,
    case: caseId,
    committee: "xa-uy" as CommitteeId,
    signer: commune.keys.id,
    sequence: links.length,
    previous: b64(lastLink()),
    type,
    on: addDays(releasedOn, days),
    reporter: namesReporter(type) ? reporterKeyDigest(reporter.sign.publicKey) : null,
    message: message === null ? null : b64(message),
    ...parameters,
  } as OfficerEvent;
  const signed = signOfficerEvent(event, commune.keys.signSecret);
  const entry = entryDigest({ by: "committee", signed });
  const act = writeOfficerAct({
    v: 1,
    officer: officerId,
    committee: "xa-uy" as CommitteeId,
    case: caseId,
    act: type,
    on: event.on,
    entry: b64(entry),
    nonce: b64(bytesOf(`act/${type}`, 16)) as KeyId,
  });
  const actSignature = signLabelled(officerIdentity.identity.sign.secret, labels.officerAct, toUtf8(act));
  return {
    by: "committee",
    event: signed.event,
    signature: b64(signed.signature),
    ...append(entry),
    act,
    actSignature: b64(actSignature),
  };
}

/** For whom an object of the commune is; `toReporter` false: the third slot is a throw-away. */
type Audience = {
  readonly reader: { readonly id: string; readonly kem: Bytes };
  readonly toReporter: boolean;
};

const communeKey = { id: commune.keys.id, kem: commune.keys.publicKem };

/** A sealed object of the commune for the next place. */
export function committeeMessageVector(
  name: string,
  said: { readonly text: string; readonly fact: SealedFact | null },
  { reader, toReporter }: Audience,
) {
  const header = writeHeader({
    v: 1,
    case: caseId,
    committee: "xa-uy" as CommitteeId,
    sequence: links.length,
    previous: b64(lastLink()),
    readerKey: reader.id as KeyId,
    fallbackKey: district.keys.id,
  });
  const text = toCanonicalJson({ v: 1, ...said });
  const body = frameBody(text, new Uint8Array());
  const recipients = { ...readers, receiver: reader.kem, ...(toReporter ? {} : { reporter: null }) };
  const made = sealVector({ name, purpose: "committee-message", header, body, recipients });
  return { ...made, vector: { ...made.vector, text } };
}

function identityVector() {
  const identity: Identity = {
    v: 1,
    name: "Nguyễn Văn An",
    address: "Ấp Hòa Thuận, xã Hòa Thuận",
    contact: "0900 000 000",
  };
  const text = toCanonicalJson(identity);
  const bytes = toUtf8(text);
  const plaintext = padZero(concat(uint16(bytes.length), bytes), 5120);
  const place = { label: labels.identity, context: [toUtf8(`${caseId}/${messageId}`)] };
  return { text, ...sealToVector("identity", commune.keys.publicKem, plaintext, place).vector };
}

export const identity = identityVector();
const signed = signStatement(
  { v: 1, type: "MadeFormal", case: caseId, kind: "formal-state", message: messageId },
  reporter.sign.secret,
);
export const statement = { statement: signed.statement, signature: b64(signed.signature) };

type ReportersMessage = {
  readonly name: string;
  readonly message: CaseId;
  readonly number: number;
  readonly previous: Bytes;
  readonly deed: ReporterDeed;
  readonly said: string;
};

function reporterMessageVector({ name, message, number, previous, deed, said }: ReportersMessage) {
  const header = writeHeader({
    v: 1,
    case: caseId,
    message,
    number,
    act: "message",
    previous: b64(previous),
    seen: { sequence: links.length - 1, chain: b64(lastLink()) },
    readerKey: commune.keys.id,
    fallbackKey: district.keys.id,
  });
  const text = toCanonicalJson({ v: 1, deed, text: said });
  const signature = signLabelled(
    reporter.sign.secret,
    labels.reporterMessageBody,
    ...signedParts(header, text),
  );
  const body = frameBody(text, signature);
  const made = sealVector({
    name,
    purpose: "reporter-message",
    header,
    body,
    recipients: readers,
  });
  return { ...made, vector: { ...made.vector, text, signature: b64(signature) } };
}

function reporterEntry(message: Bytes, on: PlainDate) {
  return {
    by: "reporter",
    on,
    message: b64(message),
    ...append(entryDigest({ by: "reporter", on, message })),
  };
}

function statementEntry(on: PlainDate) {
  return { by: "statement", on, ...statement, ...append(entryDigest({ by: "statement", on, ...signed })) };
}

export const continuation = reporterMessageVector({
  name: "continuation",
  message: b64(bytesOf("message/continuation", 16)) as CaseId,
  number: 1,
  previous: letter.digest,
  deed: { kind: "continuation", part: 1 },
  said: "chưa được công khai.",
});
const wentOn = reporterEntry(continuation.digest, releasedOn);
const opened = eventVector("Opened", 1, null);
export const committeeMessage = committeeMessageVector(
  "committee-message",
  { text: "Đã tiếp nhận phản ánh.", fact: null },
  { reader: communeKey, toReporter: true },
);
const acknowledged = eventVector("Acknowledged", 2, committeeMessage.digest);
export const reporterMessage = reporterMessageVector({
  name: "reporter-message",
  message: messageId,
  number: 2,
  previous: continuation.digest,
  deed: { kind: "make-formal", ...statement, identity: identity.sealed },
  said: "Tôi xin tố cáo.",
});
const wrote = reporterEntry(reporterMessage.digest, addDays(releasedOn, 3));
const shown = statementEntry(addDays(releasedOn, 4));
export const note = committeeMessageVector(
  "note-to-readers",
  {
    text: "Thuộc thẩm quyền.",
    fact: { type: "Classified", substance: "denunciation", category: null, eligible: true },
  },
  { reader: communeKey, toReporter: false },
);
const classified = eventVector("Classified", 4, note.digest, { kind: "formal-state" });

/** Up to the hand-over, which `rekeying` makes. */
export const entries = [wentOn, opened, acknowledged, wrote, shown, classified];
export const start = b64(links[0] ?? new Uint8Array());
