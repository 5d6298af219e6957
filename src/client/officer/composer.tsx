import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { isReviewed, type Language, languageNames, languages } from "../../i18n/language.ts";
import { committeeName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { obstacleTo } from "./case-permissions.ts";
import type { Draft, OpenCase, Session } from "./state.ts";
import { StrangersText } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";
import { templateFor } from "./use-command.ts";

type ComposerProps = {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
  readonly draft: Draft;
};

/** A message to the reporter: from a template, counted while it is written, shown as it will be read. */
export function Composer({ open, file, session, draft }: ComposerProps): JSX.Element {
  const { say } = useTools().words;
  return (
    <section class="composer" aria-labelledby="composer">
      <h3 id="composer">{say(`composer.${draft.command}`)}</h3>
      <TemplateChoice file={file} session={session} draft={draft} />
      <div class="composer-panes">
        <Writing open={open} draft={draft} />
        <Preview file={file} session={session} text={draft.text} />
      </div>
      <Sending open={open} file={file} draft={draft} />
    </section>
  );
}

function TemplateChoice({ file, session, draft }: Omit<ComposerProps, "open">): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const [language, setLanguage] = useState<Language>(file.letter?.body.language ?? "vi");
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
          const template = templateFor(draft.command, file, session, language);
          dispatch({ type: "template-inserted", template });
        }}
      >
        {say("composer.insert")}
      </button>
      {!isReviewed[language] && <span class="remark">{say("composer.km-not-reviewed")}</span>}
    </div>
  );
}

function Writing({ open, draft }: Pick<ComposerProps, "open" | "draft">): JSX.Element {
  const { words, dispatch, freeBytes } = useTools();
  const { say, language } = words;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
  }, []);
  const free = freeBytes(draft.text.trimEnd());
  const bytes = formatNumber(language, Math.abs(free));
  return (
    <div class={free < 0 ? "field field-invalid" : "field"}>
      <label class="field-label" for="message">
        {say("composer.text")}
      </label>
      <textarea
        class="field-input"
        id="message"
        ref={area}
        dir="auto"
        rows={10}
        value={draft.text}
        readOnly={open.step === "sending"}
        aria-describedby="message-left"
        aria-invalid={free < 0 ? "true" : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          dispatch({ type: "draft-changed", text: event.currentTarget.value });
        }}
      />
      <p class={free < 0 ? "field-error" : "field-hint"} id="message-left">
        {free < 0 ? say("composer.too-long", { bytes }) : say("composer.left", { bytes })}
      </p>
    </div>
  );
}

function Preview({
  file,
  session,
  text,
}: {
  readonly file: CaseFile;
  readonly session: Session;
  readonly text: string;
}): JSX.Element {
  const { say, language } = useTools().words;
  const committee = committeeName(session.organisation.tree, file.row.committee);
  return (
    <section class="preview" aria-labelledby="preview">
      <h4 id="preview">{say("composer.preview")}</h4>
      <div class="preview-sheet">
        <p class="remark">{say("composer.from", { committee, date: formatDate(language, file.today) })}</p>
        <StrangersText text={text.trimEnd()} />
      </div>
    </section>
  );
}

function Sending({ open, file, draft }: Omit<ComposerProps, "session">): JSX.Element {
  const { words, dispatch, conductor, freeBytes } = useTools();
  const { say } = words;
  const text = draft.text.trimEnd();
  const obstacle = obstacleTo(draft.command, file);
  const isSending = open.step === "sending";
  const isBarred = text === "" || freeBytes(text) < 0 || obstacle !== null || open.step !== "ready";
  return (
    <div class="composer-foot">
      <button
        type="button"
        class="button button-primary"
        aria-disabled={isBarred ? "true" : undefined}
        aria-describedby="composer-foot"
        onClick={() => {
          if (!isBarred) conductor.send();
        }}
      >
        {say(`composer.send.${draft.command}`)}
      </button>
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={isSending ? "true" : undefined}
        onClick={() => {
          if (!isSending) dispatch({ type: "composer-closed" });
        }}
      >
        {say("composer.later")}
      </button>
      <p class="remark" id="composer-foot" aria-live="polite">
        {isSending && say("composer.sending")}
        {!isSending && obstacle !== null && say(`action.because.${obstacle}`)}
        {!isSending && obstacle === null && (text === "" ? say("composer.empty") : say("composer.final"))}
      </p>
    </div>
  );
}
