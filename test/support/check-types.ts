import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

// One compiler run per area: each sees only the types that its runtime has, which is what keeps the law pure.
const root = fileURLToPath(new URL("../..", import.meta.url));
const projects = globSync("{src,worker,test}/**/tsconfig.json", {
  cwd: root,
  exclude: (name) => name.includes("node_modules"),
});
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const failed = projects.sort().filter((project) => {
  const run = spawnSync(process.execPath, [tsc, "-p", project], { cwd: root, stdio: "inherit" });
  return run.status !== 0;
});
if (failed.length > 0) console.error(`types: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
