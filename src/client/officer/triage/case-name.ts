import type { OrgTree } from "../../../domain/org-tree.ts";
import { formatDate } from "../../../i18n/format.ts";
import { unitName } from "../../../i18n/law.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import type { ListedCase } from "../../desk/case-list.ts";

type Saying = Pick<Words, "say" | "language">;

/** How a case is called where it is one of many: by what its line is headed, the day it came, and its number. */
export function caseName(words: Saying, tree: OrgTree | undefined, listed: ListedCase): string {
  const { line } = listed;
  const title = lineTitle(words, tree, listed);
  // Of one unit there may be several letters on a day: the number, as the case itself shows it, tells them apart.
  return `${title}, ${formatDate(words.language, line.releasedOn)} (${line.case.slice(0, 6)})`;
}

/** What heads the line of a case: its unit, or why that is not known. */
export function lineTitle(
  { say }: Pick<Words, "say">,
  tree: OrgTree | undefined,
  { entry, damaged, line }: ListedCase,
): string {
  if (entry !== null)
    return entry.unit === null || tree === undefined ? say("inbox.unit-unknown") : unitName(tree, entry.unit);
  if (damaged) return say("inbox.damaged");
  const isSealed = line.status === "sent" || line.status === "transferred";
  return say(isSealed ? "inbox.unopened" : "inbox.no-entry");
}
