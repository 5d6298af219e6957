import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Tracked files, and new ones that git would not ignore: a fault shows before it is committed. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((name) => name !== "" && existsSync(`${root}${name}`));
const sources = files.filter((name) => /\.(?:ts|tsx)$/.test(name));

function read(name: string): string {
  return readFileSync(`${root}${name}`, "utf8");
}

function filesWith(pattern: RegExp, under: RegExp): readonly string[] {
  return sources.filter((name) => under.test(name) && pattern.test(read(name)));
}

describe("the house", () => {
  test("has no top-level entry beyond those that are agreed", () => {
    const agreed = [
      "src",
      "worker",
      "migrations",
      "test",
      "wrangler.toml",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "README.md",
      "LICENSE",
    ];
    const entries = new Set(files.map((name) => name.split("/")[0] ?? ""));
    expect([...entries].filter((entry) => !entry.startsWith(".") && !agreed.includes(entry))).toEqual([]);
  });

  test("lets one file alone import libsodium", () => {
    expect(filesWith(/from "libsodium-wrappers"|import\("libsodium/, /^(?:src|worker)\//)).toEqual([
      "src/crypto/sodium.ts",
    ]);
  });

  test("gives the server nothing that could open a letter", () => {
    expect(filesWith(/src\/(?:crypto|client|org)\//, /^worker\//)).toEqual([]);
  });

  test("never reads who a visitor is", () => {
    const identifiers =
      /cf-connecting-ip|x-forwarded-for|x-real-ip|request\.cf|\.raw\.cf|user-agent|accept-language/i;
    expect(filesWith(identifiers, /^(?:src|worker)\//)).toEqual([]);
  });

  test("logs nothing in the server and in the pages", () => {
    expect(
      filesWith(/console\.\w+\(/, /^(?:worker|src\/(?:api|client|crypto|domain|envelope|i18n))\//),
    ).toEqual([]);
  });

  test("keeps nothing on a visitor's device", () => {
    expect(
      filesWith(
        /localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|serviceWorker/,
        /^src\/client\//,
      ),
    ).toEqual([]);
  });

  test("writes no markup into a page as text", () => {
    expect(filesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/, /^src\/client\//)).toEqual([]);
  });

  test("builds every query and writes none by hand", () => {
    expect(filesWith(/sql\.raw|sql\.lit/, /^worker\//)).toEqual([]);
    expect(filesWith(/\.prepare\(/, /^worker\/(?!platform\/)/)).toEqual([]);
  });

  test("pins every dependency to one version", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test("really uses the packages that it stands on", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const foundation = [
      "hono",
      "@cloudflare/workers-types",
      "wrangler",
      "kysely",
      "libsodium-wrappers",
      "vitest",
      "miniflare",
    ];
    const direct = { ...dependencies, ...devDependencies };
    expect(foundation.filter((name) => direct[name] === undefined)).toEqual([]);
    const texts = files
      .filter(
        (name) => /\.(?:ts|tsx|json)$/.test(name) && name !== "package-lock.json" && name !== "package.json",
      )
      .map(read)
      .join("\n");
    expect(foundation.filter((name) => !texts.includes(name))).toEqual([]);
  });

  test("leaves no work marked as unfinished", () => {
    expect(
      filesWith(/TODO|FIXME|not implemented|\.skip\(|\.only\(/, /^(?:src|worker|test)\/(?!house)/),
    ).toEqual([]);
  });
});
