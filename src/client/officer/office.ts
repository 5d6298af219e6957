import type { Trust } from "../../api/directory.schema.ts";
import type { ListMark } from "../../api/officer.schema.ts";
import { freeCommitteeMessageBytes } from "../../crypto/committee-message.ts";
import { rootFingerprint } from "../../crypto/directory.ts";
import { openKeptDraft, sealKeptDraft } from "../../crypto/kept-draft.ts";
import type { Identity } from "../../crypto/letter.schema.ts";
import { passkeySalt } from "../../crypto/passkey.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { rememberUntold, sodiumReady, wipe } from "../../crypto/sodium.ts";
import type { SealedFact } from "../../domain/case/case.sealed.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { type CaseAnswer, readLetterAgain, renewCase, viewCase } from "../desk/act.ts";
import { carryOut } from "../desk/carry-out.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { type LateListing, listLate } from "../desk/late-list.ts";
import { handOverReaders, transferTargets } from "../desk/movements.ts";
import { findCommandObstacle, findOrderObstacle, type OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { signInByPasskey } from "../desk/passkeys.ts";
import { type Desk, lockDesk, signIn, type SignIn as DeskSignIn } from "../desk/session.ts";
import { identityAt } from "../desk/statements.ts";
import { type OwnBook, ownBookOf } from "../desk/own-book.ts";
import { fetchDirectory } from "../directory.preview.ts";
import { knownOrganisation, type KnownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import { type AuditOffice, auditOfficeOf } from "./audit/audit-office.ts";
import {
  keyTeller,
  type Listing,
  type ListChanging,
  putFile,
  takeCases,
  takeChanges,
  takeUrgent,
  takeWords,
  type WordsTaking,
} from "./ledger/ledger-list.ts";
import type { Ledger } from "./ledger/ledger.protocol.ts";
import { askPasskey } from "./passkeys/authenticator.ts";
import { type PasskeyDesk, passkeyDeskOf } from "./passkeys/passkey-desk.ts";
import type { ReaderChoices, Session, SignInProblem } from "./state.ts";
import { askColleagues, type ColleaguesAnswer } from "./triage/colleagues.ts";

// Everything that needs the cryptography, in one chunk that is loaded beside the sign-in page.

/** A committee to which a case may be passed on. */
export type Target = { readonly committee: CommitteeId; readonly name: string };

/** An unlocked desk as the pages use it: the keys stay inside. */
export type Office = AuditOffice & {
  readonly session: Session;
  /** The most urgent alone, for a first screen. */
  urgent(committee: CommitteeId): Promise<Listing>;
  list(committee: CommitteeId): Promise<Listing>;
  changes(committee: CommitteeId, mark: ListMark): Promise<ListChanging>;
  /** Takes in the words by which opened cases are found, as far as they are not here; `onPage` whenever there are more. */
  words(
    committee: CommitteeId,
    onPage: () => void,
    /** Before each page: as long as something else wants the line. */
    untilFree: () => Promise<void>,
  ): Promise<WordsTaking>;
  late(committee: CommitteeId): Promise<LateListing>;
  /** The whole list, in memory, which the calls above fill; it ends with the lock. */
  readonly ledger: Pick<Ledger, "ask">;
  /** Brings a case that was read or acted on here into its line. */
  put(file: CaseFile): Promise<void>;
  view(id: CaseId): Promise<CaseAnswer>;
  /** The case as it is now, with the letter that is open here already: nothing is read anew. */
  renew(file: CaseFile): Promise<CaseAnswer>;
  read(file: CaseFile): Promise<CaseAnswer>;
  carryOut(file: CaseFile, order: Order): Promise<CaseAnswer>;
  readers(file: CaseFile): Promise<ReaderChoices>;
  commandObstacle(file: CaseFile, command: OrderName): OrderObstacle | null;
  orderObstacle(file: CaseFile, order: Order): OrderObstacle | null;
  targets(file: CaseFile): readonly Target[];
  identity(file: CaseFile, sequence: number): Identity | undefined;
  /** Seals what is unfinished to this officer's own key; `reopen` of the same officer is its inverse. */
  keep(text: string): Uint8Array;
  /** Undefined: another officer's. */
  reopen(kept: Uint8Array): string | undefined;
  readonly passkeys: PasskeyDesk;
  readonly book: Pick<OwnBook, "read" | "save">;
  /** Who else reads for a committee. */
  colleagues(committee: CommitteeId): Promise<ColleaguesAnswer>;
  /** Wipes every key. Nothing else may be called afterwards. */
  lock(): void;
};

export type Entrance =
  | { readonly kind: "office"; readonly office: Office }
  | { readonly kind: "problem"; readonly problem: SignInProblem };

/** Bytes that are still free in a sealed object of a committee; negative: so many too many. */
export const freeBytes: (text: string, fact: SealedFact | null) => number = (text, fact) =>
  freeCommitteeMessageBytes({ text, fact });

/** Asks an authenticator, proves the passkey, unlocks the keys. The directory is verified before anything is proven. */
export async function enterByPasskey(
  transport: Transport,
  trust: Trust,
  deviceDay: PlainDate,
  stretch: Stretch,
  ledger: Ledger,
  onAnswered: () => void,
): Promise<Entrance> {
  await sodiumReady();
  rememberUntold();
  // First, while the press of the button still counts as one.
  const asked = await askPasskey(passkeySalt(rootFingerprint(trust)));
  if (asked.kind !== "secret") {
    const problem = asked.kind === "without-secret" ? "passkey-without-secret" : "passkey-cancelled";
    return { kind: "problem", problem };
  }
  onAnswered();
  try {
    const known = await fetchOrganisation(transport, trust, deviceDay, ledger);
    if (known.kind === "problem") return known;
    const entered = await signInByPasskey(transport, known.organisation, asked);
    if (entered.kind === "refused" && entered.code === "login-failed")
      return { kind: "problem", problem: "passkey-unknown" };
    return entranceOf(entered, deviceDay, stretch, ledger);
  } finally {
    wipe(asked.secret);
  }
}

/** Verifies the directory, proves the passphrase, unlocks the keys. */
export async function enterOffice(
  transport: Transport,
  trust: Trust,
  deviceDay: PlainDate,
  credentials: { readonly loginName: string; readonly passphrase: string },
  stretch: Stretch,
  ledger: Ledger,
): Promise<Entrance> {
  await sodiumReady();
  rememberUntold();
  const known = await fetchOrganisation(transport, trust, deviceDay, ledger);
  if (known.kind === "problem") return known;
  const entered = await signIn(transport, known.organisation, credentials, stretch);
  return entranceOf(entered, deviceDay, stretch, ledger);
}

async function fetchOrganisation(
  transport: Transport,
  trust: Trust,
  deviceDay: PlainDate,
  ledger: Ledger,
): Promise<
  | { readonly kind: "organisation"; readonly organisation: KnownOrganisation }
  | { readonly kind: "problem"; readonly problem: SignInProblem }
> {
  const text = await fetchDirectory(transport);
  if (text === undefined) return { kind: "problem", problem: "unreachable" };
  // The ledger reads it itself, while the passphrase is stretched.
  void ledger.ask("directory", { text, trust, deviceDay });
  const reading = knownOrganisation(text, trust, deviceDay);
  if (reading.kind !== "fault") return reading;
  return { kind: "problem", problem: reading.fault === "clock-ahead" ? "clock-ahead" : "directory" };
}

function entranceOf(entered: DeskSignIn, deviceDay: PlainDate, stretch: Stretch, ledger: Ledger): Entrance {
  if (entered.kind === "desk")
    return { kind: "office", office: officeOf(entered.desk, deviceDay, stretch, ledger) };
  return { kind: "problem", problem: entered.kind === "tampered" ? "tampered" : problemOf(entered) };
}

function problemOf(failure: Failure): SignInProblem {
  if (failure.kind !== "refused") return failure.kind;
  if (failure.code === "busy") return "busy";
  // A name that cannot be one is answered like a name that nobody has.
  return failure.code === "login-failed" || failure.code === "malformed" ? "wrong" : "internal";
}

/** The ledger gets the index keys that the committees' records list, and no other. */
function officeOf(desk: Desk, deviceDay: PlainDate, stretch: Stretch, ledger: Ledger): Office {
  const tell = keyTeller(desk, ledger);
  void tell();
  const { officer, committees, organisation, serverToday } = desk;
  const book = ownBookOf(desk);
  const locking = new AbortController();
  return {
    session: { officer, committees, organisation, deviceDay, serverDay: serverToday },
    urgent: async (committee) => await takeUrgent(desk, ledger, committee, tell()),
    list: async (committee) => {
      const told = await tell();
      return told.kind === "told" ? await takeCases(desk, ledger, committee) : told;
    },
    changes: async (committee, mark) => await takeChanges(desk, ledger, committee, mark),
    words: async (committee, onPage, untilFree) =>
      await takeWords(desk, ledger, committee, onPage, untilFree),
    ledger,
    put: async (file) => {
      await putFile(ledger, file);
    },
    late: async (committee) => await listLate(desk, committee),
    view: async (id) => await viewCase(desk, id),
    renew: async (file) => await renewCase(desk, file),
    read: async (file) => await readLetterAgain(desk, file),
    carryOut: async (file, order) => await carryOut(desk, file, order),
    readers: async (file) => {
      const readers = await handOverReaders(desk, file);
      return typeof readers === "string" ? { kind: "failed" } : { kind: "readers", readers };
    },
    ...auditOfficeOf(desk),
    commandObstacle: findCommandObstacle,
    orderObstacle: (file, order) => findOrderObstacle(desk, file, order),
    targets: (file) => transferTargets(desk, file),
    identity: (file, sequence) => identityAt(desk, file, sequence),
    passkeys: passkeyDeskOf(desk, stretch, locking.signal),
    book,
    colleagues: async (committee) => await askColleagues(desk, committee),
    keep: (text) => sealKeptDraft(text, officer.id, desk.identity.kem.publicKey),
    reopen: (kept) => openKeptDraft(kept, officer.id, desk.identity.kem.secret),
    lock: () => {
      locking.abort();
      ledger.end();
      book.close();
      void lockDesk(desk);
    },
  };
}
