import type {
  AppendEventRequest,
  CaseDetail,
  CaseRow,
  ChainEntry,
  LateList,
  PutEntryRequest,
  SealedForReader,
  ShowStatementRequest,
} from "../../src/api/officer.schema.ts";
import { lineOf } from "../../src/client/desk/case-list.ts";
import type { KnownOrganisation } from "../../src/client/organisation.ts";
import type { Transport } from "../../src/client/transport.ts";
import { chainLink, chainStart, entryDigest, type LinkedEntry } from "../../src/crypto/chain.ts";
import { caseKeyIdOf } from "../../src/crypto/case-key.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { type LetterContent, sealLetter } from "../../src/crypto/letter.ts";
import type { ReporterDeed } from "../../src/crypto/letter.schema.ts";
import type { ReporterKeys } from "../../src/crypto/receipt.ts";
import { actOf, readReporterMessageHeader, sealReporterMessage } from "../../src/crypto/reporter-message.ts";
import { isReportersStatement, readStatement } from "../../src/crypto/statement.ts";
import { type CaseState, superiorMayRead } from "../../src/domain/case/case.ts";
import { outerEscalationOf } from "../../src/domain/case/case.clocks.ts";
import { type Actor, actorOf, type CaseCommand, commandOf } from "../../src/domain/case/case.commands.ts";
import { decide } from "../../src/domain/case/case.decide.ts";
import { evolve, releasedCase } from "../../src/domain/case/case.evolve.ts";
import { findLawChange } from "../../src/domain/case/case.law-change.ts";
import { advance } from "../../src/domain/case/case.tick.ts";
import type { Law } from "../../src/domain/clocks.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId } from "../../src/domain/ids.ts";
import { laterOf, type PlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { type Bytes, fromUtf8 } from "../../src/envelope/bytes.ts";
import { type StepRecord, toClockRecord } from "../../src/envelope/case-record.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { type ReporterMessageHeader, writeHeader } from "../../src/envelope/headers.ts";
import {
  isRekeying,
  movesToCommittee,
  parseOfficerAct,
  parseOfficerEvent,
  toCaseEvent,
} from "../../src/envelope/officer-event.ts";
import { contentOf, randomCaseId, releasedOn } from "./crypto/people.ts";
import { held, type HouseCommittee, worksFor } from "./desk-house.ts";

// The officers' side of a server in memory: it folds with the real law, keeps real sealed objects, and checks what a
// server can check of a request. The real one is tested in workerd (test/worker); this one can be made to lie.

type StoredSlot = { readonly slot: Bytes; readonly key: KeyId | null };
type StoredEntry = { readonly linked: LinkedEntry; readonly core: Bytes | null };

type Stored = {
  readonly reporter: ReporterKeys;
  readonly id: CaseId;
  readonly letter: { readonly core: Bytes; readonly digest: Bytes };
  readonly header: { readonly receiverKey: KeyId; readonly fallbackKey: KeyId | null };
  readonly receiver: CommitteeId;
  entries: StoredEntry[];
  links: Bytes[];
  state: CaseState;
  steps: StepRecord[];
  law: Law;
  /** By the digest of their object. */
  readonly slots: Map<string, StoredSlot>;
  readonly superiorSlots: Map<string, Bytes>;
  caseKey: {
    readonly id: KeyId;
    readonly kem: string;
    readonly wraps: ReadonlyMap<OfficerId, string>;
  } | null;
  index: string | null;
  search: string | null;
};

/** Changes an answer on its way: how a server lies. */
export type Tamper = (path: string, answer: unknown) => unknown;

export type DeskServer = {
  readonly transport: Transport;
  /** Every request with its body, oldest first. */
  readonly asked: readonly { readonly path: string; readonly body: unknown }[];
  today: PlainDate;
  organisation: KnownOrganisation;
  tamper: Tamper | null;
  /** Asks no law: takes whatever is signed, as a server would that is in league with an officer. */
  isLawless: boolean;
  readonly files: Map<string, string>;
  readonly indexOf: (id: CaseId) => string | null;
  readonly searchOf: (id: CaseId) => string | null;
  /** As an altered database would have it. */
  readonly setIndex: (id: CaseId, index: string) => void;
  /** `parts`: messages in which the text is said to go on. */
  readonly receive: (
    reporter: ReporterKeys,
    content?: Partial<LetterContent["route"]>,
    parts?: number,
  ) => CaseId;
  readonly write: (
    id: CaseId,
    deed: ReporterDeed,
    text: string,
    seen?: ReporterMessageHeader["seen"],
  ) => void;
  /** The reporter's browser writes a message whose plaintext is none. */
  readonly writeOddly: (id: CaseId) => void;
  /** Id of the message that the reporter would write next, for a deed that names it. */
  readonly nextMessage: CaseId[];
};

class Refused extends Error {
  readonly status: number;
  readonly answer: unknown;
  constructor(status: number, answer: unknown) {
    super(JSON.stringify(answer).slice(0, 200));
    this.status = status;
    this.answer = answer;
  }
}

const refuse = (status: number, code: string): never => {
  throw new Refused(status, { error: { code } });
};

export function createDeskServer(organisation: KnownOrganisation): DeskServer {
  const cases = new Map<CaseId, Stored>();
  const nonces = new Set<string>();
  const asked: { path: string; body: unknown }[] = [];
  const server: DeskServer = {
    transport: { origin: "http://desk.test", fetch: async (input, init) => await answer(input, init) },
    asked,
    today: releasedOn,
    organisation,
    tamper: null,
    isLawless: false,
    files: new Map(),
    indexOf: (id) => requireCase(id).index,
    searchOf: (id) => requireCase(id).search,
    setIndex: (id, index) => {
      requireCase(id).index = index;
    },
    receive,
    write,
    writeOddly,
    nextMessage: [],
  };

  function requireCase(id: CaseId): Stored {
    return cases.get(id) ?? refuse(404, "not-found");
  }

  function receive(
    reporter: ReporterKeys,
    route: Partial<LetterContent["route"]> = {},
    parts: number = 0,
  ): CaseId {
    const [receiver, superior] = [held["xa-uy"], held["huyen-uy"]];
    const id = randomCaseId();
    const header = {
      v: 1 as const,
      case: id,
      receiver: receiver.committee,
      receiverKey: receiver.keys.id,
      fallback: superior.committee,
      fallbackKey: superior.keys.id,
      oversight: superior.committee,
      policy: "2026.1",
      directory: 1,
    };
    const content = contentOf("Xin chào.");
    const readers = { receiver: receiver.keys.publicKem, fallback: superior.keys.publicKem };
    const full = { ...content, parts, route: { ...content.route, on: server.today, ...route } };
    const { envelope, digest } = sealLetter(header, full, reporter, readers);
    const { core, slots } = splitEnvelope("letter", envelope);
    const name = toBase64url(digest);
    cases.set(id, {
      reporter,
      id,
      letter: { core, digest },
      header: { receiverKey: receiver.keys.id, fallbackKey: superior.keys.id },
      receiver: receiver.committee,
      entries: [],
      links: [chainStart(id, digest, server.today)],
      state: releasedCase(server.today, receiver.committee, superior.committee),
      steps: [],
      law: server.organisation.law,
      slots: new Map([[name, { slot: slots[0], key: null }]]),
      superiorSlots: new Map([[name, slots[1]]]),
      caseKey: null,
      index: null,
      search: null,
    });
    return id;
  }

  /** The reporter's next message, to whoever reads the case now, having seen everything that stands there. */
  function nextHeader(stored: Stored, act: ReporterMessageHeader["act"]) {
    const own = stored.entries.flatMap(({ linked }) => (linked.by === "reporter" ? [linked.message] : []));
    const { caseKey, state } = stored;
    const inCharge = held[state.committee as string as HouseCommittee];
    const superior = state.superior === null ? null : held[state.superior as string as HouseCommittee];
    const header: ReporterMessageHeader = {
      v: 1,
      case: stored.id,
      message: server.nextMessage.shift() ?? randomCaseId(),
      number: own.length + 1,
      act,
      previous: toBase64url(own.at(-1) ?? stored.letter.digest),
      seen: {
        sequence: stored.entries.length,
        chain: toBase64url(stored.links.at(-1) ?? stored.letter.digest),
      },
      readerKey: caseKey?.id ?? inCharge.keys.id,
      fallbackKey: superior?.keys.id ?? null,
    };
    const receiver = caseKey === null ? inCharge.keys.publicKem : fromBase64url(caseKey.kem);
    return { header, readers: { receiver, fallback: superior?.keys.publicKem ?? null } };
  }

  function write(id: CaseId, deed: ReporterDeed, text: string, seen?: ReporterMessageHeader["seen"]): void {
    const stored = requireCase(id);
    bring(stored);
    const { header, readers } = nextHeader(stored, actOf(deed));
    const said = seen === undefined ? header : { ...header, seen };
    take(stored, sealReporterMessage(said, { deed, text }, stored.reporter, readers));
  }

  function writeOddly(id: CaseId): void {
    const stored = requireCase(id);
    const { header, readers } = nextHeader(stored, "message");
    const sealed = sealEnvelope({
      purpose: "reporter-message",
      header: writeHeader(header),
      recipients: { ...readers, reporter: stored.reporter.kem.publicKey },
      body: frameBody("{", new Uint8Array(64)),
    });
    take(stored, sealed);
  }

  function take(stored: Stored, { envelope, digest }: { envelope: Bytes; digest: Bytes }): void {
    const { core, slots } = splitEnvelope("reporter-message", envelope);
    const header = readReporterMessageHeader(core);
    append(stored, { by: "reporter", on: server.today, message: digest, header }, core, slots);
    const type = header?.act === "review" ? "ReviewAsked" : "ReporterWrote";
    stored.state = evolve(stored.state, { type, on: server.today });
  }

  function append(stored: Stored, linked: LinkedEntry, core: Bytes | null, slots: readonly Bytes[]): void {
    const [receiver, fallback] = slots;
    const last = stored.links.at(-1);
    if (last === undefined) throw new Error("a chain has a start");
    stored.entries.push({ linked, core });
    stored.links.push(chainLink(last, entryDigest(linked)));
    if (core === null || linked.by === "statement" || linked.message === null) return;
    const name = toBase64url(linked.message);
    if (receiver !== undefined) stored.slots.set(name, { slot: receiver, key: null });
    if (fallback !== undefined && stored.state.superior !== null) stored.superiorSlots.set(name, fallback);
  }

  /** What time did since, by the law the case was reckoned with; then the new law, if there is one. */
  function bring(stored: Stored): void {
    const record = (events: readonly StepRecord["step"][]) =>
      stored.steps.push(...events.map((step) => ({ after: stored.entries.length, step })));
    const before = advance(stored.state, server.today, stored.law);
    record(before.events);
    stored.state = before.state;
    const { law, lawChanges } = server.organisation;
    const announced = lawChanges.at(-1);
    if (law === stored.law || announced === undefined) return;
    const change = findLawChange(stored.state, stored.law, law, announced.because);
    stored.law = law;
    if (change === undefined) return;
    const step = {
      type: "LawChanged" as const,
      on: laterOf(announced.on, stored.state.lastEventOn),
      ...change,
    };
    record([step]);
    stored.state = evolve(stored.state, step);
    const after = advance(stored.state, server.today, law);
    record(after.events);
    stored.state = after.state;
  }

  function seesAs(stored: Stored, officer: OfficerId): "officer" | "superior" | undefined {
    const { state, caseKey } = stored;
    if (worksFor(officer, state.committee))
      return caseKey === null || caseKey.wraps.has(officer) ? "officer" : undefined;
    if (state.superior === null || !worksFor(officer, state.superior)) return undefined;
    return state.flags.overdue || superiorMayRead(state) ? "superior" : undefined;
  }

  function detailFor(stored: Stored, officer: OfficerId): CaseDetail {
    const as = seesAs(stored, officer) ?? refuse(404, "not-found");
    return {
      today: server.today,
      row: rowFor(stored, officer, as),
      entries: stored.entries.map((entry, at) => entryFor(stored, entry, at + 1, as)),
      steps: [...stored.steps] as CaseDetail["steps"],
    };
  }

  function rowFor(stored: Stored, officer: OfficerId, as: "officer" | "superior"): CaseRow {
    const { state, caseKey, header } = stored;
    const wrap = caseKey?.wraps.get(officer);
    return {
      case: stored.id,
      as,
      committee: state.committee,
      receiver: stored.receiver,
      receiverKey: header.receiverKey,
      fallback: state.superior,
      fallbackKey: state.superior === null ? null : header.fallbackKey,
      policy: "2026.1",
      releasedOn: state.releasedOn,
      outerEscalationOn: outerEscalationOf(state, stored.law),
      status: state.status,
      kind: state.kind,
      flags: (Object.keys(state.flags) as (keyof CaseState["flags"])[]).filter((flag) => state.flags[flag]),
      sequence: stored.entries.length,
      chain: toBase64url(stored.links.at(-1) ?? new Uint8Array()),
      letter: toBase64url(stored.letter.digest),
      openedOn: "openedOn" in state ? state.openedOn : null,
      acknowledgedOn: "acknowledgedOn" in state ? state.acknowledgedOn : null,
      answeredOn: "answeredOn" in state ? state.answeredOn : null,
      reporterWroteOn: state.reporterWroteOn,
      clocks: state.clocks.filter(({ stoppedOn }) => stoppedOn === null).map(toClockRecord),
      caseKey: caseKey === null || wrap === undefined ? null : { id: caseKey.id, kem: caseKey.kem, wrap },
      index: as === "officer" ? stored.index : null,
    };
  }

  function entryFor(
    stored: Stored,
    { linked, core }: StoredEntry,
    sequence: number,
    as: "officer" | "superior",
  ): ChainEntry {
    if (linked.by === "statement") {
      const { on, statement } = linked;
      return { by: "statement", sequence, on, statement, signature: toBase64url(linked.signature) };
    }
    if (linked.by === "reporter") {
      if (core === null) throw new Error("a message");
      const message = sealedForReader(stored, linked.message, core, as, false);
      return { by: "reporter", sequence, on: linked.on, message };
    }
    const { event, signature } = linked.signed;
    const { type } = parseOfficerEvent(event);
    const isForSuperior = type === "Explained" || type === "SuperiorProposed";
    const message =
      core === null || linked.message === null
        ? null
        : sealedForReader(stored, linked.message, core, as, isForSuperior);
    return { by: "committee", sequence, event, signature: toBase64url(signature), message };
  }

  function sealedForReader(
    stored: Stored,
    digest: Bytes,
    core: Bytes,
    as: "officer" | "superior",
    atOnce: boolean,
  ): SealedForReader {
    const name = toBase64url(digest);
    const none = { core: toBase64url(core), slot: "", key: null };
    if (as === "superior") {
      const slot = stored.superiorSlots.get(name);
      const mayHave = atOnce || stored.state.superiorOpenedOn !== null;
      return slot === undefined || !mayHave ? none : { ...none, slot: toBase64url(slot) };
    }
    const given = stored.slots.get(name);
    const isOpen = stored.state.status !== "sent" && stored.state.status !== "transferred";
    if (given === undefined || !isOpen) return none;
    return { ...none, slot: toBase64url(given.slot), key: given.key };
  }

  function letterFor(stored: Stored, as: "officer" | "superior"): SealedForReader {
    return sealedForReader(stored, stored.letter.digest, stored.letter.core, as, true);
  }

  /** Brings the case to the day and asks the law; the state is changed by whoever calls. */
  function judge(stored: Stored, command: CaseCommand, actor: Actor): CaseState {
    const { law } = stored;
    const decision = decide(command, stored.state, { today: server.today, actor, law });
    return decision.kind === "refused" ? refuse(422, "refused") : decision.after;
  }

  function checkAct(text: string, committee: CommitteeId): void {
    const act = parseOfficerAct(text);
    if (act.committee !== committee) refuse(422, "malformed");
    if (nonces.has(act.nonce)) refuse(422, "malformed");
    nonces.add(act.nonce);
  }

  function postEvent(stored: Stored, officer: OfficerId, request: AppendEventRequest): unknown {
    bring(stored);
    const as = seesAs(stored, officer) ?? refuse(404, "not-found");
    const event = parseOfficerEvent(request.event);
    if (event.sequence !== stored.entries.length + 1)
      throw new Refused(409, { error: { code: "conflict" }, detail: detailFor(stored, officer) });
    if (event.on !== server.today) refuse(422, "wrong-day");
    checkAct(request.act, event.committee);
    const command = { ...toCaseEvent(event), type: commandOf[event.type] } as unknown as CaseCommand;
    if (actorOf[commandOf[event.type]] !== as) refuse(422, "refused");
    const after = server.isLawless ? evolve(stored.state, toCaseEvent(event)) : judge(stored, command, as);
    if (isRekeying(event.type) !== (request.rekey !== null)) refuse(400, "malformed");
    const split =
      request.message === null ? null : splitEnvelope("committee-message", fromBase64url(request.message));
    if (request.rekey !== null) rekey(stored, officer, request);
    const signed = { event: request.event, signature: fromBase64url(request.signature) };
    const message = event.message === null ? null : fromBase64url(event.message);
    append(stored, { by: "committee", signed, message }, split?.core ?? null, split?.slots ?? []);
    stored.state = after;
    const isOpening = event.type === "Opened" || event.type === "OpenedBySuperior";
    const seen = seesAs(stored, officer);
    return {
      // Whoever no longer sees the case is told so by a detail that is not theirs to read.
      detail: seen === undefined ? null : detailFor(stored, officer),
      letter: isOpening ? letterFor(stored, as) : null,
    };
  }

  function rekey(stored: Stored, officer: OfficerId, { event: text, rekey }: AppendEventRequest): void {
    const event = parseOfficerEvent(text);
    if (rekey === null || !isRekeying(event.type) || !("key" in event)) return;
    const known = [...stored.slots.keys()].sort();
    const named = rekey.slots.map(({ digest }) => digest).sort();
    if (JSON.stringify(known) !== JSON.stringify(named)) refuse(400, "malformed");
    const moves = movesToCommittee(event.type);
    if (moves !== (rekey.kem === null && rekey.wraps.length === 0)) refuse(400, "malformed");
    const readers = rekey.wraps.map((wrap) => wrap.officer);
    if (!readers.every((id) => worksFor(id, stored.state.committee))) refuse(400, "malformed");
    if (!moves && readers.includes(officer) === (event.type === "Recused")) refuse(400, "malformed");
    if (rekey.kem !== null && caseKeyIdOf(fromBase64url(rekey.kem)) !== event.key) refuse(400, "malformed");
    stored.slots.clear();
    for (const { digest, slot } of rekey.slots)
      stored.slots.set(digest, {
        slot: slot === null ? new Uint8Array() : fromBase64url(slot),
        key: event.key,
      });
    stored.caseKey =
      rekey.kem === null
        ? null
        : {
            id: event.key,
            kem: rekey.kem,
            wraps: new Map(rekey.wraps.map((wrap) => [wrap.officer, wrap.wrap])),
          };
    stored.index = null;
    stored.search = null;
    if (event.type === "TakenOver") stored.superiorSlots.clear();
  }

  function postStatement(stored: Stored, officer: OfficerId, request: ShowStatementRequest): unknown {
    bring(stored);
    if (seesAs(stored, officer) !== "officer") refuse(404, "not-found");
    if (request.sequence !== stored.entries.length)
      throw new Refused(409, { error: { code: "conflict" }, detail: detailFor(stored, officer) });
    checkAct(request.act, stored.state.committee);
    const signature = fromBase64url(request.signature);
    const signed = { statement: request.statement, signature };
    const statement = readStatement(request.statement) ?? refuse(400, "malformed");
    if (!isReportersStatement(signed, stored.reporter.sign.publicKey)) refuse(403, "signature-refused");
    const message = stored.entries.find(
      ({ linked }) => linked.by === "reporter" && linked.header?.message === statement.message,
    )?.linked;
    if (message?.by !== "reporter") return refuse(422, "refused");
    const { kind } = statement;
    stored.state = judge(stored, { type: "make-formal", kind, since: message.on }, "reporter");
    append(stored, { by: "statement", on: server.today, ...signed }, null, []);
    return { detail: detailFor(stored, officer), letter: null };
  }

  function readAgain(stored: Stored, officer: OfficerId, { act }: { act: string }): unknown {
    const as = seesAs(stored, officer) ?? refuse(404, "not-found");
    checkAct(act, (as === "officer" ? stored.state.committee : stored.state.superior) ?? stored.receiver);
    return { detail: detailFor(stored, officer), letter: letterFor(stored, as) };
  }

  function putEntry(
    stored: Stored,
    officer: OfficerId,
    kind: "index" | "search",
    { entry, committee, caseKey }: PutEntryRequest,
  ): unknown {
    if (seesAs(stored, officer) !== "officer") refuse(404, "not-found");
    const own = stored.caseKey?.id ?? null;
    if (committee !== stored.state.committee || caseKey !== own) refuse(409, "conflict");
    if (kind === "search" && own !== null) refuse(409, "conflict");
    stored[kind] = entry;
    return {};
  }

  function lateFor(officer: OfficerId, committee: CommitteeId): LateList {
    if (!worksFor(officer, committee)) refuse(404, "not-found");
    const late = [...cases.values()].filter((stored) => {
      bring(stored);
      return stored.state.superior === committee && seesAs(stored, officer) === "superior";
    });
    return {
      today: server.today,
      cases: late.map((stored) => {
        const row = rowFor(stored, officer, "superior");
        const { state } = stored;
        return {
          case: stored.id,
          committee: state.committee,
          releasedOn: state.releasedOn,
          outerEscalationOn: row.outerEscalationOn,
          flags: row.flags,
          clocks: row.clocks,
          mayRead: superiorMayRead(state),
          because: state.reviewAskedOn !== null ? "review" : state.proposedOn !== null ? "proposed" : "late",
        };
      }),
      overseen: [],
    };
  }

  function listFor(officer: OfficerId, committee: CommitteeId): unknown {
    const rows = [...cases.values()]
      .filter((stored) => stored.state.committee === committee && seesAs(stored, officer) === "officer")
      .map((stored) => lineOf(rowFor(stored, officer, "officer")));
    const mark = { revision: cases.size, until: server.today, arrived: cases.size };
    return { today: server.today, mark, cases: rows, next: null };
  }

  function route(path: string, officer: OfficerId, body: unknown): unknown {
    const [, , , kind, id = "", what] = path.split("/");
    if (kind === "committees")
      return what === "late" ? lateFor(officer, id as CommitteeId) : listFor(officer, id as CommitteeId);
    const stored = requireCase(id as CaseId);
    if (what === "events") return postEvent(stored, officer, body as AppendEventRequest);
    if (what === "statements") return postStatement(stored, officer, body as ShowStatementRequest);
    if (what === "readings") return readAgain(stored, officer, body as { act: string });
    if (what === "index" || what === "search")
      return putEntry(stored, officer, what, body as PutEntryRequest);
    bring(stored);
    return detailFor(stored, officer);
  }

  async function answer(...[input, init = {}]: Parameters<Transport["fetch"]>): Promise<Response> {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    const bytes = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    const body: unknown = bytes.length === 0 ? null : JSON.parse(fromUtf8(bytes));
    asked.push({ path, body });
    const file = server.files.get(path) ?? fileAt(path);
    if (file !== undefined) return new Response(file);
    const token = new Headers(init.headers).get("authorization")?.replace("Bearer ", "");
    try {
      const given = route(path, (token ?? "") as OfficerId, body);
      return Response.json(server.tamper === null ? given : server.tamper(path, structuredClone(given)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const given = server.tamper === null ? error.answer : server.tamper(path, error.answer);
      return Response.json(given, { status: error.status });
    }
  }

  return server;
}

function fileAt(path: string): string | undefined {
  const [, folder, name = ""] = path.split("/");
  const committee = held[name.replace(".json", "") as HouseCommittee];
  if (folder === "keys") return committee?.file;
  return folder === "rosters" ? committee?.rosterFile : undefined;
}
