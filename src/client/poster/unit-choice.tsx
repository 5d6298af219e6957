import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { OrgTree } from "../../domain/org-tree.ts";
import type { Unit } from "../../domain/organisation.ts";
import { pathOf } from "../../domain/unit-names.ts";
import { formatNumber } from "../../i18n/format.ts";
import type { Say } from "../../i18n/message.ts";
import type { PosterMessages } from "../../i18n/poster/vi.ts";
import type { Directory, Loaded } from "../citizen/letter/directory.ts";
import { createUnitSearch } from "../citizen/letter/unit-search.ts";
import type { Words } from "../citizen/words.ts";
import { Button } from "../ui/button.tsx";
import { Field, privateInput } from "../ui/field.tsx";
import { Live } from "../ui/live.tsx";
import { Notice } from "../ui/notice.tsx";

type Props = {
  readonly words: Words;
  readonly tell: Say<PosterMessages>;
  readonly directory: Loaded<Directory>;
  readonly unit: Unit | null;
  readonly onChoose: (unit: Unit | null) => void;
};

/** The unit whose name stands on the paper, by typing; none is as well. */
export function UnitChoice(props: Props): JSX.Element {
  const { tell, directory, unit, onChoose } = props;
  if (directory.kind === "missing") return <Notice live="status">{tell("page.unit.missing")}</Notice>;
  if (unit === null)
    return <Searching {...props} tree={directory.kind === "ready" ? directory.value.tree : null} />;
  return (
    <div class="stack-small">
      <Live look="">{tell("page.unit.chosen", { unit: unit.name })}</Live>
      <div>
        <Button
          onPress={() => {
            onChoose(null);
          }}
        >
          {tell("page.unit.drop")}
        </Button>
      </div>
    </div>
  );
}

function Searching({
  words: { language, say },
  tell,
  tree,
  onChoose,
}: Props & { readonly tree: OrgTree | null }): JSX.Element {
  const [typed, setTyped] = useState("");
  const search = useMemo(() => (tree === null ? null : createUnitSearch(tree)), [tree]);
  const found = useMemo(() => search?.(typed) ?? [], [search, typed]);
  const isAsked = typed.trim().length > 1 && search !== null;
  return (
    <div class="stack-small">
      <Field id="unit" label={tell("page.unit")} hint={tell("page.unit.hint")}>
        <input
          {...privateInput}
          class="field-input"
          id="unit"
          name="unit"
          type="text"
          inputMode="search"
          aria-describedby="unit-hint"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      </Field>
      <Live look="beneath">
        {isAsked &&
          (found.length > 0
            ? say("unit.found", { count: formatNumber(language, found.length) })
            : say("unit.none", { query: typed.trim() }))}
      </Live>
      {found.length > 0 && (
        <ul class="rows" aria-label={say("unit.found.title")}>
          {found.map((unit) => (
            <li key={unit.id}>
              <button
                type="button"
                class="row"
                onClick={() => {
                  onChoose(unit);
                }}
              >
                <span class="row-text" lang="vi">
                  <span class="row-name">{unit.name}</span>
                  {tree !== null && <span class="row-path">{pathOf(tree, unit).slice(1).join(", ")}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
