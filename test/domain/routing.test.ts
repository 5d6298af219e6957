import { describe, expect, test } from "vitest";
import { accusedOf, accusedRoles, mayBeAccused, standsAbove } from "../../src/domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../src/domain/ids.ts";
import type { Committee, Organisation } from "../../src/domain/organisation.ts";
import { createOrgTree } from "../../src/domain/org-tree.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { bypassed, compareRoutes, findRoute, type RouteRequest } from "../../src/domain/routing.ts";
import { demo, demoOrganisation, organisation2025 } from "../support/demo-organisation.ts";

const today = toPlainDate("2026-03-02");
const tree = createOrgTree(demoOrganisation, today);
const hamlet = "gr-hoa-thuan-ap-tan-tien";
const commune = "gr-hoa-thuan-dang-uy";
const district = "giong-rieng-btv";
const province = "kien-giang-btv";

function request(unit: string | null, answers: Partial<RouteRequest> = {}): RouteRequest {
  return { unit: unit as UnitId | null, about: "somebody-else", excluded: [], levelAbove: false, ...answers };
}

function route(unit: string | null, answers: Partial<RouteRequest> = {}, organisation?: Organisation) {
  const found = findRoute(organisation ? createOrgTree(organisation, today) : tree, request(unit, answers));
  return found.kind === "routed" ? [found.receiver, found.fallback] : found.kind;
}

function excluding(...ids: string[]) {
  return { excluded: ids.map((id) => id as CommitteeId) };
}

/** The illustration with some committees changed. */
function changed(change: Partial<Committee>, ...ids: string[]): Organisation {
  const committees = demoOrganisation.committees.map((each) =>
    ids.includes(each.id) ? { ...each, ...change } : each,
  );
  return { ...demoOrganisation, committees };
}

const closed = { keyHolders: [], keyRecord: null };

describe("a letter about a hamlet", () => {
  test("goes to its own chi ủy where that has a mailbox, and up to the commune if it is late", () => {
    expect(route(hamlet)).toEqual([`${hamlet}-chi-uy`, commune]);
  });

  test("goes to the commune's đảng ủy where the chi bộ has no chi ủy", () => {
    expect(route("gr-hoa-thuan-ap-xom-moi")).toEqual([commune, district]);
  });

  test.each(["collective", "committee-head", "agency-head", "unknown", "deputy", "member"] as const)(
    "goes to the commune's đảng ủy if it is about the chi bộ's %s",
    (about) => {
      expect(route(hamlet, { about })).toEqual([commune, district]);
    },
  );

  test("goes past a commune that has no mailbox", () => {
    expect(route("gr-hoa-an-ap-vinh-an")).toEqual([district, province]);
  });
});

describe("a letter about a head", () => {
  test("of a commune goes to the Ban Thường vụ Huyện ủy", () => {
    expect(route("gr-hoa-thuan", { about: "committee-head" })).toEqual([district, province]);
  });

  test("who also sits in the district's committee goes to the province, and the page can say why", () => {
    const found = findRoute(tree, request("gr-thi-tran", { about: "committee-head" }));
    expect(found).toMatchObject({ receiver: province, fallback: null, oversight: null });
    expect(found.steps).toEqual([
      { kind: "started", committee: "gr-thi-tran-dang-uy" },
      { kind: "passed-over", committee: "gr-thi-tran-dang-uy", as: "receiver", because: "headed-by-accused" },
      { kind: "passed-over", committee: district, as: "receiver", because: "person-among-its-people" },
      { kind: "received", committee: province },
      { kind: "no-fallback" },
    ]);
    expect(bypassed(found)).toEqual(["gr-thi-tran-dang-uy", district]);
  });

  test("who also heads the district's committee goes past it for that reason", () => {
    const { steps } = findRoute(tree, request("gr-quan-su", { about: "committee-head" }));
    const because = "headed-by-accused";
    expect(steps).toContainEqual({ kind: "passed-over", committee: district, as: "receiver", because });
  });

  test("who has left the district's committee no longer keeps a letter from it", () => {
    const committees = demoOrganisation.committees.map((each) => ({
      ...each,
      positions: each.positions.map((position) =>
        position.title === "Bí thư Đảng ủy thị trấn Giồng Riềng" ? { ...position, validTo: today } : position,
      ),
    }));
    const found = route("gr-thi-tran", { about: "committee-head" }, { ...demoOrganisation, committees });
    expect(found).toEqual([district, province]);
  });

  test("of a school goes to the committee that manages its head, not to the commune where it lies", () => {
    expect(route("gr-hoa-thuan-thcs", { about: "agency-head" })).toEqual([district, province]);
    expect(route("gr-hoa-thuan-thcs", { about: "deputy" })).toEqual([commune, district]);
    expect(route("gr-hoa-thuan-thcs", { about: "collective" })).toEqual([commune, district]);
  });

  test("of the top has nowhere to go", () => {
    expect(route("kien-giang", { about: "committee-head" })).toBe("nowhere");
  });

  test("of the district goes up even though its inspection commission has a mailbox", () => {
    expect(route("giong-rieng", { about: "committee-head" }, changed(closed, province))).toEqual([
      "kien-giang-ubkt",
      null,
    ]);
  });
});

describe("a deputy", () => {
  const lenient = { ...demoOrganisation, deputyGoesUp: false };

  test("is kept out like a head by default", () => {
    expect(route("gr-hoa-thuan", { about: "deputy" })).toEqual([district, province]);
  });

  test("of the agency counts like one of the committee", () => {
    const [, , , vice] = demoOrganisation.committees.find((each) => each.id === district)?.positions ?? [];
    if (vice === undefined) throw new Error("the district has no such seat");
    const deputy = { ...vice, role: "deputy" as const };
    const units = demoOrganisation.units.map((each) =>
      each.id === "gr-thue" ? { ...each, agencyPosts: [deputy] } : each,
    );
    expect(route("gr-thue", { about: "deputy" }, { ...demoOrganisation, units })).toEqual([province, null]);
  });

  test("may sit in the committee that receives if the policy says so, but is never among those who open", () => {
    expect(route("gr-hoa-hung-tieu-hoc", { about: "deputy" }, lenient)).toEqual([
      "gr-hoa-hung-dang-uy",
      district,
    ]);
    // The deputies keep shares of the commune's keys: it is passed over all the same.
    expect(route("gr-hoa-thuan", { about: "deputy" }, lenient)).toEqual([district, province]);
    const [keyHolder] = demo.officers.filter((officer) => officer.loginName === "hoathuan.vanphong");
    const outsiders = { trustees: [], keyHolders: keyHolder ? [keyHolder.person] : [] };
    const freed = { ...changed(outsiders, commune), deputyGoesUp: false };
    const managed = freed.committees.map((each) => ({
      ...each,
      positions: each.positions.map((position) => ({ ...position, managedBy: null })),
    }));
    const units = freed.units.map((unit) => ({ ...unit, agencyPosts: [] }));
    expect(route("gr-hoa-thuan", { about: "deputy" }, { ...freed, units, committees: managed })).toEqual([
      commune,
      district,
    ]);
  });
});

describe("the sender", () => {
  test("can ask for one level higher", () => {
    expect(route(hamlet, { levelAbove: true })).toEqual([commune, district]);
    expect(route(hamlet, { levelAbove: true, about: "committee-head" })).toEqual([district, province]);
    expect(route("kien-giang", { levelAbove: true })).toBe("nowhere");
  });

  test("can exclude the receiver, the fallback, or all of them", () => {
    expect(route(hamlet, excluding(`${hamlet}-chi-uy`))).toEqual([commune, district]);
    expect(route(hamlet, excluding(commune))).toEqual([`${hamlet}-chi-uy`, district]);
    expect(route("giong-rieng", excluding(province))).toEqual([district, null]);
    expect(route("giong-rieng", excluding(district, province))).toBe("nowhere");
  });

  test("who names no unit writes to the intake committee", () => {
    expect(route(null, { about: "unknown" })).toEqual([district, province]);
    expect(findRoute(tree, request(null)).steps[0]).toEqual({ kind: "unit-unknown" });
    expect(route(null, excluding(district))).toEqual([province, null]);
    expect(route("no-such-unit")).toEqual([district, province]);
  });

  test("who names no unit can write to an inspection commission, over which stands its own committee", () => {
    const intake = "giong-rieng-ubkt" as CommitteeId;
    expect(route(null, {}, { ...demoOrganisation, intake })).toEqual([intake, district]);
    expect(route(null, {}, { ...demoOrganisation, intake: "gone" as CommitteeId })).toBe("nowhere");
  });
});

describe("the inspection commission", () => {
  const mute = changed(closed, district, province);

  test("is the last resort when no committee above has a mailbox", () => {
    const found = findRoute(createOrgTree(mute, today), request("gr-hoa-thuan", { about: "committee-head" }));
    expect(found).toMatchObject({ receiver: "giong-rieng-ubkt", fallback: "kien-giang-ubkt" });
    expect(found.steps).toContainEqual({
      kind: "last-resort",
      committee: "giong-rieng-ubkt",
      as: "receiver",
    });
  });

  test("is not, where the person reported sits in the committee that leads it, or may sit there", () => {
    expect(route("gr-thi-tran", { about: "committee-head" }, mute)).toEqual(["kien-giang-ubkt", null]);
    expect(route("gr-hoa-thuan", { about: "committee-head", ...excluding(district) }, mute)).toEqual([
      "kien-giang-ubkt",
      null,
    ]);
  });
});

describe("from 1-7-2025, without districts", () => {
  const on = (unit: string, answers: Partial<RouteRequest> = {}) => route(unit, answers, organisation2025);

  test("a letter about the head of the commune goes straight to the province", () => {
    expect(on("ag-giong-rieng", { about: "committee-head" })).toEqual(["an-giang-btv", null]);
    expect(on("ag-giong-rieng-ap-binh-an", { about: "committee-head" })).toEqual([
      "ag-giong-rieng-dang-uy",
      "an-giang-btv",
    ]);
  });

  test("the old town is answered for by the commune, the abolished district by the province", () => {
    expect(on("gr-thi-tran")).toEqual(["ag-giong-rieng-dang-uy", "an-giang-btv"]);
    expect(on("gr-thi-tran", { about: "collective" })).toEqual(["an-giang-btv", null]);
    expect(on("giong-rieng", { about: "committee-head" })).toEqual(["an-giang-btv", null]);
  });
});

test("who headed a unit on its last day is still the person reported after it was merged", () => {
  const [province2025, ...others] = organisation2025.committees;
  const [secretary] = province2025?.positions ?? [];
  if (province2025 === undefined || secretary === undefined) throw new Error("the province has no committee");
  const lastDays = { validFrom: toPlainDate("2018-01-01"), validTo: toPlainDate("2025-07-01") };
  const old: Committee = {
    ...province2025,
    ...lastDays,
    ...closed,
    id: "gr-thi-tran-dang-uy" as CommitteeId,
    unit: "gr-thi-tran" as UnitId,
    positions: [{ ...secretary, ...lastDays }],
  };
  const promoted = { ...organisation2025, committees: [province2025, ...others, old] };
  expect(route("gr-thi-tran", { about: "committee-head" }, promoted)).toBe("nowhere");
  expect(route("ag-giong-rieng", { about: "committee-head" }, promoted)).toEqual(["an-giang-btv", null]);
});

describe("the officer's browser", () => {
  const sent = request("gr-hoa-thuan", { about: "committee-head" });

  test("finds a letter where it should be", () => {
    const header = { receiver: district, fallback: province, oversight: province } as never;
    expect(compareRoutes(tree, sent, header)).toEqual({ kind: "same" });
  });

  test("sees that a letter about a head was put before that head", () => {
    const header = { receiver: commune, fallback: province, oversight: null } as never;
    expect(compareRoutes(tree, sent, header)).toEqual({
      kind: "differs",
      differences: [
        { slot: "receiver", expected: district, actual: commune },
        { slot: "oversight", expected: province, actual: null },
      ],
    });
  });

  test("never moves a letter about a head to the head, or to a committee the head leads", () => {
    const accused = accusedOf(tree, "gr-hoa-thuan" as UnitId, "committee-head");
    const above = (id: string) =>
      demoOrganisation.committees.some((each) => each.id === id && standsAbove(tree, accused, each));
    expect([above(district), above(commune), above(`${hamlet}-chi-uy`)]).toEqual([true, false, false]);
    const [head] = demoOrganisation.committees.find((each) => each.id === commune)?.positions ?? [];
    expect(head && mayBeAccused(accused, head.person)).toBe(true);
  });
});

test("every unit of the illustration has a route for every role, except the top's own people", () => {
  for (const unit of demoOrganisation.units)
    for (const about of accusedRoles)
      if (unit.id !== "kien-giang" || about === "somebody-else")
        expect(route(unit.id, { about }), `${unit.id} ${about}`).not.toBe("nowhere");
});
