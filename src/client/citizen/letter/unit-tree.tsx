import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { UnitId } from "../../../domain/ids.ts";
import { childrenOf, getParent, isValidOn, type OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Words } from "../words.ts";

/** The tree level by level. What has nothing below it is chosen by one press, the rest is entered first. */
export function UnitTree({
  words,
  tree,
  onChoose,
}: {
  readonly words: Words;
  readonly tree: OrgTree;
  readonly onChoose: (unit: UnitId) => void;
}): JSX.Element {
  const { say } = words;
  const [at, goTo] = useState<Unit | null>(null);
  const shown = useRef(at);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; without this the focus would fall back to the top of the page.
    if (shown.current !== at) box.current?.focus();
    shown.current = at;
  }, [at]);
  return (
    <details class="fold">
      <summary>{say("unit.browse")}</summary>
      <section class="stack-small" ref={box} tabIndex={-1} aria-label={at?.name ?? say("unit.browse")}>
        {at !== null && <Entered {...{ words, tree, at, goTo, onChoose }} />}
        <ul class="rows" aria-label={at?.name ?? say("unit.browse")}>
          {unitsAt(tree, at).map((unit) => (
            <li key={unit.id}>
              <Branch {...{ tree, unit, goTo, onChoose }} />
            </li>
          ))}
        </ul>
      </section>
    </details>
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
