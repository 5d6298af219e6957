import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Trust } from "../../api/directory.schema.ts";
import { rootFingerprint } from "../../crypto/directory.ts";
import { sodiumReady } from "../../crypto/sodium.ts";
import { fingerprintGroups } from "../../envelope/fingerprint-groups.ts";
import { firstStylePlugin } from "./first-style.ts";
import { integrityPlugin } from "./integrity.ts";
import { khmerBreaksPlugin } from "./khmer-breaks.ts";
import { staticPagesPlugin } from "./static-pages.ts";

/** What is compiled into the pages. */
export type BuildOptions = {
  readonly trust: Trust;
  /** With the guided tour. */
  readonly demo: boolean;
  /** Folder that gets `citizen/` and `officer/`. */
  readonly siteDirectory: string;
};

const clientDirectory = fileURLToPath(new URL("..", import.meta.url));

/** Builds both origins' static pages. The same input gives the same bytes. */
export async function buildClient(options: BuildOptions): Promise<void> {
  await sodiumReady();
  await buildPage("citizen", "index.html", options, true);
  // Each on its own, so that the citizen's page is cut into the same files with and without them.
  const others = ["poster.html", "giup.html", ...(options.demo ? ["demo.html"] : [])];
  for (const page of others) await buildPage("citizen", page, options, false);
  await buildPage("officer", "index.html", options, true);
}

async function buildPage(
  origin: "citizen" | "officer",
  page: string,
  options: BuildOptions,
  emptyFirst: boolean,
): Promise<void> {
  const root = `${clientDirectory}${origin}`;
  await build({
    configFile: false,
    root,
    base: "/",
    logLevel: "warn",
    publicDir: false,
    define: {
      __TRUST__: JSON.stringify(options.trust),
      __ROOT_GROUPS__: JSON.stringify(fingerprintGroups(rootFingerprint(options.trust))),
      __DEMO__: JSON.stringify(options.demo),
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [
      khmerBreaksPlugin(),
      ...(origin === "citizen" ? [staticPagesPlugin()] : []),
      integrityPlugin(),
      ...(origin === "citizen" && page === "index.html" ? [firstStylePlugin(page)] : []),
    ],
    build: {
      outDir: `${options.siteDirectory}/${origin}`,
      emptyOutDir: emptyFirst,
      // Old Android browsers; big integers (Argon2) need 2020.
      target: ["es2020", "chrome85", "firefox79", "safari14"],
      // Nothing inline but what `firstStylePlugin` puts there: the content security policy has no data:.
      assetsInlineLimit: 0,
      // `loadVerified` preloads, with hashes; Vite's own helper would do it without.
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: `${root}/${page}`,
        // Left to itself the bundler cuts what two late chunks share into slivers, each of them a request. So the first
        // page with the first question, and all the other questions, are one file each, and what comes later leans on them.
        output: {
          codeSplitting: {
            groups: [
              { name: "page", test: /citizen\/main\.tsx$|rolldown\/runtime/, priority: 2 },
              { name: "questions", test: /citizen\/letter\/questions\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  });
}
