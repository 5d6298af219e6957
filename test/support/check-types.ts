import { execFileSync, spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

// One compiler run per area: each sees only the types that its runtime has, which is what keeps the law pure. A
// file that no area covers would be checked by nobody, so it is a fault too.
const root = fileURLToPath(new URL("../..", import.meta.url));
const projects = globSync("{src,worker,test}/**/tsconfig.json", {
  cwd: root,
  exclude: (name) => name.includes("node_modules"),
});
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const covered = new Set<string>();

function isSound(project: string): boolean {
  const run = spawnSync(process.execPath, [tsc, "-p", project, "--listFiles"], {
    cwd: root,
    encoding: "utf8",
  });
  const lines = run.stdout.split("\n");
  for (const line of lines) if (line.startsWith(root)) covered.add(line.slice(root.length));
  if (run.status !== 0) console.error(lines.filter((line) => !line.startsWith("/")).join("\n"));
  return run.status === 0;
}

const failed = projects.sort().filter((project) => !isSound(project));
const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "src", "worker", "test"];
const sources = execFileSync("git", listed, { cwd: root, encoding: "utf8" }).split("\n");
const uncovered = sources.filter((name) => /\.tsx?$/.test(name) && !covered.has(name));
if (failed.length > 0) console.error(`types: ${failed.join(", ")}`);
if (uncovered.length > 0) console.error(`in no tsconfig: ${uncovered.join(", ")}`);
process.exit(failed.length + uncovered.length === 0 ? 0 : 1);
