import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findChromium } from "../support/chromium.ts";
import { medianOf } from "./slow-phone.ts";

// The tool is no dependency of the project: `npm exec` fetches this version of it when it is asked for.
const tool = "lighthouse@13.5.0";
const runs = 5;

export const categories = ["performance", "accessibility", "best-practices"] as const;
export type Scores = Readonly<Record<(typeof categories)[number], readonly number[]>>;

type Report = {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >;
};

/** The page's scores of five runs as a telephone, in hundredths; says what kept one below a hundred. */
export async function runLighthouse(address: string): Promise<Scores> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run++) reports.push(await reportOn(address));
  const last = reports.at(-1);
  if (last !== undefined) sayShortfalls(last);
  const scoresOf = (category: string) =>
    reports.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100));
  return {
    performance: scoresOf("performance"),
    accessibility: scoresOf("accessibility"),
    "best-practices": scoresOf("best-practices"),
  };
}

async function reportOn(address: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    "npm",
    [
      "exec",
      "--yes",
      `--package=${tool}`,
      "--",
      "lighthouse",
      address,
      "--output=json",
      "--quiet",
      "--no-enable-error-reporting",
      `--only-categories=${categories.join(",")}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update",
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 64 * 2 ** 20 },
  );
  return JSON.parse(stdout) as Report;
}

function sayShortfalls({ categories: scored, audits }: Report): void {
  for (const [category, { auditRefs }] of Object.entries(scored)) {
    for (const { id } of auditRefs) {
      const { title, score, displayValue = "" } = audits[id] ?? { title: id, score: null };
      if (score !== null && score < 0.9) console.log(`  ${category}: ${title} ${displayValue}`);
    }
  }
}

/** Performance by the middle of five, the others by the worst. */
export function scoreOf(scores: Scores, category: (typeof categories)[number]): number {
  const values = scores[category];
  return category === "performance" ? medianOf(values) : Math.min(...values);
}
