import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isReviewed, type Language, languageNames, languages } from "../../i18n/language.ts";
import type { TemplateName } from "../../i18n/officer/templates.ts";
import type { ActProps } from "./act-props.ts";
import { isWritten } from "./commands.ts";
import type { Form } from "./form.ts";
import { withTemplate } from "./reducer.writing.ts";
import { templateChoices, type TemplatedCommand, templateFor } from "./template.ts";
import { useTools } from "./tools.ts";
import { reportersLanguage } from "./use-command.ts";

type ChoiceProps = ActProps & { readonly command: TemplatedCommand };

/** Which template, in which language. Inserting never takes away what somebody typed, and can be undone. */
export function TemplateChoice(props: ChoiceProps): JSX.Element {
  const { file, form, command } = props;
  const { words } = useTools();
  const { say } = words;
  const choices = templateChoices(command, file);
  const [chosen, setChosen] = useState(form.templateOf?.name ?? choices[0]);
  const [language, setLanguage] = useState<Language>(
    form.templateOf?.language ?? (isWritten(command) ? reportersLanguage(file) : words.language),
  );
  return (
    <div class="template-choice">
      {choices.length > 1 && (
        <>
          <label for="template-name">{say("template.which")}</label>
          <select
            class="select"
            id="template-name"
            value={chosen}
            onChange={(event) => {
              setChosen(choices.find((each) => each === event.currentTarget.value) ?? choices[0]);
            }}
          >
            {choices.map((each) => (
              <option key={each} value={each}>
                {say(`template.${nameOf(each)}`)}
              </option>
            ))}
          </select>
        </>
      )}
      <label for="template-language">{say("composer.template")}</label>
      <select
        class="select"
        id="template-language"
        value={language}
        onChange={(event) => {
          setLanguage(languages.find((each) => each === event.currentTarget.value) ?? "vi");
        }}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
      <Insertion {...props} name={chosen} language={language} />
      {!isReviewed[language] && <span class="remark">{say("composer.km-not-reviewed")}</span>}
    </div>
  );
}

/** What was there before a template was put in, and what stood there with it. */
type Inserted = { readonly before: Pick<Form, "text" | "template" | "templateOf">; readonly text: string };

function Insertion({
  file,
  session,
  form,
  command,
  name,
  language,
}: ChoiceProps & { readonly name: TemplateName; readonly language: Language }): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const [inserted, setInserted] = useState<Inserted | null>(null);
  return (
    <>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          const template = templateFor(command, file, session, language, form, name);
          const templateOf = { name, language };
          setInserted({ before: form, text: withTemplate(form, template, templateOf).text });
          dispatch({ type: "template-inserted", template, templateOf });
        }}
      >
        {say("composer.insert")}
      </button>
      {/* Only as long as nothing was typed since: undoing must not take that away. */}
      {inserted !== null && inserted.text === form.text && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            const { text, template, templateOf } = inserted.before;
            setInserted(null);
            dispatch({ type: "form-changed", change: { text, template, templateOf } });
            document.getElementById("act-text")?.focus();
          }}
        >
          {say("template.undo")}
        </button>
      )}
    </>
  );
}

/** The templates among which there is a choice, as they are named. */
const named = {
  "send-message": "message",
  "send-message.reply": "reply",
  "send-message.progress": "progress",
  "send-message.late": "late",
  "send-message.withdrawal": "withdrawal",
  "send-message.missing": "missing",
  "ask-reporter": "question",
  "ask-reporter.place-time": "place-time",
  "ask-reporter.still": "still",
} as const;

function nameOf(name: TemplateName): (typeof named)[keyof typeof named] {
  return name in named ? named[name as keyof typeof named] : "message";
}
