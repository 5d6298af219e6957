import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../src/client/ui/tokens.css", import.meta.url), "utf8");

type Colours = Readonly<Record<string, string>>;

function coloursIn(block: string): Colours {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** The colours of each look, those of the media queries laid over the ones before. */
function readLooks(): Readonly<Record<string, Colours>> {
  const [base = "", dark = "", contrast = "", darkContrast = ""] = css.split(/@media/);
  const light = coloursIn(base);
  const night = { ...light, ...coloursIn(dark) };
  return {
    light,
    dark: night,
    "light, more contrast": { ...light, ...coloursIn(contrast) },
    "dark, more contrast": { ...night, ...coloursIn(contrast), ...coloursIn(darkContrast) },
  };
}

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const text: readonly (readonly [string, readonly string[]])[] = [
  ["ink", ["paper", "sheet", "sheet-sunk", "accent-soft"]],
  ["ink-soft", ["paper", "sheet", "sheet-sunk", "accent-soft"]],
  ["accent", ["sheet", "sheet-sunk", "accent-soft", "paper"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["paper", ["ink"]],
  ["good", ["good-soft", "sheet", "accent-soft"]],
  ["warn", ["warn-soft", "sheet"]],
  ["bad", ["bad-soft", "sheet"]],
];
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ["line-strong", ["sheet", "paper"]],
  ["focus", ["sheet", "paper"]],
];

describe.each(Object.entries(readLooks()))("in the %s look", (_, colours) => {
  const of = (front: string, back: string) => contrast(colours[front] ?? "", colours[back] ?? "");

  test.each(text)("%s is read easily on whatever it stands on", (front, backs) => {
    for (const back of backs) expect([back, of(front, back) >= 7]).toEqual([back, true]);
  });

  test.each(shapes)("%s is seen", (front, backs) => {
    for (const back of backs) expect([back, of(front, back) >= 3]).toEqual([back, true]);
  });
});
