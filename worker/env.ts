import * as v from "valibot";

/** What the runtime hands over, before it was looked at. */
export type Bindings = { readonly [name: string]: unknown };

const host = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(?::\d{1,5})?$/));
const count = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

/** Most letters and messages taken for one release day: 20,000 are 900 MB. Far more than a province writes. */
const usualDailyArrivals = 20_000;
/** Challenges a minute, per running copy, from which the proof of work becomes sixteen times as long. */
const usualBusyPerMinute = 600;

const settingsSchema = v.object({
  /** Key material for everything the server hashes or seals itself. No default: a known secret is none. */
  SECRET: v.pipe(v.string(), v.minLength(32)),
  CITIZEN_HOST: host,
  OFFICER_HOST: host,
  DEMO: v.optional(v.picklist(["", "0", "1"]), ""),
  DAILY_ARRIVALS: v.optional(count, String(usualDailyArrivals)),
  BUSY_PER_MINUTE: v.optional(count, String(usualBusyPerMinute)),
});

/** The settings, checked once when the server starts. */
export type Settings = {
  readonly secret: string;
  readonly hosts: { readonly citizen: string; readonly officer: string };
  /** A demonstration: `/demo`, a clock that can be set, rows that can be looked at. */
  readonly demo: boolean;
  readonly dailyArrivals: number;
  readonly busyPerMinute: number;
};

/** Reads the settings. Throws, naming the settings and never their values, if the server must not start with them. */
export function parseSettings(bindings: Bindings): Settings {
  const reading = v.safeParse(settingsSchema, bindings);
  if (!reading.success) throw new Error(describe(reading.issues.map((issue) => v.getDotPath(issue) ?? "")));
  const { SECRET, CITIZEN_HOST, OFFICER_HOST, DEMO, DAILY_ARRIVALS, BUSY_PER_MINUTE } = reading.output;
  if (CITIZEN_HOST === OFFICER_HOST) throw new Error(describe(["OFFICER_HOST"]));
  return {
    secret: SECRET,
    hosts: { citizen: CITIZEN_HOST, officer: OFFICER_HOST },
    demo: DEMO === "1",
    dailyArrivals: DAILY_ARRIVALS,
    busyPerMinute: BUSY_PER_MINUTE,
  };
}

const meaning: Readonly<Record<string, string>> = {
  SECRET: "SECRET must be set as a secret, 32 characters or more (openssl rand -base64 32)",
  CITIZEN_HOST: "CITIZEN_HOST must be a host, with its port if it has one",
  OFFICER_HOST: "OFFICER_HOST must be a host of its own, with its port if it has one",
  DEMO: "DEMO must be 1 or absent",
  DAILY_ARRIVALS: "DAILY_ARRIVALS must be a whole number",
  BUSY_PER_MINUTE: "BUSY_PER_MINUTE must be a whole number",
};

function describe(names: readonly string[]): string {
  return `The server does not start: ${names.map((name) => meaning[name] ?? name).join("; ")}.`;
}
