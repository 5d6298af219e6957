import { indexKeysOf, type ListedCase } from "../../src/client/desk/case-list.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { ledgerHere } from "../../src/client/officer/ledger/ledger-answers.ts";
import { createBook } from "../../src/client/officer/ledger/ledger-book.ts";
import { takeCases } from "../../src/client/officer/ledger/ledger-list.ts";
import { firstQuestion, type Ledger } from "../../src/client/officer/ledger/ledger.protocol.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";

// A desk's list without a page and without a worker: the same ledger, in the same place.

/** The ledger of a desk, with an empty list of a committee. */
export async function startList(desk: Desk, committee: CommitteeId): Promise<{ readonly ledger: Ledger }> {
  const ledger = ledgerHere(createBook(desk.organisation));
  await ledger.ask("keys", { keys: indexKeysOf(desk) });
  await ledger.ask("begin", { committee });
  return { ledger };
}

/** What a ledger shows first. */
export async function shownIn(ledger: Ledger): Promise<readonly ListedCase[]> {
  const view = await ledger.ask("view", firstQuestion);
  return view?.page.sections.flatMap(({ duties }) => duties.map(({ listed }) => listed)) ?? [];
}

/** The lines of a committee's list, fetched whole. Throws if it cannot be had. */
export async function listOf(desk: Desk, committee: CommitteeId): Promise<readonly ListedCase[]> {
  const { ledger } = await startList(desk, committee);
  const listing = await takeCases(desk, ledger, committee);
  if (listing.kind !== "list") throw new Error(listing.kind);
  return await shownIn(ledger);
}
