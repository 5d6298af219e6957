import type { JSX } from "preact";
import type { SelfDescription } from "../../../crypto/letter.schema.ts";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { type Choice, RadioGroup } from "../../ui/radio-group.tsx";
import type { Action, Journey } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { QuestionPage } from "./page.tsx";

/** Who the writer is, if they wish to say: sealed, and shown to the officer as not verified. */
export function SelfPage({
  words,
  journey: { draft },
  dispatch,
}: {
  readonly words: AllWords;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
}): JSX.Element {
  const { say } = words;
  const choices: readonly Choice<SelfDescription | "none">[] = [
    { value: "none", label: say("write.self.none") },
    { value: "citizen", label: say("write.self.citizen") },
    { value: "party-member", label: say("write.self.party-member") },
    { value: "union-member", label: say("write.self.union-member") },
  ];
  return (
    <QuestionPage
      words={words}
      question="self"
      title={say("self.title")}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <RadioGroup
        id="e"
        legend={<span class="context">{say("write.self")}</span>}
        hint={say("write.self.hint")}
        choices={choices}
        chosen={draft.self ?? "none"}
        onChoose={(value) => {
          dispatch({ type: "described-self", self: value === "none" ? null : value });
        }}
      />
      {/* Stands there from the beginning, so that what appears in it is read out. */}
      <Live>
        {draft.self === "party-member" && <p>{say("self.member.next")}</p>}
        {draft.self === "union-member" && <p>{say("self.union")}</p>}
      </Live>
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-self" });
        }}
      >
        {say("step.continue")}
      </Button>
    </QuestionPage>
  );
}
