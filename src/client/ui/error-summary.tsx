import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Rich } from "./rich.tsx";

/** A fault in what was typed, and the id of the field where it is. */
export type FieldFault = { readonly field: string; readonly text: string };

/** What has to be corrected, first on the page, each line leading to its field. Read out as soon as it appears. */
export function ErrorSummary({
  title,
  faults,
}: {
  readonly title: string;
  readonly faults: readonly FieldFault[];
}): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  const key = faults.map(({ field, text }) => field + text).join();
  useEffect(() => {
    if (key !== "") box.current?.focus();
  }, [key]);
  if (faults.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul class="plain-list">
        {faults.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                // The address must not change: it would stand in the history.
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              <Rich text={text} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
