import { beforeAll, describe, expect, it } from "vitest";
import type { AuditEntry } from "../../src/api/audit.schema.ts";
import {
  actDigest,
  auditLink,
  type AuditProgress,
  checkAuditEntry,
  type CheckedEntry,
  officerKeysOf,
  startAudit,
} from "../../src/crypto/audit.ts";
import { signLabelled } from "../../src/crypto/labelled.ts";
import {
  type OfficerIdentity,
  officerIdentityOf,
  randomOfficerSeed,
} from "../../src/crypto/officer-identity.ts";
import { randomBytes, sodiumReady } from "../../src/crypto/sodium.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { type OfficerAct, writeOfficerAct } from "../../src/envelope/officer-event.ts";

const committee = "xa-uy" as CommitteeId;
const other = "huyen-uy" as CommitteeId;

let identities: Readonly<Record<"an" | "binh" | "former", OfficerIdentity>>;
type Name = keyof typeof identities;

beforeAll(async () => {
  await sodiumReady();
  const create = () => officerIdentityOf(randomOfficerSeed());
  identities = { an: create(), binh: create(), former: create() };
});

const random = (length: number) => toBase64url(randomBytes(length));

function act(name: Name, changes: Partial<OfficerAct> = {}) {
  const text = writeOfficerAct({
    v: 1,
    officer: name as string as OfficerId,
    committee,
    case: random(16) as CaseId,
    act: "Read",
    on: toPlainDate("2026-03-04"),
    entry: null,
    nonce: random(16) as KeyId,
    ...changes,
  });
  const signature = signLabelled(identities[name].sign.secret, labels.officerAct, toUtf8(text));
  return { act: text, signature: toBase64url(signature) };
}

type Signed = ReturnType<typeof act>;

/** The log of a committee as an honest server keeps it. */
function logOf(acts: readonly Signed[], of: CommitteeId = committee): readonly AuditEntry[] {
  let { link } = startAudit(of);
  return acts.map((signed, index) => {
    link = auditLink(link, actDigest(signed.act, bytesOf(signed.signature)));
    return { kind: "act" as const, sequence: index + 1, ...signed, link };
  });
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64url"));
}

function check(entries: readonly AuditEntry[]): readonly CheckedEntry[] {
  const keys = officerKeysOf(
    (["an", "binh"] as const).map((id) => ({
      id: id as string as OfficerId,
      sign: toBase64url(identities[id].sign.publicKey),
    })),
  );
  let progress: AuditProgress = startAudit(committee);
  return entries.map((entry) => {
    const step = checkAuditEntry(committee, keys, progress, entry);
    progress = step.progress;
    return step.checked;
  });
}

/** Every place that does not add up. */
function faultsOf(entries: readonly AuditEntry[]): readonly string[] {
  return check(entries).flatMap(({ sequence, faults }) => faults.map((fault) => `${sequence} ${fault}`));
}

const four = () => [act("an"), act("binh"), act("an"), act("binh")];
const isAct = (entry: AuditEntry): entry is Extract<AuditEntry, { kind: "act" }> => entry.kind === "act";

/** What a server writes that reckons every link anew after it has changed something. */
const relinked = (entries: readonly AuditEntry[]) =>
  logOf(entries.filter(isAct).map(({ act: text, signature }) => ({ act: text, signature })));

describe("a committee's log", () => {
  it("is proven, act for act, by officers of the signed roster", () => {
    const checked = check(logOf(four()));
    expect(checked.map(({ proof }) => proof)).toEqual(["signed", "signed", "signed", "signed"]);
    expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("names the place of an act that was changed", () => {
    const log = logOf(four());
    const changed = log.map((entry) =>
      isAct(entry) && entry.sequence === 2 ? { ...entry, act: entry.act.replace("Read", "Noted") } : entry,
    );
    expect(faultsOf(changed)).toEqual(["2 broken-link", "2 bad-signature"]);
    expect(faultsOf(relinked(changed))).toEqual(["2 bad-signature"]);
    expect(check(changed)[1]?.proof).toBe("none");
  });

  it("names the place before which an act was taken out", () => {
    const log = logOf(four());
    expect(faultsOf(log.toSpliced(1, 1))).toEqual(["3 gap"]);
    const renumbered = log.toSpliced(1, 1).map((entry, index) => ({ ...entry, sequence: index + 1 }));
    expect(faultsOf(renumbered)).toEqual(["2 broken-link"]);
  });

  it("names acts that changed places", () => {
    const [first, second, third, fourth] = logOf(four());
    if (!first || !second || !third || !fourth) throw new Error("four acts");
    const moved = [first, { ...third, sequence: 2 }, { ...second, sequence: 3 }, fourth];
    expect(faultsOf(moved)).toEqual(["2 broken-link", "3 broken-link", "4 broken-link"]);
  });

  it("names an act that was put in: repeated, of another log, or in another's name", () => {
    const acts = four();
    const [first] = acts;
    if (first === undefined) throw new Error("four acts");
    expect(faultsOf(logOf([...acts, first]))).toEqual(["5 doubled"]);
    expect(faultsOf(logOf([...acts, act("an", { committee: other })]))).toEqual(["5 foreign-committee"]);
    const forged = act("former", { officer: "an" as OfficerId });
    expect(faultsOf(logOf([...acts, forged]))).toEqual(["5 bad-signature"]);
    expect(faultsOf(logOf([...acts, { ...first, act: `${first.act} ` }]))).toEqual(["5 unreadable"]);
  });

  it("is not another committee's, even where every act in it is signed", () => {
    const theirs = logOf([act("an", { committee: other }), act("binh", { committee: other })], other);
    expect(faultsOf(theirs)).toEqual([
      "1 broken-link",
      "1 foreign-committee",
      // From the link that it was given on it does follow.
      "2 foreign-committee",
    ]);
  });

  it("says of a former officer's act that nothing proves it, and goes on", () => {
    const checked = check(logOf([act("an"), act("former"), act("binh")]));
    expect(checked.map(({ proof }) => proof)).toEqual(["signed", "unproven", "signed"]);
    expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("goes on to verify through an act that is not for this reader", () => {
    const log = logOf(four());
    const withheld = log.map((entry): AuditEntry => {
      if (!isAct(entry) || entry.sequence !== 2) return entry;
      const { sequence, link } = entry;
      return { kind: "withheld", sequence, digest: actDigest(entry.act, bytesOf(entry.signature)), link };
    });
    const checked = check(withheld);
    expect(checked.map(({ proof }) => proof)).toEqual(["signed", "withheld", "signed", "signed"]);
    expect(faultsOf(withheld)).toEqual([]);
    const first = withheld[0];
    if (first === undefined || !isAct(first)) throw new Error("an act");
    // What stands before it is bound to the end as much as what stands behind.
    const [rewritten] = relinked([{ ...first, ...act("an") }]);
    if (rewritten === undefined) throw new Error("an act");
    expect(faultsOf([rewritten, ...withheld.slice(1)])).toEqual(["2 broken-link"]);
  });

  it("is broken by every changed character of a digest, a link or a signature", () => {
    const log = logOf([act("an"), act("binh")]);
    const [first] = log;
    if (first === undefined || !isAct(first)) throw new Error("an act");
    const flip = (text: string, at: number) =>
      text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
    for (let at = 0; at < 40; at++) {
      expect(faultsOf([{ ...first, link: flip(first.link, at) }])).toEqual(["1 broken-link"]);
      expect(faultsOf([{ ...first, signature: flip(first.signature, at) }])).toEqual([
        "1 broken-link",
        "1 bad-signature",
      ]);
    }
  });
});
