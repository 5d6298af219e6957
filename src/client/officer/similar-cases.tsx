import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { unitName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { Suggestion } from "./ledger/ledger.protocol.ts";
import { Comparison } from "./similar-comparison.tsx";
import type { OpenCase, Session } from "./state.ts";
import { StrangersLine } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";
import "./search.css";

export type SimilarProps = {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
};

/** So many of the words in common are named. */
const namedWords = 8;

/**
 * Cases that may be about the same matter, why, and a way to hold the two letters beside each other. `searchable`: how many
 * letters are known by their words so far.
 */
export function SimilarCases({
  open,
  file,
  session,
  searchable,
}: SimilarProps & { readonly searchable: number }): JSX.Element | null {
  const { say } = useTools().words;
  const suggestions = useSuggestions(open, file, searchable);
  const [chosen, setCompared] = useState<Suggestion | null>(null);
  // What is joined needs no comparison any more, and must not be joined twice.
  const isJoined = file.sealed.joinedWith.some((id) => id === chosen?.duty.listed.line.case);
  const compared = isJoined ? null : chosen;
  if (suggestions.length === 0 && compared === null) return null;
  return (
    <section class="block" aria-labelledby="similar">
      <h3 id="similar">{say("similar.title")}</h3>
      <p class="remark">{say("similar.what")}</p>
      {compared === null ? (
        <ul class="likenesses">
          {suggestions.map((suggestion) => (
            <Likely
              key={suggestion.duty.listed.line.case}
              suggestion={suggestion}
              session={session}
              onCompare={() => {
                setCompared(suggestion);
              }}
            />
          ))}
        </ul>
      ) : (
        <Comparison
          open={open}
          file={file}
          session={session}
          suggestion={compared}
          onClose={() => {
            setCompared(null);
          }}
        />
      )}
    </section>
  );
}

/**
 * Asked when the case or its history changes, because what is written in it may make it like another one, and whenever more
 * letters are known by their words: a letter that has just been opened is not yet among them.
 */
function useSuggestions(open: OpenCase, file: CaseFile, searchable: number): readonly Suggestion[] {
  const { conductor } = useTools();
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let isWanted = true;
    const find = async () => {
      const found = await conductor.similarTo(open.id);
      if (isWanted && found !== undefined) setSuggestions(found);
    };
    void find();
    return () => {
      isWanted = false;
    };
  }, [open.id, file.row.sequence, searchable]);
  const joined = new Set(file.sealed.joinedWith);
  return suggestions.filter(({ duty }) => !joined.has(duty.listed.line.case));
}

function Likely({
  suggestion,
  session,
  onCompare,
}: {
  readonly suggestion: Suggestion;
  readonly session: Session;
  readonly onCompare: () => void;
}): JSX.Element {
  const { say, language } = useTools().words;
  const { line, entry } = suggestion.duty.listed;
  const unit =
    entry?.unit == null ? say("inbox.unit-unknown") : unitName(session.organisation.tree, entry.unit);
  return (
    <li class="likeness">
      <p>
        <strong>
          <bdi>{unit}</bdi>
        </strong>{" "}
        · {formatDate(language, line.releasedOn)}
      </p>
      {entry !== null && (
        <p class="likeness-line" lang={entry.language}>
          <StrangersLine text={entry.excerpt.replace(/\s+/g, " ").slice(0, 160)} />
        </p>
      )}
      <Reasons suggestion={suggestion} />
      <button type="button" class="button button-quiet" onClick={onCompare}>
        {say("similar.compare", { number: line.case.slice(0, 6) })}
      </button>
    </li>
  );
}

/** What speaks for it, all of it: the officer judges by the same things as the machine. */
function Reasons({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  const { say, language } = useTools().words;
  const { shared, sameUnit, daysApart } = suggestion;
  const days =
    daysApart === 0
      ? say("similar.same-day")
      : say("similar.days", { days: formatNumber(language, daysApart) });
  const reasons = [...(sameUnit ? [say("similar.same-unit")] : []), days];
  return (
    <p class="remark">
      {reasons.join(" · ")} · {say("similar.shared", { words: shared.slice(0, namedWords).join(", ") })}
    </p>
  );
}
