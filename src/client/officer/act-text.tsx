import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../i18n/format.ts";
import { type ActProps, fieldId, freeOf } from "./act-props.ts";
import { isWritten } from "./commands.ts";
import { fieldsOf, isTextOptional } from "./form.ts";
import { Preview } from "./preview/preview.tsx";
import { copyOf } from "./redaction/covered-copy.tsx";
import { isTemplated } from "./template.ts";
import { TemplateChoice } from "./template-choice.tsx";
import { isUnfilled } from "./template-text.ts";
import { useTools } from "./tools.ts";

/** The words of an act, what they can be begun from, and how the reporter will read them. */
export function ActText(props: ActProps): JSX.Element {
  const { command } = props.writing;
  if (!isWritten(command))
    return (
      <>
        {isTemplated(command) && <TemplateChoice {...props} command={command} />}
        <Writing {...props} />
        {audienceOf(props.writing) === "superior" && <CopyInsertion {...props} />}
      </>
    );
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

/** The letter without its names, put behind what is written: for a superior who may not read the case yet. */
function CopyInsertion({ file, form }: ActProps): JSX.Element | null {
  const { words, dispatch } = useTools();
  const copy = copyOf(words, file);
  if (copy === null) return null;
  return (
    <p>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          const text = `${form.text.trimEnd()}\n\n${copy}`.trimStart();
          dispatch({ type: "form-changed", change: { text } });
          document.getElementById(fieldId("text"))?.focus();
        }}
      >
        {words.say("cover.insert")}
      </button>
    </p>
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
      {isUnfilled(form.text) && (
        <p class="field-hint" aria-live="polite">
          {say("template.unfilled")}
        </p>
      )}
    </div>
  );
}
