import { beforeAll, describe, expect, test } from "vitest";
import type { ListedCase } from "../../src/client/desk/case-list.ts";
import { caseName, lineTitle } from "../../src/client/officer/triage/case-name.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { languages } from "../../src/i18n/language.ts";
import { loadWords, type Words } from "../../src/i18n/officer/words.load.ts";
import { caseId, listedOf, today } from "../support/officer-cases.ts";

const unit = {
  id: "xa" as UnitId,
  name: "Ấp Hòa An",
  formerNames: [],
  aliases: [],
  level: "xa",
  validFrom: today,
  validTo: null,
  parents: [],
  mergedInto: null,
  agencyPosts: [],
} as const;
const tree = createOrgTree({ units: [unit], committees: [], positions: [], persons: [] } as never, today);

const about = (of: UnitId | null) =>
  ({ unit: of, about: "unknown" }) as unknown as NonNullable<ListedCase["entry"]>;
const sealed = listedOf({ id: caseId("sealed"), released: "2026-03-09" });
const opened = listedOf({
  id: caseId("opened"),
  released: "2026-03-09",
  events: [["Opened", "2026-03-10"]],
});
const lines = {
  sealed,
  "without a line": opened,
  damaged: { ...opened, damaged: true },
  "of nobody knows where": { ...opened, entry: about(null) },
  "of a unit": { ...opened, entry: about(unit.id) },
} as const satisfies Record<string, ListedCase>;

describe.each(languages)("in %s a case is called", (language) => {
  let words: Words;
  beforeAll(async () => {
    words = await loadWords(language);
  });

  test("an unopened letter only as long as nobody has opened it", () => {
    const called = Object.entries(lines).filter(([, listed]) =>
      caseName(words, tree, listed).includes(words.say("inbox.unopened")),
    );
    expect(called.map(([name]) => name)).toEqual(["sealed"]);
  });

  test("as its line in the list is headed", () => {
    const { say } = words;
    const titles = Object.values(lines).map((listed) => lineTitle(words, tree, listed));
    expect(titles).toEqual([
      say("inbox.unopened"),
      say("inbox.no-entry"),
      say("inbox.damaged"),
      say("inbox.unit-unknown"),
      unit.name,
    ]);
    for (const [index, listed] of Object.values(lines).entries())
      expect(caseName(words, tree, listed)).toContain(titles[index]);
  });

  test("by its number too, which tells two of one unit and one day apart", () => {
    const entry = about(unit.id);
    const names = ["motAAA", "haiAAA"].map((id) =>
      caseName(words, tree, { ...listedOf({ id: caseId(id), released: "2026-03-09" }), entry }),
    );
    expect(names[0]).toContain("motAAA");
    expect(names[1]).toContain("haiAAA");
    expect(names[0]).not.toContain("motAAA_");
  });
});
