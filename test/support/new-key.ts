import { readFile, writeFile } from "node:fs/promises";
import { keyRecordSchema } from "../../src/api/directory.schema.ts";
import { wrapCommitteeSeeds } from "../../src/crypto/committee-key.ts";
import { keyRecordDigest, writeKeyRecord } from "../../src/crypto/key-record.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { parseStrict } from "../../src/envelope/schemas.ts";
import { createCommitteeKey } from "../../src/org/committee-keys.ts";
import { keptSecrets, publishDirectory, publishOrganisation } from "../../src/org/local/organisation-file.ts";
import type { LocalPlace } from "../../src/org/local/wrangler.ts";
import { askStored } from "./stored-rows.ts";

/**
 * Gives a committee of a running server a new key, as after a change of officers: the former one opens what it opened,
 * and nothing more is sealed to it. Answers with the record that the server will serve.
 */
export async function giveNewKey(
  place: LocalPlace,
  committee: CommitteeId,
  today: PlainDate,
): Promise<string> {
  await sodiumReady();
  const file = `${place.stateDirectory}/keys.json`;
  const records = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
  const before = parseStrict(keyRecordSchema, (records[committee] ?? "").trimEnd());
  const made = createCommitteeKey(committee, today);
  const former = before.keys.map((key) => ({ ...key, sealTo: addDays(today, -1) }));
  const record = writeKeyRecord({ ...before, keys: [made.public, ...former] });
  await writeFile(file, JSON.stringify({ ...records, [committee]: record }));
  const members = askStored(
    place,
    `SELECT DISTINCT id, kem_key FROM officers JOIN memberships ON officer = id WHERE committee = '${committee}'`,
  );
  for (const { id, kem_key } of members) {
    const purpose = { committee, key: made.keys.id, officer: String(id) as OfficerId };
    const wrap = wrapCommitteeSeeds(made.seeds, fromBase64url(String(kem_key)), purpose);
    const values = [purpose.officer, committee, purpose.key, toBase64url(wrap)].map((value) => `'${value}'`);
    askStored(place, `INSERT INTO memberships (officer, committee, key, wrap) VALUES (${values.join(",")})`);
  }
  const { directory } = await keptSecrets(place);
  const committees = directory.organisation.committees.map((each) =>
    each.id === committee ? { ...each, keyRecord: keyRecordDigest(record) } : each,
  );
  const organisation = { ...directory.organisation, committees };
  await publishDirectory(place, { ...directory, organisation }, today);
  await publishOrganisation(place, today);
  return record;
}
