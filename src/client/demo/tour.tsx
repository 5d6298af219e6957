import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "../citizen/frame.tsx";
import type { Transport } from "../transport.ts";
import { Rich } from "../ui/rich.tsx";
import { ClockMover } from "./clock-mover.tsx";
import { ServerRows } from "./server-rows.tsx";
import { loadTourWords, type TourWords, vietnameseTour } from "./words.ts";

/** The guided tour: what to try, in the order in which a letter travels. */
export function Tour({
  transport,
  onLeave,
}: {
  readonly transport: Transport;
  readonly onLeave: () => void;
}): JSX.Element {
  const [tour, setTour] = useState(vietnameseTour);
  const { words, tell } = tour;
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  return (
    <Frame
      words={words}
      demonstration={{ hasTour: false }}
      onLeave={onLeave}
      onLanguage={(language) => {
        loadTourWords(language).then(setTour, () => undefined);
      }}
    >
      <div class="stack">
        <h1 tabIndex={-1}>{tell("title")}</h1>
        <p class="lead">{tell("lead")}</p>
        <ol class="tour">
          <Step tour={tour} title="write.title" text="write.do" link="citizen" />
          <Step tour={tour} title="route.title" text="route.do" />
          <Step tour={tour} title="row.title" text="row.do">
            <ServerRows tour={tour} transport={transport} />
          </Step>
          <Step tour={tour} title="wrong.title" text="wrong.do" link="officer" />
          <Step tour={tour} title="right.title" text="right.do" link="officer" />
          <Step tour={tour} title="return.title" text="return.do" link="citizen" />
          <Step tour={tour} title="late.title" text="late.do">
            <ClockMover tour={tour} transport={transport} days={untilOverdue} />
          </Step>
          <Step tour={tour} title="superior.title" text="superior.do" link="officer" />
          <Step tour={tour} title="open-late.title" text="open-late.do" link="officer">
            <ClockMover tour={tour} transport={transport} days={untilEscalated} />
          </Step>
          <Step tour={tour} title="steps.title" text="steps.do" link="citizen">
            <ClockMover tour={tour} transport={transport} days={null} />
          </Step>
        </ol>
      </div>
    </Frame>
  );
}

/** Long enough for the classification to be late, and then for the superior to be let in, also across Tết. */
const untilOverdue = 21;
const untilEscalated = 35;

type StepName =
  | "write"
  | "route"
  | "row"
  | "wrong"
  | "right"
  | "return"
  | "late"
  | "superior"
  | "open-late"
  | "steps";

/** The officers' pages live on an origin of their own, beside this one. */
function addressOf(side: "citizen" | "officer"): string {
  const { protocol, port } = window.location;
  return side === "citizen" ? "/" : `${protocol}//officer.localhost${port === "" ? "" : `:${port}`}/`;
}

function Step({
  tour: { tell },
  title,
  text,
  link,
  children,
}: {
  readonly tour: TourWords;
  readonly title: `${StepName}.title`;
  readonly text: `${StepName}.do`;
  readonly link?: "citizen" | "officer";
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <li class="tour-step">
      <h2>{tell(title)}</h2>
      <p>
        <Rich text={tell(text)} />
      </p>
      {link !== undefined && (
        <p>
          <a class="button button-secondary" href={addressOf(link)} target="_blank" rel="noreferrer">
            {tell(`open.${link}`)}
            <span class="visually-hidden">, {tell("new-window")}</span>
          </a>
        </p>
      )}
      {children}
    </li>
  );
}
