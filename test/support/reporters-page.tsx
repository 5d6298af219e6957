import type { ReturnWords } from "../../src/client/citizen/return/words.ts";
import type { Foreseen } from "../../src/client/officer/preview/foreseen.ts";
import { ReportersPage } from "../../src/client/officer/preview/reporters-page.tsx";
import { toStaticHtml } from "./static-html.ts";

export { isTold } from "../../src/client/officer/preview/reporters-page.tsx";

/** What of the reporter's page an officer is shown before an act. */
export function renderReportersPage(words: ReturnWords, foreseen: Foreseen): string {
  return toStaticHtml(<ReportersPage {...{ words, foreseen }} />);
}
