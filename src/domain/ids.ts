import type { Brand } from "./brand.ts";

/** A Party organisation, agency or place in the tree. Slug of the directory, e.g. `gr-hoa-thuan`. */
export type UnitId = Brand<"UnitId">;
/** A committee that can hold a mailbox. Slug of the directory. */
export type CommitteeId = Brand<"CommitteeId">;
/** A person, random and unnamed: only used to find out whether two roles are held by one human being. */
export type PersonId = Brand<"PersonId">;
/** An officer who holds keys. */
export type OfficerId = Brand<"OfficerId">;
/** A case: 16 random bytes chosen by the reporter's browser, 22 characters of base64url. */
export type CaseId = Brand<"CaseId">;
/** A committee key pair: the first 16 bytes of the digest of its public halves, 22 characters of base64url. */
export type KeyId = Brand<"KeyId">;

/** Slugs of the directory: lower-case letters, digits and hyphens, at most 48. */
export const slugPattern: RegExp = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;
/** 16 bytes in base64url without padding; the last character carries four zero bits. */
export const id16Pattern: RegExp = /^[A-Za-z0-9_-]{21}[AQgw]$/;
