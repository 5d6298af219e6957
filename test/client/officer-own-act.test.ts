import { describe, expect, it } from "vitest";
import type { Order } from "../../src/client/desk/orders.ts";
import { hasArrived } from "../../src/client/officer/own-act.ts";
import { createReporter } from "../support/crypto/people.ts";
import { deskOf, houseOrganisation, officers } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";
import { acknowledge, begin, classify, open, order, read, view } from "../support/desk-stories.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();

/** What Bình finds in the history who sent `mine` and heard nothing, after An did `theirs` at the same place. */
async function found(before: readonly Order[], theirs: Order, mine: Order): Promise<boolean> {
  const server = createDeskServer(organisation);
  const [an, binh] = [
    deskOf("an", server.transport, organisation),
    deskOf("binh", server.transport, organisation),
  ];
  const id = server.receive(reporter);
  const file = await order(an, await view(an, id), ...before);
  const { sequence } = file.chain.end;
  await carryOut(an, file, theirs);
  return hasArrived({ order: mine, sequence }, await read(binh, id));
}

const extend = (reason: "several-places" | "foreign-element"): Order => ({
  command: "extend",
  days: 2,
  reason,
  message: "Cần thêm thời gian.",
});
const handOver = (...readers: readonly ("an" | "binh" | "chi")[]): Order => ({
  command: "hand-over",
  readers: readers.map((name) => officers[name].id),
  reason: "Đổi người.",
});
const classified = (change: object) => ({ ...classify, ...change }) as Order;
const recuse: Order = { command: "recuse", reason: "Tôi là họ hàng." };
const toVerification = [open, acknowledge, classify, begin];

describe("an act whose answer was lost", () => {
  it.each<[string, readonly Order[], Order]>([
    ["a classification", [open, acknowledge], classify],
    ["an extension", toVerification, extend("several-places")],
    ["a hand-over", [open, acknowledge], handOver("an", "binh")],
  ])("%s: is found by all that it says", async (_name, before, same) => {
    expect(await found(before, same, same)).toBe(true);
  });

  it.each<[string, readonly Order[], Order, Order]>([
    ["another category", [open, acknowledge], classified({ category: "A1" }), classify],
    ["another verdict on it", [open, acknowledge], classified({ eligible: false }), classify],
    ["another kind", [open, acknowledge], classified({ kind: "complaint" }), classify],
    ["another reason", toVerification, extend("foreign-element"), extend("several-places")],
    ["other readers", [open, acknowledge], handOver("binh", "chi"), handOver("an")],
    ["somebody else who steps aside", [open, acknowledge], recuse, recuse],
  ])("is not a colleague's with the same words and %s", async (_name, before, theirs, mine) => {
    expect(await found(before, theirs, mine)).toBe(false);
  });
});
