import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { FormalKind } from "../../../domain/policy.ts";
import { formatDate, formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, type FieldFault } from "../../ui/error-summary.tsx";
import { Field, privateInput } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Rich } from "../../ui/rich.tsx";
import { useHeadingFocus } from "../heading-focus.ts";
import { type DeedPageProps, WayBack } from "./deed-page.tsx";
import { findIdentityFaults, identityFields, writtenOf } from "./drafts.ts";
import { formalDatesOf, type Shift } from "./formal-dates.ts";
import { Progress } from "./progress.tsx";

const steps = ["procedure", "identity", "check"] as const;
type Step = (typeof steps)[number];

/** Field names that tell a device's memory nothing. */
const fieldIds = { name: "k", address: "l", contact: "m" } as const;

type Page = DeedPageProps & {
  readonly faults: readonly FieldFault[];
  readonly onGoOn: () => void;
};

/** Turning a report into a tố cáo: which way, who one is, and once more all of it before it is sent. */
export function FormalPage(props: DeedPageProps): JSX.Element {
  const { words, opened, drafts, deedSending, onBack } = props;
  const { language, say } = words;
  const [step, setStep] = useState<Step>("procedure");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  useHeadingFocus(step);
  const at = steps.indexOf(step);
  const goTo = (to: Step) => {
    setFaults([]);
    deedSending.forget();
    setStep(to);
  };
  const goOn = () => {
    const found = findFaults(props, step);
    setFaults(found);
    if (found.length > 0) return;
    const next = steps[at + 1];
    const written = writtenOf(drafts, "make-formal");
    if (next !== undefined) goTo(next);
    else if (written !== undefined) deedSending.send(opened, written);
  };
  const total = formatNumber(language, steps.length);
  const page: Page = {
    ...props,
    faults,
    onGoOn: goOn,
    onDraft: (changed) => {
      setFaults([]);
      props.onDraft(changed);
    },
  };
  return (
    <div class="stack">
      <WayBack
        words={words}
        isBusy={deedSending.isBusy}
        step={say("formal.step", { step: formatNumber(language, at + 1), total })}
        onBack={() => {
          const before = steps[at - 1];
          if (before === undefined) onBack();
          else goTo(before);
        }}
      />
      <ErrorSummary title={say("errors.title")} faults={faults} />
      {step === "procedure" && <Procedure {...page} />}
      {step === "identity" && <WhoYouAre {...page} />}
      {step === "check" && <Check {...page} />}
    </div>
  );
}

function findFaults({ words: { say }, drafts }: DeedPageProps, step: Step): readonly FieldFault[] {
  if (step === "procedure")
    return drafts.procedure === null ? [{ field: "j", text: say("formal.procedure.required") }] : [];
  return findIdentityFaults(drafts.identity).map(({ field, fault }) => ({
    field: fieldIds[field],
    text: fault === "required" ? say(`formal.${field}.required`) : say("formal.too-long"),
  }));
}

function Procedure({ words, opened, drafts, onDraft, faults, onGoOn }: Page): JSX.Element {
  const { say } = words;
  const { organisation, view } = opened;
  const committee = committeeName(organisation.tree, view.state.committee);
  const choice = (value: FormalKind) => ({
    value,
    label: say(`formal.${value}`),
    hint: say(`formal.${value}.hint`),
  });
  return (
    <>
      <h1 tabIndex={-1}>{say("deed.make-formal")}</h1>
      {[say("formal.why"), say("formal.who", { committee }), say("formal.law"), say("formal.once")].map(
        (sentence) => (
          <p key={sentence}>
            <Rich text={sentence} />
          </p>
        ),
      )}
      <RadioGroup
        id="j"
        legend={<span class="legend-large">{say("formal.procedure")}</span>}
        hint={say("formal.procedure.hint")}
        fault={faults[0]?.text}
        choices={[choice("formal-party"), choice("formal-state")]}
        chosen={drafts.procedure}
        onChoose={(procedure) => {
          onDraft({ ...drafts, procedure });
        }}
      />
      <Button kind="primary" onPress={onGoOn}>
        {say("step.continue")}
      </Button>
    </>
  );
}

function WhoYouAre({ words, opened, drafts, onDraft, faults, onGoOn }: Page): JSX.Element {
  const { say } = words;
  const { organisation, view } = opened;
  const committee = committeeName(organisation.tree, view.state.committee);
  return (
    <>
      <h1 tabIndex={-1}>{say("formal.identity")}</h1>
      <p>
        <Rich text={say("formal.who", { committee })} />
      </p>
      {identityFields.map((field) => {
        const id = fieldIds[field];
        const fault = faults.find((each) => each.field === id)?.text;
        const hint = field === "contact" ? say("formal.contact.hint") : undefined;
        const described = [
          ...(hint === undefined ? [] : [`${id}-hint`]),
          ...(fault === undefined ? [] : [`${id}-fault`]),
        ];
        return (
          <Field key={field} id={id} label={say(`formal.${field}`)} hint={hint} fault={fault}>
            <input
              {...privateInput}
              class="field-input"
              id={id}
              name={id}
              type="text"
              aria-describedby={described.length === 0 ? undefined : described.join(" ")}
              value={drafts.identity[field]}
              onInput={(event) => {
                onDraft({
                  ...drafts,
                  identity: { ...drafts.identity, [field]: event.currentTarget.value },
                });
              }}
            />
          </Field>
        );
      })}
      <Button kind="primary" onPress={onGoOn}>
        {say("step.continue")}
      </Button>
    </>
  );
}

function Check({ words, opened, drafts, deedSending, onGoOn }: Page): JSX.Element {
  const { language, say } = words;
  const { organisation, view } = opened;
  const { procedure, identity } = drafts;
  const committee = committeeName(organisation.tree, view.state.committee);
  const dates = formalDatesOf(view, organisation, procedure ?? "formal-party");
  const shift = ({ before, after }: Shift) => ({
    date: formatDate(language, after),
    before: before === null ? "–" : formatDate(language, before),
  });
  const rows = [
    { label: say("formal.way"), value: procedure === null ? "" : say(`formal.${procedure}`) },
    ...identityFields.map((field) => ({ label: say(`formal.${field}`), value: identity[field] })),
  ];
  return (
    <>
      <h1 tabIndex={-1}>{say("formal.check")}</h1>
      <dl class="summary">
        {rows.map(({ label, value }) => (
          <div key={label} class="summary-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class="stack-small">
        <h2>{say("formal.dates")}</h2>
        <p>
          <Rich text={say("formal.dates.result", shift(dates.result))} />
        </p>
        {dates.outer !== null && (
          <p>
            <Rich text={say("formal.dates.outer", shift(dates.outer))} />
          </p>
        )}
        <p>{say("formal.dates.from")}</p>
      </section>
      <Notice tone="warn">
        <p>
          <Rich text={say("formal.who", { committee })} />
        </p>
        <p>
          <Rich text={say("formal.once")} />
        </p>
      </Notice>
      <Progress words={words} deedSending={deedSending} />
      <Button kind="primary" waiting={deedSending.isBusy} onPress={onGoOn}>
        {say("formal.send")}
      </Button>
    </>
  );
}
