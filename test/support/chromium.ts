import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const usualPlaces = [
  process.env["CHROMIUM_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

function installed(): string | undefined {
  return usualPlaces.find((path) => path !== "" && existsSync(path));
}

function attempt(command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { stdio: "ignore", timeout: 300_000 });
  } catch {
    // The next way may do.
  }
}

function installFromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  attempt("apt-get", ["update", "-qq"]);
  attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"]);
}

function downloadPlaywrights(): string | undefined {
  const cli = createRequire(import.meta.url).resolve("playwright-core/cli.js");
  attempt(process.execPath, [cli, "install", "chromium"]);
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * A Chromium to test in: one that is installed, else Debian's if it may be installed, else Playwright's own.
 * Throws one sentence that says what to do if none can be had.
 */
export function findChromium(): string {
  const found = installed();
  if (found !== undefined) return found;
  installFromDebian();
  const browser = installed() ?? downloadPlaywrights();
  if (browser === undefined) {
    throw new Error(
      "No Chromium or Chrome was found or could be installed: install one, or set CHROMIUM_PATH to it.",
    );
  }
  return browser;
}

/** Quiet, and without a word to anybody but the server under test. */
export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
