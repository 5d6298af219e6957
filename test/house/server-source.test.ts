import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);

function sources(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: `${folder}${path}`, text: readFileSync(new URL(folder + path, root), "utf8") }));
}

/** What the server's source must not even mention, and the one file that may, if there is one. */
const forbidden: Readonly<Record<string, readonly [pattern: RegExp, exception: string | null]>> = {
  "a visitor's address, device or language": [
    /cf-connecting-ip|x-forwarded-for|x-real-ip|true-client-ip|\.cf\b|user-agent|accept-language|referer\b/i,
    null,
  ],
  cookies: [/cookie/i, null],
  "any log": [/console\s*[.[]|\bTailStream|\blogger\b/, null],
  "SQL by hand": [
    /\bsql`|\bsql\.(raw|lit|ref|id)\b|\bDB\.exec\b|\.executeQuery|\.execute\(/,
    "worker/db/given-rows.ts",
  ],
  "the database past its interface": [/\.prepare\(|\.batch\(/, "worker/platform/d1-database.ts"],
  "work after the answer": [/waitUntil/, null],
  "the machine's clock": [/Date\.now|new Date\(|performance\.now/, "worker/platform/system-clock.ts"],
  "weak chance": [/Math\.random/, null],
  "what opens a letter": [/src\/(crypto|client|org)\//, null],
  "an unchecked value": [/\bas any\b|: any\b|@ts-/, null],
};

describe("the server's source", () => {
  for (const [what, [pattern, exception]] of Object.entries(forbidden)) {
    it(`never mentions ${what}`, () => {
      const offenders = sources("worker/").filter(
        ({ path, text }) => path !== exception && pattern.test(text),
      );
      expect(offenders.map(({ path }) => path)).toEqual([]);
    });
  }

  it("is no longer than 30 lines where everything is put together", () => {
    expect(readFileSync(new URL("worker/index.ts", root), "utf8").split("\n").length).toBeLessThanOrEqual(31);
  });
});

describe("the migrations", () => {
  const names = readdirSync(new URL("migrations/", root)).toSorted();

  it("are numbered without gaps, and say in their first line why", () => {
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
    for (const name of names) {
      expect(name).toMatch(/^\d{4}_[a-z_]+\.sql$/);
      expect(readFileSync(new URL(`migrations/${name}`, root), "utf8")).toMatch(/^-- [A-Z].{30,}\n/);
    }
  });
});

describe("the deployment", () => {
  const config = readFileSync(new URL("wrangler.toml", root), "utf8");

  it("observes nothing, holds no secret and is no demonstration", () => {
    for (const part of ["[observability]", "[observability.logs]", "[observability.traces]"]) {
      expect(config.slice(config.indexOf(part)).split("\n")[1]).toBe("enabled = false");
    }
    expect(config).toContain("invocation_logs = false");
    expect(config).not.toMatch(/^\s*(SECRET|DEMO)\s*=/m);
    expect(config).not.toMatch(/logpush|tail_consumers|analytics/);
  });
});
