import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  faultsOf,
  obstacleTo,
  offeredReasons,
  officerCommands,
} from "../../src/client/officer/case-permissions.ts";
import { chainFaults } from "../../src/crypto/chain.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { carriedEventTypes, replayCarried, toHistory } from "../../src/envelope/carried.ts";
import { day } from "../support/law.ts";
import { caseId, type CaseStory, committee, fileOf } from "../support/officer-cases.ts";

const id = caseId("case");
const sealed: CaseStory = { id, released: "2026-03-09" };
const opened: CaseStory = { ...sealed, events: [["Opened", "2026-03-10"]] };
const acknowledged: CaseStory = {
  ...sealed,
  events: [
    ["Opened", "2026-03-10"],
    ["Acknowledged", "2026-03-10"],
  ],
};

const obstacles = (story: CaseStory, change = {}) =>
  officerCommands.map((command) => obstacleTo(command, fileOf(story, change)));

describe("what an officer may do next", () => {
  test("follows the table, each refusal with its reason", () => {
    expect(obstacles(sealed)).toEqual([null, "not-opened-yet", "not-opened-yet"]);
    expect(obstacles(opened)).toEqual(["already-opened", null, null]);
    expect(obstacles(acknowledged)).toEqual(["already-opened", "already-acknowledged", null]);
  });

  test("is nothing that signs while the history cannot be verified", () => {
    const end = { sequence: 0, chain: new Uint8Array() };
    for (const kind of chainFaults) {
      const change = { chain: { entries: [], end, fault: { sequence: 1, kind } } };
      expect(obstacles(sealed, change)).toEqual(["fault", "fault", "fault"]);
    }
    expect(obstacles(opened, { rowDisagrees: true })).toEqual(["fault", "fault", "fault"]);
  });

  test("is no answer before the letter was read: the reporter's key is in it", () => {
    expect(obstacles(opened, { letter: null })).toEqual(["already-opened", "not-read", "not-read"]);
  });

  test("is nothing on a day before the last entry", () => {
    expect(obstacleTo("send-message", fileOf(opened, { today: day("2026-03-09") }))).toBe(
      "before-last-event",
    );
  });
});

describe("faults of a history", () => {
  test("are none in a good one", () => {
    expect(faultsOf(fileOf(acknowledged))).toEqual([]);
  });

  test("include acts that the law does not allow in this order, however well they are signed", () => {
    const backwards: CaseStory = { ...sealed, events: [["Acknowledged", "2026-03-10"]] };
    expect(faultsOf(fileOf(backwards)).map(({ kind }) => kind)).toEqual(["impossible"]);
  });

  test("include a server that says something else than the signed history", () => {
    expect(faultsOf(fileOf(opened, { rowDisagrees: true }))).toEqual([
      { kind: "row-disagrees", place: null },
    ]);
  });
});

/** Entries in any order and number, possible or not, up to years after a release with or without a superior. */
const someEntries = fc.array(
  fc.record({ type: fc.constantFrom(...carriedEventTypes), after: fc.integer({ min: -5, max: 900 }) }),
  { maxLength: 8 },
);

test("whatever a chain can carry leads to a status that has a name, and is refused for a reason that has words", () => {
  fc.assert(
    fc.property(someEntries, fc.boolean(), fc.nat({ max: 900 }), (entries, hasSuperior, age) => {
      const on = day("2026-03-09");
      const superior = hasSuperior ? ("cap-tren" as CommitteeId) : null;
      const dated = entries.map(({ type, after }) => ({ type, on: addDays(on, after) }));
      const events = toHistory({ on, receiver: committee, fallback: superior }, dated);
      const file = fileOf(sealed, { events, state: replayCarried(events), today: addDays(on, age) });
      for (const command of officerCommands) {
        const obstacle = obstacleTo(command, file);
        expect([null, "fault", "not-read", ...offeredReasons]).toContain(obstacle);
      }
    }),
  );
});
