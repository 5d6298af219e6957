import type { JSX } from "preact";
import type { LetterBody } from "../../crypto/letter.schema.ts";
import type { CoveredTerm } from "../../domain/case/case.sealed.ts";
import { formatList } from "../../i18n/format.ts";
import { explainChoice, sayChoice } from "./category-words.ts";
import { Fact } from "./letter-fact.tsx";
import { CoverableLine } from "./redaction/covered-text.tsx";
import { useTools } from "./tools.ts";

type AnswersProps = {
  readonly body: Pick<LetterBody, "category" | "facts" | "language">;
  /** Words of the writer that are covered. */
  readonly covered?: readonly CoveredTerm[];
};

const questions = ["category", "when", "where", "knowledge", "continuing"] as const;
type Question = (typeof questions)[number];

/** What the writer answered beside the text; what was left out stands together in one line. */
export function LetterAnswers({ body, covered = [] }: AnswersProps): JSX.Element {
  const { say, language } = useTools().words;
  const open = questions.filter((question) => !isAnswered(body, question));
  return (
    <>
      {questions
        .filter((question) => !open.includes(question))
        .map((question) => (
          <Fact key={question} name={say(`letter.${question}`)} isWide={question === "category"}>
            <Answer body={body} question={question} covered={covered} />
          </Fact>
        ))}
      {open.length > 0 && (
        <Fact name={say("letter.unanswered")} isWide>
          {formatList(
            language,
            open.map((question) => withinSentence(say(`letter.${question}`))),
          )}
        </Fact>
      )}
    </>
  );
}

const withinSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function isAnswered({ category, facts }: AnswersProps["body"], question: Question): boolean {
  if (question === "category") return category !== null;
  const answer = facts[question];
  return answer !== null && answer.trim() !== "";
}

function Answer({
  body,
  question,
  covered = [],
}: AnswersProps & { readonly question: Question }): JSX.Element | null {
  const { words } = useTools();
  const { category, facts, language } = body;
  switch (question) {
    case "category":
      return category === null ? null : (
        <>
          {sayChoice(words, category)}
          <span class="mark">{words.say("letter.category.by-reporter")}</span>
          {explainChoice(words, category).map((line) => (
            <span key={line} class="fact-more">
              {line}
            </span>
          ))}
        </>
      );
    case "when":
    case "where":
      return (
        <div lang={language}>
          <CoverableLine text={facts[question]} terms={covered} />
        </div>
      );
    case "knowledge":
      return facts.knowledge === null ? null : <>{words.say(`letter.knowledge.${facts.knowledge}`)}</>;
    case "continuing":
      return facts.continuing === null ? null : <>{words.say(`letter.continuing.${facts.continuing}`)}</>;
    default:
      return question satisfies never;
  }
}
