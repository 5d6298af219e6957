import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { writeFixtureSite } from "./worker-site.ts";

/** Hosts, secret and switches of the server under test. */
const settings = {
  SECRET: "a secret of the tests, long enough to be one",
  CITIZEN_HOST: "localhost:8787",
  OFFICER_HOST: "officer.localhost:8787",
};

/**
 * The server's tests run in workerd, on the project's own wrangler.toml: only the built site is exchanged for a
 * fixture, so that nothing has to be built first.
 */
export async function createWorkerPlugin(root: string) {
  const build = `${root}.build/test-worker`;
  await mkdir(build, { recursive: true });
  const fixture = await writeFixtureSite(`${build}/site`);
  const config = (await readFile(`${root}wrangler.toml`, "utf8"))
    .replace('main = "worker/', `main = "${root}worker/`)
    .replace('migrations_dir = "', `migrations_dir = "${root}`)
    .replace('directory = ".build/site"', `directory = "${build}/site"`);
  await writeFile(`${build}/wrangler.toml`, config);
  return cloudflareTest({
    wrangler: { configPath: `${build}/wrangler.toml` },
    miniflare: {
      bindings: {
        ...settings,
        FIXTURE: JSON.stringify(fixture),
        MIGRATIONS: JSON.stringify(await readD1Migrations(`${root}migrations`)),
      },
    },
  });
}
