import type { CaseId, CommitteeId, KeyId, OfficerId, PersonId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { ClockName, ClockStop } from "../../src/domain/policy.ts";
import type { CarriedEventType, CarriedStatus } from "../../src/envelope/carried.ts";

/** 32 bytes in base64url: a digest, a chain, a link, a keyed hash. */
export type DigestText = string;
/** Bytes in base64url. */
export type BytesText = string;
/** As `BytesText`, sealed once more under the server's secret (`Secrets.seal`). */
export type ServerSealedText = string;

/** Column types of `migrations/`; what each column is for stands in README.md beside this file. */
export type CasesTable = {
  readonly id: CaseId;
  readonly committee: CommitteeId;
  readonly receiver_key: KeyId;
  readonly fallback: CommitteeId | null;
  readonly fallback_key: KeyId | null;
  readonly oversight: CommitteeId | null;
  readonly policy: string;
  readonly directory: number;
  readonly released_on: PlainDate;
  readonly outer_escalation_on: PlainDate;
  readonly letter: DigestText;
  readonly lookup: DigestText;
  readonly reporter_key: ServerSealedText;
  readonly fingerprint: DigestText;
  readonly status: CarriedStatus;
  readonly sequence: number;
  readonly chain: DigestText;
  readonly opened_on: PlainDate | null;
  readonly acknowledged_on: PlainDate | null;
  readonly answered_on: PlainDate | null;
  readonly reporter_wrote_on: PlainDate | null;
};

export type CoresTable = {
  readonly case_id: CaseId;
  readonly digest: DigestText;
  readonly core: BytesText;
};

/** Whose slots are kept. The throw-away slot is not: nobody could use it. */
export type StoredSlotRole = "receiver" | "fallback" | "reporter";

export type SlotsTable = {
  readonly case_id: CaseId;
  readonly digest: DigestText;
  readonly role: StoredSlotRole;
  /** The reporter's is sealed once more: else a stolen database could be tried against guessed codes. */
  readonly slot: BytesText;
};

export type EntriesTable = {
  readonly case_id: CaseId;
  readonly sequence: number;
  readonly writer: "committee" | "reporter";
  readonly type: CarriedEventType;
  readonly done_on: PlainDate;
  /** Canonical JSON as it was signed. */
  readonly event: string | null;
  readonly signature: BytesText | null;
  readonly message: DigestText | null;
  /** The chain up to and including this entry. */
  readonly chain: DigestText;
};

export type ClocksTable = {
  readonly case_id: CaseId;
  readonly name: ClockName;
  readonly stop: ClockStop;
  readonly started_on: PlainDate;
  readonly due_on: PlainDate;
  readonly hard_due_on: PlainDate;
  readonly escalates_on: PlainDate;
  readonly provisional: 0 | 1;
  readonly stopped_on: PlainDate | null;
};

export type ReporterMessagesTable = {
  readonly case_id: CaseId;
  readonly number: number;
  readonly message: string;
  readonly digest: DigestText;
  readonly fingerprint: DigestText;
  readonly released_on: PlainDate;
  readonly sequence: number | null;
};

export type ArrivalsTable = { readonly released_on: PlainDate; readonly count: number };

export type OfficersTable = {
  readonly id: OfficerId;
  readonly login_name: string;
  readonly title: string;
  readonly login_key: DigestText;
  readonly sign_key: DigestText;
  readonly kem_key: BytesText;
  readonly wrapped_seed: BytesText;
  readonly person: PersonId | null;
};

export type MembershipsTable = {
  readonly officer: OfficerId;
  readonly committee: CommitteeId;
  readonly key: KeyId;
  readonly wrap: BytesText;
};

export type SessionsTable = {
  readonly token: DigestText;
  readonly officer: OfficerId;
  readonly expires_hour: number;
};

export type IndexEntriesTable = { readonly case_id: CaseId; readonly entry: BytesText };

export type AuditTable = {
  readonly committee: CommitteeId;
  readonly sequence: number;
  readonly officer: OfficerId;
  readonly case_id: CaseId;
  /** Canonical JSON as the officer signed it. */
  readonly act: string;
  readonly signature: BytesText;
  readonly link: DigestText;
};

export type DemoClockTable = { readonly id: 1; readonly today: PlainDate };

export type Schema = {
  readonly cases: CasesTable;
  readonly cores: CoresTable;
  readonly slots: SlotsTable;
  readonly entries: EntriesTable;
  readonly clocks: ClocksTable;
  readonly reporter_messages: ReporterMessagesTable;
  readonly arrivals: ArrivalsTable;
  readonly officers: OfficersTable;
  readonly memberships: MembershipsTable;
  readonly sessions: SessionsTable;
  readonly index_entries: IndexEntriesTable;
  readonly audit: AuditTable;
  readonly demo_clock: DemoClockTable;
};
