import type { JSX } from "preact";
import type { AccusedRole } from "../../../domain/conflict.ts";
import type { OrgTree } from "../../../domain/org-tree.ts";
import { unitName } from "../../../i18n/law.ts";
import { Button } from "../../ui/button.tsx";
import { type Choice, RadioGroup } from "../../ui/radio-group.tsx";
import type { Action, Journey } from "../journey.ts";
import type { AllWords } from "../words.ts";
import { QuestionPage } from "./page.tsx";
import { listWhomOptions, type WhomOption } from "./whom.titles.ts";

/** Whom the letter is about. No name; the answer alone decides who may read. */
export function WhomPage({
  words,
  tree,
  journey: { draft, fault },
  dispatch,
}: {
  readonly words: AllWords;
  readonly tree: OrgTree;
  readonly journey: Journey;
  readonly dispatch: (action: Action) => void;
}): JSX.Element {
  const { say } = words;
  const unit = draft.unit === null ? null : unitName(tree, draft.unit);
  const text = fault === "whom-required" ? say("whom.required") : undefined;
  return (
    <QuestionPage
      words={words}
      question="whom"
      title={say("whom.title")}
      faults={text === undefined ? [] : [{ field: "b", text }]}
      onBack={() => {
        dispatch({ type: "went-back" });
      }}
    >
      <RadioGroup<AccusedRole>
        id="b"
        legend={
          <span class="context">{unit === null ? say("unit.unknown.name") : say("whom.unit", { unit })}</span>
        }
        hint={say("whom.hint")}
        fault={text}
        choices={listWhomOptions(tree, draft.unit).map((option) => toChoice(words, unit, option))}
        chosen={draft.about}
        onChoose={(about) => {
          dispatch({ type: "chose-about", about });
        }}
      />
      <Button
        kind="primary"
        onPress={() => {
          dispatch({ type: "settled-about" });
        }}
      >
        {say("step.continue")}
      </Button>
    </QuestionPage>
  );
}

function toChoice({ say }: AllWords, unit: string | null, { role, titles }: WhomOption): Choice<AccusedRole> {
  const label =
    role === "collective"
      ? unit === null
        ? say("whom.collective.unknown")
        : say("whom.collective", { unit })
      : say(`whom.${role}`);
  if (role === "somebody-else" || role === "unknown")
    return { value: role, label, hint: say(`whom.${role}.hint`) };
  const hint = titles.length === 0 ? undefined : titles.join(" · ");
  return { value: role, label, hint, hintLanguage: "vi" };
}
