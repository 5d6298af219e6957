import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium.ts";
import { journeyOfficers, type JourneyOfficer, startStack } from "./stack.ts";

/** What every browser test knows of the one server that they share. */
export type SharedStack = {
  readonly citizenOrigin: string;
  readonly officerOrigin: string;
  readonly stateDirectory: string;
  readonly siteDirectory: string;
  readonly port: number;
  readonly chromium: string;
  readonly passphrases: Readonly<Record<JourneyOfficer, string>>;
};

declare module "vitest" {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

/** Starts the one server before the first browser test, and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  const stack = await startStack();
  const officers = Object.keys(journeyOfficers) as JourneyOfficer[];
  const passphrases = Object.fromEntries(officers.map((officer) => [officer, stack.passphraseOf(officer)]));
  project.provide("stack", {
    ...stack.place,
    citizenOrigin: stack.citizenOrigin,
    officerOrigin: stack.officerOrigin,
    chromium,
    passphrases: passphrases as Record<JourneyOfficer, string>,
  });
  return stack.stop;
}
