import MiniSearch from "minisearch";
import type { UnitId } from "../../../domain/ids.ts";
import { ancestorsOf, type OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { foldName, searchableNamesOf } from "../../../domain/unit-names.ts";

/** Finds units by what people type: without diacritics, with slips of the finger, by former and folk names. */
export type UnitSearch = (typed: string) => readonly Unit[];

export const resultLimit = 8;

type Entry = { id: UnitId; name: string; others: string; path: string };

/** Indexes every unit of the tree, those that have ended too: people go on using the old name. */
export function createUnitSearch(tree: OrgTree): UnitSearch {
  const index = new MiniSearch<Entry>({
    fields: ["name", "others", "path"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  index.addAll([...tree.units.values()].map((unit) => toEntry(tree, unit)));
  const depths = new Map([...tree.units.keys()].map((id) => [id, ancestorsOf(tree, id).length]));
  const search = (query: string, combineWith: "AND" | "OR", fuzzy: number) =>
    index.search(query, {
      prefix: (term, position, terms) => position === terms.length - 1 || term.length > 2,
      fuzzy: (term) => (term.length > 2 ? fuzzy : false),
      maxFuzzy: 2,
      combineWith,
      boost: { name: 4, others: 4, path: 1 },
      // Whoever types a commune's name more often means the commune than one of its hamlets.
      boostDocument: (id) => 1 / (1 + (depths.get(id as UnitId) ?? 0) / 4),
    });
  return (typed) => {
    const query = foldName(typed);
    if (query.length < 2) return [];
    const strict = search(query, "AND", 0.25);
    const found = strict.length > 0 ? strict : search(query, "OR", 0.34);
    const units = found.slice(0, resultLimit).map(({ id }) => tree.units.get(id as UnitId));
    return units.filter((unit) => unit !== undefined);
  };
}

function toEntry(tree: OrgTree, unit: Unit): Entry {
  const { name, formerNames, aliases, path } = searchableNamesOf(tree, unit);
  return { id: unit.id, name, others: [...formerNames, ...aliases].join(" "), path };
}
