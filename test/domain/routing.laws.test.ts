import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accusedOf, findObjection, mayBeAccused, standsAbove } from "../../src/domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../src/domain/ids.ts";
import type { Committee, Organisation, Unit } from "../../src/domain/organisation.ts";
import {
  ancestorsOf,
  committeesOf,
  createOrgTree,
  getSuccessor,
  hasMailbox,
  type OrgTree,
} from "../../src/domain/org-tree.ts";
import {
  bypassed,
  compareRoutes,
  findRoute,
  type Route,
  type RouteRequest,
} from "../../src/domain/routing.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { anyOrganisation, anyRequest, anyTree, today } from "../support/organisation-arbitrary.ts";
import { holds, personsMeant } from "../support/persons-meant.ts";

const runs = { numRuns: 2000 };

/** Every committee that a route gives something to. */
function chosen(route: Route): readonly CommitteeId[] {
  if (route.kind === "nowhere") return [];
  return [route.receiver, route.fallback, route.oversight].filter((id) => id !== null);
}

function requireCommittee(tree: OrgTree, id: CommitteeId): Committee {
  const committee = tree.committees.get(id);
  if (committee === undefined) throw new Error(id);
  return committee;
}

/** A tree whose third unit lies under the fourth, which lies under the first: the fourth can be merged away. */
const childOfMerged = anyTree.map((organisation) => {
  const [top, , child, old] = organisation.units;
  const under = (unit: Unit, parent: Unit | undefined) => ({
    ...unit,
    parents: unit.parents.map((link) => ({ ...link, parent: parent?.id ?? link.parent })),
  });
  const units = organisation.units.map((unit) =>
    unit === child ? under(unit, old) : unit === old ? under(unit, top) : unit,
  );
  return { ...organisation, units };
});

/** A law over every organisation, faulty ones too. */
function always(
  law: (tree: OrgTree, request: RouteRequest, route: Route) => void,
  organisations = anyOrganisation,
) {
  fc.assert(
    fc.property(organisations, anyRequest, (organisation, request) => {
      const tree = createOrgTree(organisation, today);
      law(tree, request, findRoute(tree, request));
    }),
    runs,
  );
}

describe("on every organisation, circles included", () => {
  test("a route ends, with a receiver or with nobody", () => {
    always((_, __, route) => {
      expect(["received", "no-fallback", "fallback-chosen", "nobody"]).toContain(route.steps.at(-1)?.kind);
    });
  });

  test.each([
    ["anything", anyOrganisation],
    ["trees", anyTree],
  ])(
    "nobody who might be the person reported sits in, opens for, or keeps shares of a committee that is chosen (%s)",
    (_, organisations) => {
      always((tree, request, route) => {
        const unit = request.unit === null ? undefined : tree.units.get(request.unit);
        if (unit === undefined || !holds(unit)) return;
        const meant = personsMeant(tree.organisation, unit, request);
        const seatsCount = request.about !== "deputy" || tree.organisation.deputyGoesUp;
        for (const id of chosen(route)) {
          const { positions, keyHolders, trustees } = requireCommittee(tree, id);
          const seated = seatsCount ? positions.filter(holds).map((position) => position.person) : [];
          for (const person of [...seated, ...keyHolders, ...trustees]) expect(meant).not.toContain(person);
        }
      }, organisations);
    },
  );

  test("what is chosen passes the one conflict test, also for units that were merged or dissolved", () => {
    always((tree, request, route) => {
      const accused = accusedOf(tree, request.unit, request.about);
      for (const id of chosen(route)) {
        const committee = requireCommittee(tree, id);
        expect(findObjection(tree, accused, committee)).toBeNull();
        expect(committee.keyHolders.some((person) => mayBeAccused(accused, person))).toBe(false);
      }
    });
  });

  test("a committee that the sender excluded gets nothing", () => {
    always((_, { excluded }, route) => {
      for (const id of chosen(route)) expect(excluded).not.toContain(id);
    });
  });

  test("a mailbox without a key, a key holder, or an end in the future is never chosen", () => {
    always((tree, _, route) => {
      for (const id of chosen(route)) {
        const committee = requireCommittee(tree, id);
        expect(committee.keyHolders).not.toEqual([]);
        expect(committee.keyRecord).not.toBeNull();
        expect(committee.validTo === null || committee.validTo > today).toBe(true);
      }
    });
  });

  test("a committee that is passed over gets nothing", () => {
    always((_, __, route) => {
      for (const id of bypassed(route)) expect(chosen(route)).not.toContain(id);
    });
  });

  test("the receiver is never its own fallback", () => {
    always((_, __, route) => {
      if (route.kind === "routed") expect(route.fallback).not.toBe(route.receiver);
    });
  });

  test("the same answers give the same route, and the letter's header agrees with it", () => {
    always((tree, request, route) => {
      expect(findRoute(createOrgTree(structuredClone(tree.organisation), today), request)).toEqual(route);
      if (route.kind === "routed") expect(compareRoutes(tree, request, route)).toEqual({ kind: "same" });
    });
  });

  test("a letter about the collective, a head, or an unknown role never reaches the unit's own committee", () => {
    always((tree, request, route) => {
      if (!["collective", "committee-head", "agency-head", "unknown"].includes(request.about)) return;
      if (request.unit === null || getSuccessor(tree, request.unit)?.id !== request.unit) return;
      const own = committeesOf(tree, request.unit, "managing").map((committee) => committee.id);
      for (const id of chosen(route)) expect(own).not.toContain(id);
    });
  });
});

describe("on every tree", () => {
  /** How high a committee stands over a unit; a commission stands just below the committee that leads it. */
  const heightOf = (tree: OrgTree, request: RouteRequest, id: CommitteeId) => {
    const units =
      request.unit === null ? [] : [request.unit, ...ancestorsOf(tree, request.unit).map((unit) => unit.id)];
    return units.indexOf(requireCommittee(tree, id).unit);
  };

  test("asking for the level above never yields a lower or the same level", () => {
    always((tree, request, asked) => {
      const plain = findRoute(tree, { ...request, levelAbove: false });
      if (!request.levelAbove || request.unit === null || !tree.units.has(request.unit)) return;
      if (asked.kind === "nowhere" || plain.kind === "nowhere") {
        // What cannot be sent without the wish cannot be sent with it.
        if (plain.kind === "nowhere") expect(asked.kind).toBe("nowhere");
        return;
      }
      const wasLastResort = plain.steps.some((step) => step.kind === "last-resort" && step.as === "receiver");
      const [low, high] = [heightOf(tree, request, plain.receiver), heightOf(tree, request, asked.receiver)];
      expect(high).toBeGreaterThan(low);
      expect(wasLastResort && high <= low).toBe(false);
    }, anyTree);
  });

  test("excluding one more committee never brings a letter back down among managing committees", () => {
    always((tree, request, before) => {
      if (before.kind === "nowhere" || request.unit === null || !tree.units.has(request.unit)) return;
      const after = findRoute(tree, { ...request, excluded: [...request.excluded, before.receiver] });
      if (after.kind === "nowhere" || requireCommittee(tree, after.receiver).kind === "inspection") return;
      expect(heightOf(tree, request, after.receiver)).toBeGreaterThanOrEqual(
        heightOf(tree, request, before.receiver),
      );
    }, anyTree);
  });

  test("there is nowhere to send only if no committee above passes, nor an inspection committee above the persons", () => {
    always((tree, request, route) => {
      if (route.kind === "routed" || request.levelAbove || request.unit === null) return;
      if (!tree.units.has(request.unit)) return;
      const accused = accusedOf(tree, request.unit, request.about);
      const units = [request.unit, ...ancestorsOf(tree, request.unit).map((unit) => unit.id)];
      const managedFrom = units.findLastIndex((unit) =>
        committeesOf(tree, unit, "managing").some((committee) => accused.managedBy.has(committee.id)),
      );
      const passing = (kind: "managing" | "inspection") =>
        units
          .slice(Math.max(0, managedFrom))
          .flatMap((unit) => committeesOf(tree, unit, kind))
          .filter((each) => !request.excluded.includes(each.id) && hasMailbox(tree, each))
          .filter((each) => findObjection(tree, accused, each) === null);
      expect(passing("managing")).toEqual([]);
      const shut = request.excluded.map((id) => tree.committees.get(id)?.unit);
      const above = passing("inspection").filter(
        (each) =>
          standsAbove(tree, accused, each) &&
          ![each.unit, ...ancestorsOf(tree, each.unit).map((unit) => unit.id)].some((unit) =>
            shut.includes(unit),
          ),
      );
      expect(above).toEqual([]);
    }, anyTree);
  });

  test("the fallback stands above the receiver, and oversight with it", () => {
    always((tree, request, route) => {
      if (route.kind === "nowhere" || route.fallback === null) return;
      if (request.unit === null || !tree.units.has(request.unit)) return;
      expect(heightOf(tree, request, route.fallback)).toBeGreaterThan(
        heightOf(tree, request, route.receiver),
      );
      expect(route.oversight).toBe(route.fallback);
    }, anyTree);
  });

  test("a committee of last resort stands above every seat of everybody who might be meant", () => {
    always((tree, request, route) => {
      const accused = accusedOf(tree, request.unit, request.about);
      for (const step of route.steps) {
        if (step.kind !== "last-resort") continue;
        const { unit } = requireCommittee(tree, step.committee);
        for (const leading of [unit, ...ancestorsOf(tree, unit).map((each) => each.id)])
          expect(accused.units).not.toContain(leading);
      }
    }, anyTree);
  });

  test("a merger never loses a route: the old name reaches what the new name reaches", () => {
    always((tree, { unit, ...answers }) => {
      const [top, heir] = tree.organisation.units;
      if (top === undefined || heir === undefined || unit === null || !tree.units.has(unit)) return;
      if (unit === heir.id || unit === top.id) return;
      const merged = createOrgTree(mergeInto(tree.organisation, unit, heir.id), today);
      const old = findRoute(merged, { ...answers, unit });
      const fresh = findRoute(merged, { ...answers, unit: heir.id });
      // The old unit's people count as accused too: that can only raise the route.
      if (old.kind === "routed") expect(fresh.kind).toBe("routed");
      const somebody = { ...answers, about: "somebody-else" } as const;
      expect(chosen(findRoute(merged, { ...somebody, unit }))).toEqual(
        chosen(findRoute(merged, { ...somebody, unit: heir.id })),
      );
    }, anyTree);
  });

  test("a merger never loses a route: what lay under the old unit lies under its heir", () => {
    always((tree, request) => {
      const [top, heir, child] = tree.organisation.units;
      const parent = child?.parents[0]?.parent;
      if (child === undefined || heir === undefined || parent === undefined) return;
      if (parent === top?.id || parent === heir.id) return;
      const merged = createOrgTree(mergeInto(tree.organisation, parent, heir.id), today);
      expect(ancestorsOf(merged, child.id)[0]?.id).toBe(heir.id);
      const route = findRoute(merged, { ...request, unit: child.id, about: "somebody-else" });
      const above = findRoute(merged, {
        ...request,
        unit: heir.id,
        about: "somebody-else",
        levelAbove: false,
      });
      if (above.kind === "routed" && !request.levelAbove) expect(route.kind).toBe("routed");
    }, childOfMerged);
  });
});

function mergeInto(organisation: Organisation, unit: UnitId, heir: UnitId): Organisation {
  const end = { validTo: toPlainDate("2025-07-01"), mergedInto: heir };
  const units = organisation.units.map((each) => (each.id === unit ? { ...each, ...end } : each));
  return { ...organisation, units };
}
