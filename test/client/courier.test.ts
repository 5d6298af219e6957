import { describe, expect, test } from "vitest";
import type { Sending } from "../../src/client/citizen/journey.ts";
import { carry, type Carried, type Sealed } from "../../src/client/citizen/sending/courier.ts";
import type { Delivery } from "../../src/client/reporter/send-letter.ts";
import type { Failure } from "../../src/client/transport.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";

const releasedOn = toPlainDate("2026-03-02");
const accepted: Delivery = { kind: "accepted", releasedOn };
const unreachable: Failure = { kind: "unreachable" };
const busy: Failure = { kind: "busy", retryAfterSeconds: 7 };

type Outcome = {
  readonly carried: Carried;
  readonly sent: readonly Bytes[];
  readonly pauses: readonly number[];
  readonly told: readonly Sending[];
};

/** The courier with a seal and a server that answer in this order; the last answer is given for ever. */
async function run(
  deliveries: readonly Delivery[],
  seals: readonly (Sealed | Failure)[] = [],
): Promise<Outcome> {
  const sent: Bytes[] = [];
  const pauses: number[] = [];
  const told: Sending[] = [];
  let sealed = 0;
  const carried = await carry({
    seal: async () => seals[sealed++] ?? { kind: "sealed", request: new Uint8Array([sealed]) },
    deliver: async (request) => {
      sent.push(request);
      return deliveries[Math.min(sent.length, deliveries.length) - 1] ?? accepted;
    },
    pause: async (seconds) => {
      pauses.push(seconds);
    },
    report: (sending) => {
      told.push(sending);
    },
  });
  return { carried, sent, pauses, told };
}

describe("a letter", () => {
  test("that arrives is accepted", async () => {
    const { carried, pauses } = await run([accepted]);
    expect(carried).toEqual({ kind: "accepted", releasedOn });
    expect(pauses).toEqual([]);
  });

  test("is sent again as the very same bytes, however often the connection is lost", async () => {
    const { carried, sent, told } = await run([unreachable, unreachable, unreachable, accepted]);
    expect(carried.kind).toBe("accepted");
    expect(sent).toHaveLength(4);
    expect(new Set(sent).size).toBe(1);
    expect(told).toContainEqual({ kind: "waiting", why: "unreachable" });
  });

  test("waits as long as a busy server asks", async () => {
    const { carried, pauses, told } = await run([busy, busy, accepted]);
    expect(carried.kind).toBe("accepted");
    expect(pauses).toEqual([7, 7]);
    expect(told).toContainEqual({ kind: "waiting", why: "busy" });
  });

  test("is sealed when the network is back, if it was lost before", async () => {
    const { carried, sent } = await run(
      [accepted],
      [unreachable, { kind: "fault", fault: "unreachable" }, busy],
    );
    expect(carried.kind).toBe("accepted");
    expect(sent).toHaveLength(1);
  });

  test("whose proof of work is refused gets a new one, but not for ever", async () => {
    const refused: Delivery = { kind: "refused", code: "proof-refused" };
    const once = await run([refused, accepted]);
    expect(once.carried.kind).toBe("accepted");
    expect(new Set(once.sent).size).toBe(2);
    expect((await run([refused])).carried).toMatchObject({
      kind: "failed",
      fault: { kind: "refused", code: "proof-refused" },
    });
  });
});

test.each<[string, Delivery, object]>([
  [
    "a refusal",
    { kind: "refused", code: "directory-changed" },
    { kind: "failed", fault: { kind: "refused", code: "directory-changed" } },
  ],
  [
    "an answer of no server of ours",
    { kind: "unreadable" },
    { kind: "failed", fault: { kind: "unreadable" } },
  ],
])("%s is told, and nothing is tried in its place", async (_, delivery, expected) => {
  const { carried, sent } = await run([delivery]);
  expect(carried).toMatchObject(expected);
  expect(sent).toHaveLength(1);
});

test("a letter that may have arrived after all is tried again as the same bytes, and as no others", async () => {
  const { carried, sent } = await run([{ kind: "unreadable" }]);
  expect(carried).toMatchObject({ kind: "failed", undecided: sent[0] });
  const again: Bytes[] = [];
  const errand = {
    seal: async () => ({ kind: "sealed", request: new Uint8Array([99]) }) as const,
    deliver: async (request: Bytes) => {
      again.push(request);
      return accepted;
    },
    pause: async () => undefined,
    report: () => undefined,
  };
  await carry(errand, carried.kind === "failed" ? carried.undecided : null);
  expect(again).toEqual(sent);
});

test("a key that does not match the signed directory stops sending: there is no second best", async () => {
  const { carried, sent } = await run([accepted], [{ kind: "fault", fault: "substituted" }]);
  expect(carried).toMatchObject({ kind: "failed", fault: { kind: "key", fault: "substituted" } });
  expect(sent).toEqual([]);
});
