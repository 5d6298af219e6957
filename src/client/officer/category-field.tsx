import type { JSX } from "preact";
import {
  groupOf,
  isManifestation,
  manifestationCodes,
  manifestationGroups,
} from "../../domain/manifestations.ts";
import { officialWordings } from "../../i18n/catalogue/official.ts";
import { fieldId, type FieldProps } from "./act-props.ts";
import { sayCategory, sayChoice } from "./category-words.ts";
import { noCategory } from "./form.ts";
import { Labelled } from "./labelled.tsx";
import { useTools } from "./tools.ts";
import { useChange } from "./use-change.ts";
import { useFault } from "./use-fault.ts";
import { writersCode } from "./writers-choice.ts";

/** The catalogue as a list to choose from, and what the resolution says of what is chosen. */
export function CategoryField(props: FieldProps): JSX.Element {
  const { words } = useTools();
  const { say, catalogue } = words;
  const change = useChange(props);
  const fault = useFault(props);
  const id = fieldId("category");
  const { category } = props.form;
  return (
    <Labelled id={id} label={say("form.field.category")} fault={fault}>
      <select
        class="select"
        id={id}
        value={category ?? ""}
        aria-invalid={fault === undefined ? undefined : "true"}
        aria-describedby={`${id}-choice ${id}-official${fault === undefined ? "" : ` ${id}-fault`}`}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ category: value === "" ? null : value });
        }}
      >
        <option value="">{say("form.choose")}</option>
        {manifestationGroups.map((group) => (
          <optgroup key={group} label={`${group} – ${catalogue.groups[group]}`}>
            {manifestationCodes
              .filter((code) => groupOf(code) === group)
              .map((code) => (
                <option key={code} value={code}>
                  {sayCategory(words, code)}
                </option>
              ))}
          </optgroup>
        ))}
        <option value={noCategory}>{say("category.other")}</option>
      </select>
      <WritersChoice {...props} id={`${id}-choice`} />
      <div id={`${id}-official`} aria-live="polite">
        {category !== null && isManifestation(category) && <Official code={category} />}
      </div>
    </Labelled>
  );
}

/** That the choice is so far the writer's word, or what that word was. */
function WritersChoice({ file, form, id }: FieldProps & { readonly id: string }): JSX.Element {
  const { words } = useTools();
  const choice = file.letter?.body.category ?? null;
  const isTheirs = form.category !== null && form.category === writersCode(file);
  return (
    <p class="field-hint" id={id}>
      {isTheirs && <span class="mark">{words.say("category.by-reporter")}</span>}
      {!isTheirs &&
        choice !== null &&
        words.say("category.reporter-chose", { category: sayChoice(words, choice) })}
    </p>
  );
}

/** The words of the resolution, with how sure they are. */
function Official({ code }: { readonly code: keyof typeof officialWordings }): JSX.Element {
  const { say } = useTools().words;
  const wording = officialWordings[code];
  return (
    <figure class="official">
      <figcaption>{say("category.official", { code })}</figcaption>
      <blockquote lang="vi">{wording.text}</blockquote>
      <p class="remark">
        {wording.verified ? say("category.verified", { source: wording.readIn }) : say("category.unverified")}
      </p>
    </figure>
  );
}
