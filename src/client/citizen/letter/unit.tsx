import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { UnitId } from "../../../domain/ids.ts";
import { isValidOn, type OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { pathOf } from "../../../domain/unit-names.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { Field, privateInput } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Live, QuietLive } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Words } from "../words.ts";
import type { Directory, Loaded } from "./directory.ts";
import { QuestionPage } from "./page.tsx";
import { prepareUnitSearch, type UnitSearch } from "./unit-search.ts";
import { UnitTree } from "./unit-tree.tsx";

type Choose = (unit: UnitId | null) => void;

/** Which unit: by typing, level by level, or not known. The field is there before the list of units is. */
export function UnitPage({
  words,
  directory,
  onChoose,
  onReload,
  onBack,
}: {
  readonly words: Words;
  readonly directory: Loaded<Directory>;
  readonly onChoose: Choose;
  readonly onReload: () => void;
  readonly onBack: () => void;
}): JSX.Element {
  const { say } = words;
  const [typed, setTyped] = useState("");
  const tree = directory.kind === "ready" ? directory.value.tree : undefined;
  const search = useUnitSearch(tree);
  return (
    <QuestionPage words={words} question="unit" title={say("unit.title")} onBack={onBack}>
      <SearchField words={words} typed={typed} onType={setTyped} />
      {directory.kind === "missing" && (
        <>
          <Notice tone="warn" live="alert">
            {say("unit.missing")}
          </Notice>
          <Button kind="primary" onPress={onReload}>
            {say("unit.reload")}
          </Button>
        </>
      )}
      {directory.kind !== "missing" && search === undefined && (
        <Live look="loading">{say("unit.loading")}</Live>
      )}
      {tree !== undefined && (
        <>
          {search !== undefined && <Found {...{ words, tree, typed, search, onChoose }} />}
          <Button
            onPress={() => {
              onChoose(null);
            }}
          >
            {say("unit.unknown")}
          </Button>
          <p class="beneath">{say("unit.unknown.hint")}</p>
          <UnitTree words={words} tree={tree} onChoose={onChoose} />
        </>
      )}
    </QuestionPage>
  );
}

function SearchField({
  words: { say },
  typed,
  onType,
}: {
  readonly words: Words;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}): JSX.Element {
  return (
    <Field id="a" label={say("unit.search")} hint={say("unit.search.hint")}>
      <div class="search">
        <Icon name="search" />
        <input
          {...privateInput}
          class="field-input"
          id="a"
          name="a"
          type="text"
          inputMode="search"
          enterkeyhint="search"
          aria-describedby="a-hint"
          value={typed}
          onInput={(event) => {
            onType(event.currentTarget.value);
          }}
        />
      </div>
    </Field>
  );
}

/** So long at a time, in milliseconds, may a keystroke wait for the index. */
const slice = 10;

/** Undefined until the units are indexed, which goes on between keystrokes. */
function useUnitSearch(tree: OrgTree | undefined): UnitSearch | undefined {
  const [search, setSearch] = useState<UnitSearch>();
  useEffect(() => {
    if (tree === undefined) return undefined;
    const work = prepareUnitSearch(tree);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = () => {
      const until = performance.now() + slice;
      let step = work.next();
      while (step.done !== true && performance.now() < until) step = work.next();
      const { value } = step;
      if (value === undefined) timer = setTimeout(goOn);
      else setSearch(() => value);
    };
    goOn();
    return () => {
      clearTimeout(timer);
    };
  }, [tree]);
  return search;
}

function Found({
  words,
  tree,
  typed,
  search,
  onChoose,
}: {
  readonly words: Words;
  readonly tree: OrgTree;
  readonly typed: string;
  readonly search: UnitSearch;
  readonly onChoose: Choose;
}): JSX.Element {
  const found = useMemo(() => search(typed), [search, typed]);
  return <Results {...{ words, tree, typed, found, onChoose }} />;
}

function Results({
  words,
  tree,
  typed,
  found,
  onChoose,
}: {
  readonly words: Words;
  readonly tree: OrgTree;
  readonly typed: string;
  readonly found: readonly Unit[];
  readonly onChoose: Choose;
}): JSX.Element {
  const { language, say } = words;
  const isAsked = typed.trim().length > 1;
  const outcome =
    found.length > 0
      ? say("unit.found", { count: formatNumber(language, found.length) })
      : say("unit.none", { query: typed.trim() });
  return (
    <div class="stack-small">
      <QuietLive text={isAsked ? outcome : ""} />
      {isAsked && found.length === 0 && <p class="notice notice-warn notice-plain">{outcome}</p>}
      {found.length > 0 && (
        <ul class="rows" aria-label={say("unit.found.title")}>
          {found.map((unit) => (
            <li key={unit.id}>
              <button
                type="button"
                class="row"
                onClick={() => {
                  onChoose(unit.id);
                }}
              >
                <UnitWords words={words} tree={tree} unit={unit} />
                <Icon name="forward" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function UnitWords({
  words: { say },
  tree,
  unit,
}: {
  readonly words: Words;
  readonly tree: OrgTree;
  readonly unit: Unit;
}): JSX.Element {
  const above = pathOf(tree, unit).slice(1);
  const [former] = unit.formerNames;
  return (
    <span class="row-text">
      <span class="row-name" lang="vi">
        {unit.name}
      </span>
      {above.length > 0 && (
        <span class="row-path" lang="vi">
          {above.join(", ")}
        </span>
      )}
      {former !== undefined && <span class="row-path">{say("unit.former", { name: former })}</span>}
      {!isValidOn(unit, tree.date) && <span class="row-path">{say("unit.ended")}</span>}
    </span>
  );
}
