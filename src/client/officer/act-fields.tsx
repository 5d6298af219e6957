import type { JSX } from "preact";
import {
  extensionReasons,
  otherPlaces,
  outcomes,
  refusalGrounds,
  remedyStates,
  substances,
} from "../../domain/case/case.sealed.ts";
import { formalKinds } from "../../domain/policy.ts";
import { formatDate } from "../../i18n/format.ts";
import { privateInput } from "../ui/field.tsx";
import { type Choice, RadioGroup } from "../ui/radio-group.tsx";
import { type ActProps, fieldId, type FieldProps } from "./act-props.ts";
import { isWritten } from "./commands.ts";
import { CategoryField } from "./category-field.tsx";
import { type FieldName, type Form, offeredNotes } from "./form.ts";
import { JoinedCase } from "./joined-case.tsx";
import { Labelled } from "./labelled.tsx";
import { CoverField } from "./redaction/cover-field.tsx";
import { sayObstacle } from "./obstacle-words.ts";
import { afterDays } from "./template.ts";
import { useTools } from "./tools.ts";
import { useWorkloadWords } from "./triage/workload.tsx";
import { useChange } from "./use-change.ts";
import { useFault } from "./use-fault.ts";

/** The control of one field. */
export function ActField(props: FieldProps): JSX.Element | null {
  const { say, law } = useTools().words;
  switch (props.name) {
    case "kind":
      return (
        <Radios {...props} name="kind" values={formalKinds} sayValue={(kind) => law.say(`kind.${kind}`)} />
      );
    case "substance":
      return (
        <Radios
          {...props}
          name="substance"
          values={substances}
          sayValue={(each) => say(`substance.${each}`)}
        />
      );
    case "category":
      return <CategoryField {...props} />;
    case "days":
      return <DaysField {...props} />;
    case "reason":
      return (
        <Radios
          {...props}
          name="reason"
          values={extensionReasons}
          sayValue={(reason) => law.say(`extension.${reason}`)}
        />
      );
    case "to":
      return <TargetField {...props} />;
    case "note":
      return <Radios {...props} name="note" values={offeredNotes} sayValue={(kind) => say(`note.${kind}`)} />;
    case "officer":
      return <ReadersField {...props} isSingle />;
    case "readers":
      return <ReadersField {...props} isSingle={false} />;
    case "joined":
      return <JoinedCase {...props} />;
    case "covered":
      return <CoverField {...props} />;
    case "inspection":
      return (
        <Radios
          {...props}
          name="inspection"
          values={["planned", "at-once"] as const}
          sayValue={(when) => say(`inspection.${when}`)}
        />
      );
    case "remedy":
      return (
        <Radios {...props} name="remedy" values={remedyStates} sayValue={(state) => say(`remedy.${state}`)} />
      );
    case "ground":
      return (
        <Radios
          {...props}
          name="ground"
          values={refusalGrounds}
          sayValue={(each) => law.say(`ground.${each}`)}
        />
      );
    case "whereElse":
      return (
        <Checks
          {...props}
          choices={otherPlaces.map((place) => ({ value: place, label: law.say(`place.${place}`) }))}
          chosen={props.form.whereElse}
          toChange={(whereElse) => ({ whereElse })}
        />
      );
    case "outcome":
      return (
        <Radios {...props} name="outcome" values={outcomes} sayValue={(each) => law.say(`outcome.${each}`)} />
      );
    case "eligible":
    case "threat":
    case "declined":
    case "againstPerson":
    case "remedyOrdered":
      return (
        <Radios
          {...props}
          name={props.name}
          values={["yes", "no"] as const}
          sayValue={(answer) => say(`${props.name as YesNoField}.${answer}`)}
        />
      );
    default:
      return props.name satisfies never;
  }
}

type YesNoField = "eligible" | "threat" | "declined" | "againstPerson" | "remedyOrdered";
type RadioField = Exclude<
  FieldName,
  "text" | "days" | "readers" | "whereElse" | "joined" | "covered" | "to" | "officer" | "category"
>;

function Radios<Name extends RadioField>(
  props: ActProps & {
    readonly name: Name;
    readonly values: readonly NonNullable<Form[Name]>[];
    readonly sayValue: (value: NonNullable<Form[Name]>) => string;
  },
): JSX.Element {
  const { say } = useTools().words;
  const { name, values, sayValue, form } = props;
  const field: RadioField = name;
  const change = useChange(props);
  const fault = useFault(props);
  return (
    <RadioGroup<NonNullable<Form[Name]>>
      id={fieldId(name)}
      legend={say(`form.field.${field}`)}
      fault={fault}
      choices={values.map((value) => ({ value, label: sayValue(value) }))}
      chosen={form[name] ?? null}
      onChoose={(value) => {
        change({ [name]: value });
      }}
    />
  );
}

function DaysField(props: FieldProps): JSX.Element {
  const { words } = useTools();
  const { say, language } = words;
  const { file, form, writing } = props;
  const change = useChange(props);
  const fault = useFault(props);
  const id = fieldId("days");
  const after = isWritten(writing.command) ? afterDays(writing.command, file, form) : null;
  const day = (on: NonNullable<typeof after>["limit"]) => (on === null ? "…" : formatDate(language, on));
  return (
    <Labelled id={id} label={say("form.field.days")} fault={fault}>
      <input
        class="field-input days"
        id={id}
        inputMode="numeric"
        value={form.days}
        aria-invalid={fault === undefined ? undefined : "true"}
        aria-describedby={`${id}-after${fault === undefined ? "" : ` ${id}-fault`}`}
        {...privateInput}
        onInput={(event) => {
          change({ days: event.currentTarget.value });
        }}
      />
      <p class="field-hint" id={`${id}-after`} aria-live="polite">
        {after === null && say("form.days-hint")}
        {after !== null && after.pausedTo === null && say("form.new-limit", { date: day(after.limit) })}
        {after !== null &&
          after.pausedTo !== null &&
          say("form.pause", { resumes: day(after.pausedTo), date: day(after.limit) })}
      </p>
    </Labelled>
  );
}

function TargetField(props: FieldProps): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const change = useChange(props);
  const fault = useFault(props);
  const targets = conductor.targets(props.file);
  const id = fieldId("to");
  return (
    <Labelled id={id} label={say("form.field.to")} fault={fault}>
      <select
        class="select"
        id={id}
        value={props.form.to ?? ""}
        aria-invalid={fault === undefined ? undefined : "true"}
        aria-describedby={`${id}-hint${fault === undefined ? "" : ` ${id}-fault`}`}
        onChange={(event) => {
          const chosen = targets.find(({ committee }) => committee === event.currentTarget.value);
          change({ to: chosen?.committee ?? null });
        }}
      >
        <option value="">{say("form.choose")}</option>
        {targets.map(({ committee, name }) => (
          <option key={committee} value={committee}>
            {name}
          </option>
        ))}
      </select>
      <p class="field-hint" id={`${id}-hint`}>
        {targets.length === 0 ? say("form.no-targets") : say("form.targets-hint")}
      </p>
    </Labelled>
  );
}

/** Officers of the committee: one to whom the case is assigned, or all who go on reading. */
function ReadersField(props: FieldProps & { readonly isSingle: boolean }): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const { open, form, session, isSingle } = props;
  const change = useChange(props);
  const fault = useFault(props);
  const sayWork = useWorkloadWords(props.work);
  if (open.readers === null || open.readers.kind === "loading")
    return (
      <p class="progress" aria-live="polite">
        <span class="spinner" aria-hidden="true" />
        {say("form.readers-loading")}
      </p>
    );
  if (open.readers.kind === "failed")
    return (
      <div class="failure">
        <p>{say("form.readers-failed")}</p>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            conductor.askReaders();
          }}
        >
          {say("inbox.retry")}
        </button>
      </div>
    );
  const choices = open.readers.readers.map(({ officer, title, obstacle }) => ({
    value: officer,
    label: officer === session.officer.id ? say("form.yourself", { title }) : title,
    hint: obstacle === null ? undefined : sayObstacle(words, { by: "movement", reason: obstacle }),
    isBarred: obstacle !== null,
  }));
  if (isSingle)
    return (
      <RadioGroup
        id={fieldId("officer")}
        legend={say("form.field.officer")}
        fault={fault}
        choices={choices
          .filter(({ isBarred }) => !isBarred)
          .map((choice) => ({ ...choice, hint: sayWork(choice.value) }))}
        chosen={form.officer}
        onChoose={(officer) => {
          change({ officer });
        }}
      />
    );
  return (
    <Checks
      {...props}
      hint={say("form.readers-hint")}
      choices={choices}
      fixed={[session.officer.id]}
      chosen={[session.officer.id, ...form.readers]}
      toChange={(readers) => ({ readers: readers.filter((id) => id !== session.officer.id) })}
    />
  );
}

type Check<Value extends string> = Choice<Value> & { readonly isBarred?: boolean };

/** Several of a list. `fixed`: chosen whatever happens. */
function Checks<Value extends string>(
  props: FieldProps & {
    readonly choices: readonly Check<Value>[];
    readonly chosen: readonly Value[];
    readonly fixed?: readonly Value[];
    readonly hint?: string;
    readonly toChange: (chosen: readonly Value[]) => Partial<Form>;
  },
): JSX.Element {
  const { say } = useTools().words;
  const { name, choices, chosen, fixed = [], hint, toChange } = props;
  const change = useChange(props);
  const fault = useFault(props);
  const id = fieldId(name);
  return (
    <fieldset class={fault === undefined ? "field" : "field field-invalid"}>
      <legend class="field-label">{say(`form.field.${name}`)}</legend>
      {hint !== undefined && <p class="field-hint">{hint}</p>}
      {fault !== undefined && <p class="field-error">{fault}</p>}
      <div class="choices">
        {choices.map(({ value, label, hint: because, isBarred = false }, index) => (
          <label key={value} class={chosen.includes(value) ? "choice choice-chosen" : "choice"}>
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${index}`}
              checked={chosen.includes(value)}
              disabled={isBarred || fixed.includes(value)}
              onChange={(event) => {
                const rest = chosen.filter((each) => each !== value);
                change(toChange(event.currentTarget.checked ? [...rest, value] : rest));
              }}
            />
            <span class="choice-label">{label}</span>
            {because !== undefined && <span class="choice-hint">{because}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
