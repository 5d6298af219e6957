import type { Trust } from "../../api/directory.schema.ts";
import type { ListMark } from "../../api/officer.schema.ts";
import { freeCommitteeMessageBytes } from "../../crypto/committee-message.ts";
import type { Identity } from "../../crypto/letter.schema.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { sodiumReady } from "../../crypto/sodium.ts";
import type { SealedFact } from "../../domain/case/case.sealed.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { type CaseAnswer, readLetterAgain, viewCase } from "../desk/act.ts";
import { carryOut } from "../desk/carry-out.ts";
import type { CaseFile } from "../desk/case-file.ts";
import {
  type CaseListing,
  listCases,
  type ListChanging,
  listChanges,
  listUrgent,
} from "../desk/case-list.ts";
import { type LateListing, listLate } from "../desk/late-list.ts";
import { handOverReaders, transferTargets } from "../desk/movements.ts";
import { findCommandObstacle, findOrderObstacle, type OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { type Desk, lockDesk, signIn } from "../desk/session.ts";
import { identityAt } from "../desk/statements.ts";
import { fetchDirectory } from "../directory.preview.ts";
import { knownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import type { ReaderChoices, Session, SignInProblem } from "./state.ts";

// Everything that needs the cryptography, in one chunk that is loaded beside the sign-in page.

/** A committee to which a case may be passed on. */
export type Target = { readonly committee: CommitteeId; readonly name: string };

/** An unlocked desk as the pages use it: the keys stay inside. */
export type Office = {
  readonly session: Session;
  /** The most urgent alone, for a first screen. */
  urgent(committee: CommitteeId): Promise<CaseListing>;
  list(committee: CommitteeId): Promise<CaseListing>;
  changes(committee: CommitteeId, mark: ListMark): Promise<ListChanging>;
  late(committee: CommitteeId): Promise<LateListing>;
  view(id: CaseId): Promise<CaseAnswer>;
  read(file: CaseFile): Promise<CaseAnswer>;
  carryOut(file: CaseFile, order: Order): Promise<CaseAnswer>;
  readers(file: CaseFile): Promise<ReaderChoices>;
  commandObstacle(file: CaseFile, command: OrderName): OrderObstacle | null;
  orderObstacle(file: CaseFile, order: Order): OrderObstacle | null;
  targets(file: CaseFile): readonly Target[];
  identity(file: CaseFile, sequence: number): Identity | undefined;
  /** Wipes every key. Nothing else may be called afterwards. */
  lock(): void;
};

export type Entrance =
  | { readonly kind: "office"; readonly office: Office }
  | { readonly kind: "problem"; readonly problem: SignInProblem };

/** Bytes that are still free in a sealed object of a committee; negative: so many too many. */
export const freeBytes: (text: string, fact: SealedFact | null) => number = (text, fact) =>
  freeCommitteeMessageBytes({ text, fact });

/** Verifies the directory, proves the passphrase, unlocks the keys. */
export async function enterOffice(
  transport: Transport,
  trust: Trust,
  deviceDay: PlainDate,
  credentials: { readonly loginName: string; readonly passphrase: string },
  stretch: Stretch,
): Promise<Entrance> {
  await sodiumReady();
  const text = await fetchDirectory(transport);
  if (text === undefined) return { kind: "problem", problem: "unreachable" };
  const reading = knownOrganisation(text, trust, deviceDay);
  if (reading.kind === "fault")
    return { kind: "problem", problem: reading.fault === "clock-ahead" ? "clock-ahead" : "directory" };
  const entered = await signIn(transport, reading.organisation, credentials, stretch);
  if (entered.kind === "desk") return { kind: "office", office: officeOf(entered.desk, deviceDay) };
  return { kind: "problem", problem: entered.kind === "tampered" ? "tampered" : problemOf(entered) };
}

function problemOf(failure: Failure): SignInProblem {
  if (failure.kind !== "refused") return failure.kind;
  if (failure.code === "busy") return "busy";
  // A name that cannot be one is answered like a name that nobody has.
  return failure.code === "login-failed" || failure.code === "malformed" ? "wrong" : "internal";
}

function officeOf(desk: Desk, deviceDay: PlainDate): Office {
  const { officer, committees, organisation, serverToday } = desk;
  return {
    session: { officer, committees, organisation, deviceDay, serverDay: serverToday },
    urgent: async (committee) => await listUrgent(desk, committee),
    list: async (committee) => await listCases(desk, committee),
    changes: async (committee, mark) => await listChanges(desk, committee, mark),
    late: async (committee) => await listLate(desk, committee),
    view: async (id) => await viewCase(desk, id),
    read: async (file) => await readLetterAgain(desk, file),
    carryOut: async (file, order) => await carryOut(desk, file, order),
    readers: async (file) => {
      const readers = await handOverReaders(desk, file);
      return typeof readers === "string" ? { kind: "failed" } : { kind: "readers", readers };
    },
    commandObstacle: findCommandObstacle,
    orderObstacle: (file, order) => findOrderObstacle(desk, file, order),
    targets: (file) => transferTargets(desk, file),
    identity: (file, sequence) => identityAt(desk, file, sequence),
    lock: () => {
      void lockDesk(desk);
    },
  };
}
