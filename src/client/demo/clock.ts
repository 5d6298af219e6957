import * as v from "valibot";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { plainDateSchema } from "../../envelope/schemas.ts";
import { jsonBody, readJson, request, type Transport } from "../transport.ts";

const clockPath = "/demo/api/clock";
const timePath = "/demo/api/time";
const clockSchema = v.object({ today: plainDateSchema });

/** Moves the demonstration's day on from where it is, and has done what time does meanwhile. Undefined: no answer. */
export async function moveDaysOn(transport: Transport, days: number): Promise<PlainDate | undefined> {
  const now = await dayAt(transport, clockPath);
  return now === undefined ? undefined : await moveTo(transport, addDays(now, days));
}

/** Back to the day that it is. */
export async function backToTheRealDay(transport: Transport): Promise<PlainDate | undefined> {
  return await moveTo(transport, null);
}

async function moveTo(transport: Transport, today: PlainDate | null): Promise<PlainDate | undefined> {
  const moved = await dayAt(transport, clockPath, jsonBody({ today }));
  return moved === undefined ? undefined : await dayAt(transport, timePath, { method: "POST" });
}

async function dayAt(
  transport: Transport,
  path: string,
  init: RequestInit = {},
): Promise<PlainDate | undefined> {
  const answer = await request(transport, path, init);
  if (answer.kind !== "answer") return undefined;
  return (await readJson(answer.response, clockSchema))?.today;
}
