import type { ListMark } from "../../../api/officer.schema.ts";
import type { CaseId, CommitteeId } from "../../../domain/ids.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { CaseFile } from "../../desk/case-file.ts";
import {
  fetchChanges,
  fetchIndexKeys,
  fetchUrgent,
  lineOf,
  type ListBytes,
  pagesOfCases,
} from "../../desk/case-list.ts";
import { indexEntryOf } from "../../desk/index-row.ts";
import { pagesOfSearches } from "../../desk/search-row.ts";
import type { Desk } from "../../desk/session.ts";
import type { Failure } from "../../transport.ts";
import type { Ledger, LedgerFeed, LedgerReceipt } from "./ledger.protocol.ts";

// How a list gets from the server into the ledger: bytes are fetched here, in the session's name, and read there.

/** What is known of a list. `mark` null: only the most urgent of it are here. */
export type Listing =
  | { readonly kind: "list"; readonly today: PlainDate; readonly mark: ListMark | null }
  | Failure;

/** What has happened since a mark: which lines are other than before, up to where their chains go, and which are gone. */
export type ListChanging =
  | {
      readonly kind: "changes";
      readonly today: PlainDate;
      readonly mark: ListMark;
      readonly changed: Extract<LedgerReceipt, { kind: "taken" }>["changed"];
      readonly gone: readonly CaseId[];
    }
  | Failure;

/** Gives the ledger the keys that lists are read with, once; again only where they could not be had. */
export function keyTeller(desk: Desk, ledger: Ledger): () => Promise<{ readonly kind: "told" } | Failure> {
  let telling: ReturnType<typeof tellKeys> | null = null;
  return async () => {
    telling ??= tellKeys(desk, ledger);
    const told = await telling;
    if (told.kind !== "told") telling = null;
    return told;
  };
}

async function tellKeys(desk: Desk, ledger: Ledger): Promise<{ readonly kind: "told" } | Failure> {
  const fetched = await fetchIndexKeys(desk);
  if (fetched.kind !== "keys") return fetched;
  await ledger.ask("keys", { keys: fetched.keys });
  return { kind: "told" };
}

/** The most urgent cases, for a first screen: with them a list begins. `told`: that the ledger has its keys. */
export async function takeUrgent(
  desk: Desk,
  ledger: Ledger,
  committee: CommitteeId,
  told: Promise<{ readonly kind: "told" } | Failure>,
): Promise<Listing> {
  await ledger.ask("begin", { committee });
  const [keys, urgent] = await Promise.all([told, fetchUrgent(desk, committee)]);
  if (keys.kind !== "told") return keys;
  const taken = await take(ledger, committee, "urgent", true, urgent);
  return taken.kind === "taken" ? { kind: "list", today: taken.today, mark: null } : taken;
}

/** The whole list, page by page. */
export async function takeCases(desk: Desk, ledger: Ledger, committee: CommitteeId): Promise<Listing> {
  let mark: ListMark | null = null;
  const fetchPage = pagesOfCases(desk, committee);
  for (let after: CaseId | null = null; ;) {
    const bytes = await fetchPage(after);
    const taken = await take(ledger, committee, "cases", after === null, bytes);
    if (taken.kind !== "taken") return taken;
    // Of the first page: whatever happens while the others come is found as a change.
    mark ??= taken.mark;
    if (taken.next === null || taken.next === after) return { kind: "list", today: taken.today, mark };
    after = taken.next;
  }
}

/** What others did since a mark, and time. */
export async function takeChanges(
  desk: Desk,
  ledger: Ledger,
  committee: CommitteeId,
  known: ListMark,
): Promise<ListChanging> {
  const taken = await take(ledger, committee, "changes", false, await fetchChanges(desk, committee, known));
  if (taken.kind !== "taken") return taken;
  const { today, mark, changed, gone } = taken;
  return { kind: "changes", today, mark: mark ?? known, changed, gone };
}

async function take(
  ledger: Ledger,
  committee: CommitteeId,
  feed: LedgerFeed,
  isFirst: boolean,
  answer: ListBytes,
): Promise<Extract<LedgerReceipt, { readonly kind: "taken" }> | Failure> {
  if (answer.kind !== "bytes") return answer;
  const receipt = await ledger.ask("feed", { committee, feed, isFirst, bytes: answer.bytes });
  return receipt?.kind === "taken" ? receipt : { kind: "unreachable" };
}

/** Brings a case that was read or acted on here into its line. */
export async function putFile(ledger: Ledger, file: CaseFile): Promise<void> {
  if (file.as !== "officer") return;
  const { row, today } = file;
  const lines = [{ line: lineOf(row), entry: indexEntryOf(file) }];
  await ledger.ask("put", { committee: row.committee, lines, today });
}

/** Whether all sealed words that there are have been taken in. */
export type WordsTaking = { readonly kind: "all" } | Failure;

/** The words of the opened cases, page by page, from where they are known; `onPage` after each but the last. */
export async function takeWords(
  desk: Desk,
  ledger: Ledger,
  committee: CommitteeId,
  onPage: () => void,
  untilFree: () => Promise<void> = async () => undefined,
): Promise<WordsTaking> {
  const fetchPage = pagesOfSearches(desk, committee, untilFree);
  for (;;) {
    const known = await ledger.ask("searched", { committee });
    if (known == null) return { kind: "unreachable" };
    const answer = await fetchPage(known);
    if (answer.kind !== "bytes") return answer;
    const receipt = await ledger.ask("searches", { committee, bytes: answer.bytes });
    if (receipt?.kind !== "taken") return { kind: "unreachable" };
    if (!receipt.more) return { kind: "all" };
    onPage();
  }
}
