import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CaseId } from "../../domain/ids.ts";
import type { Words } from "../../i18n/officer/words.load.ts";
import { formatDate } from "../../i18n/format.ts";
import { unitName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { privateInput } from "../ui/field.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { fieldId, type FieldProps } from "./act-props.ts";
import type { Duty } from "./duty.ts";
import { firstQuestion } from "./ledger/ledger.protocol.ts";
import { Labelled } from "./labelled.tsx";
import type { Session } from "./state.ts";
import { type Tools, useTools } from "./tools.ts";
import { useChange } from "./use-change.ts";

/** So many are offered at once; typing narrows them. */
const offered = 8;

/** Another case of the list that is about the same matter: found by what is typed, then chosen. */
export function JoinedCase(props: FieldProps): JSX.Element {
  const { words } = useTools();
  const { say } = words;
  const { file, form, session, writing } = props;
  const [sought, setSought] = useState("");
  const found = useFound(file, sought);
  const change = useChange(props);
  const fault = writing.problem?.fields.includes("joined") === true ? say("form.missing.joined") : undefined;
  const others = found
    .filter(({ listed }) => listed.line.case !== file.row.case && listed.entry !== null)
    .slice(0, offered)
    .map((duty) => ({ id: duty.listed.line.case, label: titleOf(duty, session, words) }));
  const { joined: chosen } = form;
  // What was chosen stays on offer, whatever is typed after it.
  if (chosen !== null && !others.some(({ id }) => id === chosen))
    others.unshift({ id: chosen, label: say("case.number", { number: chosen.slice(0, 6) }) });
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

/** Of the whole list what the words find; while none are typed, what may be about the same matter, then the list itself. */
function useFound(file: CaseFile, sought: string): readonly Duty[] {
  const { conductor } = useTools();
  const [found, setFound] = useState<readonly Duty[]>([]);
  const id = file.row.case;
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const duties = await find(conductor, id, sought);
      if (isWanted) setFound(duties);
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [id, sought]);
  return found;
}

async function find(
  conductor: Pick<Tools["conductor"], "seek" | "similarTo">,
  id: CaseId,
  query: string,
): Promise<readonly Duty[]> {
  const similar = query.trim() === "" ? ((await conductor.similarTo(id)) ?? []) : [];
  const view = await conductor.seek({ ...firstQuestion, query });
  const listed = view?.page.sections.flatMap(({ duties }) => duties) ?? [];
  return [
    ...new Map(
      [...similar.map(({ duty }) => duty), ...listed].map((duty) => [duty.listed.line.case, duty]),
    ).values(),
  ];
}
