import * as v from "valibot";
import { type PlainDate, vietnamDateAt } from "../../domain/plain-date.ts";
import { plainDateSchema } from "../../envelope/schemas.ts";
import { type LocalPlace, queryDatabase } from "./wrangler.ts";

const rowsSchema = v.array(v.object({ today: plainDateSchema }));

/** The day by which the server of a place goes: the demonstration's, if one was set, else the machine's, in Vietnam. */
export async function dayOf(place: LocalPlace): Promise<PlainDate> {
  const rows = v.parse(rowsSchema, await queryDatabase(place, "SELECT today FROM demo_clock"));
  return rows[0]?.today ?? vietnamDateAt(Date.now());
}
