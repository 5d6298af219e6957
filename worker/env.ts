import * as v from "valibot";
import { mailAddressSchema } from "../src/api/notices.schema.ts";
import type { MailServer } from "./platform/mail-server.ts";

/** What the runtime hands over, before it was looked at. */
export type Bindings = { readonly [name: string]: unknown };

const host = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(?::\d{1,5})?$/));
const count = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

/** Most letters and messages taken for one release day: 20,000 are 900 MB. Far more than a province writes. */
const usualDailyArrivals = 20_000;
/** Challenges a minute, per running copy, from which the proof of work becomes sixteen times as long. */
const usualBusyPerMinute = 600;

/** Officers come to their desks then, and the day's letters have been released. */
const usualNoticeHour = 8;

/** `smtps://user:password@host:465`, or `smtp://…:587`, which must offer STARTTLS unless it is on this machine. */
const mailServer = /^(smtps?):\/\/(?:([^:@/]+):([^:@/]+)@)?([a-z0-9.-]+):(\d{1,5})$/;

const settingsSchema = v.object({
  /** Key material for everything the server hashes or seals itself. No default: a known secret is none. */
  SECRET: v.pipe(v.string(), v.minLength(32)),
  CITIZEN_HOST: host,
  OFFICER_HOST: host,
  DEMO: v.optional(v.picklist(["", "0", "1"]), ""),
  DAILY_ARRIVALS: v.optional(count, String(usualDailyArrivals)),
  BUSY_PER_MINUTE: v.optional(count, String(usualBusyPerMinute)),
  NOTICE_HOUR: v.optional(
    v.pipe(v.string(), v.regex(/^(?:1?\d|2[0-3])$/), v.transform(Number)),
    String(usualNoticeHour),
  ),
  NOTICE_DAYS: v.optional(v.picklist(["working", "every"]), "working"),
  /** With a password in it, so a secret. */
  MAIL_SERVER: v.optional(v.pipe(v.string(), v.regex(mailServer))),
  MAIL_FROM: v.optional(mailAddressSchema),
});

/** When notices go out, in whose name, and where they send people. */
export type NoticeSettings = {
  readonly hour: number;
  /** The working days of the signed calendar, or every day. */
  readonly days: "working" | "every";
  readonly sender: string;
  readonly officerSite: string;
};

/** The settings, checked once when the server starts. */
export type Settings = {
  readonly secret: string;
  readonly hosts: { readonly citizen: string; readonly officer: string };
  /** A demonstration: `/demo`, a clock that can be set, rows that can be looked at. */
  readonly demo: boolean;
  readonly dailyArrivals: number;
  readonly busyPerMinute: number;
  readonly notices: NoticeSettings;
  /** Null: mail is sent nowhere. */
  readonly mailServer: MailServer | null;
};

/** Reads the settings. Throws, naming the settings and never their values, if the server must not start with them. */
export function parseSettings(bindings: Bindings): Settings {
  const reading = v.safeParse(settingsSchema, bindings);
  if (!reading.success) throw new Error(describe(reading.issues.map((issue) => v.getDotPath(issue) ?? "")));
  const { SECRET, CITIZEN_HOST, OFFICER_HOST, DEMO, DAILY_ARRIVALS, BUSY_PER_MINUTE } = reading.output;
  if (CITIZEN_HOST === OFFICER_HOST) throw new Error(describe(["OFFICER_HOST"]));
  const { NOTICE_HOUR, NOTICE_DAYS, MAIL_SERVER, MAIL_FROM } = reading.output;
  if ((MAIL_SERVER === undefined) !== (MAIL_FROM === undefined)) throw new Error(describe(["MAIL_FROM"]));
  return {
    secret: SECRET,
    hosts: { citizen: CITIZEN_HOST, officer: OFFICER_HOST },
    demo: DEMO === "1",
    dailyArrivals: DAILY_ARRIVALS,
    busyPerMinute: BUSY_PER_MINUTE,
    notices: {
      hour: NOTICE_HOUR,
      days: NOTICE_DAYS,
      sender: MAIL_FROM ?? "",
      officerSite: `${/^[^:]*localhost(?::|$)/.test(OFFICER_HOST) ? "http" : "https"}://${OFFICER_HOST}/`,
    },
    mailServer:
      MAIL_SERVER === undefined || MAIL_FROM === undefined ? null : readMailServer(MAIL_SERVER, MAIL_FROM),
  };
}

function readMailServer(address: string, sender: string): MailServer {
  const [, scheme, user, password, host = "", port = ""] = mailServer.exec(address) ?? [];
  const isHere = host === "localhost" || host === "127.0.0.1";
  return {
    host,
    port: Number(port),
    security: scheme === "smtps" ? "tls" : isHere ? "none" : "starttls",
    login:
      user === undefined || password === undefined
        ? null
        : { user: decodeURIComponent(user), password: decodeURIComponent(password) },
    greeting: sender.slice(sender.indexOf("@") + 1),
  };
}

const meaning: Readonly<Record<string, string>> = {
  SECRET: "SECRET must be set as a secret, 32 characters or more (openssl rand -base64 32)",
  CITIZEN_HOST: "CITIZEN_HOST must be a host, with its port if it has one",
  OFFICER_HOST: "OFFICER_HOST must be a host of its own, with its port if it has one",
  DEMO: "DEMO must be 1 or absent",
  DAILY_ARRIVALS: "DAILY_ARRIVALS must be a whole number",
  NOTICE_HOUR: "NOTICE_HOUR must be an hour of the day, 0 to 23",
  NOTICE_DAYS: "NOTICE_DAYS must be working or every",
  MAIL_SERVER: "MAIL_SERVER must be smtps://user:password@host:465 or smtp://user:password@host:587",
  MAIL_FROM: "MAIL_FROM must be an address of mail, and stand together with MAIL_SERVER",
  BUSY_PER_MINUTE: "BUSY_PER_MINUTE must be a whole number",
};

function describe(names: readonly string[]): string {
  return `The server does not start: ${names.map((name) => meaning[name] ?? name).join("; ")}.`;
}
