import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags } from "./chromium.ts";

// A browser as it is on somebody's device: with a profile directory on the disk that stays when it is closed.

export type Profile = { readonly directory: string; readonly remove: () => void };

/** An empty profile; `settings`: what its owner has chosen, as Chromium keeps it. */
export function createProfile(settings: object = {}): Profile {
  const directory = mkdtempSync(`${tmpdir()}/hop-thu-profile-`);
  mkdirSync(`${directory}/Default`);
  writeFileSync(`${directory}/Default/Preferences`, JSON.stringify({ profile: settings }));
  return {
    directory,
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Starts the browser on it. */
export async function launchOn(
  { directory }: Profile,
  executablePath: string,
  flags: readonly string[] = [],
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await chromium.launchPersistentContext(directory, {
    executablePath,
    args: [...chromiumFlags, ...flags],
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Every file under a directory. */
export function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

/** Files that hold one of the words, as UTF-8 or as the UTF-16 in which browsers keep some of theirs. */
export function filesHolding(directory: string, words: readonly string[]): readonly string[] {
  const forms = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]);
  return filesBelow(directory).flatMap((file) => {
    const content = readFileSync(file);
    return forms.filter((form) => content.includes(form)).map((form) => `${file}: ${form.toString()}`);
  });
}
