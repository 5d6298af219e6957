import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type AxeResult = {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
};

/** Colours on their way from light to dark are neither: what moves and comes to an end is waited for. */
async function settle(): Promise<void> {
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}

/** Every violation of WCAG 2.2 AA and of good practice that axe finds on the page as it stands. */
export async function findAxeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(settle);
  // A script element would be refused by the page's own policy.
  const result = (await page.evaluate(
    `${source}; axe.run(document, { resultTypes: ["violations"] })`,
  )) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
}
