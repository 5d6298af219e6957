import type { DirectoryFile, DirectoryPayload } from "../../../api/directory.schema.ts";
import { type Calendar, createCalendar } from "../../../domain/calendar.ts";
import { createClocks, type LetterClocks } from "../../../domain/clocks.ts";
import { createOrgTree, type OrgTree } from "../../../domain/org-tree.ts";
import {
  addDays,
  laterOf,
  type PlainDate,
  vietnamDateAt,
  vietnamHourAt,
} from "../../../domain/plain-date.ts";
import type { BasisGroup } from "../../../domain/policy.ts";
import type { Transport } from "../../transport.ts";
import { trust } from "../../trust.ts";

/** The directory as it came, for choosing and for showing the route. It is verified before anything is sealed by it. */
export type Directory = {
  readonly text: string;
  readonly payload: DirectoryPayload;
  readonly tree: OrgTree;
  readonly calendar: Calendar;
};

/**
 * Undefined: not there, no connection, or not a directory. The shape is not checked here as it is when the same text
 * is verified: the code for that comes with the cryptography, and nothing is sealed before it has run. What is broken
 * or false until then is only ever shown.
 */
export async function loadDirectory(transport: Transport): Promise<Directory | undefined> {
  const text = await fetchText(transport);
  if (text === undefined) return undefined;
  try {
    const file = JSON.parse(text) as DirectoryFile;
    const payload = JSON.parse(file.payload) as DirectoryPayload;
    const today = laterOf(laterOf(vietnamDateAt(Date.now()), trust.builtOn), payload.issuedOn);
    const tree = createOrgTree(payload.organisation, today);
    return { text, payload, tree, calendar: createCalendar(payload.calendar) };
  } catch {
    return undefined;
  }
}

async function fetchText({ origin, fetch }: Transport): Promise<string | undefined> {
  try {
    const response = await fetch(`${origin}/directory.json`, {
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** The dates of a letter released on a day, each with its weight for what the letter is about. */
export function clocksFrom(
  { payload, calendar }: Directory,
  releasedOn: PlainDate,
  group: BasisGroup | "unknown" = "unknown",
): LetterClocks {
  return createClocks(payload.policy, calendar, releasedOn, group);
}

/** The day on which a letter would be released if it were sent now. The sending answers with the real one. */
export function expectedRelease({ payload, tree }: Directory): PlainDate {
  const { releaseHour } = payload;
  const isToday = releaseHour === null || vietnamHourAt(Date.now()) < releaseHour;
  return isToday ? tree.date : addDays(tree.date, 1);
}

/** Something that was asked for from the server. */
export type Loaded<Value> =
  | { readonly kind: "loading" | "missing" }
  | { readonly kind: "ready"; readonly value: Value };
