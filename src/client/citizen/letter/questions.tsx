import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Route } from "../../../domain/routing.ts";
import { containsAnyReceiptCode } from "../../../envelope/receipt-code.ts";
import type { Transport } from "../../transport.ts";
import { type Action, hasChoice, type Journey, type Screen } from "../journey.ts";
import { usePart } from "../part.ts";
import type * as AfterWritingParts from "../sending/after-writing.tsx";
import { allWords } from "../words.all.ts";
import type { AllWords, Words } from "../words.ts";
import { asksGroupC } from "./category.ts";
import type { Directory } from "./directory.ts";
import { FactsPage } from "./facts.tsx";
import { MemberPage } from "./member.tsx";
import { RoutePage } from "./route.tsx";
import { routeOf } from "./route.view.ts";
import { SelfPage } from "./self.tsx";
import { faultOfFacts, faultOfText } from "./text-faults.ts";
import { ManifestationPage, TopicPage, TopicsMissing } from "./topic.tsx";
import { useCatalogue } from "./use-catalogue.ts";
import { type SealingState, useSealing } from "./use-sealing.ts";
import { WhomPage } from "./whom.tsx";
import { type Room, WritePage } from "./write.tsx";

export { Aloud } from "../audio/aloud.tsx";

type Props = {
  readonly words: Words;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
  readonly transport: Transport;
  readonly directory: Directory | undefined;
  readonly onReload: () => void;
};

/** Screens on which a letter is being made. */
const making: ReadonlySet<Screen> = new Set([
  "unit",
  "whom",
  "route",
  "self",
  "member",
  "topic",
  "manifestation",
  "write",
  "facts",
  "check",
  "sending",
]);

/** Every question after the unit, to the noted code. Mounted all the time, so that nothing is lost between. */
export function Questions(props: Props): JSX.Element | null {
  const { journey, dispatch, transport, directory: known, onReload } = props;
  const words = allWords(props.words);
  const { screen, draft } = journey;
  const isOver = !making.has(screen);
  const hasBegun = !isOver && draft.text !== "";
  const [sealing, beginAgain] = useSealing(transport, known, { hasBegun, isOver });
  const [after, fetchAfter] = usePart(loadAfterWriting, hasBegun);
  const [catalogue, fetchCatalogue] = useCatalogue(words.language);
  const route = useMemo(() => (known === undefined ? undefined : routeOf(known.tree, draft)), [known, draft]);
  if (known === undefined || screen === "unit" || screen === "home" || screen === "return") return null;
  if (screen === "whom") return <WhomPage {...{ words, journey, dispatch }} tree={known.tree} />;
  if (screen === "route")
    return route === undefined ? null : (
      <RoutePage {...{ words, journey, dispatch, route }} directory={known} />
    );
  if (screen === "self") return <SelfPage {...{ words, journey, dispatch }} />;
  if (screen === "member")
    return <MemberPage {...{ words, route, dispatch }} tree={known.tree} unit={draft.unit} />;
  if (screen === "topic" || screen === "manifestation") {
    if (catalogue.kind !== "ready")
      return (
        <TopicsMissing
          {...{ words, dispatch }}
          isLoading={catalogue.kind === "loading"}
          onAgain={fetchCatalogue}
        />
      );
    const props = { words, journey, dispatch, catalogue: catalogue.words };
    return screen === "manifestation" && hasChoice(draft.topic) ? (
      <ManifestationPage {...props} topic={draft.topic} />
    ) : (
      <TopicPage {...props} asksGroupC={asksGroupC(known.tree, route)} />
    );
  }
  const parts = after.kind === "ready" ? after.value : null;
  if (screen === "write")
    return (
      <Writing
        {...{ words, journey, dispatch, sealing, parts, route }}
        isWithoutParts={after.kind === "failed"}
        onAgain={() => {
          if (after.kind === "failed") fetchAfter();
          beginAgain();
        }}
      />
    );
  if (screen === "facts")
    return (
      <FactsPage
        {...{ words, journey, dispatch }}
        onContinue={() => {
          dispatch({ type: "settled-facts", fault: faultOfFacts(draft.facts, holdsCodeBy(sealing)) });
        }}
      />
    );
  if (parts === null) return null;
  return (
    <parts.AfterWriting
      {...{ words, journey, dispatch, transport, route, sealing, beginAgain, onReload }}
      directory={known}
      catalogue={catalogue.kind === "ready" ? catalogue.words : null}
    />
  );
}

type AfterParts = typeof AfterWritingParts;

const loadAfterWriting = async (): Promise<AfterParts> => await import("../sending/after-writing.tsx");

/** The page to write on; it lets go only when what comes after it is there and the text can be sent. */
function Writing({
  words,
  journey,
  dispatch,
  sealing,
  parts,
  route,
  isWithoutParts,
  onAgain,
}: Pick<Props, "journey" | "dispatch"> & {
  readonly words: AllWords;
  readonly sealing: SealingState;
  readonly parts: AfterParts | null;
  readonly route: Route | undefined;
  readonly isWithoutParts: boolean;
  readonly onAgain: () => void;
}): JSX.Element {
  const { text } = journey.draft;
  const [isWaiting, setWaiting] = useState(false);
  const room = roomIn(sealing, journey, route, words);
  const trouble = troubleOf(words, sealing, parts, isWithoutParts);
  const isReady = parts !== null && sealing.kind === "ready";
  const settle = useCallback(() => {
    dispatch({ type: "settled-text", fault: faultOfText(text, room?.free ?? 0, holdsCodeBy(sealing)) });
  }, [dispatch, sealing, text, room?.free]);
  useEffect(() => {
    if (!isWaiting || (!isReady && trouble === null)) return;
    setWaiting(false);
    if (isReady) settle();
  }, [isWaiting, isReady, trouble, settle]);
  return (
    <WritePage
      {...{ words, journey, dispatch, room, trouble, isWaiting, onAgain }}
      onContinue={() => {
        if (text.trim() === "" || isReady) settle();
        else if (trouble === null) setWaiting(true);
        else onAgain();
      }}
    />
  );
}

function roomIn(
  sealing: SealingState,
  { draft }: Journey,
  route: Route | undefined,
  { language }: Words,
): Room | undefined {
  if (sealing.kind !== "ready" || route?.kind !== "routed") return undefined;
  return sealing.parts.roomFor(sealing.sealing, draft, route, language);
}

/** Why nothing could be sent as things stand, if so. */
function troubleOf(
  words: Words,
  sealing: SealingState,
  parts: AfterParts | null,
  isWithoutParts: boolean,
): string | null {
  if (sealing.kind !== "fault") return isWithoutParts ? words.say("crypto.missing") : null;
  const { fault } = sealing;
  if (fault.kind === "crypto") return words.say(`crypto.${fault.fault}`);
  return parts === null ? null : parts.sayFaultIn(words, fault);
}

/** Whether a text has a receipt code in it. Until the cryptography has come, only that of an earlier letter can be. */
function holdsCodeBy(sealing: SealingState): (text: string) => boolean {
  return (text) =>
    sealing.kind === "ready" ? sealing.parts.holdsCode(sealing.sealing, text) : containsAnyReceiptCode(text);
}
