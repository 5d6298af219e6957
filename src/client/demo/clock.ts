import * as v from "valibot";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { plainDateSchema } from "../../envelope/schemas.ts";
import { jsonBody, readJson, request, type Transport } from "../transport.ts";

const path = "/demo/api/clock";
const clockSchema = v.object({ today: plainDateSchema });

/** Moves the demonstration's day on from where it is, and has done what time does meanwhile. Undefined: no answer. */
export async function moveDaysOn(transport: Transport, days: number): Promise<PlainDate | undefined> {
  const now = await dayIn(transport);
  return now === undefined ? undefined : await dayIn(transport, jsonBody({ today: addDays(now, days) }));
}

/** Back to the day that it is. */
export async function backToTheRealDay(transport: Transport): Promise<PlainDate | undefined> {
  return await dayIn(transport, jsonBody({ today: null }));
}

async function dayIn(transport: Transport, init: RequestInit = {}): Promise<PlainDate | undefined> {
  const answer = await request(transport, path, init);
  if (answer.kind !== "answer") return undefined;
  return (await readJson(answer.response, clockSchema))?.today;
}
