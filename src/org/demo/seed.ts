import {
  acknowledge,
  type CaseAnswer,
  openLetterOfCase,
  readLetterAgain,
  sendMessage,
  viewCase,
} from "../../client/desk/act.ts";
import type { CaseFile } from "../../client/desk/case-file.ts";
import { type Desk, lockDesk, signIn } from "../../client/desk/session.ts";
import { type KnownOrganisation, knownOrganisation } from "../../client/organisation.ts";
import { fetchDirectory } from "../../client/directory.preview.ts";
import { openCaseWithKeys } from "../../client/reporter/open-case.ts";
import {
  type LetterPreparation,
  prepareLetter,
  type ProofOfWork,
  workFor,
} from "../../client/reporter/prepare-letter.ts";
import { deliver, type Routed, sealLetterRequest } from "../../client/reporter/send-letter.ts";
import { sealMessageRequest } from "../../client/reporter/send-message.ts";
import { jsonBody, request, type Transport } from "../../client/transport.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import type { Trust } from "../../api/directory.schema.ts";
import type { CaseId, CommitteeId, UnitId } from "../../domain/ids.ts";
import { createOrgTree } from "../../domain/org-tree.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { findRoute } from "../../domain/routing.ts";
import type { ReceiptCode } from "../../envelope/receipt-code.ts";
import { hostFetch } from "../local/host-fetch.ts";
import { createStretchPool, type StretchPool } from "../local/stretch-pool.ts";
import type { KnownPassphrase } from "../local/organisation-file.ts";
import type { DemoLetter } from "./letters.ts";

/** Where the demonstration runs, and who works there. */
export type SeedContext = {
  readonly citizenOrigin: string;
  readonly officerOrigin: string;
  readonly trust: Trust;
  readonly today: PlainDate;
  readonly officers: readonly (KnownPassphrase & { readonly committees: readonly CommitteeId[] })[];
};

/** A letter that was sent, with the code that a visitor may try. */
export type SentLetter = {
  readonly letter: DemoLetter;
  readonly code: ReceiptCode;
  readonly caseId: CaseId;
  readonly receiver: CommitteeId;
};

type Written = SentLetter & { readonly keys: ReporterKeys };
type Step = {
  readonly daysAgo: number;
  readonly order: number;
  readonly act: (seeding: Seeding) => Promise<void>;
};

type Seeding = {
  readonly context: SeedContext;
  readonly citizen: Transport;
  readonly organisation: KnownOrganisation;
  readonly written: Map<DemoLetter, Written>;
  readonly desks: Map<string, Promise<Desk>>;
  readonly pool: StretchPool;
  /** Everything slow about all letters, begun on every core while the first are being sent. */
  readonly preparations: ReadonlyMap<DemoLetter, Preparation>;
};

type Preparation = LetterPreparation & { readonly work: Promise<ProofOfWork> };

/**
 * Writes the letters and does what the committees did, day by day, through the very code that browsers run: the
 * server cannot tell. Returns the letters with their codes.
 */
export async function seedLetters(
  context: SeedContext,
  letters: readonly DemoLetter[],
): Promise<readonly SentLetter[]> {
  const citizen: Transport = { origin: context.citizenOrigin, fetch: hostFetch };
  const organisation = await loadOrganisation(citizen, context);
  const pool = createStretchPool();
  const prepare = (letter: DemoLetter) => {
    const preparation = prepareLetter(organisation.fingerprint, pool.reporter);
    return [letter, { ...preparation, work: workFor(citizen, preparation.caseId) }] as const;
  };
  const preparations = new Map(letters.map(prepare));
  const known = { written: new Map<DemoLetter, Written>(), desks: new Map<string, Promise<Desk>>() };
  const seeding: Seeding = { context, citizen, organisation, pool, preparations, ...known };
  for (const letter of letters.filter(({ opened }) => opened !== undefined)) {
    // Unlocking takes longest: it is awaited where the desk is needed.
    void deskOf(seeding, routeOf(seeding, letter).receiver);
  }
  const steps = letters.flatMap(stepsOf).sort((a, b) => b.daysAgo - a.daysAgo || a.order - b.order);
  for (const [index, step] of steps.entries()) {
    if (steps[index - 1]?.daysAgo !== step.daysAgo)
      await setDay(citizen, addDays(context.today, -step.daysAgo));
    await step.act(seeding);
  }
  await setDay(citizen, null);
  for (const desk of seeding.desks.values()) await lockDesk(await desk);
  await pool.close();
  return [...seeding.written.values()];
}

async function loadOrganisation(
  transport: Transport,
  { trust, today }: SeedContext,
): Promise<KnownOrganisation> {
  const text = await fetchDirectory(transport);
  const reading = text === undefined ? undefined : knownOrganisation(text, trust, today);
  if (reading?.kind !== "organisation")
    throw new Error(`the directory does not verify: ${reading?.fault ?? "missing"}`);
  return reading.organisation;
}

/** Moves the demonstration's day; null: back to the real one. */
export async function setDay(transport: Transport, today: PlainDate | null): Promise<void> {
  const answer = await request(transport, "/demo/api/clock", jsonBody({ today }));
  if (answer.kind !== "answer") throw new Error(`the demonstration's clock: ${answer.kind}`);
}

function stepsOf(letter: DemoLetter): readonly Step[] {
  const { daysAgo, opened, acknowledged, answered, wroteBack } = letter;
  const steps: Step[] = [{ daysAgo, order: 0, act: (seeding) => write(seeding, letter) }];
  if (opened !== undefined)
    steps.push({ daysAgo: opened, order: 1, act: (seeding) => open(seeding, letter) });
  if (acknowledged !== undefined) {
    const act = (seeding: Seeding) => reply(seeding, letter, acknowledge, acknowledgementText);
    steps.push({ daysAgo: acknowledged, order: 2, act });
  }
  if (answered !== undefined) {
    const act = (seeding: Seeding) => reply(seeding, letter, sendMessage, answered.text);
    steps.push({ daysAgo: answered.daysAgo, order: 3, act });
  }
  if (wroteBack !== undefined) {
    steps.push({
      daysAgo: wroteBack.daysAgo,
      order: 4,
      act: (seeding) => writeBack(seeding, letter, wroteBack.text),
    });
  }
  return steps;
}

const acknowledgementText =
  "Cấp ủy đã tiếp nhận phản ánh của ông (bà) và đang xem xét. Kết quả sẽ được trả lời trong hộp thư này, chậm nhất vào ngày đã ghi trên biên nhận.";

type Choices = Parameters<typeof findRoute>[1];

function choicesOf({ unit, about }: DemoLetter): Choices {
  return { unit: unit as UnitId | null, about, excluded: [], levelAbove: false };
}

function routeOf({ context, organisation }: Seeding, letter: DemoLetter): Routed {
  const on = addDays(context.today, -letter.daysAgo);
  const route = findRoute(createOrgTree(organisation.payload.organisation, on), choicesOf(letter));
  if (route.kind !== "routed") throw new Error(`nobody may receive: ${letter.text}`);
  return route;
}

async function write(seeding: Seeding, letter: DemoLetter): Promise<void> {
  const { context, citizen, organisation } = seeding;
  const route = routeOf(seeding, letter);
  const { code, caseId, keys, work: solving } = requirePreparation(seeding, letter);
  const work = await solving;
  if (work.kind !== "proof") throw new Error(`proof of work: ${work.kind}`);
  const content = {
    language: letter.language ?? "vi",
    self: letter.self ?? null,
    route: {
      ...choicesOf(letter),
      excluded: [],
      on: addDays(context.today, -letter.daysAgo),
      steps: [...route.steps],
    },
    text: letter.text,
  };
  const known = await keys;
  const toSeal = { caseId, keys: known, proof: work.proof, route, content };
  const sealed = await sealLetterRequest(citizen, organisation, toSeal);
  if (sealed.kind === "fault") throw new Error(`key: ${sealed.fault}`);
  const delivery = await deliver(citizen, sealed.request);
  if (delivery.kind !== "accepted") throw new Error(`letter: ${JSON.stringify(delivery)}`);
  seeding.written.set(letter, { letter, code, caseId, receiver: route.receiver, keys: known });
}

function requirePreparation({ preparations }: Seeding, letter: DemoLetter): Preparation {
  const found = preparations.get(letter);
  if (found === undefined) throw new Error(`not prepared: ${letter.text}`);
  return found;
}

async function open(seeding: Seeding, letter: DemoLetter): Promise<void> {
  const { caseId, receiver } = requireWritten(seeding, letter);
  const desk = await deskOf(seeding, receiver);
  requireFile(await openLetterOfCase(desk, requireFile(await viewCase(desk, caseId))));
}

type Reply = (desk: Desk, file: CaseFile, message: string) => Promise<CaseAnswer>;

async function reply(seeding: Seeding, letter: DemoLetter, send: Reply, text: string): Promise<void> {
  const { caseId, receiver } = requireWritten(seeding, letter);
  const desk = await deskOf(seeding, receiver);
  const file = requireFile(await readLetterAgain(desk, requireFile(await viewCase(desk, caseId))));
  requireFile(await send(desk, file, text));
}

async function writeBack(seeding: Seeding, letter: DemoLetter, text: string): Promise<void> {
  const { citizen, organisation } = seeding;
  const opening = await openCaseWithKeys(citizen, organisation, requireWritten(seeding, letter).keys);
  if (opening.kind !== "case") throw new Error(`case: ${JSON.stringify(opening)}`);
  const sealed = await sealMessageRequest(citizen, organisation, opening.view, text);
  if (sealed.kind !== "sealed") throw new Error(`message: ${JSON.stringify(sealed)}`);
  const delivery = await deliver(citizen, sealed.request);
  if (delivery.kind !== "accepted") throw new Error(`message: ${JSON.stringify(delivery)}`);
}

function requireWritten({ written }: Seeding, letter: DemoLetter): Written {
  const found = written.get(letter);
  if (found === undefined) throw new Error(`acted on before it was written: ${letter.text}`);
  return found;
}

function requireFile(answer: CaseAnswer): CaseFile {
  if (answer.kind !== "file") throw new Error(`case file: ${JSON.stringify(answer)}`);
  return answer.file;
}

async function deskOf(seeding: Seeding, committee: CommitteeId): Promise<Desk> {
  const officer = seeding.context.officers.find(({ committees }) => committees.includes(committee));
  if (officer === undefined) throw new Error(`no officer for ${committee}`);
  const desk = seeding.desks.get(officer.loginName) ?? unlockDesk(seeding, officer);
  seeding.desks.set(officer.loginName, desk);
  return await desk;
}

async function unlockDesk({ context, organisation, pool }: Seeding, officer: KnownPassphrase): Promise<Desk> {
  const transport: Transport = { origin: context.officerOrigin, fetch: hostFetch };
  const signedIn = await signIn(transport, organisation, officer, pool.officer);
  if (signedIn.kind !== "desk") throw new Error(`${officer.loginName}: ${JSON.stringify(signedIn)}`);
  return signedIn.desk;
}
