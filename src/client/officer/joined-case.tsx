import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Words } from "../../i18n/officer/words.load.ts";
import { formatDate } from "../../i18n/format.ts";
import { unitName } from "../../i18n/law.ts";
import { privateInput } from "../ui/field.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { fieldId, type FieldProps } from "./act-props.ts";
import type { Duty } from "./duty.ts";
import { Labelled } from "./labelled.tsx";
import type { Session } from "./state.ts";
import { useTools } from "./tools.ts";
import { useChange } from "./use-change.ts";

/** So many are offered at once; typing narrows them. */
const offered = 8;

/** Another case of the list that is about the same matter: found by what is typed, then chosen. */
export function JoinedCase(props: FieldProps): JSX.Element {
  const { words } = useTools();
  const { say } = words;
  const { duties, file, form, session, writing } = props;
  const [sought, setSought] = useState("");
  const change = useChange(props);
  const fault = writing.problem?.fields.includes("joined") === true ? say("form.missing.joined") : undefined;
  const others = duties
    .filter(({ listed }) => listed.line.case !== file.row.case && listed.entry !== null)
    .map((duty) => ({ id: duty.listed.line.case, label: titleOf(duty, session, words) }))
    .filter(({ id, label }) => id === form.joined || plain(label).includes(plain(sought)))
    .slice(0, offered);
  return (
    <>
      <Labelled id="act-joined-search" label={say("form.joined-search")} fault={undefined}>
        <input
          class="field-input"
          id="act-joined-search"
          value={sought}
          {...privateInput}
          onInput={(event) => {
            setSought(event.currentTarget.value);
          }}
        />
      </Labelled>
      {others.length === 0 ? (
        <p class="remark" aria-live="polite">
          {say("form.joined-none")}
        </p>
      ) : (
        <RadioGroup
          id={fieldId("joined")}
          legend={say("form.field.joined")}
          fault={fault}
          choices={others.map(({ id, label }) => ({ value: id, label }))}
          chosen={form.joined}
          onChoose={(joined) => {
            change({ joined });
          }}
        />
      )}
    </>
  );
}

function titleOf({ listed }: Duty, session: Session, { say, language }: Words): string {
  const { entry, line } = listed;
  const unit =
    entry?.unit == null ? say("inbox.unit-unknown") : unitName(session.organisation.tree, entry.unit);
  const excerpt = entry?.excerpt.replace(/\s+/g, " ").slice(0, 80) ?? "";
  return `${line.case.slice(0, 6)} · ${unit} · ${formatDate(language, line.releasedOn)} · ${excerpt}`;
}

/** For comparing: without marks and case, as people type who have no Vietnamese keyboard. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}
