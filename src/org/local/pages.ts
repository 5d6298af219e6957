import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { buildClient } from "../../client/build/build.ts";
import { keptTrust } from "./organisation-file.ts";
import { type LocalPlace, projectDirectory } from "./wrangler.ts";

/** Builds the pages for the organisation kept at this place, unless they stand there already as they would be built. */
export async function buildPages(place: LocalPlace, demo: boolean): Promise<void> {
  const trust = await keptTrust(place);
  const marker = `${place.siteDirectory}/built-from`;
  const wanted = await fingerprint(JSON.stringify({ trust, demo }));
  const found = await readFile(marker, "utf8").catch(() => "");
  if (found === wanted) return;
  await buildClient({ trust, demo, siteDirectory: place.siteDirectory });
  await writeFile(marker, wanted);
}

async function fingerprint(options: string): Promise<string> {
  const hash = createHash("sha256").update(options);
  const names = await readdir(`${projectDirectory}src`, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  for (const file of [...files.sort(), `${projectDirectory}package-lock.json`])
    hash.update(await readFile(file));
  return hash.digest("hex");
}
