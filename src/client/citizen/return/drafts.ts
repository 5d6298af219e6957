import type { FormalKind } from "../../../domain/policy.ts";
import type { DeedKind, WrittenDeed } from "../../reporter/seal-deed.ts";

// What has been typed and not yet sent. It lives in memory above the pages, so that going from one to another, a lost
// connection, or looking for news loses not a word.

/** What is typed of who the reporter is. */
export type DraftIdentity = { readonly name: string; readonly address: string; readonly contact: string };

export type Drafts = {
  readonly texts: Readonly<Record<DeedKind, string>>;
  readonly satisfied: boolean | null;
  readonly procedure: FormalKind | null;
  readonly identity: DraftIdentity;
};

const noTexts: Drafts["texts"] = {
  message: "",
  review: "",
  withdraw: "",
  rate: "",
  "seal-anew": "",
  "make-formal": "",
};

export const noDrafts: Drafts = {
  texts: noTexts,
  satisfied: null,
  procedure: null,
  identity: { name: "", address: "", contact: "" },
};

/** The drafts with another text. */
export function withText(drafts: Drafts, kind: DeedKind, text: string): Drafts {
  return { ...drafts, texts: { ...drafts.texts, [kind]: text } };
}

/** The drafts once this deed has been sent. */
export function withoutDraft(drafts: Drafts, kind: DeedKind): Drafts {
  const rest = withText(drafts, kind, "");
  if (kind === "rate") return { ...rest, satisfied: null };
  return kind === "make-formal" ? { ...rest, procedure: null, identity: noDrafts.identity } : rest;
}

/** Whether closing the page now would lose something typed. */
export function holdsDraft({ texts, identity }: Drafts): boolean {
  return [...Object.values(texts), ...Object.values(identity)].some((text) => text.trim() !== "");
}

/** What a draft would send; undefined while a question is unanswered. */
export function writtenOf(drafts: Drafts, kind: DeedKind): WrittenDeed | undefined {
  const text = drafts.texts[kind];
  if (kind === "rate")
    return drafts.satisfied === null ? undefined : { deed: { kind, satisfied: drafts.satisfied }, text };
  if (kind !== "make-formal") return { deed: { kind }, text };
  const { procedure, identity } = drafts;
  if (procedure === null || findIdentityFaults(identity).length > 0) return undefined;
  const { name, address, contact } = identity;
  const told = { v: 1 as const, name: name.trim(), address: address.trim(), contact: contact.trim() };
  return { deed: { kind, procedure, identity: told }, text: "" };
}

/** As the format has it (`identitySchema`). */
const longest = { name: 200, address: 400, contact: 200 } as const;

export type IdentityField = keyof typeof longest;
export const identityFields = ["name", "address", "contact"] as const satisfies readonly IdentityField[];

export type IdentityFault = { readonly field: IdentityField; readonly fault: "required" | "too-long" };

/** What is missing or too long of who the reporter is, in the order of the fields. */
export function findIdentityFaults(identity: DraftIdentity): readonly IdentityFault[] {
  return identityFields.flatMap((field): IdentityFault[] => {
    const typed = identity[field].trim();
    if (typed === "") return [{ field, fault: "required" }];
    return typed.length > longest[field] ? [{ field, fault: "too-long" }] : [];
  });
}
