import type { JSX } from "preact";
import { formatDate } from "../../i18n/format.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { Icon } from "../ui/icon.tsx";
import { sayObstacle } from "./obstacle-words.ts";
import { isSealed } from "./reducer.reading.ts";
import { limitOf } from "../../domain/clocks.ts";
import { stepClock } from "./duty.ts";
import type { OpenCase } from "./state.ts";
import { useTools } from "./tools.ts";

/** Before the letter: what opening it does. */
export function Sealed({ open, file }: { readonly open: OpenCase; readonly file: CaseFile }): JSX.Element {
  const { words, conductor } = useTools();
  const { say, language } = words;
  const isNew = isSealed(file);
  const obstacle = isNew ? conductor.commandObstacle(file, "open") : null;
  const isBarred = obstacle !== null || open.step !== "ready";
  const clock = stepClock("sent", file.clocks);
  return (
    <section class="block sealed" aria-labelledby="sealed">
      <h3 id="sealed">
        <Icon name="sealed" size={20} />
        {isNew ? say("sealed.title") : say("letter.title")}
      </h3>
      {isNew ? (
        <>
          <p>{say("sealed.lead")}</p>
          <ul>
            {clock !== null && (
              <li>{say("sealed.clock", { date: formatDate(language, limitOf(clock.clock).on) })}</li>
            )}
            <li>{say("sealed.signed")}</li>
            <li>{say("sealed.audited")}</li>
          </ul>
          <p>{say("sealed.trust")}</p>
        </>
      ) : (
        <p>{say("sealed.read-lead")}</p>
      )}
      <button
        type="button"
        class="button button-primary"
        aria-disabled={isBarred ? "true" : undefined}
        onClick={() => {
          if (!isBarred) conductor.openLetter();
        }}
      >
        {isNew ? say("sealed.open") : say("sealed.read")}
      </button>
      {obstacle !== null && <p class="because">{sayObstacle(words, obstacle)}</p>}
    </section>
  );
}
