import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { knownOrganisation } from "../../src/client/organisation.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import policyFile from "../../src/org/data/policy.json" with { type: "json" };
import { holdDemoCeremony } from "../../src/org/demo/demonstration.ts";
import { runLawCommand } from "../../src/org/law-import/command.ts";
import { listCalendarYears } from "../../src/org/law-data.ts";
import {
  keepCeremony,
  keptSecrets,
  keptTrust,
  publishOrganisation,
} from "../../src/org/local/organisation-file.ts";
import type { LocalPlace } from "../../src/org/local/wrangler.ts";
import { day } from "../support/law.ts";

const signedOn = vietnamDateAt(Date.now());
const movedTo = day("2027-03-04");

let place: LocalPlace;
let ceremony: Awaited<ReturnType<typeof holdDemoCeremony>>;

beforeAll(async () => {
  const stateDirectory = await mkdtemp(`${tmpdir()}/hop-thu-law-`);
  place = { stateDirectory, siteDirectory: `${stateDirectory}/site`, port: 1 };
  ceremony = await holdDemoCeremony(signedOn, ["huyenuy.vanphong"]);
});

beforeEach(async () => {
  await rm(place.siteDirectory, { recursive: true, force: true });
  await keepCeremony(place, ceremony, signedOn);
  await publishOrganisation(place, signedOn);
});

afterAll(async () => {
  await rm(place.stateDirectory, { recursive: true, force: true });
});

const directoryFile = () => readFile(`${place.siteDirectory}/org/directory.json`, "utf8");
const keptFile = () => readFile(`${place.stateDirectory}/organisation.json`, "utf8");

async function known() {
  const reading = knownOrganisation(await directoryFile(), await keptTrust(place), signedOn);
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  return reading.organisation.payload;
}

async function law(kind: string, value: unknown) {
  const file = `${place.stateDirectory}/import.json`;
  await writeFile(file, typeof value === "string" ? value : JSON.stringify(value));
  return await runLawCommand(place, [kind, file], async () => movedTo);
}

const nextYear = {
  source: "Thông báo",
  years: [
    {
      year: 2027,
      status: "official",
      days: (listCalendarYears(2027, 2027)[0]?.days ?? []).map((row) => ({ ...row, status: "official" })),
    },
  ],
};

const stricterPolicy = {
  ...policyFile,
  policy: {
    ...policyFile.policy,
    version: "2026.3",
    rows: policyFile.policy.rows.map((row) => (row.clock === "first-open" ? { ...row, amount: 2 } : row)),
  },
};

describe("a new calendar", () => {
  test("is signed into the next directory, which every page accepts, with the day by the demonstration's clock", async () => {
    const before = await known();
    const { code, lines } = await law("calendar", nextYear);
    expect(code).toBe(0);
    const after = await known();
    expect(after.sequence).toBe(before.sequence + 1);
    expect(after.lawChanges).toEqual([{ on: movedTo, because: "calendar" }]);
    expect(after.calendar.find(({ year }) => year === 2027)?.status).toBe("official");
    expect(after.policy).toEqual(before.policy);
    expect(lines[0]?.vi).toContain("Năm 2027: dự tính → đã công bố; 250 → 250 ngày làm việc");
  });

  test("brings tables for two years past the day on which it is imported", async () => {
    await law("calendar", nextYear);
    expect((await known()).calendar.map(({ year }) => year).at(-1)).toBe(2029);
  });

  test("that is in force already is not signed again", async () => {
    await law("calendar", nextYear);
    const [file, kept] = [await directoryFile(), await keptFile()];
    expect((await law("calendar", nextYear)).code).toBe(0);
    expect([await directoryFile(), await keptFile()]).toEqual([file, kept]);
  });

  test("with a swap is told day by day, and stands beside the change before it", async () => {
    await law("calendar", nextYear);
    const [table] = nextYear.years;
    const swapped = [
      { date: "2027-09-10", off: true, kind: "swap-off", name: "Hoán đổi", source: "x", status: "official" },
      { date: "2027-09-18", off: false, kind: "swap-work", name: "Làm bù", source: "x", status: "official" },
    ];
    const { lines } = await law("calendar", {
      source: "Thông báo",
      years: [{ ...table, days: [...(table?.days ?? []), ...swapped] }],
    });
    expect(lines.map(({ vi }) => vi).join("\n")).toContain("+ thứ Bảy 18/09/2027: làm bù (Làm bù)");
    expect(lines.map(({ en }) => en).join("\n")).toContain("+ Friday 10 September 2027: off (Hoán đổi)");
    expect((await known()).lawChanges).toHaveLength(2);
  });
});

describe("a new policy", () => {
  test("is signed under its own version, and the change is told row by row", async () => {
    const { code, lines } = await law("policy", stricterPolicy);
    expect(code).toBe(0);
    const after = await known();
    expect(after.policy.version).toBe("2026.3");
    expect(after.lawChanges).toEqual([{ on: movedTo, because: "policy" }]);
    const said = lines.map(({ vi }) => vi);
    expect(said).toContainEqual(expect.stringContaining("− Mở thư (report): 3 ngày làm việc"));
    expect(said).toContainEqual(expect.stringContaining("+ Mở thư (report): 2 ngày làm việc"));
  });

  test("that changes only what waits for a congress is announced as that", async () => {
    const congress = {
      enabled: true,
      appliesTo: ["formal-party"],
      windows: [{ level: "co-so", workingDays: 25 }],
      citation: "Hướng dẫn 07-HD/UBKTTW",
      verified: false,
    };
    const { rows } = policyFile.policy;
    await law("policy", { ...policyFile, policy: { version: "2026.4", rows, congress } });
    expect((await known()).lawChanges).toEqual([{ on: movedTo, because: "congress" }]);
  });
});

describe("what is refused leaves everything as it was", () => {
  test.each<[string, string, unknown, number]>([
    [
      "a calendar with a fault",
      "calendar",
      { ...nextYear, years: [...nextYear.years, ...nextYear.years] },
      1,
    ],
    ["a policy with a fault", "policy", { source: "x", policy: { version: "9", rows: [] } }, 1],
    ["a policy in the place of a calendar", "calendar", policyFile, 1],
    ["a broken file", "calendar", "{", 1],
    ["a file larger than any law", "calendar", " ".repeat(4_000_001), 1],
    ["a kind that is none", "congress", nextYear, 2],
  ])("%s", async (_, kind, value, code) => {
    const before = [await directoryFile(), await keptFile()];
    const outcome = await law(kind, value);
    expect(outcome.code).toBe(code);
    expect(outcome.lines.length).toBeGreaterThan(0);
    expect([await directoryFile(), await keptFile()]).toEqual(before);
  });

  test("a file that is not there, and a place where nothing is installed", async () => {
    const today = async () => movedTo;
    expect((await runLawCommand(place, ["calendar", "/nowhere.json"], today)).code).toBe(2);
    expect((await runLawCommand(place, ["calendar"], today)).code).toBe(2);
    const file = `${place.stateDirectory}/import.json`;
    await writeFile(file, JSON.stringify(nextYear));
    const nowhere = { ...place, stateDirectory: `${place.stateDirectory}/nowhere` };
    const outcome = await runLawCommand(nowhere, ["calendar", file], today);
    expect(outcome.code).toBe(2);
    expect(outcome.lines[0]?.vi).toContain("npm start");
  });
});

test("an import that was interrupted before it was published is published by the next", async () => {
  const old = await directoryFile();
  await law("calendar", nextYear);
  await writeFile(`${place.siteDirectory}/org/directory.json`, old);
  expect((await known()).lawChanges).toEqual([]);
  expect((await law("calendar", nextYear)).code).toBe(0);
  const { lawChanges, sequence } = await known();
  expect(lawChanges).toHaveLength(1);
  expect(sequence).toBe((await keptSecrets(place)).directory.sequence);
});
