import { ancestorsOf, type OrgTree } from "./org-tree.ts";
import type { Unit } from "./organisation.ts";

/** The names under which people look for a unit, each folded by `foldName`. */
export type SearchableNames = {
  readonly name: string;
  readonly formerNames: readonly string[];
  /** Folk spellings and common misspellings. */
  readonly aliases: readonly string[];
  /** Its own name and those of the units above it, the nearest first. */
  readonly path: string;
};

/**
 * A name as it is compared: lower case, without Vietnamese diacritics, punctuation as single spaces ("Giồng Riềng"
 * and "GIONG-RIENG" are one). Marks of other scripts stay: in Khmer they are vowels. Folding twice changes nothing.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đð]/g, "d")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** What a search over units indexes for one unit on the tree's day. */
export function searchableNamesOf(tree: OrgTree, unit: Unit): SearchableNames {
  return {
    name: foldName(unit.name),
    formerNames: unit.formerNames.map(foldName),
    aliases: unit.aliases.map(foldName),
    path: pathOf(tree, unit).map(foldName).join(" "),
  };
}

/** The unit's name and the names of the units above it, the nearest first, as the page shows them. */
export function pathOf(tree: OrgTree, unit: Unit): readonly string[] {
  return [unit, ...ancestorsOf(tree, unit.id)].map(({ name }) => name);
}
