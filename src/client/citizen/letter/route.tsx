import type { JSX } from "preact";
import type { CommitteeId } from "../../../domain/ids.ts";
import type { Route } from "../../../domain/routing.ts";
import { formatDate } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Choice, RadioGroup } from "../../ui/radio-group.tsx";
import { Rich } from "../../ui/rich.tsx";
import { Elsewhere } from "../elsewhere.tsx";
import type { Action, Journey, PresenceAnswer } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { asksGroupC } from "./category.ts";
import { PromisedDates } from "./dates.tsx";
import { clocksFrom, type Directory, expectedRelease } from "./directory.ts";
import { QuestionPage } from "./page.tsx";
import { PassedOverStop, ReasonSteps, Stop } from "./route-stops.tsx";

type Props = {
  readonly words: AllWords;
  readonly directory: Directory;
  readonly route: Route;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
};

/** The route in words: who receives, who does not, who may open it later, and the sender's say in it. */
export function RoutePage(props: Props): JSX.Element {
  const { words, directory, route, journey, dispatch } = props;
  const { say } = words;
  const { fault, rerouted } = journey;
  const text = fault === "ask-required" ? say("route.ask.required") : undefined;
  return (
    <QuestionPage
      words={words}
      question="route"
      title={say(route.kind === "routed" ? "route.title" : "route.nowhere.title")}
      faults={text === undefined ? [] : [{ field: "c", text }]}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      {rerouted && <Notice live="status">{say("route.again")}</Notice>}
      {route.kind === "routed" ? (
        <Routed {...props} route={route} fault={text} />
      ) : (
        <>
          <Notice tone="bad">
            <p>
              <Rich text={say("route.nowhere.text")} />
            </p>
          </Notice>
          <ol class="stops">
            <PassedOverStop words={words} tree={directory.tree} route={route} />
          </ol>
          <SendersWishes {...props} />
          <p>{say("route.nowhere.change")}</p>
          <Elsewhere words={words} />
        </>
      )}
    </QuestionPage>
  );
}

function Routed({
  words,
  directory,
  route,
  journey,
  dispatch,
  fault,
}: Props & {
  readonly route: Extract<Route, { kind: "routed" }>;
  readonly fault: string | undefined;
}): JSX.Element {
  const { language, say } = words;
  const { tree } = directory;
  const clocks = clocksFrom(directory, expectedRelease(directory));
  const date = formatDate(language, clocks.outerEscalation.on);
  return (
    <>
      <ol class="stops">
        <Stop words={words} tree={tree} committee={route.receiver} kind="receives" />
        <PassedOverStop words={words} tree={tree} route={route} />
        {route.fallback === null ? (
          <li class="stop stop-later">
            <p>{say("route.overdue.none")}</p>
          </li>
        ) : (
          <Stop words={words} tree={tree} committee={route.fallback} kind="overdue">
            <p>
              <Rich text={say("route.overdue.from", { date })} />
            </p>
          </Stop>
        )}
      </ol>
      <ReasonSteps words={words} tree={tree} route={route} />
      <section class="stack-small">
        <h2>{say("route.dates")}</h2>
        <PromisedDates
          words={words}
          clocks={clocks}
          policy={directory.payload.policy}
          hasFallback={route.fallback !== null}
        />
      </section>
      <Presence {...{ words, directory, route, journey, dispatch, fault }} />
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-route", receiver: route.receiver, asksGroupC: asksGroupC(tree, route) });
        }}
      >
        {say("step.continue")}
      </Button>
      <SendersWishes {...{ words, directory, route, journey, dispatch }} />
    </>
  );
}

/** Is the person reported among those listed? Only the sender can know. */
function Presence({
  words: { say },
  directory: { tree },
  route,
  journey: { draft },
  dispatch,
  fault,
}: Props & {
  readonly route: Extract<Route, { kind: "routed" }>;
  readonly fault: string | undefined;
}): JSX.Element {
  const listed = [route.receiver, ...(route.fallback === null ? [] : [route.fallback])];
  const choices: readonly Choice<string>[] = [
    { value: "no", label: say("route.ask.no") },
    ...listed.map((id) => ({
      value: `in ${id}`,
      label: say("route.ask.receiver", { committee: committeeName(tree, id) }),
    })),
    { value: "unsure", label: say("route.ask.unsure"), hint: say("route.ask.unsure.hint") },
  ];
  return (
    <RadioGroup
      id="c"
      legend={<span class="legend-large">{say("route.ask")}</span>}
      fault={fault}
      choices={choices}
      chosen={draft.answer === null ? null : toValue(draft.answer)}
      onChoose={(value) => {
        dispatch({ type: "answered", answer: toAnswer(value, listed) });
      }}
    />
  );
}

function toValue(answer: PresenceAnswer): string {
  return answer.kind === "in" ? `in ${answer.committee}` : answer.kind;
}

function toAnswer(value: string, listed: readonly CommitteeId[]): PresenceAnswer {
  const committee = listed.find((id) => value === `in ${id}`);
  if (committee !== undefined) return { kind: "in", committee };
  return { kind: value === "no" ? "no" : "unsure" };
}

/** What the sender has asked for, how to take it back, and what more can be asked. */
function SendersWishes({
  words: { say },
  directory: { tree },
  route,
  journey,
  dispatch,
}: Props): JSX.Element {
  const { excluded, levelAbove } = journey.draft;
  const receiver = route.kind === "routed" ? route.receiver : null;
  const chooseLevel = (levelAbove: boolean) => {
    dispatch({ type: "chose-level", levelAbove });
  };
  return (
    <section class="wishes">
      {(receiver !== null || excluded.length > 0 || levelAbove) && <h2>{say("route.more")}</h2>}
      {excluded.map((committee) => (
        <p key={committee} class="wish">
          <span>{say("route.excluded", { committee: committeeName(tree, committee) })}</span>
          <Button
            kind="quiet"
            onPress={() => {
              dispatch({ type: "included", committee });
            }}
          >
            {say("route.include")}
            <span class="visually-hidden">: {committeeName(tree, committee)}</span>
          </Button>
        </p>
      ))}
      {levelAbove && (
        <p class="wish">
          <span>{say("route.higher.on")}</span>
          <Button
            kind="quiet"
            onPress={() => {
              chooseLevel(false);
            }}
          >
            {say("route.higher.undo")}
          </Button>
        </p>
      )}
      {receiver !== null && (
        <Button
          onPress={() => {
            dispatch({ type: "excluded", committee: receiver });
          }}
        >
          {say("route.exclude", { committee: committeeName(tree, receiver) })}
        </Button>
      )}
      {receiver !== null && !levelAbove && (
        <Button
          onPress={() => {
            chooseLevel(true);
          }}
        >
          {say("route.higher")}
        </Button>
      )}
    </section>
  );
}
