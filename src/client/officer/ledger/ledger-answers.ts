import { sodiumReady } from "../../../crypto/sodium.ts";
import { knownOrganisation } from "../../organisation.ts";
import { beginList, dropCases, type LedgerBook, putLines, takeFeed } from "./ledger-book.ts";
import { look, matching } from "./ledger-look.ts";
import { takeSearches } from "./search-book.ts";
import { suggestionsFor } from "./search-look.ts";
import type { Ledger, LedgerOrderName, LedgerOrders } from "./ledger.protocol.ts";

type Answers = {
  readonly [Name in LedgerOrderName]: (book: LedgerBook, given: LedgerOrders[Name]["given"]) => Answer<Name>;
};

/** Some need a while, in which others are answered. */
type Answer<Name extends LedgerOrderName> =
  | LedgerOrders[Name]["answer"]
  | Promise<LedgerOrders[Name]["answer"]>;

const answers: Answers = {
  directory: (book, { text, trust, deviceDay }) => {
    const reading = knownOrganisation(text, trust, deviceDay);
    if (reading.kind === "fault") return "fault";
    book.organisation = reading.organisation;
    return "known";
  },
  keys: (book, { keys }) => {
    book.indexKeys = keys;
    return null;
  },
  begin: (book, { committee }) => {
    beginList(book, committee);
    return null;
  },
  // What was asked for before another committee was chosen is no part of this list.
  feed: (book, { committee, feed, isFirst, bytes }) =>
    committee === book.committee ? takeFeed(book, feed, bytes, isFirst) : { kind: "unreadable" },
  put: (book, { committee, lines, today }) => {
    if (committee === book.committee) putLines(book, lines, today);
    return null;
  },
  read: (book, { read }) => {
    book.read = read;
    return null;
  },
  matching: (book, question) =>
    matching(book, question).map(({ listed: { line } }) => ({ case: line.case, sequence: line.sequence })),
  searched: ({ committee, search }, asked) => (asked.committee === committee ? search.revision : null),
  searches: (book, { committee, bytes }) =>
    committee === book.committee ? takeSearches(book, committee, bytes) : { kind: "unreadable" },
  similar: (book, given) => suggestionsFor(book, given.case),
  drop: (book, { cases }) => {
    dropCases(book, cases);
    return null;
  },
  view: look,
  lines: (book, { cases }) => cases.flatMap((id) => book.duties.get(id) ?? []),
};

/** Does what a ledger is asked for. Call after `sodiumReady`. */
export function answerOrder<Name extends LedgerOrderName>(
  book: LedgerBook,
  name: Name,
  given: LedgerOrders[Name]["given"],
): Answer<Name> {
  return answers[name](book, given);
}

/** A ledger in the same place as who asks it: the one without a worker. */
export function ledgerHere(book: LedgerBook): Ledger {
  return {
    ask: async (name, given) => {
      await sodiumReady();
      return await answerOrder(book, name, given);
    },
    end: () => {
      book.duties.clear();
      book.indexKeys = [];
    },
  };
}
