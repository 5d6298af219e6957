import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  catalogueVersion,
  editionKind,
  groupOf,
  isManifestation,
  knownCode,
  listTopics,
  manifestationCodes,
  manifestationGroups,
  type Topic,
  topics,
} from "../../src/domain/manifestations.ts";

// Nghị quyết 04-NQ/TW ngày 30-10-2016: three groups of nine.
describe("the catalogue", () => {
  test("has 27 manifestations, nine to a group, in the order of the resolution", () => {
    expect(new Set(manifestationCodes).size).toBe(27);
    for (const group of manifestationGroups)
      expect(manifestationCodes.filter((code) => groupOf(code) === group)).toHaveLength(9);
    expect([...manifestationCodes].sort()).toEqual(manifestationCodes);
  });

  test("is reached whole by the plain questions, each manifestation by exactly one", () => {
    expect(Object.values(topics).flat().toSorted()).toEqual(manifestationCodes);
  });

  test("keeps group C under the one question about opinions, and nothing else there", () => {
    expect(topics.opinions.map(groupOf)).toEqual(Array(9).fill("C"));
    const others = (Object.keys(topics) as Topic[]).filter((topic) => topic !== "opinions");
    for (const topic of others) for (const code of topics[topic]) expect(groupOf(code)).not.toBe("C");
  });

  test("asks no more than seven questions, so that nobody picks from a list of 27", () => {
    expect(listTopics(true).length).toBeLessThanOrEqual(7);
    for (const codes of Object.values(topics).slice(0, -1)) expect(codes.length).toBeLessThanOrEqual(5);
  });

  test("asks about group C only where a committee has asked for it", () => {
    fc.assert(
      fc.property(fc.boolean(), (asksGroupC) => {
        const asked = listTopics(asksGroupC).flatMap((topic): readonly string[] => topics[topic]);
        expect(asked.some((code) => code.startsWith("C"))).toBe(asksGroupC);
        expect(asked.filter((code) => !code.startsWith("C")).toSorted()).toEqual(
          manifestationCodes.filter((code) => groupOf(code) !== "C"),
        );
      }),
    );
  });
});

describe("a letter of another edition", () => {
  const code = fc.constantFrom(...manifestationCodes);

  test("keeps its codes within the resolution", () => {
    expect(editionKind(catalogueVersion)).toBe("this");
    fc.assert(
      fc.property(code, fc.integer({ min: 2, max: 999 }), (chosen, edition) => {
        const catalogue = `nq4-xii.${edition}`;
        expect(editionKind(catalogue)).toBe("same-resolution");
        expect(knownCode({ catalogue, code: chosen })).toBe(chosen);
      }),
    );
  });

  test("means nothing known here if it is of another resolution: its codes are other codes", () => {
    fc.assert(
      fc.property(
        code,
        fc.stringMatching(/^[a-z0-9-]{1,20}\.[0-9]{1,3}$/).filter((name) => !name.startsWith("nq4-xii.")),
        (chosen, catalogue) => {
          expect(editionKind(catalogue)).toBe("foreign");
          expect(knownCode({ catalogue, code: chosen })).toBeNull();
        },
      ),
    );
  });

  test("may name what nobody has heard of", () => {
    for (const name of ["D1", "A10", "A0", "toString", ""]) {
      expect(isManifestation(name)).toBe(false);
      expect(knownCode({ catalogue: catalogueVersion, code: name })).toBeNull();
    }
  });
});
