import type { OrgTree } from "../../../domain/org-tree.ts";
import { formatDate } from "../../../i18n/format.ts";
import { unitName } from "../../../i18n/law.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import type { ListedCase } from "../../desk/case-list.ts";

/** How a case is called where it is one of many: by its unit, if anybody has opened it, and the day it came. */
export function caseName(
  { say, language }: Pick<Words, "say" | "language">,
  tree: OrgTree | undefined,
  { entry, line }: ListedCase,
): string {
  const unit = entry?.unit == null || tree === undefined ? say("inbox.unopened") : unitName(tree, entry.unit);
  return `${unit}, ${formatDate(language, line.releasedOn)}`;
}
