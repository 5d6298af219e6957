import type { DirectoryFile, DirectoryPayload } from "../../../src/api/directory.schema.ts";
import { toCanonicalJson } from "../../../src/envelope/canonical-json.ts";
import { type Fixture, keyRecordOf } from "./organisation.ts";

/** The directory file. The server does not look at its signatures, so none is made. */
export function directoryFileOf(payload: DirectoryPayload): string {
  const file: DirectoryFile = {
    payload: toCanonicalJson(payload),
    signature: "A".repeat(86),
    certificate: "{}",
    rootSignatures: [],
  };
  return `${toCanonicalJson(file)}\n`;
}

/** A built site as small as it can be: enough to tell whose file was served. */
export function siteFilesOf(fixture: Fixture): Readonly<Record<string, string>> {
  const records = Object.entries(fixture.keys).map(([id, keys]) => [
    `org/keys/${id}.json`,
    `${toCanonicalJson(keyRecordOf(id, keys)).padEnd(4095)}\n`,
  ]);
  return {
    "citizen/index.html": "<!doctype html><title>citizen</title>",
    "citizen/demo.html": "<!doctype html><title>demo</title>",
    "citizen/assets/citizen-0a1b2c3d.js": "export const side = 'citizen';",
    "officer/index.html": "<!doctype html><title>officer</title>",
    "officer/assets/officer-4e5f6a7b.js": "export const side = 'officer';",
    "org/directory.json": directoryFileOf(fixture.payload),
    "org/rosters/xa-uy.json": "{}\n",
    ...Object.fromEntries(records),
  };
}
