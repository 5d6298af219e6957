import type { KeyRecord } from "../../api/directory.schema.ts";
import type { CaseRow } from "../../api/officer.schema.ts";
import type { ChainFault, VerifiedChain } from "../../crypto/chain.ts";
import type { SealedFor } from "../../crypto/envelope.open.ts";
import type { OpenedLetter } from "../../crypto/letter.ts";
import type { LetterText } from "../../crypto/letter.text.ts";
import type { ReporterDeed } from "../../crypto/letter.schema.ts";
import type { CaseClock, CaseState } from "../../domain/case/case.ts";
import type { HistoryFault } from "../../domain/case/case.decide.ts";
import type { CaseEvent, CaseEventType } from "../../domain/case/case.events.ts";
import type { SealedFact, SealedReason, SealedState } from "../../domain/case/case.sealed.ts";
import type { Law } from "../../domain/clocks.ts";
import type { CommitteeId, OfficerId } from "../../domain/ids.ts";
import type { MovementObstacle } from "../../domain/movement.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { RouteComparison } from "../../domain/routing.ts";
import type { Purpose } from "../../envelope/envelope.ts";
import type { RunningClock } from "./case-list.ts";

/** Verified key records by their committee. */
export type KeyRecordMap = ReadonlyMap<CommitteeId, KeyRecord>;

/** One line of a case's history as an officer sees it. */
export type FileItem = {
  /** Place in the chain; null for what time did, which is in nobody's chain. */
  readonly sequence: number | null;
  readonly on: PlainDate;
  readonly by: "committee" | "reporter" | "clock";
  /** Whose act it is; null: the reporter's or time's. */
  readonly committee: CommitteeId | null;
  readonly type: CaseEventType;
  /** With what everybody may know of it: days, clock, target. */
  readonly event: CaseEvent;
  /**
   * The sealed words; null: there are none, they are not for this reader yet, or they do not open (`unreadable`). Those of a
   * part of the letter stand in `letterText`.
   */
  readonly text: string | null;
  readonly fact: SealedFact | null;
  readonly deed: ReporterDeed | null;
  readonly unreadable: boolean;
  /** Its writer had seen a chain that this one does not contain: two histories were shown, or the writer invents. */
  readonly sawAnother: boolean;
};

/**
 * What does not add up in a case. `place`: the entry of the chain that it is about, or after which it stands; null: it
 * cannot be told.
 */
export type FileFault =
  | { readonly kind: ChainFault; readonly place: number }
  /** An act that the law does not allow there, however well it is signed. */
  | { readonly kind: "impossible"; readonly place: number | null; readonly reason: HistoryFault["reason"] }
  /** The server says that the law has changed; the signed directory does not. */
  | { readonly kind: "law-change-unannounced"; readonly place: number }
  /** The server has written down something of time's that the law does not give. */
  | { readonly kind: "steps-invented"; readonly place: number }
  | { readonly kind: "row-disagrees"; readonly place: null }
  /** The case has a key of its own, and whoever gave it one does not say to whom. */
  | { readonly kind: "readers-unknown"; readonly place: null }
  /** A sealed part that does not fit what had happened: found against unheard, refused without another way. */
  | { readonly kind: "sealed-rule-broken"; readonly place: number; readonly reason: SealedReason }
  /** The case went to a committee that must not have it. */
  | { readonly kind: "misdirected"; readonly place: number; readonly obstacle: MovementObstacle };

export type FileFaultKind = FileFault["kind"];

/** A clock of the case, running or stopped, with what has happened to it. */
export type FileClock = RunningClock & { readonly facts: CaseClock };

/** A sealed object of a case with the slot that this reader was given. */
export type SealedObject = {
  readonly purpose: Purpose;
  readonly digest: Uint8Array;
  readonly sealed: SealedFor;
};

/**
 * A case on an officer's screen. Everything in it but `row` was checked against the chain, the directory
 * and the law; what did not hold stands in `faults`. Without `letter` it has not been opened: history and clocks are
 * there, the content is not.
 */
export type CaseFile = {
  /** What the server says. */
  readonly row: CaseRow;
  /** As whom this desk sees it: of the committee in charge, or of its superior. */
  readonly as: "officer" | "superior";
  readonly today: PlainDate;
  /** By which it is judged what may be done. */
  readonly law: Law;
  /** The whole history to this day, the release first, with what time did. */
  readonly events: readonly CaseEvent[];
  /** Where that leads. */
  readonly state: CaseState;
  /** What the sealed parts say, as far as they were read. */
  readonly sealed: SealedState;
  readonly clocks: readonly FileClock[];
  readonly history: readonly FileItem[];
  /** Every signature and link, checked. */
  readonly chain: VerifiedChain;
  /** The key records that it was checked with, each verified by the directory. */
  readonly records: KeyRecordMap;
  /** Empty for a good case. A fault is shown, never hidden. */
  readonly faults: readonly FileFault[];
  /** The server's row says something else than the checked history. */
  readonly rowDisagrees: boolean;
  readonly letter: OpenedLetter | null;
  /** Its text with the messages in which it goes on, and what is missing of them; null while it is sealed. */
  readonly letterText: LetterText | null;
  /** Whether the rules lead the letter where it was sent; null while it is sealed. */
  readonly route: RouteComparison | null;
  /** Who reads it, by the sealed word of whoever gave it its own key; null: all who hold the committee's key. */
  readonly readers: readonly OfficerId[] | null;
  /** Whether the superior may have its slot now. */
  readonly superiorMayRead: boolean;
  /** The letter if it is here, then every message of the chain. */
  readonly objects: readonly SealedObject[];
};

export type FileReading =
  | { readonly kind: "file"; readonly file: CaseFile }
  /** The letter does not open with this committee's key, or is not the one that the chain begins with. */
  | { readonly kind: "letter-damaged" }
  /** No key of a verified record that this officer holds, or a case key that was not wrapped to them. */
  | { readonly kind: "no-key" };

/** Faults that say what readers should think of a case, and not that its history is in doubt. */
const merelyShown: ReadonlySet<FileFaultKind> = new Set(["sealed-rule-broken", "misdirected"]);

/** Whether somebody may sign what comes next: nobody vouches for a history that does not add up. */
export function mayBeSigned({ faults }: Pick<CaseFile, "faults">): boolean {
  return faults.every(({ kind }) => merelyShown.has(kind));
}

/** The committee in whose name this desk acts on the case; null: there is none. */
export function actingCommittee({ as, state }: Pick<CaseFile, "as" | "state">): CommitteeId | null {
  return as === "officer" ? state.committee : state.superior;
}
