import type { Trust } from "../../api/directory.schema.ts";
import { freeCommitteeMessageBytes } from "../../crypto/committee-message.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { sodiumReady } from "../../crypto/sodium.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import {
  acknowledge,
  type CaseAnswer,
  openLetterOfCase,
  readLetterAgain,
  sendMessage,
  viewCase,
} from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { type CaseListing, listCases } from "../desk/case-list.ts";
import { type Desk, lockDesk, signIn } from "../desk/session.ts";
import { fetchDirectory } from "../directory.preview.ts";
import { knownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import type { WrittenCommand } from "./case-permissions.ts";
import type { Session, SignInProblem } from "./state.ts";

// Everything that needs the cryptography, in one chunk that is loaded beside the sign-in page.

/** An unlocked desk as the pages use it: the keys stay inside. */
export type Office = {
  readonly session: Session;
  list(committee: CommitteeId): Promise<CaseListing>;
  view(id: CaseId): Promise<CaseAnswer>;
  open(file: CaseFile): Promise<CaseAnswer>;
  read(file: CaseFile): Promise<CaseAnswer>;
  write(command: WrittenCommand, file: CaseFile, text: string): Promise<CaseAnswer>;
  /** Wipes every key. Nothing else may be called afterwards. */
  lock(): void;
};

export type Entrance =
  | { readonly kind: "office"; readonly office: Office }
  | { readonly kind: "problem"; readonly problem: SignInProblem };

/** Bytes that are still free in a message to the reporter; negative: so many too many. */
export const freeBytes: (text: string) => number = freeCommitteeMessageBytes;

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
  const write = { acknowledge, "send-message": sendMessage };
  return {
    session: { officer, committees, organisation, deviceDay, serverDay: serverToday },
    list: async (committee) => await listCases(desk, committee),
    view: async (id) => await viewCase(desk, id),
    open: async (file) => await openLetterOfCase(desk, file),
    read: async (file) => await readLetterAgain(desk, file),
    write: async (command, file, text) => await write[command](desk, file, text),
    lock: () => {
      void lockDesk(desk);
    },
  };
}
