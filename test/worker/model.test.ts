import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CaseDetail } from "../../src/api/officer.schema.ts";
import type { CaseState } from "../../src/domain/case/case.ts";
import { actorOf, type CaseCommand, eventOf } from "../../src/domain/case/case.commands.ts";
import { decide } from "../../src/domain/case/case.decide.ts";
import { releasedCase, replay } from "../../src/domain/case/case.evolve.ts";
import type { CaseId, CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { anyTries, commandOfTry, committees as drawn, law, type Try } from "../support/case.ts";
import { dayBetween } from "../support/law.ts";
import { append, enterAndLogIn, getDetail, type LoggedIn, sendLetter } from "./support/desk.ts";
import { createTestServer, fixture, migrate, type TestServer } from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import { atOnce, type Correspondence, show, storedCase, write } from "./support/life.ts";
import { createEvent, rekeyTo, rekeyToCommittee } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { keyOf } from "./support/reporter.ts";

beforeAll(migrate);

const sequences = 200;

/** Two officers of each committee that a case can come to. */
type Offices = ReadonlyMap<string, readonly [LoggedIn, LoggedIn]>;

async function enterOffices(server: TestServer): Promise<Offices> {
  const enter = async (committee: string) =>
    [
      committee,
      [await enterAndLogIn(server, [committee]), await enterAndLogIn(server, [committee])] as const,
    ] as const;
  const named = [committees.commune, committees.otherCommune, committees.district];
  return new Map(await Promise.all(named.map(enter)));
}

/** The committees that tries draw, in the organisation of the server. */
const places = [committees.commune, committees.otherCommune, committees.district] as const;
const placeOf = (id: CommitteeId) => (places[drawn.indexOf(id)] ?? places[0]) as CommitteeId;

/** One case on the server, and what the decider says of it. */
type Life = {
  readonly server: TestServer;
  readonly offices: Offices;
  readonly sent: Correspondence;
  readonly id: CaseId;
  readonly above: string | null;
  state: CaseState;
  /** Who of the committee in charge acts: after a recusal the other one. */
  turn: 0 | 1;
};

function officerOf({ offices, state, turn }: Life, committee: string = state.committee): LoggedIn {
  const pair = offices.get(committee);
  if (pair === undefined) throw new Error(`no office: ${committee}`);
  return pair[turn];
}

/** A command with a key that the server takes: of the committee that gets the case, or of a fresh case key. */
type Sent = { readonly command: CaseCommand; readonly response: Response | null };

async function send(life: Life, command: CaseCommand): Promise<Sent> {
  const { server, sent, state, id } = life;
  const { type } = command;
  if (type === "reporter-message" || type === "ask-review") {
    const header = {
      readerKey: await readerKey(life),
      fallbackKey: state.superior === null ? null : keyOf(fixture, state.superior),
    };
    return {
      command,
      response: await write(server, sent, type === "ask-review" ? "review" : "message", header),
    };
  }
  if (type === "make-formal") {
    const { reporterDays } = state;
    const message = reporterDays.includes(command.since)
      ? await messageOn(life, command.since)
      : (toBase64url(random(16)) as CaseId);
    return { command, response: await show(server, officerOf(life), sent, { message, kind: command.kind }) };
  }
  if (type === "change-law") throw new Error("not tried here");
  const isAbove = actorOf[type] === "superior";
  if (isAbove && state.superior === null) return { command, response: null };
  const who = isAbove ? officerOf({ ...life, turn: 0 }, state.superior ?? "") : officerOf(life);
  const seen = await see(life, who);
  if (seen === null) return { command, response: null };
  const rekeying = await rekeyFor(life, command, seen);
  const { type: _type, ...parameters } =
    "key" in command && rekeying !== null ? { ...command, key: rekeying.key } : command;
  const event = await createEvent(fixture, who.officer, seen.row, eventOf[type], server.time.today, {
    parameters: publicOf(command, parameters),
    ...(rekeying === null ? {} : { rekeying }),
  });
  const response = await append(server, who, id, event);
  const given = rekeying === null ? command : ({ ...command, key: rekeying.key } as CaseCommand);
  return { command: given, response };
}

function publicOf(command: CaseCommand, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = { classify: ["kind"], "ask-reporter": ["days"], extend: ["days"], transfer: ["to"] } as const;
  const own: readonly string[] = command.type in names ? names[command.type as keyof typeof names] : [];
  return Object.fromEntries(own.map((name) => [name, given[name]]));
}

async function see({ server, id }: Life, who: LoggedIn): Promise<CaseDetail | null> {
  return getDetail(server, who, id).catch(() => null);
}

async function readerKey({ id, state }: Life): Promise<KeyId> {
  const { row } = await storedCase(id, null);
  return row.case_key ?? keyOf(fixture, state.committee);
}

async function messageOn({ id, sent }: Life, day: string): Promise<CaseId> {
  const { entries } = await storedCase(id, null);
  const digest = entries.find(({ writer, done_on }) => writer === "reporter" && done_on === day)?.message;
  const message = sent.messages.find((each) => each.digest === digest);
  if (message === undefined) throw new Error("no message on that day");
  return message.header.message;
}

async function rekeyFor(life: Life, command: CaseCommand, seen: CaseDetail) {
  const { officer: colleague } = officerOf({ ...life, turn: other(life) });
  const { type } = command;
  if (type === "transfer") return rekeyToCommittee(fixture, seen, command.to);
  if (type === "take-over") return rekeyToCommittee(fixture, seen, life.state.superior ?? "");
  if (type === "hand-over") return rekeyTo(seen, [officerOf(life).officer, colleague]);
  return type === "recuse" ? rekeyTo(seen, [colleague]) : null;
}

const other = ({ turn }: Pick<Life, "turn">): 0 | 1 => (turn === 0 ? 1 : 0);

/** One try on both: whether they agree, and what came of it. */
async function tryBoth(life: Life, each: Try): Promise<void> {
  const { server } = life;
  server.time.today = addDays(server.time.today, each.later);
  const { today } = server.time;
  const drawnCommand = commandOfTry(life.state, today, { ...each, to: placeOf(each.to) });
  const { command, response } = await send(life, drawnCommand);
  const decision = decide(command, life.state, { today, actor: actorOf[command.type], law });
  const said = `${command.type} on ${today}: ${decision.kind === "refused" ? decision.reason : "accepted"}`;
  if (response === null) {
    // Who does not see a case cannot be told why not.
    expect(decision.kind, said).toBe("refused");
    return;
  }
  const isDone = response.status === 201 || response.status === 200;
  expect(isDone, `${said}, the server: ${response.status}`).toBe(decision.kind === "accepted");
  if (!isDone) expect([400, 422], said).toContain(response.status);
  if (decision.kind === "accepted") {
    life.state = decision.after;
    if (command.type === "recuse") life.turn = other(life);
    if (command.type === "transfer" || command.type === "take-over") life.turn = 0;
  }
  const stored = await storedCase(life.id, life.above);
  expect(stored.state, said).toEqual(life.state);
}

describe("random lives of a case", () => {
  it(`are on the server what the decider says, ${sequences} of them, command by command`, async () => {
    const server = createTestServer({ payload: atOnce });
    const offices = await enterOffices(server);
    const seen = { accepted: 0, events: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(
        dayBetween("2026-01-01", "2026-06-30"),
        anyTries,
        fc.boolean(),
        async (start, tries, hasSuperior) => {
          server.time.today = start;
          const above = hasSuperior || tries.length > 4 ? committees.district : null;
          const fallback = above as CommitteeId | null;
          const sent = await sendLetter(server, {
            fallback,
            fallbackKey: above === null ? null : keyOf(fixture, above),
            oversight: fallback,
          });
          const { header } = sent.letter;
          const state = releasedCase(start, header.receiver, fallback);
          const life: Life = {
            server,
            offices,
            sent: { ...sent, messages: [] },
            id: header.case,
            above,
            state,
            turn: 0,
          };
          for (const each of tries) await tryBoth(life, each);
          const stored = await storedCase(life.id, above);
          expect(replay(stored.events)).toEqual(stored.state);
          for (const { type } of stored.events) seen.events.add(type);
          seen.accepted += stored.entries.length;
        },
      ),
      { numRuns: sequences, endOnFailure: true },
    );
    // Lives in which nothing happens would prove nothing.
    expect(seen.accepted).toBeGreaterThan(sequences * 2);
    for (const type of [
      "Concluded",
      "Refused",
      "Transferred",
      "TakenOver",
      "MadeFormal",
      "Recused",
      "ReviewAsked",
    ])
      expect(seen.events, type).toContain(type);
  }, 600_000);
});
