import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedOf, type Question, questions } from "../../src/client/citizen/draft.ts";
import { type Action, type Journey, type Screen, start, travel } from "../../src/client/citizen/journey.ts";
import { selfDescriptions } from "../../src/crypto/letter.schema.ts";
import { accusedRoles } from "../../src/domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../src/domain/ids.ts";
import { type Topic, topics } from "../../src/domain/manifestations.ts";

const commune = "gr-hoa-thuan-dang-uy" as CommitteeId;
const district = "giong-rieng-btv" as CommitteeId;
const of = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const committees = of(commune, district);

/** Everything that can be done before a letter is sent, whether or not it fits the screen. */
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: of("went" as const), to: of("home" as const, "return" as const, ...questions) }),
  of<Action>({ type: "went-back" }),
  fc.record({ type: of("chose-unit" as const), unit: of(null, "a" as UnitId, "b" as UnitId) }),
  fc.record({ type: of("chose-about" as const), about: of(...accusedRoles) }),
  of<Action>({ type: "settled-about" }),
  fc.record({
    type: of("answered" as const),
    answer: of<Extract<Action, { type: "answered" }>["answer"]>(
      { kind: "no" },
      { kind: "unsure" },
      { kind: "in", committee: commune },
    ),
  }),
  fc.record({ type: of("excluded" as const, "included" as const), committee: committees }),
  fc.record({ type: of("chose-level" as const), levelAbove: fc.boolean() }),
  fc.record({ type: of("settled-route" as const), receiver: committees, asksGroupC: fc.boolean() }),
  fc.record({ type: of("described-self" as const), self: of(null, ...selfDescriptions) }),
  of<Action>({ type: "settled-self" }, { type: "settled-member" }),
  fc.record({
    type: of("chose-topic" as const),
    topic: of("other" as const, "unsure" as const, ...(Object.keys(topics) as Topic[])),
  }),
  of<Action>({ type: "settled-topic" }, { type: "chose-manifestation", manifestation: "none" }),
  of<Action>({ type: "settled-manifestation" }),
  fc.record({ type: of("wrote" as const), text: of("", " ", "Một việc.") }),
  fc.record({ type: of("settled-text" as const), fault: of(null, "has-code" as const) }),
  fc.record({ type: of("told" as const), facts: fc.record({ when: of("", "năm ngoái") }) }),
  of<Action>({ type: "settled-facts", fault: null }, { type: "settled-facts", fault: "has-code" }),
);

/** The action with which a person answers the question on the screen and goes on. */
function answerAt({ screen, draft }: Journey): readonly Action[] {
  const answers: Readonly<Record<Question, readonly Action[]>> = {
    unit: [{ type: "chose-unit", unit: draft.unit }],
    whom: [{ type: "chose-about", about: draft.about ?? "unknown" }, { type: "settled-about" }],
    route: [
      { type: "answered", answer: { kind: "no" } },
      { type: "settled-route", receiver: commune, asksGroupC: false },
    ],
    self: [{ type: "settled-self" }],
    member: [{ type: "settled-member" }],
    topic: [{ type: "chose-topic", topic: draft.topic ?? "unsure" }, { type: "settled-topic" }],
    manifestation: [
      { type: "chose-manifestation", manifestation: "none" },
      { type: "settled-manifestation" },
    ],
    write: [
      { type: "wrote", text: draft.text.trim() === "" ? "Một việc." : draft.text },
      { type: "settled-text", fault: null },
    ],
    facts: [{ type: "settled-facts", fault: null }],
    check: [],
  };
  return isQuestion(screen) ? answers[screen] : [{ type: "went", to: "unit" }];
}

const isQuestion = (screen: Screen): screen is Question => (questions as readonly Screen[]).includes(screen);

/** Somebody who answers along, and does anything at all in between. */
const anyJourney: fc.Arbitrary<readonly Journey[]> = fc
  .array(fc.oneof({ weight: 1, arbitrary: anyAction }, { weight: 2, arbitrary: of("answer" as const) }), {
    maxLength: 60,
    size: "max",
  })
  .map((moves) => {
    const passed: Journey[] = [start];
    let journey = start;
    for (const move of moves)
      for (const action of move === "answer" ? answerAt(journey) : [move]) {
        journey = travel(journey, action);
        passed.push(journey);
      }
    return passed;
  });

const runs = { numRuns: 200 };

/** The questions that stand open though the screen says that they are behind. */
function openBefore({ draft, settled }: Journey, screen: Question): readonly Question[] {
  const asked = askedOf(draft);
  return asked.slice(0, asked.indexOf(screen)).filter((question) => !settled.includes(question));
}

describe("whatever a person does", () => {
  test("the last look is reached with every question asked answered, and never without", () => {
    let reached = 0;
    fc.assert(
      fc.property(anyJourney, (passed) => {
        const looks = passed.filter(({ screen }) => screen === "check");
        reached += looks.length;
        const wanting = looks.filter(
          ({ draft: { about, answer, topic, text } }) =>
            about === null || answer?.kind !== "no" || topic === null || text.trim() === "",
        );
        expect(wanting).toEqual([]);
        expect(looks.flatMap((look) => openBefore(look, "check"))).toEqual([]);
      }),
      runs,
    );
    expect(reached).toBeGreaterThan(100);
  });

  test("no question is on the screen before those that come first are settled", () => {
    fc.assert(
      fc.property(anyJourney, (passed) => {
        const open = passed.flatMap((journey) =>
          isQuestion(journey.screen) ? openBefore(journey, journey.screen) : [],
        );
        expect(open).toEqual([]);
        const unasked = passed.filter(
          ({ screen, draft }) => isQuestion(screen) && !askedOf(draft).includes(screen),
        );
        expect(unasked).toEqual([]);
      }),
      runs,
    );
  });

  test("the text changes only by writing", () => {
    fc.assert(
      fc.property(anyJourney, anyAction, (passed, action) => {
        fc.pre(action.type !== "wrote");
        const lost = passed.filter((journey) => travel(journey, action).draft.text !== journey.draft.text);
        expect(lost).toEqual([]);
      }),
      runs,
    );
  });

  test("going back ends at the first page", () => {
    fc.assert(
      fc.property(anyJourney, (passed) => {
        let journey = passed.at(-1) ?? start;
        for (let left = 2 * questions.length; left > 0; left--)
          journey = travel(journey, { type: "went-back" });
        expect(journey.screen).toBe("home");
      }),
      runs,
    );
  });

  test("answering what is asked leads to the last look: no screen is a dead end", () => {
    fc.assert(
      fc.property(anyJourney, (passed) => {
        let journey = passed.at(-1) ?? start;
        for (let left = 2 * questions.length; left > 0 && journey.screen !== "check"; left--)
          journey = answerAt(journey).reduce(travel, journey);
        expect(journey.screen).toBe("check");
      }),
      runs,
    );
  });

  test("opinions are not named to a committee that does not ask about them", () => {
    fc.assert(
      fc.property(anyJourney, (passed) => {
        const named = passed
          .filter(({ screen }) => screen === "route")
          .map((journey): Journey => ({
            ...journey,
            draft: { ...journey.draft, topic: "opinions", answer: { kind: "no" } },
          }))
          .map((journey) => travel(journey, { type: "settled-route", receiver: commune, asksGroupC: false }))
          .filter(({ draft }) => draft.topic === "opinions");
        expect(named).toEqual([]);
      }),
      runs,
    );
  });
});

describe("an answer changed at the last look", () => {
  const toCheck = (...first: readonly Action[]) => {
    let journey = travel(start, { type: "went", to: "unit" });
    for (let left = 20; left > 0 && journey.screen !== "check"; left--) {
      for (const action of first) journey = travel(journey, action);
      journey = answerAt(journey).reduce(travel, journey);
    }
    return journey;
  };
  const passing = (journey: Journey, ...actions: readonly Action[]) => {
    const screens: Screen[] = [];
    let now = journey;
    for (const action of actions) {
      now = travel(now, action);
      screens.push(now.screen);
    }
    return screens;
  };

  test("leads straight back to it", () => {
    expect(passing(toCheck(), { type: "went", to: "facts" }, { type: "settled-facts", fault: null })).toEqual(
      ["facts", "check"],
    );
    expect(passing(toCheck(), { type: "went", to: "unit" }, { type: "chose-unit", unit: null })).toEqual([
      "unit",
      "check",
    ]);
    expect(passing(toCheck(), { type: "went", to: "topic" }, { type: "went-back" })).toEqual([
      "topic",
      "check",
    ]);
  });

  test("opens what has to be asked or told anew, and nothing else", () => {
    const changed = passing(
      toCheck({ type: "described-self", self: "party-member" }),
      { type: "went", to: "whom" },
      { type: "chose-about", about: "committee-head" },
      { type: "settled-about" },
      { type: "answered", answer: { kind: "no" } },
      { type: "settled-route", receiver: district, asksGroupC: false },
      { type: "settled-member" },
    );
    expect(changed).toEqual(["whom", "whom", "route", "route", "member", "check"]);
  });

  test("asks again for a topic that the new committee does not ask about", () => {
    const opinions = toCheck(
      { type: "settled-route", receiver: district, asksGroupC: true },
      { type: "chose-topic", topic: "opinions" },
    );
    expect(opinions.draft.topic).toBe("opinions");
    const elsewhere: readonly Action[] = [
      { type: "went", to: "route" },
      { type: "chose-level", levelAbove: true },
      { type: "answered", answer: { kind: "no" } },
      { type: "settled-route", receiver: district, asksGroupC: false },
    ];
    const asked = elsewhere.reduce(travel, opinions);
    expect([asked.screen, asked.draft.topic]).toEqual(["topic", null]);
  });

  test("a text that was changed is looked at again before it can be sent", () => {
    expect(
      passing(
        toCheck(),
        { type: "went", to: "write" },
        { type: "wrote", text: "1234 5678" },
        { type: "went-back" },
        { type: "went", to: "check" },
        { type: "settled-text", fault: "has-code" },
      ),
    ).toEqual(["write", "write", "topic", "write", "write"]);
  });

  test("after the directory has changed, whom the letter reaches is asked anew", () => {
    const refused = travel(toCheck(), { type: "sent" });
    const failed = travel(refused, {
      type: "sending-went-on",
      sending: { kind: "failed", fault: { kind: "unreadable" } },
    });
    const route = travel(failed, { type: "went", to: "route" });
    expect([route.screen, route.draft.answer]).toEqual(["route", null]);
    expect(answerAt(route).reduce(travel, route).screen).toBe("check");
  });
});
