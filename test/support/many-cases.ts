import { readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Desk } from "../../src/client/desk/session.ts";
import { indexKeysOf } from "../../src/client/desk/case-list.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { type IndexEntry, sealIndexEntry } from "../../src/crypto/index-entry.ts";
import { sealSearchEntry } from "../../src/crypto/search-entry.ts";
import { follow } from "../../src/domain/case/case.decide.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import type { CaseId, CommitteeId, UnitId } from "../../src/domain/ids.ts";
import { manifestationCodes } from "../../src/domain/manifestations.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import { searchWordsOf } from "../../src/domain/search-words.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { toHistory } from "../../src/envelope/case-record.ts";
import type { LocalPlace } from "../../src/org/local/wrangler.ts";
import { toStateColumns } from "../../worker/cases/cases.state.ts";
import type { KnownLaw } from "../../worker/laws/laws.codec.ts";

// A committee with very many cases: the rows of a real one over and over, each in a state of its own that the law gives,
// each with an index entry and the words of a letter that are really sealed. Their letters cannot be opened; nobody opens
// ten thousand.

export type ManyCases = {
  readonly place: LocalPlace;
  readonly desk: Desk;
  readonly committee: CommitteeId;
  /** A case that is there, whose row is copied. */
  readonly like: CaseId;
  readonly count: number;
};

type Row = Record<string, string | number | null>;

/** Puts the cases into the database of a server that runs. */
export async function seedManyCases({ place, desk, committee, like, count }: ManyCases): Promise<void> {
  const database = new DatabaseSync(databaseFile(place));
  try {
    database.exec("PRAGMA busy_timeout = 20000; BEGIN IMMEDIATE");
    const row = database.prepare("SELECT * FROM cases WHERE id = ?").get(like) as Row;
    const key = indexKeysOf(desk).find((held) => held.committee === committee);
    if (key === undefined) throw new Error("no index key");
    const names = Object.keys(row);
    const insert = database.prepare(
      `INSERT INTO cases (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    );
    const index = database.prepare("INSERT INTO index_entries VALUES (?, ?)");
    const search = database.prepare("INSERT INTO search_entries VALUES (?, ?)");
    // After ninety the states come round: reckoning one takes longer than writing a hundred.
    const states = Array.from({ length: 90 }, (_, at) =>
      columnsOf(desk, row, committee, addDays(desk.serverToday, -at - 1), at),
    );
    for (let at = 0; at < count; at++) {
      const id = toBase64url(randomBytes(16)) as CaseId;
      const columns = states[at % states.length];
      const lookup = toBase64url(randomBytes(32));
      const values: Row = { ...row, ...columns, id, lookup };
      insert.run(...names.map((name) => values[name] ?? null));
      const entry = sealIndexEntry(entryOf(at), { committee, case: id }, key.indexKey);
      index.run(id, toBase64url(entry));
      const found = sealSearchEntry(wordsOf(at), { committee, case: id }, key.indexKey);
      search.run(id, toBase64url(found));
    }
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}

function databaseFile({ stateDirectory }: LocalPlace): string {
  const folder = `${stateDirectory}/database`;
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find(
    (name) => name.endsWith(".sqlite") && name.includes("D1") && !name.endsWith("metadata.sqlite"),
  );
  if (file === undefined) throw new Error("no database");
  return `${folder}/${file}`;
}

/** Classified, under verification, or closed; a tenth is late. Nothing that nobody has opened: an entry says otherwise. */
function columnsOf(
  { organisation, serverToday }: Desk,
  row: Row,
  receiver: CommitteeId,
  releasedOn: PlainDate,
  at: number,
) {
  const on = addDays(releasedOn, at % 10 === 0 ? 0 : Math.min(1, at % 3));
  const deeds: CaseEvent[] = [
    { type: "Opened", on },
    { type: "Acknowledged", on },
    { type: "Classified", on, kind: "report" },
  ] as CaseEvent[];
  if (at % 3 === 0) deeds.push({ type: "VerificationBegun", on });
  const release = { on: releasedOn, receiver, fallback: row["fallback"] as CommitteeId | null };
  const state = follow(toHistory(release, deeds), serverToday, organisation.law);
  const law = { digest: row["law"], law: organisation.law } as unknown as KnownLaw;
  const columns = toStateColumns(state, law);
  return { ...columns, sequence: deeds.length, law: row["law"] ?? null, released_on: releasedOn };
}

const words = [
  "tiền",
  "đường",
  "đất",
  "quỹ",
  "họp",
  "thu",
  "chi",
  "công khai",
  "hộ nghèo",
  "xây",
  "ấp",
  "biên bản",
];

function entryOf(at: number): IndexEntry {
  const pick = (offset: number) => words[(at * 7 + offset * 5) % words.length] ?? "";
  const text = Array.from({ length: 40 }, (_, offset) => `${pick(offset)} ${at + offset}`).join(" ");
  return {
    v: 2,
    sequence: at % 3 === 0 ? 4 : 3,
    unit: "gr-hoa-thuan" as UnitId,
    about: "somebody-else",
    language: at % 20 === 0 ? "km" : "vi",
    self: null,
    category: manifestationCodes[at % manifestationCodes.length] ?? null,
    classified: true,
    assignee: null,
    joined: null,
    excerpt: text,
  };
}

/** The distinct words of a letter of a page and a half: some that are in nearly every letter, and rarer and rarer ones. */
function wordsOf(at: number): readonly string[] {
  const found = new Set(words.flatMap((word) => searchWordsOf(word)));
  for (let drawn = 0; drawn < wordsDrawn; drawn++) {
    const chance = fraction(at * wordsDrawn + drawn);
    found.add(vocabulary[Math.floor(vocabulary.length * chance ** 3)] ?? "");
  }
  return [...found];
}

const wordsDrawn = 300;

/** Evenly spread between 0 and 1, the same in every run. */
function fraction(at: number): number {
  return ((Math.imul(at, 2_654_435_761) ^ Math.imul(at ^ (at >>> 15), 2_246_822_519)) >>> 0) / 2 ** 32;
}

const onsets = [
  "b",
  "c",
  "ch",
  "d",
  "g",
  "gi",
  "h",
  "kh",
  "l",
  "m",
  "n",
  "ng",
  "nh",
  "ph",
  "qu",
  "s",
  "t",
  "th",
  "tr",
  "x",
];
const rimes = [
  "a",
  "ac",
  "ai",
  "am",
  "an",
  "ang",
  "anh",
  "ao",
  "ap",
  "at",
  "au",
  "e",
  "em",
  "en",
  "i",
  "ich",
  "iem",
  "ien",
];
const ends = ["", " ", "o", "oc", "oi", "om", "on", "ong", "u", "uc", "ung", "uoi"];
/** Some four thousand, as many as there are syllables in use. */
const vocabulary = onsets.flatMap((onset) =>
  rimes.flatMap((rime) => ends.map((end) => `${onset}${rime}${end}`.trim())),
);
