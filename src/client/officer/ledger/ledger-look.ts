import { isReadUpTo } from "../../../crypto/desk-book.ts";
import { type SortOrder, viewTraits } from "../../../crypto/desk-book.schema.ts";
import { foldName } from "../../../domain/unit-names.ts";
import { countDuties, type Duty, type DutyPage, pageOf } from "../duty.ts";
import { type FilterContext, filterOf, noFilters } from "../filters.ts";
import { type Counted, dutiesInOrder, type LedgerBook } from "./ledger-book.ts";
import { foundPageOf, searchableOf, searchDuties } from "./search-look.ts";
import type { LedgerQuestion, LedgerTally, LedgerView, Workload } from "./ledger.protocol.ts";

/** What a question shows of the book. */
export function look(book: LedgerBook, question: LedgerQuestion): LedgerView {
  const page = pageFor(question, matching(book, question));
  return {
    ...countedFor(book, question),
    page,
    unread: new Set(
      page.sections
        .flatMap(({ duties }) => duties)
        .filter((duty) => isUnread(book, duty))
        .map(({ listed }) => listed.line.case),
    ),
    searchable: searchableOf(book),
  };
}

/** What is counted over the whole list; reckoned once for as long as list, marks and saved views are the same, not at every key. */
function countedFor(book: LedgerBook, question: LedgerQuestion): Counted {
  const of = dutiesInOrder(book);
  const { read, counted } = book;
  const asked = JSON.stringify([question.me, question.views]);
  if (counted?.of === of && counted.read === read && counted.asked === asked) return counted.value;
  const context = contextOf(book, question);
  const value = {
    known: of.length,
    counts: countDuties(of),
    viewCounts: question.views.map((view) => (context === null ? 0 : countIf(of, filterOf(view, context)))),
    tally: tallyOf(of, context),
  };
  book.counted = { of, read, asked, value };
  return value;
}

/** Every duty that a question lets through, in its order. */
export function matching(book: LedgerBook, question: LedgerQuestion): readonly Duty[] {
  const context = contextOf(book, question);
  const duties = dutiesInOrder(book);
  const narrowed = context === null ? duties : duties.filter(filterOf(question.filters, context));
  if (question.query.trim() !== "") return searchDuties(book, narrowed, question.query);
  return sorted(book, narrowed, question.sort);
}

/** Only the order of urgency has headings of its own. */
function pageFor({ query, sort, page }: LedgerQuestion, duties: readonly Duty[]): DutyPage {
  if (query.trim() !== "") return foundPageOf(duties, page);
  if (sort === "urgency") return pageOf(duties, page);
  const { sections, ...where } = foundPageOf(duties, page);
  return { ...where, sections: sections.map((section) => ({ ...section, group: "sorted" })) };
}

/** They come in the order of urgency, which stays among equals. */
function sorted(book: LedgerBook, duties: readonly Duty[], sort: SortOrder): readonly Duty[] {
  if (sort === "urgency") return duties;
  if (sort === "newest") return duties.toSorted((a, b) => compare(releaseOf(b), releaseOf(a)));
  const names = new Map(duties.map((duty) => [duty, unitKey(book, duty)]));
  return duties.toSorted((a, b) => compare(names.get(a) ?? "", names.get(b) ?? ""));
}

const releaseOf = ({ listed }: Duty): string => listed.line.releasedOn;

/** Behind every name: letters of no unit, and last those that nobody has opened. */
function unitKey({ organisation }: LedgerBook, { listed: { entry } }: Duty): string {
  if (entry === null) return "\uffff\uffff";
  const unit = entry.unit === null ? undefined : organisation?.tree.units.get(entry.unit);
  return unit === undefined ? "\uffff" : `${foldName(unit.name)} ${unit.id}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function contextOf(book: LedgerBook, { me }: LedgerQuestion): FilterContext | null {
  const { organisation, today } = book;
  if (organisation === null || today === null || me === null) return null;
  return { me, today, tree: organisation.tree, isUnread: (duty) => isUnread(book, duty) };
}

function isUnread({ read }: LedgerBook, { listed: { line } }: Duty): boolean {
  return !isReadUpTo(read, line.case, line.sequence);
}

function tallyOf(all: readonly Duty[], context: FilterContext | null): LedgerTally {
  const count = (trait: (typeof viewTraits)[number]) =>
    context === null ? 0 : countIf(all, filterOf({ ...noFilters, traits: [trait] }, context));
  const units = new Set(all.flatMap(({ listed }) => listed.entry?.unit ?? []));
  return {
    traits: Object.fromEntries(viewTraits.map((trait) => [trait, count(trait)])) as LedgerTally["traits"],
    work: workOf(all),
    units: [...units],
  };
}

function workOf(all: readonly Duty[]): readonly Workload[] {
  const work = new Map<Workload["officer"], { open: number; overdue: number }>();
  for (const { step, marks, listed } of all) {
    if (listed.entry === null || step === "ended") continue;
    const { assignee } = listed.entry;
    const sum = work.get(assignee) ?? { open: 0, overdue: 0 };
    sum.open += 1;
    if (marks.includes("overdue")) sum.overdue += 1;
    work.set(assignee, sum);
  }
  return [...work].map(([officer, sum]) => ({ officer, ...sum }));
}

function countIf(all: readonly Duty[], passes: (duty: Duty) => boolean): number {
  let count = 0;
  for (const duty of all) if (passes(duty)) count += 1;
  return count;
}
