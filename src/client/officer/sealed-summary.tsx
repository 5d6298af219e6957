import type { JSX } from "preact";
import type { CaseFile } from "../desk/case-file.ts";
import { sayFact } from "./fact-words.tsx";
import type { OpenCase } from "./state.ts";
import { useTools } from "./tools.ts";

/** What only those who read the case know: how it was classified, who has it, what was found. */
export function SealedSummary({
  open,
  file,
}: {
  readonly open: OpenCase;
  readonly file: CaseFile;
}): JSX.Element | null {
  const { words } = useTools();
  const { say } = words;
  if (file.letter === null) return null;
  return (
    <section class="block" aria-labelledby="sealed-summary">
      <h3 id="sealed-summary">{say("summary.title")}</h3>
      <ul class="fact-words">
        {linesOf(open, file, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="remark">{say("summary.remark")}</p>
    </section>
  );
}

function linesOf(
  open: OpenCase,
  { sealed, readers }: CaseFile,
  words: ReturnType<typeof useTools>["words"],
): readonly string[] {
  const { say } = words;
  const officers = open.readers?.kind === "readers" ? open.readers.readers : [];
  const { classification, assignedTo, joinedWith, withdrawal, personHeard, verified, conclusion } = sealed;
  const note = (fact: Parameters<typeof sayFact>[1]) => sayFact(words, fact, officers);
  const lines = [
    ...(classification === null ? [say("summary.unclassified")] : note(classification)),
    ...(assignedTo === null ? [] : note({ type: "Noted", note: { kind: "assigned", officer: assignedTo } })),
    ...joinedWith.flatMap((other) => note({ type: "Noted", note: { kind: "joined", with: other } })),
    ...(withdrawal === null ? [] : note({ type: "Noted", note: withdrawal })),
    verified ? say("said.verification") : say("summary.not-verified"),
    personHeard ? say("said.person-heard") : say("summary.not-heard"),
    ...(conclusion === null ? [] : note({ type: "Concluded", ...conclusion })),
    ...(sealed.remedyOpen ? [say("summary.remedy-open")] : []),
    readers === null ? say("summary.readers-all") : say("summary.readers", { count: String(readers.length) }),
  ];
  return [...new Set(lines)];
}
