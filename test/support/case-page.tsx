import { PromisedDates } from "../../src/client/citizen/letter/dates.tsx";
import { CasePage } from "../../src/client/citizen/return/case.tsx";
import type { OpenCase } from "../../src/client/citizen/return/case-desk.ts";
import type { ReturnWords } from "../../src/client/citizen/return/words.ts";
import type { LetterClocks } from "../../src/domain/clocks.ts";
import type { PolicyVersion } from "../../src/domain/policy.ts";
import { toStaticHtml } from "./static-html.ts";

const nothing = () => undefined;

/** The page of a case as a browser would be given it, without what is written on it. */
export function renderCasePage(words: ReturnWords, opened: OpenCase): string {
  return toStaticHtml(
    <CasePage
      {...{ words, opened }}
      trouble={null}
      isLooking={false}
      isRefreshed={false}
      onLook={nothing}
      onClose={nothing}
    >
      {null}
    </CasePage>,
  );
}

/** The dates as they are told before sending, and on the receipt. */
export function renderPromisedDates(
  words: ReturnWords,
  clocks: LetterClocks,
  policy: PolicyVersion,
  hasFallback: boolean,
): string {
  return toStaticHtml(<PromisedDates {...{ words, clocks, policy, hasFallback }} />);
}
