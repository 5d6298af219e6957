import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommitteeId, PersonId, UnitId } from "../../src/domain/ids.ts";
import {
  findReaderObstacle,
  findReadingObstacle,
  findSuccessor,
  findTakeOverObstacle,
  findTransferObstacle,
  type Subject,
  subjectOf,
  unconflictedReaders,
  type Whereabouts,
} from "../../src/domain/movement.ts";
import type { Organisation } from "../../src/domain/organisation.ts";
import { createOrgTree, type OrgTree, readersOf } from "../../src/domain/org-tree.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { demoOrganisation } from "../support/demo-organisation.ts";
import { anyOrganisation, anyRequest, anyTree, today } from "../support/organisation-arbitrary.ts";
import { holds, personsMeant } from "../support/persons-meant.ts";

const tree = createOrgTree(demoOrganisation, today);
const hamlet = "gr-hoa-thuan-ap-tan-tien" as UnitId;
const cell = `${hamlet}-chi-uy` as CommitteeId;
const commune = "gr-hoa-thuan-dang-uy" as CommitteeId;
const district = "giong-rieng-btv" as CommitteeId;
const province = "kien-giang-btv" as CommitteeId;

const about = (
  role: Subject["about"],
  { excluded = [], named = [] }: Partial<Pick<Subject, "excluded" | "named">> = {},
): Subject => subjectOf(tree, { unit: hamlet, about: role, excluded }, named);
const at = (committee: CommitteeId, ...before: CommitteeId[]): Whereabouts => ({
  committee,
  held: [...before, committee],
  wasTransferred: before.length > 0,
});
const headOf = (id: CommitteeId): PersonId => {
  const head = tree.committees.get(id)?.positions.find(({ role }) => role === "head");
  if (head === undefined) throw new Error(id);
  return head.person;
};

describe("passing a case on", () => {
  it("goes down to who is competent, unless the letter is about somebody there", () => {
    expect(findTransferObstacle(tree, about("somebody-else"), at(commune), cell)).toBeNull();
    expect(findTransferObstacle(tree, about("committee-head"), at(commune), cell)).toBe("headed-by-accused");
    expect(findTransferObstacle(tree, about("unknown"), at(commune), cell)).toBe("role-unknown");
  });

  it("never goes below a person whom the text turned out to mean", () => {
    const named = about("somebody-else", { named: [headOf(commune)] });
    expect(findTransferObstacle(tree, named, at(district), commune)).toBe("headed-by-accused");
    expect(findTransferObstacle(tree, named, at(district), cell)).toBe("below-the-accused");
    expect(findTransferObstacle(tree, named, at(district), province)).toBeNull();
  });

  it("happens once, never back, never to whom the sender kept out, never where nobody can read", () => {
    const subject = about("somebody-else", { excluded: [cell] });
    expect(findTransferObstacle(tree, subject, at(commune, district), province)).toBe("already-transferred");
    expect(findTransferObstacle(tree, subject, at(commune), commune)).toBe("had-it-before");
    expect(findTransferObstacle(tree, subject, at(commune), cell)).toBe("excluded");
    const without = "gr-hoa-an-dang-uy" as CommitteeId;
    expect(findTransferObstacle(tree, subject, at(commune), without)).toBe("no-mailbox");
    expect(findTransferObstacle(tree, subject, at(commune), "nobody" as CommitteeId)).toBe(
      "unknown-committee",
    );
  });
});

describe("who reads on", () => {
  const readers = readersOf(tree.committees.get(commune) as never);

  it("a recusal or a hand-over leaves readers of the committee, one at least, none of them meant", () => {
    const subject = about("somebody-else");
    expect(findReaderObstacle(tree, subject, at(commune), readers)).toBeNull();
    expect(findReaderObstacle(tree, subject, at(commune), [])).toBe("nobody-left");
    expect(findReaderObstacle(tree, subject, at(commune), ["stranger" as PersonId])).toBe("not-a-reader");
    const named = about("somebody-else", { named: readers.slice(0, 1) });
    expect(findReaderObstacle(tree, named, at(commune), readers)).toBe("person-among-its-people");
    expect(unconflictedReaders(tree, named, commune)).not.toContain(readers[0]);
  });

  it("a take-over only ever goes up, past nobody's objection", () => {
    const subject = about("committee-head");
    expect(findTakeOverObstacle(tree, subject, at(commune), district)).toBeNull();
    expect(findTakeOverObstacle(tree, subject, at(district), commune)).toBe("not-above");
    expect(findTakeOverObstacle(tree, subject, at(district, commune), commune)).toBe("had-it-before");
    const named = about("somebody-else", { named: [headOf(district)] });
    expect(findTakeOverObstacle(tree, named, at(commune), district)).toBe("headed-by-accused");
  });
});

describe("a committee that ends", () => {
  const end = toPlainDate("2026-06-01");
  const ended = (heir: string | null): Organisation => ({
    ...demoOrganisation,
    units: demoOrganisation.units.map((unit) =>
      unit.id === hamlet ? { ...unit, validTo: end, mergedInto: heir as UnitId | null } : unit,
    ),
    committees: demoOrganisation.committees.map((each) =>
      each.id === cell ? { ...each, validTo: end } : each,
    ),
  });

  it("leaves its cases to the unit that took over, or the nearest above that may read them", () => {
    const after = createOrgTree(ended("gr-hoa-thuan-ap-xom-moi"), end);
    expect(findSuccessor(after, about("somebody-else"), at(cell))).toEqual({
      kind: "successor",
      committee: commune,
    });
    const named = about("somebody-else", { named: [headOf(commune)] });
    expect(findSuccessor(after, named, at(cell))).toEqual({ kind: "successor", committee: district });
    expect(findSuccessor(tree, about("somebody-else"), at(cell))).toEqual({
      kind: "nobody",
      because: "still-standing",
    });
  });
});

describe("a person who has moved on since the letter", () => {
  it("is still meant: what they sit in now does not get the case", () => {
    const head = headOf(cell);
    const promoted: Organisation = {
      ...demoOrganisation,
      committees: demoOrganisation.committees.map((each) => ({
        ...each,
        positions: [
          ...each.positions.map((position) =>
            each.id === cell && position.person === head ? { ...position, validTo: today } : position,
          ),
          ...each.positions
            .slice(0, each.id === district ? 1 : 0)
            .map((position) => ({ ...position, role: "member" as const, person: head, validFrom: today })),
        ],
      })),
    };
    const later = createOrgTree(promoted, today);
    const subject = about("committee-head");
    expect(findTakeOverObstacle(tree, subject, at(commune), district)).toBeNull();
    expect(findTakeOverObstacle(later, subject, at(commune), district)).toBe("person-among-its-people");
    expect(findTakeOverObstacle(later, subject, at(commune), province)).toBeNull();
  });
});

describe("on every organisation, whatever is tried", () => {
  type Move = {
    readonly kind: "transfer" | "take-over" | "wrap" | "succeed";
    readonly to: number;
    readonly strangers: readonly PersonId[];
  };
  const persons = Array.from({ length: 9 }, (_, index) => `p${index}` as PersonId);
  const anyMove: fc.Arbitrary<Move> = fc.record({
    kind: fc.constantFrom("transfer", "transfer", "take-over", "wrap", "succeed"),
    to: fc.nat(),
    strangers: fc.oneof(fc.constant([]), fc.subarray(persons, { maxLength: 2 })),
  });
  const anyNamed = fc.oneof(fc.constant([]), fc.subarray(persons, { maxLength: 1 }));

  type Held = Whereabouts & {
    readonly readers: readonly PersonId[];
    readonly by: Move["kind"] | "route";
    readonly tree: OrgTree;
  };

  /** What a client does with a wish: asks the law, then moves or does not. */
  function move(subject: Subject, held: Held, each: Move): Held {
    if (each.kind === "wrap") return wrap(subject, held, each);
    const { tree } = held;
    const { committees } = tree.organisation;
    if (each.kind === "succeed") return succeed(subject, held);
    const target = committees[each.to % Math.max(1, committees.length)]?.id;
    const find = each.kind === "transfer" ? findTransferObstacle : findTakeOverObstacle;
    if (target === undefined || find(tree, subject, held, target) !== null) return held;
    return arrive(held, target, each.kind);
  }

  function wrap(subject: Subject, held: Held, { to, strangers }: Move): Held {
    const own = readersOf(held.tree.committees.get(held.committee) as never);
    const readers = [...own.filter((_, index) => (to >> index) % 2 === 0), ...strangers];
    const obstacle = findReaderObstacle(held.tree, subject, held, readers);
    return obstacle === null ? { ...held, readers, by: "wrap" } : held;
  }

  /** The committee in charge ends on the day. */
  function succeed(subject: Subject, held: Held): Held {
    const { organisation } = held.tree;
    const committees = organisation.committees.map((each) =>
      each.id === held.committee ? { ...each, validTo: today } : each,
    );
    const tree = createOrgTree({ ...organisation, committees }, today);
    const successor = findSuccessor(tree, subject, held);
    return successor.kind === "nobody" ? held : arrive({ ...held, tree }, successor.committee, "succeed");
  }

  function arrive(held: Held, committee: CommitteeId, by: Move["kind"]): Held {
    return {
      ...held,
      committee,
      held: [...held.held, committee],
      wasTransferred: held.wasTransferred || by === "transfer",
      readers: readersOf(held.tree.committees.get(committee) as never),
      by,
    };
  }

  /** Whoever might be meant, counted again: by role on the day of the letter, or by name. */
  function meantBy(organisation: Organisation, { unit: id, about, named }: Subject): ReadonlySet<PersonId> {
    const unit = organisation.units.find((each) => each.id === id);
    const meant = unit !== undefined && holds(unit) ? personsMeant(organisation, unit, { about }) : [];
    return new Set([...meant, ...named]);
  }

  function always(holdsFor: (held: Held, subject: Subject, meant: ReadonlySet<PersonId>) => void): number {
    let moves = 0;
    fc.assert(
      fc.property(
        fc.oneof(anyOrganisation, anyTree),
        anyRequest,
        anyNamed,
        fc.array(anyMove, { minLength: 4, maxLength: 16 }),
        (organisation, request, named, wishes) => {
          const tree = createOrgTree(organisation, today);
          const route = findRoute(tree, request);
          const subject = subjectOf(tree, request, named);
          if (route.kind === "nowhere" || findReadingObstacle(tree, subject, route.receiver) !== null) return;
          const readers = readersOf(tree.committees.get(route.receiver) as never);
          let held: Held = { ...at(route.receiver), readers, by: "route", tree };
          const meant = meantBy(organisation, subject);
          for (const each of wishes) {
            const next = move(subject, held, each);
            if (next === held) continue;
            moves += 1;
            held = next;
            holdsFor(held, subject, meant);
          }
        },
      ),
      { numRuns: 3000 },
    );
    return moves;
  }

  it("nobody who might be meant ever becomes a reader", () => {
    const moves = always(({ readers }, _, meant) => {
      for (const person of readers) expect(meant.has(person)).toBe(false);
    });
    expect(moves).toBeGreaterThan(500);
  });

  it("no committee that was kept out, or has had the case, gets it; a case is transferred once", () => {
    always(({ committee, held }, subject) => {
      expect(subject.excluded).not.toContain(committee);
      expect(new Set(held).size).toBe(held.length);
    });
  });

  it("nothing is passed on or left to a committee that stands under somebody who might be meant", () => {
    always(({ by, tree, committee }, _, meant) => {
      if (by !== "transfer" && by !== "succeed") return;
      const above = new Set<UnitId | undefined>();
      let unit = tree.committees.get(committee)?.unit;
      while (unit !== undefined && !above.has(unit)) {
        above.add(unit);
        unit = tree.parents.get(unit)?.id;
      }
      for (const person of meant)
        for (const seat of tree.seats.get(person) ?? []) expect(above.has(seat.unit)).toBe(false);
    });
  });
});
