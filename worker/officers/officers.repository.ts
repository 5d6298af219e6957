import type { OfficerId } from "../../src/domain/ids.ts";
import { query } from "../db/query.ts";
import type { DigestText, SessionsTable } from "../db/schema.ts";

/** The officer with this login name. */
export function selectOfficerByLogin(loginName: string) {
  return query.selectFrom("officers").selectAll().where("login_name", "=", loginName);
}

/** Every committee key wrapped to an officer. */
export function selectMemberships(officer: OfficerId) {
  return query
    .selectFrom("memberships")
    .select(["committee", "key", "wrap"])
    .where("officer", "=", officer)
    .orderBy("committee")
    .orderBy("key");
}

/** The officer of a session that has not run out. Somebody who is no longer in the table has no session. */
export function selectSession(token: DigestText, hour: number) {
  return query
    .selectFrom("sessions")
    .innerJoin("officers", "officers.id", "sessions.officer")
    .select(["officers.id", "officers.sign_key"])
    .where("sessions.token", "=", token)
    .where("sessions.expires_hour", ">", hour);
}

/** Begins a session. */
export function insertSession(session: SessionsTable) {
  return query.insertInto("sessions").values(session);
}

/** Ends a session. */
export function deleteSession(token: DigestText) {
  return query.deleteFrom("sessions").where("token", "=", token);
}
