import type { OfficerId } from "../../src/domain/ids.ts";
import { query } from "../db/query.ts";
import type { DigestText, PasskeysTable } from "../db/schema.ts";

/** A passkey and whose it is. */
export function selectPasskey(passkey: DigestText) {
  return query
    .selectFrom("passkeys")
    .innerJoin("officers", "officers.id", "passkeys.officer")
    .select(["officers.id", "officers.title", "officers.login_name"])
    .select(["passkeys.login_key", "passkeys.wrapped_seed"])
    .where("passkeys.passkey", "=", passkey);
}

/** Every passkey of an officer. */
export function selectPasskeys(officer: OfficerId) {
  return query
    .selectFrom("passkeys")
    .select(["passkey", "place", "note"])
    .where("officer", "=", officer)
    .orderBy("passkey");
}

/** What the passphrase's proof is checked against. */
export function selectLogin(officer: OfficerId) {
  return query.selectFrom("officers").select(["login_name", "login_key"]).where("id", "=", officer);
}

/** Adds a passkey. */
export function insertPasskey(passkey: PasskeysTable) {
  return query.insertInto("passkeys").values(passkey);
}

/** Takes a passkey away from its officer, and from nobody else. */
export function deletePasskey(passkey: DigestText, officer: OfficerId) {
  return query.deleteFrom("passkeys").where("passkey", "=", passkey).where("officer", "=", officer);
}
