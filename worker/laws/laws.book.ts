import type { DigestText } from "../db/schema.ts";
import type { Database } from "../platform/platform.ts";
import { type KnownLaw, readLaw } from "./laws.codec.ts";
import { selectLaw } from "./laws.repository.ts";

/** The laws that cases were reckoned by. Each is one object for as long as the server runs: its clocks are reckoned once. */
export type LawBook = {
  /** What the directory says now; answers with the copy that is known already, if it is the same law. */
  note(law: KnownLaw): KnownLaw;
  /** Throws if a case names a law that was never kept. */
  require(digest: DigestText): Promise<KnownLaw>;
};

/** More laws than are ever in force at once. */
const most = 32;

export function createLawBook(database: Database): LawBook {
  const known = new Map<DigestText, KnownLaw>();
  const note = (law: KnownLaw): KnownLaw => {
    const before = known.get(law.digest);
    if (before !== undefined) return before;
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(law.digest, law);
    return law;
  };
  return {
    note,
    async require(digest) {
      const before = known.get(digest);
      if (before !== undefined) return before;
      const [rows] = await database.read(selectLaw(digest));
      if (rows[0] === undefined) throw new Error("a case names a law that was not kept");
      return note(readLaw(digest, rows[0].law));
    },
  };
}
