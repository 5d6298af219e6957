/** What a command line says: whoever imports a law reads Vietnamese or, helping from outside, English. */
export type Bilingual = { readonly vi: string; readonly en: string };

/** Both, one under the other. */
export function inBoth({ vi, en }: Bilingual): string {
  return `${vi}\n  ${en}`;
}
