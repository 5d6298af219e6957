import fc from "fast-check";
import type { CaseState } from "../../src/domain/case/case.ts";
import {
  type Actor,
  actorOf,
  type CaseCommand,
  type GivenName,
} from "../../src/domain/case/case.commands.ts";
import { decide, type Decision, listPermissions } from "../../src/domain/case/case.decide.ts";
import type { CaseEvent, EventOf } from "../../src/domain/case/case.events.ts";
import { evolve, releasedCase } from "../../src/domain/case/case.evolve.ts";
import { advance } from "../../src/domain/case/case.tick.ts";
import type { Law } from "../../src/domain/clocks.ts";
import type { CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import { calendar, day, policy } from "./law.ts";

export const law: Law = { policy, calendar };
export const committees = ["dang-uy", "chi-uy", "ban-thuong-vu"] as CommitteeId[];
export const [receiver, other, superior] = committees as [CommitteeId, CommitteeId, CommitteeId];
export const key = (name: string) => (name.padEnd(21, "k") + "A") as KeyId;

/** A case released on a day, told as a list of what was done on which day. Each must be accepted. */
export type Told = { readonly events: readonly CaseEvent[]; readonly state: CaseState };

export function releasedOn(on: string, above: CommitteeId | null = superior): Told {
  const event: EventOf<"Released"> = { type: "Released", on: day(on), committee: receiver, superior: above };
  return { events: [event], state: releasedCase(event.on, receiver, above) };
}

/** What a command does on a day, in the name of whom it belongs to. */
export function attempt(told: Told, on: string, command: CaseCommand, under: Law = law): Decision {
  return decide(command, told.state, { today: day(on), actor: actorOf[command.type], law: under });
}

/** The case after commands that must all be accepted. */
export function tell(told: Told, ...acts: readonly (readonly [string, CaseCommand])[]): Told {
  return acts.reduce((before, [on, command]) => {
    const decision = attempt(before, on, command);
    if (decision.kind === "refused") throw new Error(`${command.type} on ${on}: ${decision.reason}`);
    const events = [...before.events, ...decision.automatic, decision.event];
    return { events, state: decision.after };
  }, told);
}

/** Time passes and nobody acts. */
export function wait(told: Told, until: string, under: Law = law): Told {
  const { state, events } = advance(told.state, day(until), under);
  return { state, events: [...told.events, ...events] };
}

/** The reason why not, or "accepted". */
export function answerTo(told: Told, on: string, command: CaseCommand): string {
  const decision = attempt(told, on, command);
  return decision.kind === "refused" ? decision.reason : decision.kind;
}

/** A letter read, met and sorted on one day. */
export function classifiedOn(on: string, from: Told = releasedOn(on)): Told {
  return tell(
    from,
    [on, { type: "open" }],
    [on, { type: "acknowledge" }],
    [on, { type: "classify", kind: "report" }],
  );
}

/** One try: who, what, how many days after the last. `pick` chooses among what is allowed, or among everything. */
export type Try = {
  readonly later: number;
  readonly pick: number;
  readonly blind: boolean;
  readonly actor: Actor | null;
  readonly days: number;
  readonly to: CommitteeId;
  readonly key: KeyId;
  readonly formal: "formal-party" | "formal-state";
  readonly ago: number;
};

export const anyTry: fc.Arbitrary<Try> = fc.record({
  later: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.nat({ max: 6 }) },
    { weight: 1, arbitrary: fc.nat({ max: 45 }) },
  ),
  pick: fc.nat(),
  blind: fc.boolean(),
  actor: fc.option(fc.constantFrom("officer", "reporter", "superior", "clock"), { freq: 8, nil: null }),
  days: fc.integer({ min: -1, max: 12 }),
  to: fc.constantFrom(...committees),
  key: fc.constantFrom(...["a", "b", "c", "d"].map(key)),
  formal: fc.constantFrom("formal-party", "formal-state"),
  ago: fc.nat({ max: 3 }),
});

/** In `commandOfTry`: of what brings a case forward the choice that leads to an outcome and not to a transfer. */
const straight = 10;

/** A try that brings the case forward, whatever else could be done. */
const onwardTry = (later: fc.Arbitrary<number>): fc.Arbitrary<Try> =>
  fc.tuple(anyTry, later).map(([given, days]) => ({
    ...given,
    later: days,
    pick: straight,
    blind: false,
    actor: null,
  }));

/**
 * Tries of any kind; one list in eight first goes the straight road to an outcome and, once the reporter's time to
 * comment is over, closes the case: by luck alone that end is so rare that thousands of lives can miss it.
 */
export const anyTries: fc.Arbitrary<readonly Try[]> = fc.oneof(
  { weight: 7, arbitrary: fc.array(anyTry, { maxLength: 20, size: "max" }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.array(onwardTry(fc.nat({ max: 2 })), { minLength: 5, maxLength: 5 }),
        onwardTry(fc.integer({ min: 14, max: 40 })),
        fc.array(anyTry, { maxLength: 10 }),
      )
      .map(([road, end, rest]) => [...road, end, ...rest]),
  },
);

const names = (Object.keys(actorOf) as (keyof typeof actorOf)[]).filter(
  (name) =>
    !["receive-transfer", "resume-clock", "mark-overdue", "escalate", "erase", "change-law"].includes(name),
) as GivenName[];

/** What brings a case forward: tried more often, or no run would ever see an outcome. */
const onward: ReadonlySet<GivenName> = new Set([
  "open",
  "acknowledge",
  "classify",
  "begin-verification",
  "conclude",
  "close",
  "refuse",
  "transfer",
]);

/** The command that a try makes of a state. */
export function commandOfTry(
  state: CaseState,
  today: PlainDate,
  { pick, blind, ...given }: Try,
): CaseCommand {
  const permissions = blind && pick % 3 === 0 ? null : listPermissions(state, { today, law });
  const open = permissions === null ? names : names.filter((name) => permissions[name] === "allowed");
  const forward = open.filter((name) => onward.has(name));
  const choice = forward.length > 0 && pick % 2 === 0 ? forward : open;
  const type = choice[Math.floor(pick / 2) % choice.length];
  const since = state.reporterDays[given.ago % Math.max(1, state.reporterDays.length)] ?? addDays(today, -1);
  const kind = type === "make-formal" ? given.formal : state.kind;
  return { type, kind, days: given.days, to: given.to, key: given.key, since } as unknown as CaseCommand;
}

/** One step of a run: what was asked, what came of it. */
export type Step = {
  readonly before: CaseState;
  readonly command: CaseCommand;
  readonly today: PlainDate;
  readonly decision: Decision;
};

export type Run = Told & { readonly steps: readonly Step[]; readonly today: PlainDate };

/** Runs the tries through the decider, as the server does. */
export function run(start: PlainDate, tries: readonly Try[], above: CommitteeId | null = superior): Run {
  let told = releasedOn(start, above);
  let today = start;
  const steps: Step[] = [];
  for (const each of tries) {
    today = addDays(today, each.later);
    const command = commandOfTry(told.state, today, each);
    const actor = each.actor ?? actorOf[command.type];
    const decision = decide(command, told.state, { today, actor, law });
    steps.push({ before: told.state, command, today, decision });
    if (decision.kind === "refused") continue;
    told = {
      events: [...told.events, ...decision.automatic, decision.event],
      state: [...decision.automatic, decision.event].reduce(evolve, told.state),
    };
  }
  return { ...told, steps, today };
}
