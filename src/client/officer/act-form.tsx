import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../i18n/format.ts";
import { ErrorSummary, type FieldFault } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import { ActConfirm } from "./act-confirm.tsx";
import { ActField } from "./act-fields.tsx";
import { type ActProps, fieldId, freeOf, knownReaders } from "./act-props.ts";
import { remainingReaders } from "../desk/readers-left.ts";
import { ActText } from "./act-text.tsx";
import { isSolemn, isWritten } from "./commands.ts";
import { type FieldName, fieldsOf } from "./form.ts";
import { Preview } from "./preview/preview.tsx";
import type { OrderName } from "../desk/orders.ts";
import { CoverReminder } from "./redaction/cover-begin.tsx";
import { sayObstacle } from "./obstacle-words.ts";
import { useTools } from "./tools.ts";

/** One act in place: who may do it, what it needs, what the reporter is told; then its fields, and once more what will happen. */
export function ActForm(props: ActProps): JSX.Element {
  const { words, conductor, freeBytes } = useTools();
  const { say } = words;
  const { open, file, session, writing, form } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const { command } = writing;
  const isFormal = file.state.formal !== null;
  const names = fieldsOf(command, form, isFormal);
  useEffect(() => {
    // Words that stand alone take the focus themselves.
    if (names[0] !== "text") title.current?.focus();
  }, [command]);
  return (
    <section class="composer" aria-labelledby="composer">
      <h3 id="composer" tabIndex={-1} ref={title}>
        {say(`action.${command}`)}
      </h3>
      <dl class="about-act">
        <div>
          <dt>{say("form.who")}</dt>
          <dd>{say(`action.who.${file.as}`)}</dd>
        </div>
        <div>
          <dt>{say("form.needs")}</dt>
          <dd>{say(`needs.${command}`)}</dd>
        </div>
        <div>
          <dt>{say("form.reporter")}</dt>
          <dd>{say(`told.${command}`)}</dd>
        </div>
      </dl>
      {file.route?.kind === "differs" && (
        <Notice tone="bad">
          <p class="warning-title">{say("route.differs")}</p>
          <p>{say("case.route-in-form")}</p>
        </Notice>
      )}
      {command === "recuse" && <LastReader {...props} />}
      <ErrorSummary title={say("form.faults")} faults={useFaults(props, names)} />
      {writing.confirming && isSolemn(command) ? (
        <ActConfirm {...props} command={command} />
      ) : (
        <form
          class="act-fields"
          aria-labelledby="composer"
          onSubmit={(event) => {
            // Never sent as a form: what was typed would stand in the address or in a body.
            event.preventDefault();
            conductor.send();
          }}
        >
          {passesOn.has(command) && <CoverReminder open={open} file={file} session={session} />}
          {names.map((name) =>
            name === "text" ? (
              <ActText key={name} {...props} />
            ) : (
              <ActField key={name} name={name} {...props} />
            ),
          )}
          {!isWritten(command) && <Preview {...props} />}
          <Foot open={open} writing={writing} isTooLong={freeOf(props, freeBytes) < 0} />
        </form>
      )}
    </section>
  );
}

/** Told before anything is written: a case that nobody could read cannot be left. */
function LastReader({ open, file, session, writing }: ActProps): JSX.Element | null {
  const { say } = useTools().words;
  const isKnown = open.readers?.kind === "readers" && writing.problem === null;
  const isLast = isKnown && remainingReaders(knownReaders(open), file, session.officer.id).length === 0;
  return isLast ? (
    <Notice tone="bad" live="status">
      <p class="warning-title">{say("because.movement.nobody-left")}</p>
    </Notice>
  ) : null;
}

/** Acts after which others read the letter. */
const passesOn: ReadonlySet<OrderName> = new Set(["transfer", "propose-superior", "hand-over"]);

function useFaults({ writing, file, form }: ActProps, names: readonly FieldName[]): readonly FieldFault[] {
  const { words } = useTools();
  const { problem } = writing;
  if (problem === null) return [];
  if (problem.excessBytes !== undefined) {
    const bytes = formatNumber(words.language, problem.excessBytes);
    return [{ field: fieldId("text"), text: words.say("composer.too-long", { bytes }) }];
  }
  const missing = problem.fields
    .filter((field) => names.includes(field))
    .map((field) => ({ field: fieldId(field), text: words.say(`form.missing.${field}`) }));
  if (problem.obstacle === null) return missing;
  const first = fieldsOf(writing.command, form, file.state.formal !== null)[0];
  const field = first === undefined ? "act-send" : fieldId(first);
  return [...missing, { field, text: sayObstacle(words, problem.obstacle) }];
}

function Foot({
  open,
  writing,
  isTooLong,
}: Pick<ActProps, "open" | "writing"> & { readonly isTooLong: boolean }): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const isSending = open.step === "sending";
  const isBarred = isTooLong || open.step !== "ready";
  return (
    <div class="composer-foot">
      <button
        type={isBarred ? "button" : "submit"}
        id="act-send"
        class="button button-primary"
        aria-disabled={isBarred ? "true" : undefined}
        aria-describedby="composer-foot"
      >
        {isSolemn(writing.command)
          ? say("form.go-on")
          : say("form.send", { act: say(`action.${writing.command}`) })}
      </button>
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={isSending ? "true" : undefined}
        onClick={() => {
          if (!isSending) dispatch({ type: "composer-closed" });
        }}
      >
        {say("form.later")}
      </button>
      <p class="remark" id="composer-foot" aria-live="polite">
        {isSending
          ? say("form.sending")
          : say(isSolemn(writing.command) ? "form.then-confirm" : "form.final")}
      </p>
    </div>
  );
}
