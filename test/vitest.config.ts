import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { createWorkerPlugin } from "./support/worker-project.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

// One configuration, one project per runtime: the truth of each test lies where it runs.
export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "unit",
          root,
          environment: "node",
          include: ["test/{domain,envelope,crypto,house,i18n,client,org}/**/*.test.ts"],
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        plugins: [await createWorkerPlugin(root)],
        test: {
          name: "worker",
          root,
          include: ["test/worker/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      { test: { name: "fault", root, include: ["test/fault/**/*.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "e2e",
          root,
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/e2e-setup.ts"],
          testTimeout: 180_000,
          // A page is waited for as long as by playwright: what a poll has instead, a second, is gone in a slow hour.
          expect: { poll: { timeout: 30_000 } },
          // One real server and one real browser at a time: two cores have no room for more.
          fileParallelism: false,
        },
      },
    ],
  },
});
