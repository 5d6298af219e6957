import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseFile } from "../desk/case-file.ts";
import type { Suggestion } from "./ledger/ledger.protocol.ts";
import { FoundPieces } from "./found-text.tsx";
import { shownText } from "./redaction/covered-copy.tsx";
import { foundPieces } from "./search-highlight.ts";
import type { SimilarProps } from "./similar-cases.tsx";
import { useTools } from "./tools.ts";
import { useCommand } from "./use-command.ts";

type ComparisonProps = SimilarProps & { readonly suggestion: Suggestion; readonly onClose: () => void };

type Step = "asking" | "reading" | "failed";

/** First says that the other letter has to be read, and that it is recorded; then shows both. */
export function Comparison(props: ComparisonProps): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const [other, setOther] = useState<CaseFile | Step>("asking");
  const region = useFocusOnce();
  const id = props.suggestion.duty.listed.line.case;
  const read = async () => {
    setOther("reading");
    const answer = await conductor.readBeside(id);
    setOther(answer?.kind === "file" && answer.file.letterText !== null ? answer.file : "failed");
  };
  return (
    <section class="likeness" ref={region} tabIndex={-1} aria-label={say("similar.side-by-side")}>
      {typeof other !== "string" && <SideBySide {...props} other={other} />}
      <div aria-live="polite">
        {other === "asking" && <p>{say("similar.warning")}</p>}
        {other === "reading" && <p>{say("similar.reading")}</p>}
        {other === "failed" && <p>{say("similar.failed")}</p>}
      </div>
      {other === "asking" && (
        <button type="button" class="button button-primary" onClick={() => void read()}>
          {say("similar.read")}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={props.onClose}>
        {say(other === "asking" ? "similar.cancel" : "similar.close")}
      </button>
    </section>
  );
}

function SideBySide({
  open,
  file,
  session,
  suggestion,
  other,
}: ComparisonProps & { readonly other: CaseFile }): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const command = useCommand(open, file, session);
  const number = other.row.case.slice(0, 6);
  const shared = suggestion.shared.join(" ");
  return (
    <>
      <div class="comparison">
        <Side title={say("similar.this")} file={file} shared={shared} />
        <Side title={say("similar.other", { number })} file={other} shared={shared} />
      </div>
      <button
        type="button"
        class="button button-primary"
        onClick={() => {
          command("note", { note: "joined", joined: other.row.case });
        }}
      >
        {say("similar.join")}
      </button>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          conductor.openCase(other.row.case);
        }}
      >
        {say("similar.open", { number })}
      </button>
    </>
  );
}

/** One of two letters, the words that both have marked. */
function Side({
  title,
  file,
  shared,
}: {
  readonly title: string;
  readonly file: CaseFile;
  readonly shared: string;
}): JSX.Element {
  const { words } = useTools();
  return (
    <div>
      <h4>{title}</h4>
      <div class="comparison-letter" lang={file.letter?.body.language} dir="auto">
        <FoundPieces pieces={foundPieces(shownText(words, file), shared)} />
      </div>
    </div>
  );
}

/** Puts the focus on what has just come in the place of the button that was pressed. */
function useFocusOnce() {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    region.current?.focus();
  }, []);
  return region;
}
