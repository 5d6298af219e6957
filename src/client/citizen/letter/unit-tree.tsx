import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { UnitId } from "../../../domain/ids.ts";
import { childrenOf, getParent, isValidOn, type OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Words } from "../words.ts";

/** So many rows at once: more would keep a slow telephone busy, and nobody reads them. */
const rowsAtOnce = 100;

type Props = {
  readonly words: Words;
  readonly tree: OrgTree;
  readonly onChoose: (unit: UnitId) => void;
};

/** The tree level by level. What has nothing below it is chosen by one press, the rest is entered first. */
export function UnitTree(props: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="fold"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{props.words.say("unit.browse")}</summary>
      {isOpen && <Levels {...props} />}
    </details>
  );
}

function Levels({ words, tree, onChoose }: Props): JSX.Element {
  const { say } = words;
  const [at, enter] = useState<Unit | null>(null);
  const [rows, setRows] = useState(rowsAtOnce);
  const shown = useRef(at);
  const box = useRef<HTMLElement>(null);
  const units = useMemo(() => unitsAt(tree, at), [tree, at]);
  const goTo = (unit: Unit | null) => {
    setRows(rowsAtOnce);
    enter(unit);
  };
  useEffect(() => {
    // The button that was pressed is gone; without this the focus would fall back to the top of the page.
    if (shown.current !== at) box.current?.focus();
    shown.current = at;
  }, [at]);
  return (
    <section class="stack-small" ref={box} tabIndex={-1} aria-label={at?.name ?? say("unit.browse")}>
      {at !== null && <Entered {...{ words, tree, at, goTo, onChoose }} />}
      <ul class="rows" aria-label={at?.name ?? say("unit.browse")}>
        {units.slice(0, rows).map((unit) => (
          <li key={unit.id}>
            <Branch {...{ tree, unit, goTo, onChoose }} />
          </li>
        ))}
      </ul>
      {units.length > rows && (
        <Button
          onPress={() => {
            setRows(rows + rowsAtOnce);
          }}
        >
          {say("unit.browse.more")}
        </Button>
      )}
    </section>
  );
}

function unitsAt(tree: OrgTree, at: Unit | null): readonly Unit[] {
  if (at !== null) return childrenOf(tree, at.id);
  return [...tree.units.values()].filter(
    (unit) => isValidOn(unit, tree.date) && getParent(tree, unit.id) === undefined,
  );
}

function Entered({
  words: { say },
  tree,
  at,
  goTo,
  onChoose,
}: {
  readonly words: Words;
  readonly tree: OrgTree;
  readonly at: Unit;
  readonly goTo: (unit: Unit | null) => void;
  readonly onChoose: (unit: UnitId) => void;
}): JSX.Element {
  return (
    <div class="entered">
      <Button
        kind="quiet"
        onPress={() => {
          goTo(getParent(tree, at.id) ?? null);
        }}
      >
        <Icon name="back" size={20} />
        {say("unit.browse.up")}
      </Button>
      <Button
        kind="secondary"
        onPress={() => {
          onChoose(at.id);
        }}
      >
        {say("unit.choose", { unit: at.name })}
      </Button>
      {childrenOf(tree, at.id).length > 0 && <p class="row-path">{say("unit.browse.inside")}</p>}
    </div>
  );
}

function Branch({
  tree,
  unit,
  goTo,
  onChoose,
}: {
  readonly tree: OrgTree;
  readonly unit: Unit;
  readonly goTo: (unit: Unit) => void;
  readonly onChoose: (unit: UnitId) => void;
}): JSX.Element {
  const isLeaf = childrenOf(tree, unit.id).length === 0;
  return (
    <button
      type="button"
      class="row"
      onClick={() => {
        if (isLeaf) onChoose(unit.id);
        else goTo(unit);
      }}
    >
      <span class="row-text" lang="vi">
        {unit.name}
      </span>
      <Icon name="forward" />
    </button>
  );
}
