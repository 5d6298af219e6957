import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import * as v from "valibot";
import { mailAddressSchema, noticeOutcomes, webhookUrlSchema } from "../../api/notices.schema.ts";
import { createCalendar } from "../../domain/calendar.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { committeeIdSchema, plainDateSchema } from "../../envelope/schemas.ts";
import type { Outcome } from "../command/outcome.ts";
import { keptSecrets, type KeptSecrets } from "../local/organisation-file.ts";
import { executeSql, type LocalPlace, queryDatabase } from "../local/wrangler.ts";
import { readNoticeDays } from "./record.ts";
import * as words from "./words.ts";

const shownDays = 14;

/** Who gets the daily notice, and what became of it. Addresses are shown by `list` alone. */
export async function runNoticesCommand(
  place: LocalPlace,
  [command, ...rest]: readonly string[],
  dayOf: () => Promise<PlainDate>,
): Promise<Outcome> {
  const kept = await keptSecrets(place).catch(() => undefined);
  if (kept === undefined) return { code: 2, lines: [words.notInstalled] };
  const [first = "", second = ""] = rest;
  if (command === "add" && rest.length === 2) return await add(place, kept, [first, second], await dayOf());
  if (command === "remove" && rest.length === 1) return await remove(place, first);
  if (command === "list" && rest.length === 0) return await list(place);
  if (command === "status" && rest.length === 0) return await status(place, kept, await dayOf());
  return { code: 2, lines: [words.usage] };
}

async function add(
  place: LocalPlace,
  { directory }: KeptSecrets,
  [name, address]: readonly [committee: string, address: string],
  today: PlainDate,
): Promise<Outcome> {
  const committee = directory.organisation.committees.find(({ id }) => id === name)?.id;
  if (committee === undefined) return { code: 1, lines: [words.noSuchCommittee] };
  const kind = kindOf(address);
  if (kind === undefined) return { code: 1, lines: [words.notAnAddress] };
  const known = await recipientsOf(place);
  if (known.some((each) => each.address === address)) return { code: 1, lines: [words.thereAlready] };
  const key = randomBytes(32).toString("base64url");
  const id = randomBytes(16).toString("base64url");
  const values = [id, committee, kind, address].map(quote).join(",");
  const secret = kind === "webhook" ? quote(key) : "NULL";
  await execute(
    place,
    `INSERT INTO notice_addresses (id,committee,kind,address,secret,added_on) VALUES (${values},${secret},${quote(today)});`,
  );
  return { code: 0, lines: [words.added, ...(kind === "webhook" ? [words.sayKey(key)] : [])] };
}

function kindOf(address: string): "mail" | "webhook" | undefined {
  if (v.is(mailAddressSchema, address)) return "mail";
  return v.is(webhookUrlSchema, address) ? "webhook" : undefined;
}

async function remove(place: LocalPlace, address: string): Promise<Outcome> {
  const found = (await recipientsOf(place)).find((each) => each.address === address);
  if (found === undefined) return { code: 1, lines: [words.notThere] };
  await execute(
    place,
    `DELETE FROM notice_attempts WHERE recipient = ${quote(found.id)};\nDELETE FROM notice_addresses WHERE id = ${quote(found.id)};`,
  );
  return { code: 0, lines: [words.removed] };
}

async function list(place: LocalPlace): Promise<Outcome> {
  const recipients = await recipientsOf(place);
  if (recipients.length === 0) return { code: 0, lines: [words.nobody] };
  return { code: 0, lines: recipients.map(words.sayRecipient) };
}

/** Ends with 1 if somebody has missed a notice, so that a machine can watch it. */
async function status(place: LocalPlace, { directory }: KeptSecrets, today: PlainDate): Promise<Outcome> {
  const recipients = await recipientsOf(place);
  if (recipients.length === 0) return { code: 0, lines: [words.nobody] };
  const since = addDays(today, -shownDays);
  const sql = `SELECT day, recipient, hour, outcome FROM notice_attempts WHERE day > ${quote(since)}`;
  const attempts = v.parse(attemptsSchema, await queryDatabase(place, sql));
  const calendar = createCalendar(directory.calendar);
  const days = readNoticeDays(recipients, attempts, { today, days: shownDays, calendar });
  if (days.length === 0) return { code: 0, lines: [words.nothingYet] };
  const isWhole = days.every(({ missing }) => missing.length === 0);
  return { code: isWhole ? 0 : 1, lines: days.flatMap(words.sayDay) };
}

const recipientsSchema = v.array(
  v.object({
    id: v.string(),
    committee: committeeIdSchema,
    kind: v.picklist(["mail", "webhook"]),
    address: v.string(),
    added_on: plainDateSchema,
  }),
);

const attemptsSchema = v.array(
  v.object({
    day: plainDateSchema,
    recipient: v.string(),
    hour: v.number(),
    outcome: v.nullable(v.picklist(noticeOutcomes)),
  }),
);

async function recipientsOf(place: LocalPlace): Promise<v.InferOutput<typeof recipientsSchema>> {
  const sql =
    "SELECT id, committee, kind, address, added_on FROM notice_addresses ORDER BY committee, address";
  return v.parse(recipientsSchema, await queryDatabase(place, sql));
}

/** By way of a file: what stands in a command can be read by everybody on the machine. */
async function execute(place: LocalPlace, sql: string): Promise<void> {
  const file = `${place.stateDirectory}/notices-${randomBytes(6).toString("hex")}.sql`;
  await writeFile(file, sql, { mode: 0o600 });
  try {
    await executeSql(place, file);
  } finally {
    await rm(file, { force: true });
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
