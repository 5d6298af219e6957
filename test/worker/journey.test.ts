import { beforeAll, describe, expect, it } from "vitest";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { createEvent } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { createReporterMessage } from "./support/reporter.ts";
import {
  append,
  ask,
  enterAndLogIn,
  getDetail,
  getList,
  readActed,
  readersOf,
  sendLetter,
} from "./support/desk.ts";
import {
  createTestServer,
  fixture,
  lookUp,
  migrate,
  postBox,
  readMeta,
  sendBytes,
} from "./support/harness.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";

beforeAll(migrate);

describe("a letter travels the whole way", () => {
  it("is sent, released, opened, acknowledged, answered, and read with the code", async () => {
    const server = createTestServer({ today: "2026-03-04", hour: 10 });
    const { reporter, letter } = await sendLetter(server);
    const id = letter.header.case;
    const who = await enterAndLogIn(server, [committees.commune]);

    const waiting = await lookUp(server, reporter);
    expect(waiting.meta).toMatchObject({ kind: "case", case: id, released: false, releasedOn: "2026-03-04" });
    expect((await getList(server, who, committees.commune)).cases).toEqual([]);

    server.time.hour = 18;
    const list = await getList(server, who, committees.commune);
    expect(list.cases).toMatchObject([{ case: id, status: "sent", sequence: 0 }]);

    server.time.today = toPlainDate("2026-03-05");
    const before = await getDetail(server, who, id);
    expect(before.row.letter).toBe(letter.digest);
    const opening = await createEvent(fixture, who.officer, before.row, "Opened", server.time.today);
    const opened = await readActed(await append(server, who, id, opening));
    expect(opened.letter?.core).toBe(toBase64url(letter.core));
    expect(opened.letter?.slot).toBe(
      toBase64url(letter.whole.slice(letter.core.length, letter.core.length + 1168)),
    );
    expect(opened.detail.row).toMatchObject({ status: "opened", openedOn: "2026-03-05", sequence: 1 });

    const answer = await createEvent(
      fixture,
      who.officer,
      opened.detail.row,
      "Acknowledged",
      server.time.today,
    );
    const answered = await readActed(await append(server, who, id, answer));
    expect(answered.detail.row).toMatchObject({ status: "acknowledged", acknowledgedOn: "2026-03-05" });

    const seen = await lookUp(server, reporter);
    if (seen.meta.kind !== "case") throw new Error("no case");
    expect(seen.meta).toMatchObject({ released: true, next: null, end: { sequence: 2 } });
    expect(seen.meta.entries.map(({ by }) => by)).toEqual(["committee", "committee"]);
    expect(seen.blobs).toHaveLength(4);
    expect(toBase64url(seen.blobs[0] ?? new Uint8Array())).toBe(toBase64url(letter.core));
    expect(toBase64url(seen.blobs[2] ?? new Uint8Array())).toBe(
      toBase64url(fromBase64url(answer.message ?? "").slice(0, 12_288 - 4 * 1168)),
    );

    const message = await createReporterMessage(fixture, letter, { number: 0, digest: letter.digest });
    const bytes = await sendBytes(
      reporter,
      "send-message",
      fromBase64url(message.header.message),
      message.whole,
    );
    server.time.hour = 10;
    expect(await readMeta(await postBox(server, bytes))).toEqual({
      kind: "accepted",
      releasedOn: "2026-03-05",
    });
    expect((await getDetail(server, who, id)).row).toMatchObject({ sequence: 2, reporterWroteOn: null });
    server.time.hour = 18;
    expect(await runScheduledJobs(server.platform, server.source)).toBe(1);
    expect(await runScheduledJobs(server.platform, server.source)).toBe(0);
    const after = await getDetail(server, who, id);
    expect(after.row).toMatchObject({ sequence: 3, reporterWroteOn: "2026-03-05", status: "acknowledged" });
    expect(after.entries.at(-1)).toMatchObject({
      by: "reporter",
      message: { core: toBase64url(message.core) },
    });

    const entry = toBase64url(new Uint8Array(indexEntryBytes));
    const put = { entry, ...(await readersOf(server, who, id)) };
    expect((await ask(server, who, "PUT", `/cases/${id}/index`, put)).status).toBe(204);
    expect((await getList(server, who, committees.commune)).cases).toMatchObject([{ index: entry }]);
    expect((await ask(server, who, "POST", "/logout")).status).toBe(204);
    expect((await ask(server, who, "GET", `/cases/${id}`)).status).toBe(401);
  });
});
