import type { JSX } from "preact";
import type { UnitId } from "../../../domain/ids.ts";
import type { OrgTree } from "../../../domain/org-tree.ts";
import type { Route } from "../../../domain/routing.ts";
import { committeeName, unitName } from "../../../i18n/law.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { Action } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { closenessOf } from "./member.view.ts";
import { QuestionPage } from "./page.tsx";

type Props = {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly unit: UnitId | null;
  readonly route: Route | undefined;
  readonly dispatch: (action: Action) => void;
};

/** What a party member should know before writing: what gives them away, what their rules forbid, the named route. */
export function MemberPage(props: Props): JSX.Element {
  const {
    words,
    words: { say },
    dispatch,
  } = props;
  return (
    <QuestionPage
      words={words}
      question="member"
      title={say("member.title")}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <p>{say("member.for")}</p>
      <Details {...props} />
      <section class="stack-small">
        <h2>{say("member.notice")}</h2>
        <p>
          <Rich text={say("member.notice.rule")} />
        </p>
        <p>
          <Rich text={say("member.notice.this")} />
        </p>
        <p class="basis">{say("member.notice.basis")}</p>
      </section>
      <Named words={words} />
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-member" });
        }}
      >
        {say("member.continue")}
      </Button>
    </QuestionPage>
  );
}

const leaveOut = ["date", "said", "duty", "papers"] as const;

function Details({ words: { say }, tree, unit, route, dispatch }: Props): JSX.Element {
  const { small, own } = closenessOf(tree, unit, route);
  return (
    <section class="stack-small">
      <h2>{say("member.details")}</h2>
      <Notice tone={small === null && own === null ? "calm" : "warn"}>
        {small === null && own === null && <p>{say("member.usual")}</p>}
        {small !== null && (
          <p>
            <Rich text={say("member.small", { unit: unitName(tree, small) })} />
          </p>
        )}
        {own !== null && (
          <>
            <p>
              <Rich
                text={say("member.own", {
                  unit: unitName(tree, own.unit),
                  committee: committeeName(tree, own.committee),
                })}
              />
            </p>
            <Button
              onPress={() => {
                dispatch({ type: "went", to: "route" });
              }}
            >
              {say("member.own.route")}
            </Button>
          </>
        )}
      </Notice>
      <p>{say("member.leave-out")}</p>
      <ul class="bullets">
        {leaveOut.map((what) => (
          <li key={what}>{say(`member.leave-out.${what}`)}</li>
        ))}
      </ul>
      <p>{say("member.instead")}</p>
    </section>
  );
}

/** Another way, with a name, for whoever prefers it; nobody is sent there. */
function Named({ words: { say } }: { readonly words: AllWords }): JSX.Element {
  return (
    <section class="stack-small">
      <h2>{say("member.named")}</h2>
      <details class="fold">
        <summary>{say("member.named.open")}</summary>
        <div class="stack-small">
          {(["what", "whom", "protected", "later"] as const).map((part) => (
            <p key={part}>
              <Rich text={say(`member.named.${part}`)} />
            </p>
          ))}
          <p class="basis">{say("member.named.basis")}</p>
        </div>
      </details>
    </section>
  );
}
