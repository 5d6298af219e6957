import type { CaseId } from "../../domain/ids.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { Ask } from "./conductor.list.ts";
import type { Suggestion } from "./ledger/ledger.protocol.ts";

/** What a pane asks for about two cases. Undefined: nobody is there any more. */
export type SimilarConductor = {
  /** Cases that may be about the same matter, reckoned in the ledger; nothing is sent. */
  similarTo(id: CaseId): Promise<readonly Suggestion[] | undefined>;
  /** Reads the letter of another case beside the one that is open. The log of that case says who did. */
  readBeside(id: CaseId): Promise<CaseAnswer | undefined>;
};

export function createSimilarConductor(ask: Ask): SimilarConductor {
  return {
    similarTo: async (id) => {
      const answer = await ask(async ({ ledger }) => ({
        kind: "similar" as const,
        suggestions: await ledger.ask("similar", { case: id }),
      }));
      return answer?.suggestions;
    },
    readBeside: async (id) =>
      await ask(async (office) => {
        const seen = await office.view(id);
        return seen.kind === "file" ? await office.read(seen.file) : seen;
      }),
  };
}
