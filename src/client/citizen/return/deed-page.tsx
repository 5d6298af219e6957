import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { committeeName } from "../../../i18n/law.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, type FieldFault } from "../../ui/error-summary.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Rich } from "../../ui/rich.tsx";
import type * as CaseDesk from "./case-desk.ts";
import type { OpenCase } from "./case-desk.ts";
import { type Drafts, withText, writtenOf } from "./drafts.ts";
import type { ChosenDeed } from "./permissions.ts";
import { Progress } from "./progress.tsx";
import type { DeedSending } from "./use-sending.ts";
import type { ReturnWords } from "./words.ts";
import { WordsField, wordsFault } from "./words-field.tsx";

/** What every page needs on which something is sent. */
export type DeedPageProps = {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
  readonly desk: typeof CaseDesk;
  readonly drafts: Drafts;
  readonly onDraft: (drafts: Drafts) => void;
  readonly deedSending: DeedSending;
  readonly onBack: () => void;
};

/** The deeds that are one page: what it does and who will read it, at most one question, and the words. */
type SimpleDeed = Exclude<ChosenDeed, "make-formal">;

/** One deed on a page of its own. */
export function DeedPage({ kind, ...props }: DeedPageProps & { readonly kind: SimpleDeed }): JSX.Element {
  const { words, opened, desk, drafts, deedSending, onBack } = props;
  const { say } = words;
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = (id: string) => faults.find(({ field }) => field === id)?.text;
  const change = (changed: Drafts) => {
    setFaults([]);
    props.onDraft(changed);
  };
  return (
    <div class="stack">
      <WayBack words={words} isBusy={deedSending.isBusy} onBack={onBack} />
      <ErrorSummary title={say("errors.title")} faults={faults} />
      <h1 tabIndex={-1}>{say(`deed.${kind}`)}</h1>
      <Explanation words={words} opened={opened} kind={kind} />
      {kind === "rate" && (
        <RadioGroup
          id="i"
          legend={say("deed.rate.question")}
          fault={faultOf("i")}
          choices={[
            { value: "yes", label: say("deed.rate.yes") },
            { value: "no", label: say("deed.rate.no"), hint: say("deed.rate.no.hint") },
          ]}
          chosen={drafts.satisfied === null ? null : drafts.satisfied ? "yes" : "no"}
          onChoose={(value) => {
            change({ ...drafts, satisfied: value === "yes" });
          }}
        />
      )}
      {kind !== "seal-anew" && (
        <WordsField
          words={words}
          id="h"
          label={kind === "rate" ? say("deeds.text.optional") : say(`deed.${kind}.text`)}
          fault={faultOf("h")}
          rows={5}
          isReadOnly={deedSending.isBusy}
          room={desk.roomFor({ deed: roomDeed(kind), text: drafts.texts[kind] })}
          text={drafts.texts[kind]}
          onType={(typed) => {
            change(withText(drafts, kind, typed));
          }}
        />
      )}
      <Progress words={words} deedSending={deedSending} />
      <Button
        kind="primary"
        waiting={deedSending.isBusy}
        onPress={() => {
          const found = findFaults(props, kind);
          setFaults(found);
          const written = writtenOf(drafts, kind);
          if (found.length === 0 && written !== undefined) deedSending.send(opened, written);
        }}
      >
        {say(`deed.${kind}.send`)}
      </Button>
    </div>
  );
}

/** A deed of that kind, as large as it gets: to reckon how much room it leaves. */
function roomDeed(kind: SimpleDeed) {
  return kind === "rate" ? ({ kind, satisfied: false } as const) : ({ kind } as const);
}

function findFaults({ words, desk, opened, drafts }: DeedPageProps, kind: SimpleDeed): readonly FieldFault[] {
  const { say } = words;
  const faults: FieldFault[] = [];
  if (kind === "rate" && drafts.satisfied === null)
    faults.push({ field: "i", text: say("deed.rate.required") });
  const required = kind === "review" ? say("deed.review.required") : null;
  const written = { deed: roomDeed(kind), text: drafts.texts[kind] };
  const text = wordsFault(words, desk, opened, written, required);
  if (text !== undefined && kind !== "seal-anew") faults.push({ field: "h", text });
  return faults;
}

/** What the deed does, and who will read it. */
function Explanation({
  words: { say },
  opened: { organisation, view },
  kind,
}: {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
  readonly kind: SimpleDeed;
}): JSX.Element {
  const { superior, committee } = view.state;
  const above = committeeName(organisation.tree, superior ?? committee);
  const text =
    kind === "rate"
      ? say("deed.rate.hint")
      : kind === "withdraw"
        ? say("deed.withdraw.who")
        : say(`deed.${kind}.who`, { committee: above });
  return (
    <Notice tone={kind === "withdraw" ? "warn" : "calm"}>
      <p>
        <Rich text={text} />
      </p>
    </Notice>
  );
}

/** Back to the letter; not while something is on its way. */
export function WayBack({
  words: { say },
  isBusy,
  step,
  onBack,
}: {
  readonly words: ReturnWords;
  readonly isBusy: boolean;
  readonly step?: string;
  readonly onBack: () => void;
}): JSX.Element {
  return (
    <div class="way-back">
      <button
        type="button"
        class="back"
        aria-disabled={isBusy ? "true" : undefined}
        onClick={() => {
          if (!isBusy) onBack();
        }}
      >
        <Icon name="back" size={20} />
        {say(step === undefined ? "deeds.back" : "step.back")}
      </button>
      {step !== undefined && <p class="step">{step}</p>}
    </div>
  );
}
