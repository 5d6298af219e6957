import { openIdentity } from "../../crypto/identity.ts";
import type { Identity } from "../../crypto/letter.schema.ts";
import { isReportersStatement, readStatement, type SignedStatement } from "../../crypto/statement.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url, fromBase64urlOf } from "../../envelope/base64url.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { signatureBytes } from "../../envelope/sizes.ts";
import type { Statement } from "../../envelope/statement.ts";
import type { CaseFile, FileItem } from "./case-file.ts";
import type { Desk } from "./session.ts";

/** The reporter's signed word as it lies in a message, and the day of that message. */
export type FoundStatement = {
  readonly signed: SignedStatement;
  readonly statement: Statement;
  readonly since: PlainDate;
};

/**
 * The reporter's signed word in the message at a place of the chain, if it is for this case and this very message.
 * Undefined: there is none, or the reporter of the letter has not signed it.
 */
export function findStatement(file: CaseFile, sequence: number): FoundStatement | undefined {
  const { letter, row } = file;
  const found = messageAt(file, sequence);
  if (found === undefined || letter === null) return undefined;
  const { deed, message, on } = found;
  const statement = readStatement(deed.statement);
  if (statement?.case !== row.case || statement.message !== message) return undefined;
  const signed = { statement: deed.statement, signature: readSignature(deed.signature) };
  return isReportersStatement(signed, letter.reporter.sign) ? { signed, statement, since: on } : undefined;
}

/** Places of the chain where the reporter's signed word lies. */
export function statementPlaces(file: CaseFile): readonly number[] {
  return file.history
    .flatMap(({ sequence }) => sequence ?? [])
    .filter((sequence) => findStatement(file, sequence) !== undefined);
}

/**
 * Who the reporter is, out of the message at a place of the chain. Undefined: it says nothing of it, or it is sealed to
 * another committee than this desk's, which was in charge when it was written.
 */
export function identityAt(desk: Desk, file: CaseFile, sequence: number): Identity | undefined {
  const found = messageAt(file, sequence);
  if (found === undefined) return undefined;
  const place = { case: file.row.case, message: found.message };
  const sealed = fromBase64url(found.deed.identity);
  for (const { keys } of desk.keyring.values()) {
    const identity = openIdentity(sealed, keys.kemSecret, place);
    if (identity !== undefined) return identity;
  }
  return undefined;
}

type MakeFormal = Extract<NonNullable<FileItem["deed"]>, { kind: "make-formal" }>;

function messageAt(
  { history, chain }: CaseFile,
  sequence: number,
): { readonly deed: MakeFormal; readonly message: string; readonly on: PlainDate } | undefined {
  const deed = history.find((item) => item.sequence === sequence)?.deed;
  const entry = chain.entries.find((each) => each.sequence === sequence);
  if (deed?.kind !== "make-formal" || entry?.by !== "reporter") return undefined;
  return { deed, message: entry.message, on: entry.on };
}

/** A signature of another length is none, and verifies nothing. */
function readSignature(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64urlOf(signatureBytes, text);
  } catch (error) {
    if (error instanceof FormatError) return new Uint8Array(signatureBytes);
    throw error;
  }
}
