import { defineConfig } from "vitest/config";

// One configuration, one project per runtime: the truth of each test lies where it runs.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          root: ".",
          environment: "node",
          include: ["test/{domain,envelope,crypto,house,i18n}/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
