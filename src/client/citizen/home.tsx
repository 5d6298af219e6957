import type { JSX } from "preact";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Rich } from "../ui/rich.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import type { Words } from "./words.ts";

/** The first page: what this is, who reads, what is protected and what is not, and the two ways in. */
export function Home({
  words,
  groups,
  onWrite,
  onReturn,
}: {
  readonly words: Words;
  /** The roots' fingerprint as people compare it; null on the page that is read before any script runs. */
  readonly groups: readonly string[] | null;
  readonly onWrite: () => void;
  readonly onReturn: () => void;
}): JSX.Element {
  const { say } = words;
  return (
    <div class="home">
      <div class="hero">
        <h1 tabIndex={-1}>{say("home.title")}</h1>
        <p class="lead">{say("home.lead")}</p>
        <div class="ways">
          <Way
            isFirst
            icon="letter"
            label={say("home.write")}
            hint={say("home.write.hint")}
            onPress={onWrite}
          />
          <Way icon="key" label={say("home.return")} hint={say("home.return.hint")} onPress={onReturn} />
        </div>
      </div>
      <Points words={words} mark="points-read" title="home.who.title" points={who} />
      <Points words={words} mark="points-safe" title="home.safe.title" points={safe} />
      <Points words={words} mark="points-open" title="home.unsafe.title" points={unsafe} />
      <section class="aside">
        <h2>{say("home.kind.title")}</h2>
        <p>
          <Rich text={say("home.kind.text")} />
        </p>
      </section>
      <section class="aside">
        <h2>{say("home.else.title")}</h2>
        <Elsewhere words={words} />
      </section>
      {groups !== null && <Doubts words={words} groups={groups} />}
    </div>
  );
}

/** For whoever doubts that this is the page of the poster, and for whoever wants to print one. */
function Doubts({
  words: { say },
  groups,
}: {
  readonly words: Words;
  readonly groups: readonly string[];
}): JSX.Element {
  return (
    <section class="aside doubts">
      <details class="fold">
        <summary>{say("home.real")}</summary>
        <p>{say("home.real.address")}</p>
        <p>{say("home.real.groups")}</p>
        <p class="root-groups">{groups.join(" ")}</p>
        <p>{say("home.real.proof")}</p>
      </details>
      <a class="link" href="/poster">
        {say("home.poster")}
      </a>
      <a class="link" href="/giup">
        {say("home.help")}
      </a>
    </section>
  );
}

const who = ["home.who.only", "home.who.head", "home.who.shown"] as const;
const safe = ["home.safe.sealed", "home.safe.server", "home.safe.device"] as const;
const unsafe = ["home.unsafe.network", "home.unsafe.history", "home.unsafe.details"] as const;

function Points({
  words: { say },
  mark,
  title,
  points,
}: {
  readonly words: Words;
  readonly mark: string;
  readonly title: "home.who.title" | "home.safe.title" | "home.unsafe.title";
  readonly points: readonly (typeof who | typeof safe | typeof unsafe)[number][];
}): JSX.Element {
  return (
    <section>
      <h2>{say(title)}</h2>
      <ul class={`points ${mark}`}>
        {points.map((point) => (
          <li key={point}>
            <span>
              <Rich text={say(point)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({
  isFirst = false,
  icon,
  label,
  hint,
  onPress,
}: {
  readonly isFirst?: boolean;
  readonly icon: IconName;
  readonly label: string;
  readonly hint: string;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button type="button" class={isFirst ? "way way-first" : "way"} onClick={onPress}>
      <Icon name={icon} size={28} />
      <span class="way-text">
        <span class="way-label">{label}</span>
        <span class="way-hint">{hint}</span>
      </span>
      <Icon name="forward" />
    </button>
  );
}
