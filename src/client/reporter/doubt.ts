import type { ChainFault } from "../../crypto/chain.ts";
import type { CaseView } from "./open-case.ts";

// Apart from `open-case`, so that a page can ask before the cryptography has come.

/** Why a case cannot be trusted as it stands. */
export type Doubt = ChainFault | "impossible" | "invented-law";

/** What does not fit together in a case; null: everything does. Nothing is sealed by a doubtful one. */
export function doubtIn({
  chain,
  isImpossible,
  isLawInvented,
}: Pick<CaseView, "chain" | "isImpossible" | "isLawInvented">): Doubt | null {
  if (chain.fault !== null) return chain.fault.kind;
  if (isLawInvented) return "invented-law";
  return isImpossible ? "impossible" : null;
}
