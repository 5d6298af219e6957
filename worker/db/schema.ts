import type { NoticeOutcome } from "../../src/api/notices.schema.ts";
import type { CaseEventType } from "../../src/domain/case/case.events.ts";
import type { CaseStatus } from "../../src/domain/case/case.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId, PersonId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { Step } from "../../src/envelope/case-record.ts";
import type { ReporterAct } from "../../src/envelope/headers.ts";

/** 32 bytes in base64url: a digest, a chain, a link, a keyed hash. */
export type DigestText = string;
/** Bytes in base64url. */
export type BytesText = string;
/** As `BytesText`, sealed once more under the server's secret (`Secrets.seal`). */
export type ServerSealedText = string;

/** Canonical or plain JSON that this server has written itself. */
export type JsonText = string;

/** Column types of `migrations/`; what each column is for stands in README.md beside this file. */
export type CasesTable = {
  readonly id: CaseId;
  /** Of the letter's header; `committee` is in charge now. */
  readonly receiver: CommitteeId;
  readonly receiver_key: KeyId;
  readonly committee: CommitteeId;
  readonly fallback: CommitteeId | null;
  readonly fallback_key: KeyId | null;
  readonly oversight: CommitteeId | null;
  readonly policy: string;
  readonly directory: number;
  readonly released_on: PlainDate;
  readonly letter: DigestText;
  readonly lookup: DigestText;
  readonly reporter_key: ServerSealedText;
  readonly fingerprint: DigestText;
  /** Digest of the law by which the case was last reckoned. */
  readonly law: DigestText;
  readonly sequence: number;
  readonly chain: DigestText;
  /** How many rows of `steps` the case has. */
  readonly steps: number;
  readonly status: CaseStatus;
  readonly state: JsonText;
  readonly case_key: KeyId | null;
  readonly outer_escalation_on: PlainDate;
  readonly next_step_on: PlainDate | null;
  readonly late_since: PlainDate | null;
  readonly superior_sees: 0 | 1;
};

export type LawsTable = { readonly digest: DigestText; readonly law: JsonText };

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
  /** Null: the slot that the core binds; else it was sealed anew under this key. */
  readonly key: KeyId | null;
  /** The reporter's is sealed once more: else a stolen database could be tried against guessed codes. */
  readonly slot: BytesText;
};

export type EntriesTable = {
  readonly case_id: CaseId;
  readonly sequence: number;
  readonly writer: "committee" | "reporter" | "statement";
  readonly type: CaseEventType;
  readonly done_on: PlainDate;
  /** Canonical JSON as it was signed: the committee's event, or the reporter's statement. */
  readonly event: string | null;
  readonly signature: BytesText | null;
  readonly message: DigestText | null;
  /** Of a statement: the day of the message in which it lay. */
  readonly since: PlainDate | null;
  /** The chain up to and including this entry. */
  readonly chain: DigestText;
};

/** What time did to a case, or a new law. `after`: the place of the chain after which it stands. */
export type StepsTable = {
  readonly case_id: CaseId;
  readonly place: number;
  readonly after: number;
  readonly type: Step["type"];
  readonly done_on: PlainDate;
  readonly step: JsonText;
};

export type CaseKeysTable = { readonly case_id: CaseId; readonly key: KeyId; readonly kem: BytesText };

export type CaseKeyWrapsTable = {
  readonly case_id: CaseId;
  readonly officer: OfficerId;
  readonly wrap: BytesText;
};

export type ReporterMessagesTable = {
  readonly case_id: CaseId;
  readonly number: number;
  readonly message: string;
  readonly digest: DigestText;
  readonly act: ReporterAct;
  readonly reader_key: KeyId;
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

/** Another way in than the passphrase. */
export type PasskeysTable = {
  readonly passkey: DigestText;
  readonly officer: OfficerId;
  readonly place: number;
  readonly login_key: DigestText;
  readonly wrapped_seed: BytesText;
  readonly note: BytesText;
};

export type SessionsTable = {
  readonly token: DigestText;
  readonly officer: OfficerId;
  readonly expires_hour: number;
};

/** What a reader leaves of a case for the list: its line (`index_entries`), its words (`search_entries`). */
export type SealedEntriesTable = { readonly case_id: CaseId; readonly entry: BytesText };

/** `number`: how many times the book was put. */
export type DeskBooksTable = {
  readonly officer: OfficerId;
  readonly number: number;
  readonly book: BytesText;
};

/** What changed in a committee's list. Written by triggers alone. */
export type ListChangesTable = {
  readonly committee: CommitteeId;
  readonly case_id: CaseId;
  readonly revision: number;
};

/** Which case is closed to whom, from which revision of the committee's list on. Written by triggers alone. */
export type ListDeparturesTable = {
  readonly committee: CommitteeId;
  readonly officer: OfficerId;
  readonly case_id: CaseId;
  readonly revision: number;
};

export type AuditTable = {
  readonly committee: CommitteeId;
  readonly sequence: number;
  readonly officer: OfficerId;
  readonly case_id: CaseId;
  /** Of the act: no log holds one twice. */
  readonly nonce: string;
  /** Canonical JSON as the officer signed it. */
  readonly act: string;
  readonly signature: BytesText;
  readonly link: DigestText;
};

/** Who could read the case behind an act; no row: everybody of the committee could. Triggers write it. */
export type AuditReadersTable = {
  readonly committee: CommitteeId;
  readonly sequence: number;
  readonly officer: OfficerId;
};

export type NoticeAddressesTable = {
  readonly id: string;
  readonly committee: CommitteeId;
  readonly kind: "mail" | "webhook";
  readonly address: string;
  readonly secret: BytesText | null;
  readonly added_on: PlainDate;
};

/** `outcome` null: begun, and then nothing was heard of it. */
export type NoticeAttemptsTable = {
  readonly day: PlainDate;
  readonly recipient: string;
  readonly hour: number;
  readonly outcome: NoticeOutcome | null;
};

export type DemoClockTable = { readonly id: 1; readonly today: PlainDate };

export type PreconditionsTable = { readonly unmet: "unmet" };

export type Schema = {
  readonly laws: LawsTable;
  readonly cases: CasesTable;
  readonly cores: CoresTable;
  readonly slots: SlotsTable;
  readonly entries: EntriesTable;
  readonly steps: StepsTable;
  readonly case_keys: CaseKeysTable;
  readonly case_key_wraps: CaseKeyWrapsTable;
  readonly reporter_messages: ReporterMessagesTable;
  readonly arrivals: ArrivalsTable;
  readonly officers: OfficersTable;
  readonly memberships: MembershipsTable;
  readonly sessions: SessionsTable;
  readonly passkeys: PasskeysTable;
  readonly index_entries: SealedEntriesTable;
  readonly search_entries: SealedEntriesTable;
  readonly list_changes: ListChangesTable;
  readonly list_departures: ListDeparturesTable;
  readonly desk_books: DeskBooksTable;
  readonly audit: AuditTable;
  readonly audit_readers: AuditReadersTable;
  readonly preconditions: PreconditionsTable;
  readonly notice_addresses: NoticeAddressesTable;
  readonly notice_attempts: NoticeAttemptsTable;
  readonly demo_clock: DemoClockTable;
};
