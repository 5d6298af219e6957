import type { JSX } from "preact";
import type { OpenedLetter } from "../../crypto/letter.ts";
import { getUnit } from "../../domain/org-tree.ts";
import { pathOf } from "../../domain/unit-names.ts";
import { committeeName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { Day } from "./clock-words.tsx";
import { LetterAnswers } from "./letter-answers.tsx";
import { Fact } from "./letter-fact.tsx";
import { LetterParts } from "./letter-parts.tsx";
import { CoverBegin } from "./redaction/cover-begin.tsx";
import { CoverableText } from "./redaction/covered-text.tsx";
import { CoveredCopy } from "./redaction/covered-copy.tsx";
import type { OpenCase, Session } from "./state.ts";
import { HiddenCharacters } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";

type LetterProps = {
  readonly letter: OpenedLetter;
  readonly file: CaseFile;
  readonly session: Session;
};

/** The letter: what the writer answered, and its text as it was written. */
export function Letter({
  letter,
  open,
  file,
  session,
}: LetterProps & { readonly open: OpenCase }): JSX.Element {
  const { say } = useTools().words;
  const { body } = letter;
  const text = file.letterText?.text ?? body.text;
  return (
    <section class="block letter" aria-labelledby="letter">
      <h3 id="letter">{say("letter.title")}</h3>
      <Facts letter={letter} file={file} session={session} />
      {file.letterText !== null && <LetterParts joined={file.letterText} />}
      <div class="letter-text" lang={body.language}>
        <CoverableText text={text} terms={file.sealed.covered} />
      </div>
      <HiddenCharacters text={`${body.facts.when}\n${body.facts.where}\n${text}`} />
      <CoveredCopy file={file} />
      <CoverBegin open={open} file={file} session={session} />
      <p class="remark">{say("letter.recorded")}</p>
    </section>
  );
}

function Facts({ letter, file, session }: LetterProps): JSX.Element {
  const { say, law } = useTools().words;
  const { body, header } = letter;
  const { tree } = session.organisation;
  const { language } = body;
  return (
    <dl class="facts">
      <Fact name={say("letter.unit")}>
        <UnitPath letter={letter} session={session} />
      </Fact>
      <Fact name={say("letter.about")}>{law.say(`role.${body.route.about}`)}</Fact>
      <LetterAnswers body={body} covered={file.sealed.covered} />
      <Fact name={say("letter.self")}>
        {body.self === null ? say("letter.self.none") : say(`letter.self.${body.self}`)}
        {body.self !== null && <span class="mark">{say("letter.self-mark")}</span>}
      </Fact>
      <Fact name={say("letter.language")}>
        {say(`letter.language.${language}`)}
        {language !== "vi" && <span class="mark">{say(`inbox.to-translate.${language}`)}</span>}
      </Fact>
      <Fact name={say("letter.received")}>
        <Day on={file.row.releasedOn} />
      </Fact>
      <Fact name={say("letter.fallback")}>
        {header.fallback === null ? say("letter.no-fallback") : committeeName(tree, header.fallback)}
      </Fact>
    </dl>
  );
}

function UnitPath({ letter, session }: Pick<LetterProps, "letter" | "session">): JSX.Element {
  const { say } = useTools().words;
  const { unit: id } = letter.body.route;
  const { tree } = session.organisation;
  const unit = id === null ? undefined : getUnit(tree, id);
  if (unit === undefined) return <>{id ?? say("inbox.unit-unknown")}</>;
  return (
    <span class="path">
      {pathOf(tree, unit).map((name) => (
        <span key={name}>{name}</span>
      ))}
    </span>
  );
}
