import type { Compilable } from "kysely";
import type { NoticeOutcome } from "../../src/api/notices.schema.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";
import type { Secrets } from "./secrets.ts";

/** The rows that each query of a batch answers with, in the order of the queries. */
export type RowsOf<Queries extends readonly Compilable[]> = {
  readonly [Index in keyof Queries]: Queries[Index] extends Compilable<infer Row> ? readonly Row[] : never;
};

/** What became of a batch that writes: all of it, or none, because a key (`table.column, …`) was there already. */
export type WriteOutcome =
  | { readonly kind: "written" }
  | { readonly kind: "taken"; readonly constraint: string };

/** A SQL database that can do several statements at once, all or none. Nothing else is asked of it. */
export type Database = {
  /** Queries that only read, all against one state. */
  read<const Queries extends readonly Compilable[]>(...queries: Queries): Promise<RowsOf<Queries>>;
  /** Statements that write, atomically. A broken rule other than a taken key is an exception. */
  write(...statements: readonly Compilable[]): Promise<WriteOutcome>;
};

/** A day and an hour (0–23) in Vietnam. Nothing that is stored about a reporter is finer than the day. */
export type Moment = { readonly today: PlainDate; readonly hour: number };

export type Clock = {
  /** What day it is, for the law. A demonstration may have set another one. */
  readonly read: () => Promise<Moment>;
  /** Milliseconds since 1970, for sessions, challenges and caches; never for a case. */
  readonly instant: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
};

/** The built pages, the directory and the key records. Read only. */
export type StaticFiles = {
  /** 200 with the file, 304 if it still has this tag, else 404. */
  fetch(path: string, etag: string | null): Promise<Response>;
};

/** How much is let in. Knows nothing of who asks: only how much there is. */
export type Limits = {
  /** Notes a challenge asked for; answers with how many hex digits of work it has to demand now. */
  demandWork(): number;
  /** Notes one more use of a proof of work; false once it has been used too often to be a retry. */
  admitProof(proof: string): boolean;
  /** Notes that somebody tries to log in under this (hashed) name; answers with how many milliseconds it has to wait. */
  noteLoginTry(name: string): number;
  /** The name has proven itself. */
  forgetLoginTries(name: string): void;
  /** Letters and messages that are stored for one release day. */
  readonly dailyArrivals: number;
};

/** A finished message of mail: who sends it, who gets it, and every byte in between. Lines end with CR LF, none begins with a dot. */
export type MailMessage = { readonly from: string; readonly to: string; readonly bytes: Bytes };

/** A mail server that takes messages. What goes wrong is an outcome, never an exception, and is told to nobody else. */
export type Mail = {
  /** What became of each, in their order. Bounded in time, whatever the server does. */
  send(messages: readonly MailMessage[]): Promise<readonly NoticeOutcome[]>;
};

/** What is posted to somebody else's server. */
export type WebhookMessage = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
};

export type Webhook = {
  /** Posts once, follows nothing, reads nothing. Bounded in time. */
  post(message: WebhookMessage): Promise<NoticeOutcome>;
};

/** Everything the features need of the machine they run on. */
export type Platform = {
  readonly database: Database;
  readonly files: StaticFiles;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly secrets: Secrets;
  /** Null: no mail server was named. */
  readonly mail: Mail | null;
  readonly webhook: Webhook;
  readonly demo: boolean;
};
