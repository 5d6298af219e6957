import type { ComponentChildren, JSX } from "preact";
import type { CommitteeId } from "../../../domain/ids.ts";
import type { OrgTree } from "../../../domain/org-tree.ts";
import type { Route } from "../../../domain/routing.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { committeeName, sayRouteStep } from "../../../i18n/law.ts";
import { Icon } from "../../ui/icon.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { AllWords } from "../words.ts";
import { passedOverBy, peopleIn } from "./route.view.ts";

const looks = {
  receives: { icon: "letter", look: "stop stop-receives" },
  overdue: { icon: "clock", look: "stop stop-later" },
} as const;

/** A committee on the letter's way, with its people by title. */
export function Stop({
  words,
  tree,
  committee,
  kind,
  children,
}: {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly committee: CommitteeId;
  readonly kind: keyof typeof looks;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { icon, look } = looks[kind];
  return (
    <li class={look}>
      <p class="stop-kind">
        <Icon name={icon} />
        {words.say(`route.${kind}`)}
      </p>
      <h2 lang="vi">{committeeName(tree, committee)}</h2>
      {children}
      <People words={words} tree={tree} committee={committee} />
    </li>
  );
}

function People({
  words: { language, say },
  tree,
  committee,
}: {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly committee: CommitteeId;
}): JSX.Element {
  const { seated, elsewhere, others } = peopleIn(tree, committee);
  const readers = [...elsewhere, ...(others > 0 ? [say("route.reader.other")] : [])];
  const count = others > 1 ? ` × ${formatNumber(language, others)}` : "";
  return (
    <div class="people">
      <p class="people-title">{say("route.people")}</p>
      <ul>
        {seated.map(({ title, reads }, index) => (
          // Two members may bear the same title, so that only the place tells them apart.
          <li key={`${index} ${title}`}>
            <span lang="vi">{title}</span>
            {reads && <KeyMark text={say("route.reader")} />}
          </li>
        ))}
        {readers.map((title, index) => (
          <li key={`reader ${title}`}>
            {title}
            {index === readers.length - 1 && count}
            <KeyMark text={say("route.reader")} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function KeyMark({ text }: { readonly text: string }): JSX.Element {
  return (
    <span class="key-mark">
      <Icon name="key" size={18} />
      {text}
    </span>
  );
}

/** Who on the way neither receives the letter nor can read it, each with the reason. */
export function PassedOverStop({
  words,
  tree,
  route,
}: {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly route: Route;
}): JSX.Element | null {
  const { say, law } = words;
  const passed = passedOverBy(route);
  if (passed.length === 0) return null;
  return (
    <li class="stop stop-barred">
      <p class="stop-kind">
        <Icon name="barred" />
        {say("route.bypassed")}
      </p>
      <ul class="barred">
        {passed.map(({ committee, because }) => (
          <li key={committee}>
            <strong lang="vi">{committeeName(tree, committee)}</strong>
            <span class="barred-why">{law.say(`because.${because}`)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The whole reasoning, one sentence a step. */
export function ReasonSteps({
  words: { law, say },
  tree,
  route,
}: {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly route: Route;
}): JSX.Element {
  const sentences = route.steps.map((step) => sayRouteStep(law, tree, step));
  return (
    <details class="fold">
      <summary>{say("route.why")}</summary>
      <ol class="reasons">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Rich text={sentence} />
          </li>
        ))}
      </ol>
    </details>
  );
}
