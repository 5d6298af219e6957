import type { Trust } from "../../api/directory.schema.ts";
import { type CaseAnswer, readLetterAgain, viewCase } from "../../client/desk/act.ts";
import { carryOut } from "../../client/desk/carry-out.ts";
import type { CaseFile } from "../../client/desk/case-file.ts";
import { type Desk, lockDesk, signIn } from "../../client/desk/session.ts";
import { statementPlaces } from "../../client/desk/statements.ts";
import { fetchDirectory } from "../../client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../client/organisation.ts";
import { openCaseWithKeys } from "../../client/reporter/open-case.ts";
import {
  type LetterPreparation,
  prepareLetter,
  type ProofOfWork,
  workFor,
} from "../../client/reporter/prepare-letter.ts";
import { sealDeed } from "../../client/reporter/seal-deed.ts";
import { deliver, type Routed, sealLetterRequest } from "../../client/reporter/send-letter.ts";
import { type LetterRest, requestOf, restOf, sealUpTo } from "../../client/reporter/letter-rest.ts";
import { jsonBody, request, type Transport } from "../../client/transport.ts";
import { nothingAsked } from "../../crypto/letter.ts";
import { planLetter } from "../../crypto/letter.parts.ts";
import type { ReporterKeys, Stretch } from "../../crypto/receipt.ts";
import type { CaseId, CommitteeId, UnitId } from "../../domain/ids.ts";
import { createOrgTree } from "../../domain/org-tree.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { findRoute } from "../../domain/routing.ts";
import type { ReceiptCode } from "../../envelope/receipt-code.ts";
import { hostFetch } from "../local/host-fetch.ts";
import type { KnownPassphrase } from "../local/organisation-file.ts";
import type { DemoAct, DemoLetter } from "./life.ts";

/** Where the demonstration runs, and who works there. */
export type SeedContext = {
  readonly citizenOrigin: string;
  readonly officerOrigin: string;
  readonly trust: Trust;
  readonly today: PlainDate;
  readonly officers: readonly (KnownPassphrase & { readonly committees: readonly CommitteeId[] })[];
  /** How the officers' passphrases are stretched. */
  readonly stretch: Stretch;
};

/** The receipt code, id and keys of each letter: everything slow that needs no server. */
export type Preparations = ReadonlyMap<DemoLetter, LetterPreparation>;

/** Begins to stretch every letter's code, those first that are sent first. `fingerprint`: of the roots. */
export function prepareLetters(
  fingerprint: Uint8Array,
  letters: readonly DemoLetter[],
  stretch: Stretch,
): Preparations {
  const oldestFirst = [...letters].sort((a, b) => b.daysAgo - a.daysAgo);
  return new Map(oldestFirst.map((letter) => [letter, prepareLetter(fingerprint, stretch)]));
}

/** A letter that was sent, with the code that a visitor may try. */
export type SentLetter = {
  readonly letter: DemoLetter;
  readonly code: ReceiptCode;
  readonly caseId: CaseId;
};

type Written = SentLetter & {
  readonly keys: ReporterKeys;
  /** In charge now, and whoever may read what it leaves lying. */
  readonly committee: CommitteeId;
  readonly superior: CommitteeId | null;
};

type Seeding = {
  readonly context: SeedContext;
  readonly citizen: Transport;
  readonly organisation: KnownOrganisation;
  readonly written: Map<DemoLetter, Written>;
  readonly desks: Map<string, Promise<Desk>>;
  readonly preparations: ReadonlyMap<DemoLetter, LetterPreparation & { readonly work: Promise<ProofOfWork> }>;
};

/** So many letters at a time on one day: the server and this process take turns. */
const atOnce = 4;

/**
 * Writes the letters and does what committees and reporters did, day by day, through the very code that browsers run:
 * the server cannot tell. Returns the letters with their codes.
 */
export async function seedLetters(
  context: SeedContext,
  preparations: Preparations,
): Promise<readonly SentLetter[]> {
  const seeding = await beginSeeding(context, preparations);
  const letters = [...preparations.keys()];
  const daysAgo = [...new Set(letters.flatMap(daysOf))].sort((a, b) => b - a);
  for (const day of daysAgo) {
    await setDay(seeding.citizen, addDays(context.today, -day));
    await inTurns(
      letters.filter((letter) => daysOf(letter).includes(day)),
      async (letter) => liveOn(seeding, letter, day),
    );
  }
  await setDay(seeding.citizen, null);
  for (const desk of seeding.desks.values()) await lockDesk(await desk);
  return [...seeding.written.values()];
}

async function beginSeeding(context: SeedContext, prepared: Preparations): Promise<Seeding> {
  const citizen: Transport = { origin: context.citizenOrigin, fetch: hostFetch };
  const organisation = await loadOrganisation(citizen, context);
  const preparations = new Map(
    [...prepared].map(([letter, each]) => [letter, { ...each, work: workFor(citizen, each.caseId) }]),
  );
  const known = { written: new Map<DemoLetter, Written>(), desks: new Map<string, Promise<Desk>>() };
  return { context, citizen, organisation, preparations, ...known };
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

async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    const item = waiting.shift();
    if (item === undefined) return;
    await act(item);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

const daysOf = ({ daysAgo, life }: DemoLetter): readonly number[] => [
  daysAgo,
  ...life.map((act) => act.daysAgo),
];

/** What happens to a letter on one day, in its order. */
async function liveOn(seeding: Seeding, letter: DemoLetter, day: number): Promise<void> {
  if (letter.daysAgo === day) await write(seeding, letter);
  for (const act of letter.life.filter(({ daysAgo }) => daysAgo === day)) {
    await perform(seeding, letter, act).catch((cause: unknown) => {
      throw new Error(`the letter “${letter.name ?? letter.text}”, ${day} days ago`, { cause });
    });
  }
}

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
    category: letter.category ?? null,
    facts: { ...nothingAsked.facts, ...letter.facts },
    route: {
      ...choicesOf(letter),
      excluded: [],
      on: addDays(context.today, -letter.daysAgo),
      steps: [...route.steps],
    },
    text: letter.text,
  };
  const known = await keys;
  const plan = planLetter(content);
  if (plan.kind === "too-long") throw new Error(`too long: ${letter.name ?? letter.text}`);
  const toSeal = { caseId, keys: known, proof: work.proof, route, content: plan.letter };
  const sealed = await sealLetterRequest(citizen, organisation, toSeal);
  if (sealed.kind === "fault") throw new Error(`key: ${sealed.fault}`);
  const delivery = await deliver(citizen, sealed.request);
  if (delivery.kind !== "accepted") throw new Error(`letter: ${JSON.stringify(delivery)}`);
  const rest = { caseId, keys: known, texts: plan.rest };
  await writeRest(citizen, sealUpTo(restOf(rest, sealed.trail, delivery.releasedOn), plan.rest.length));
  const { receiver: committee, fallback: superior } = route;
  seeding.written.set(letter, { letter, code, caseId, keys: known, committee, superior });
}

/** The messages in which a long letter goes on. */
async function writeRest(citizen: Transport, rest: LetterRest): Promise<void> {
  for (let part = 1; part <= rest.texts.length; part++) {
    const made = await requestOf(citizen, rest, part);
    const delivery = made.kind === "sealed" ? await deliver(citizen, made.request) : made;
    if (delivery.kind !== "accepted") throw new Error(`part ${part}: ${JSON.stringify(delivery)}`);
  }
}

function requirePreparation({ preparations }: Seeding, letter: DemoLetter) {
  const found = preparations.get(letter);
  if (found === undefined) throw new Error(`not prepared: ${letter.text}`);
  return found;
}

function requireWritten({ written }: Seeding, letter: DemoLetter): Written {
  const found = written.get(letter);
  if (found === undefined) throw new Error(`acted on before it was written: ${letter.text}`);
  return found;
}

async function perform(seeding: Seeding, letter: DemoLetter, act: DemoAct): Promise<void> {
  if (act.by === "reporter") await performDeed(seeding, letter, act);
  else await performOrder(seeding, letter, act);
}

async function performDeed(
  seeding: Seeding,
  letter: DemoLetter,
  { deed, text }: Extract<DemoAct, { by: "reporter" }>,
): Promise<void> {
  const { citizen, organisation } = seeding;
  const opening = await openCaseWithKeys(citizen, organisation, requireWritten(seeding, letter).keys);
  if (opening.kind !== "case") throw new Error(`case: ${JSON.stringify(opening)}`);
  const sealed = await sealDeed(citizen, organisation, opening.view, { deed, text });
  if (sealed.kind !== "sealed") throw new Error(`message: ${JSON.stringify(sealed)}`);
  const delivery = await deliver(citizen, sealed.request);
  if (delivery.kind !== "accepted") throw new Error(`message: ${JSON.stringify(delivery)}`);
}

async function performOrder(
  seeding: Seeding,
  letter: DemoLetter,
  { by, loginName, order: ordered }: Exclude<DemoAct, { by: "reporter" }>,
): Promise<void> {
  const written = requireWritten(seeding, letter);
  const committee = by === "officer" ? written.committee : written.superior;
  if (committee === null) throw new Error("it has no superior");
  const desk = await deskOf(seeding, committee, loginName);
  const viewed = requireFile(await viewCase(desk, written.caseId));
  const file = mayHaveBeenRead(viewed, by) ? requireFile(await readLetterAgain(desk, viewed)) : viewed;
  const order = typeof ordered === "function" ? ordered(circumstancesOf(seeding, file)) : ordered;
  const answer = await carryOut(desk, file, order);
  if (answer.kind !== "file" && answer.kind !== "left") throw new Error(describeAnswer(answer));
  if (order.command === "transfer") seeding.written.set(letter, { ...written, committee: order.to });
  if (order.command === "take-over") seeding.written.set(letter, { ...written, committee, superior: null });
}

/** Whether the officer's letter lies open: whoever only opens or demands has not read it before. */
function mayHaveBeenRead({ state }: CaseFile, by: "officer" | "superior"): boolean {
  return by === "superior"
    ? state.superiorOpenedOn !== null
    : state.status !== "sent" && state.status !== "transferred";
}

function circumstancesOf({ written }: Seeding, file: CaseFile) {
  return {
    caseOf: (name: string): CaseId => {
      const found = [...written.values()].find(({ letter }) => letter.name === name);
      if (found === undefined) throw new Error(`no letter “${name}” has been written yet`);
      return found.caseId;
    },
    statementAt: (): number => {
      const [place] = statementPlaces(file);
      if (place === undefined) throw new Error("the sender has not signed anything");
      return place;
    },
  };
}

function requireFile(answer: CaseAnswer): CaseFile {
  if (answer.kind !== "file") throw new Error(describeAnswer(answer));
  if (answer.file.faults.length > 0) throw new Error(`case file: ${JSON.stringify(answer.file.faults)}`);
  return answer.file;
}

function describeAnswer(answer: CaseAnswer): string {
  const { kind } = answer;
  if (kind === "file" || kind === "conflict") return `case file: ${kind}`;
  return `case file: ${JSON.stringify(answer)}`;
}

async function deskOf(
  seeding: Seeding,
  committee: CommitteeId,
  loginName: string | undefined,
): Promise<Desk> {
  const officer = seeding.context.officers.find(
    (each) => each.committees.includes(committee) && each.loginName === (loginName ?? each.loginName),
  );
  if (officer === undefined) throw new Error(`no officer for ${committee}`);
  const desk = seeding.desks.get(officer.loginName) ?? unlockDesk(seeding, officer);
  seeding.desks.set(officer.loginName, desk);
  return await desk;
}

async function unlockDesk({ context, organisation }: Seeding, officer: KnownPassphrase): Promise<Desk> {
  const transport: Transport = { origin: context.officerOrigin, fetch: hostFetch };
  const signedIn = await signIn(transport, organisation, officer, context.stretch);
  if (signedIn.kind !== "desk") throw new Error(`${officer.loginName}: ${JSON.stringify(signedIn)}`);
  return signedIn.desk;
}
