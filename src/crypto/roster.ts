import { type KeyRecord, type Roster, rosterSchema } from "../api/directory.schema.ts";
import { fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { toUtf8 } from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { kemPublicKeyBytes } from "../envelope/sizes.ts";
import { digest } from "./labelled.ts";

export const rosterFaults = [
  "unreadable",
  /** Not the roster whose digest the committee's key record holds. */
  "substituted",
] as const;
export type RosterFault = (typeof rosterFaults)[number];

export type RosterReading =
  | { readonly kind: "roster"; readonly roster: Roster }
  | { readonly kind: "fault"; readonly fault: RosterFault };

/** The file `rosters/<committee>.json`: canonical JSON and one line feed. */
export function writeRoster(roster: Roster): string {
  return `${toCanonicalJson(roster)}\n`;
}

/** What the key record holds of a roster: the digest of the file's bytes, base64url. */
export function rosterDigest(file: string): string {
  return toBase64url(digest(labels.roster, toUtf8(file)));
}

/**
 * Reads a committee's roster and holds it against the verified key record. Whoever makes a case key wraps it to the keys that
 * stand here and to no others, whatever a server says.
 */
export function verifyRoster(file: string, record: KeyRecord): RosterReading {
  if (rosterDigest(file) !== record.roster) return { kind: "fault", fault: "substituted" };
  try {
    const roster = parseStrict(rosterSchema, file.slice(0, -1));
    const coherent =
      writeRoster(roster) === file && roster.committee === record.committee && areDifferent(roster);
    for (const { kem } of roster.officers) fromBase64urlOf(kemPublicKeyBytes, kem);
    return coherent ? { kind: "roster", roster } : { kind: "fault", fault: "unreadable" };
  } catch (error) {
    if (error instanceof FormatError) return { kind: "fault", fault: "unreadable" };
    throw error;
  }
}

function areDifferent({ officers }: Roster): boolean {
  return new Set(officers.map(({ id }) => id)).size === officers.length;
}
