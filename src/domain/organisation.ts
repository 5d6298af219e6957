import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import type { PlainDate } from "./plain-date.ts";

/** A link or an entry that holds from its first day to the day before `validTo`; null: without end. */
export type Validity = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/** A row of the level table: what kind of unit, and how it is called. Levels are data: districts come and go. */
export type Level = {
  readonly code: string;
  readonly name: string;
  /** So few people belong to a unit of this level that a detail may give a writer among them away. */
  readonly isSmall: boolean;
};

/** A unit lies under `parent` while the link is valid. The top of a tree has no link. */
export type ParentLink = Validity & { readonly parent: UnitId };

export const positionRoles = ["head", "deputy", "member"] as const;
export type PositionRole = (typeof positionRoles)[number];

/** A seat or a post: its title as the page shows it, and who holds it. Names of persons are never in the tree. */
export type Position = Validity & {
  readonly title: string;
  readonly role: PositionRole;
  readonly person: PersonId;
  /**
   * The committee above that manages this person, where it is not the one that manages the unit (diện cấp ủy
   * cấp trên quản lý). Competence follows the person: Quy định 22-QĐ/TW (2021), Điều 19, to be checked against
   * Quy định 296-QĐ/TW (2025).
   */
  readonly managedBy: CommitteeId | null;
};

/** A Party organisation, agency or place about which a report can be written. */
export type Unit = Validity & {
  readonly id: UnitId;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly aliases: readonly string[];
  /** Code of the level table. */
  readonly level: string;
  readonly parents: readonly ParentLink[];
  /** The unit that took over its duties when it ended; null while it stands or if nobody did. */
  readonly mergedInto: UnitId | null;
  /**
   * Head and deputies of the agency (thủ trưởng cơ quan, đơn vị và cấp phó), who need not sit in a committee.
   * Empty where the unit is a Party organisation only.
   */
  readonly agencyPosts: readonly Position[];
};

export const committeeKinds = ["managing", "inspection"] as const;
/** `managing`: cấp ủy, chi ủy, ban thường vụ. `inspection`: ủy ban kiểm tra, the last resort of routing. */
export type CommitteeKind = (typeof committeeKinds)[number];

/** A committee that answers for a unit, and, if it has a key, can receive letters. */
export type Committee = Validity & {
  readonly id: CommitteeId;
  readonly name: string;
  readonly kind: CommitteeKind;
  /** The unit whose committee it is; what lies below is its business through the tree. */
  readonly unit: UnitId;
  readonly positions: readonly Position[];
  /** Persons who can open what is sealed to it now. Empty: it has no mailbox. */
  readonly keyHolders: readonly PersonId[];
  /** Persons who keep shares of its officers' keys. */
  readonly trustees: readonly PersonId[];
  /** Whether letters to it are asked about group C of the manifestations, which concerns opinions. Off by default. */
  readonly asksGroupC: boolean;
  /** Digest of its key record in base64url, null while it has no mailbox. */
  readonly keyRecord: string | null;
};

/** The organisation on every day at once; `org-tree` asks it about one. */
export type Organisation = {
  /** Said wherever it is shown: that it is a tổ chức minh họa, and what in it is invented. Null for a real one. */
  readonly notice: string | null;
  readonly levels: readonly Level[];
  readonly units: readonly Unit[];
  readonly committees: readonly Committee[];
  /** Receives what names no unit (không rõ đơn vị). */
  readonly intake: CommitteeId;
  /**
   * Policy switch: a letter about a deputy goes up like one about a head (on by default; Luật Tố cáo 2018,
   * Điều 12). Off, a deputy may sit in the committee that receives it, but never hold its keys.
   */
  readonly deputyGoesUp: boolean;
};
