import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandNames } from "../../src/domain/case/case.commands.ts";
import { eventTypes } from "../../src/domain/case/case.vocabulary.ts";
import { clockNames } from "../../src/domain/policy.ts";

const text = readFileSync(new URL("../../src/domain/README.md", import.meta.url), "utf8");
const section = (heading: string) => text.split(`${heading}\n`)[1]?.split("\n#")[0] ?? "";
const firstCells = (body: string) =>
  [...body.matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, cell = ""]) => cell.replaceAll("`", "").split(", "));

describe("the law's own description", () => {
  it("names every command with who may give it", () => {
    const named = firstCells(section("## The life of a case"));
    expect(commandNames.filter((name) => !named.includes(name))).toEqual([]);
  });

  it("says of every event what the server may know", () => {
    const named = firstCells(section("### What the server may know"));
    expect(eventTypes.filter((type) => !named.includes(type))).toEqual([]);
  });

  it("says of every clock of a case by what it starts and stops", () => {
    const named = firstCells(section("## The clocks of a letter"));
    expect(clockNames.filter((name) => name !== "escalate" && !named.includes(name))).toEqual([]);
  });
});
