import type { DirectoryPayload } from "../../../api/directory.schema.ts";
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
import { fetchDirectory, previewDirectory } from "../../directory.preview.ts";
import type { Transport } from "../../transport.ts";
import { trust } from "../../trust.ts";

/** The directory as it came, for choosing and for showing the route. It is verified before anything is sealed by it. */
export type Directory = {
  readonly text: string;
  readonly payload: DirectoryPayload;
  readonly tree: OrgTree;
  readonly calendar: Calendar;
};

/** Undefined: not there, no connection, or not a directory. */
export async function loadDirectory(transport: Transport): Promise<Directory | undefined> {
  const text = await fetchDirectory(transport);
  const payload = text === undefined ? undefined : previewDirectory(text);
  if (text === undefined || payload === undefined) return undefined;
  const today = laterOf(laterOf(vietnamDateAt(Date.now()), trust.builtOn), payload.issuedOn);
  return {
    text,
    payload,
    tree: createOrgTree(payload.organisation, today),
    calendar: createCalendar(payload.calendar),
  };
}

/** The dates of a letter released on a day. */
export function clocksFrom({ payload, calendar }: Directory, releasedOn: PlainDate): LetterClocks {
  return createClocks(payload.policy, calendar, releasedOn);
}

/** The day on which a letter would be released if it were sent now. The sending answers with the real one. */
export function expectedRelease({ payload, tree }: Directory): PlainDate {
  const { releaseHour } = payload;
  const isToday = releaseHour === null || vietnamHourAt(Date.now()) < releaseHour;
  return isToday ? tree.date : addDays(tree.date, 1);
}
