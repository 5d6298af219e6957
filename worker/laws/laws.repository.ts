import { query } from "../db/query.ts";
import type { DigestText } from "../db/schema.ts";
import type { KnownLaw } from "./laws.codec.ts";

/** A law that cases were reckoned by. */
export function selectLaw(digest: DigestText) {
  return query.selectFrom("laws").select("law").where("digest", "=", digest);
}

/** Every law but this one: what is behind, or no longer needed. */
export function selectOtherLaws(current: DigestText) {
  return query.selectFrom("laws").select("digest").where("digest", "!=", current);
}

/** Keeps a law; it goes into the batch of whoever names it, so that no case ever names one that is not there. */
export function keepLaw({ digest, text }: Pick<KnownLaw, "digest" | "text">) {
  return query
    .insertInto("laws")
    .values({ digest, law: text })
    .onConflict((conflict) => conflict.column("digest").doNothing());
}

/** Lets a law go that no case names any more. */
export function deleteUnusedLaw(digest: DigestText) {
  return query
    .deleteFrom("laws")
    .where("digest", "=", digest)
    .where((row) =>
      row.not(row.exists(query.selectFrom("cases").select("id").where("law", "=", digest).limit(1))),
    );
}
