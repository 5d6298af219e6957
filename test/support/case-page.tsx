import { CasePage } from "../../src/client/citizen/return/case.tsx";
import type { OpenCase } from "../../src/client/citizen/return/case-desk.ts";
import type { ReturnWords } from "../../src/client/citizen/return/words.ts";
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
