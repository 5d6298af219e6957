import { mkdir, writeFile } from "node:fs/promises";
import { createFixture, type Fixture } from "../worker/support/organisation.ts";
import { siteFilesOf } from "../worker/support/site.files.ts";

/** Writes a fixture's site to a folder, in the place of the pages that Vite would build. */
export async function writeFixtureSite(directory: string): Promise<Fixture> {
  const fixture = await createFixture();
  for (const [path, text] of Object.entries(siteFilesOf(fixture))) {
    const file = `${directory}/${path}`;
    await mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    await writeFile(file, text);
  }
  return fixture;
}
