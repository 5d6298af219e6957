import type { Bytes } from "../envelope/bytes.ts";
import { toUtf8 } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { parseStatement, type Statement, writeStatement } from "../envelope/statement.ts";
import { signLabelled, verifyLabelled } from "./labelled.ts";

/** A reporter's word: its canonical text and the signature with the key out of the letter. */
export type SignedStatement = { readonly statement: string; readonly signature: Bytes };

/** Signs a statement with the reporter's Ed25519 secret. */
export function signStatement(statement: Statement, secret: Uint8Array): SignedStatement {
  const text = writeStatement(statement);
  return { statement: text, signature: signLabelled(secret, labels.statement, toUtf8(text)) };
}

/** Whether the reporter of the letter has signed this text. */
export function isReportersStatement(signed: SignedStatement, reporterSign: Uint8Array): boolean {
  return verifyLabelled(signed.signature, reporterSign, labels.statement, toUtf8(signed.statement));
}

/** What a statement's text says. Undefined: it is none. */
export function readStatement(text: string): Statement | undefined {
  try {
    return parseStatement(text);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/**
 * The reporter's word out of an opened message, as the committee shows it to the server. Undefined: it is of another case or
 * another message than the one in which it lies, or not the reporter's.
 */
export function openStatement(
  signed: SignedStatement,
  place: Pick<Statement, "case" | "message">,
  reporterSign: Uint8Array,
): Statement | undefined {
  const statement = readStatement(signed.statement);
  if (statement?.case !== place.case || statement.message !== place.message) return undefined;
  return isReportersStatement(signed, reporterSign) ? statement : undefined;
}
