import { knownCode, type ManifestationCode } from "../../domain/manifestations.ts";
import type { CaseFile } from "../desk/case-file.ts";

/**
 * The manifestation that the writer of a letter chose, until an officer has classified it: from then on the officer's
 * word stands alone. Null: none was chosen, or by a catalogue that is not known here. Where the writer says "none of
 * these" nothing is chosen for the officer either: who knows the catalogue shall look for themselves.
 */
export function writersCode({
  letter,
  sealed,
}: Pick<CaseFile, "letter" | "sealed">): ManifestationCode | null {
  const category = letter?.body.category ?? null;
  return category === null || sealed.classification !== null ? null : knownCode(category);
}
