import type { JSX } from "preact";
import { focusLine } from "./focus-line.ts";
import type { State } from "./state.ts";
import { useTools } from "./tools.ts";

/**
 * First in the order of tabs: past the bar and the filters to the line where the arrows go on, or to the case that is read.
 * On a narrow screen an open case stands in the place of the list, and only it can be reached.
 */
export function SkipLinks({ open, cursor }: Pick<State, "open" | "cursor">): JSX.Element {
  const { say } = useTools().words;
  return (
    <>
      <SkipLink
        to="inbox"
        isWideOnly={open !== null}
        onChoose={() => {
          focusLine(cursor, open?.id ?? null);
        }}
      >
        {say("console.skip")}
      </SkipLink>
      {open !== null && (
        <SkipLink
          to="case"
          isWideOnly={false}
          onChoose={() => {
            document.querySelector<HTMLElement>("#case .case-title")?.focus();
          }}
        >
          {say("console.skip-case")}
        </SkipLink>
      )}
    </>
  );
}

function SkipLink({
  to,
  isWideOnly,
  onChoose,
  children,
}: {
  readonly to: "inbox" | "case";
  readonly isWideOnly: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}): JSX.Element {
  return (
    <a
      class={isWideOnly ? "skip-link skip-link-wide" : "skip-link"}
      href={`#${to}`}
      onClick={(event) => {
        // The address must not change: it would be an entry in the history.
        event.preventDefault();
        onChoose();
      }}
    >
      {children}
    </a>
  );
}
