import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { isReviewed, type Language, languageNames, languages } from "../../i18n/language.ts";
import { committeeName } from "../../i18n/law.ts";
import { type ActProps, fieldId, freeOf, sealedOf } from "./act-props.ts";
import { isWritten, type WrittenCommand } from "./commands.ts";
import { FactWords } from "./fact-words.tsx";
import { fieldsOf, isTextOptional } from "./form.ts";
import { StrangersText } from "./strangers-text.tsx";
import { templateFor } from "./template.ts";
import { useTools } from "./tools.ts";
import { reportersLanguage } from "./use-command.ts";

/** The words of an act: for the reporter from a template and as they will be read, for all others plain. */
export function ActText(props: ActProps): JSX.Element {
  const { command } = props.writing;
  if (!isWritten(command)) return <Writing {...props} />;
  return (
    <>
      <TemplateChoice {...props} command={command} />
      <div class="composer-panes">
        <Writing {...props} />
        <Preview {...props} />
      </div>
    </>
  );
}

function TemplateChoice({
  file,
  session,
  form,
  command,
}: ActProps & { readonly command: WrittenCommand }): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const [language, setLanguage] = useState<Language>(reportersLanguage(file));
  return (
    <div class="template-choice">
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
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          const template = templateFor(command, file, session, language, form);
          dispatch({ type: "template-inserted", template });
        }}
      >
        {say("composer.insert")}
      </button>
      {!isReviewed[language] && <span class="remark">{say("composer.km-not-reviewed")}</span>}
    </div>
  );
}

/** To whom the words of an act go. */
function audienceOf({ command }: ActProps["writing"]): "reporter" | "superior" | "readers" {
  if (isWritten(command)) return "reporter";
  return command === "propose-superior" || command === "explain" ? "superior" : "readers";
}

function Writing(props: ActProps): JSX.Element {
  const { words, dispatch, freeBytes } = useTools();
  const { say, language } = words;
  const { open, writing, form, file } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const isFirst = fieldsOf(writing.command, form, file.state.formal !== null)[0] === "text";
  useEffect(() => {
    if (isFirst) area.current?.focus();
  }, []);
  const free = freeOf(props, freeBytes);
  const bytes = formatNumber(language, Math.abs(free));
  const isMissing = writing.problem?.fields.includes("text") === true;
  const optional = isTextOptional(writing.command, form) ? ` ${say("form.optional")}` : "";
  const id = fieldId("text");
  return (
    <div class={free < 0 || isMissing ? "field field-invalid" : "field"}>
      <label class="field-label" for={id}>
        {say(`form.text.${audienceOf(writing)}`)}
        {optional}
      </label>
      {isMissing && (
        <p class="field-error" id={`${id}-fault`}>
          {say("form.missing.text")}
        </p>
      )}
      <textarea
        class="field-input"
        id={id}
        ref={area}
        dir="auto"
        rows={isWritten(writing.command) ? 10 : 5}
        value={form.text}
        readOnly={open.step === "sending"}
        aria-describedby={isMissing ? `${id}-fault message-left` : "message-left"}
        aria-invalid={free < 0 || isMissing ? "true" : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          dispatch({ type: "form-changed", change: { text: event.currentTarget.value } });
        }}
      />
      <p class={free < 0 ? "field-error" : "field-hint"} id="message-left">
        {free < 0 ? say("composer.too-long", { bytes }) : say("composer.left", { bytes })}
      </p>
    </div>
  );
}

/** The words as the reporter will read them, and what goes with them. */
export function Preview(props: ActProps): JSX.Element {
  const { file, session, form } = props;
  const { say, language } = useTools().words;
  const { committee, superior } = file.state;
  const from = file.as === "superior" ? (superior ?? committee) : committee;
  const fact = sealedOf(props)?.fact ?? null;
  return (
    <section class="preview" aria-labelledby="preview">
      <p class="preview-title" id="preview">
        {say("composer.preview")}
      </p>
      <div class="preview-sheet">
        <p class="remark">
          {say("composer.from", {
            committee: committeeName(session.organisation.tree, from),
            date: formatDate(language, file.today),
          })}
        </p>
        {fact !== null && <FactWords fact={fact} officers={[]} />}
        <StrangersText text={form.text.trimEnd()} />
      </div>
    </section>
  );
}
