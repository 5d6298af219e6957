import type { Language } from "../../../i18n/language.ts";

const encoder = new TextEncoder();

/** Bytes of an ordinary letter of the script, until enough has been written to tell. */
const usualBytes: Readonly<Record<Language, number>> = { vi: 1.4, en: 1.05, km: 2.9 };
const enoughToTell = 80;
const sampleUnits = 2000;

/** About how many characters so many bytes are, judged by what has been written so far. Rounded to tens. */
export function charactersIn(bytes: number, text: string, language: Language): number {
  // Its end tells as much as the whole of a text that is counted with every key.
  const sample = text.slice(-sampleUnits);
  const written = Array.from(sample).length;
  const each = written < enoughToTell ? usualBytes[language] : encoder.encode(sample).length / written;
  const characters = Math.abs(bytes) / each;
  return bytes < 0 ? Math.max(1, Math.ceil(characters)) : Math.floor(characters / 10) * 10;
}
