import type { Browser, Page } from "playwright-core";

// A cheap phone on slow 4G, by the browser's own means. The server's answers are compressed by the development server
// (brotli, but for the key records) as an edge compresses them. The throttle delays every answer by the latency; it adds
// no round trips for name, connection and encryption, which are had before the first byte of anybody's page.

const slow4G = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 } as const;
const cpuTimes = 4;

export type Slowness = { readonly network: boolean; readonly cpu: boolean };

/** A new visitor at 360 px with nothing in any cache; nothing has been opened yet. */
export async function openSlowPhone(
  browser: Browser,
  slowness: Slowness = { network: true, cpu: true },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (slowness.network)
    await devtools.send("Network.emulateNetworkConditions", { offline: false, ...slow4G });
  if (slowness.cpu) await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuTimes });
  return page;
}

/** The middle one of an odd number of measurements. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
