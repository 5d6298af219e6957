import type { JSX } from "preact";
import { formatDate } from "../../i18n/format.ts";
import { listDueRemarks, sayDue } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { RunningClock } from "../desk/case-list.ts";
import { ClockWords } from "./clock-words.tsx";
import { limitOf } from "../../domain/clocks.ts";
import { useTools } from "./tools.ts";

/** Every limit of the case: where it stands, how it was counted, which paper says so. */
export function Clocks({ file }: { readonly file: CaseFile }): JSX.Element {
  const { say, language } = useTools().words;
  const result = file.clocks.find(({ clock }) => clock.name === "result");
  return (
    <section class="block" aria-labelledby="clocks">
      <h3 id="clocks">{say("clock.title")}</h3>
      <ul class="clocks">
        {file.clocks.map((running) => (
          <ClockItem key={running.clock.name} running={running} file={file} />
        ))}
      </ul>
      {result !== undefined && file.row.fallback !== null && (
        <p class="outer">{say("clock.outer", { date: formatDate(language, result.clock.escalation.on) })}</p>
      )}
    </section>
  );
}

function ClockItem({
  running,
  file,
}: {
  readonly running: RunningClock;
  readonly file: CaseFile;
}): JSX.Element {
  const { say, law, language } = useTools().words;
  const { clock, state } = running;
  const isRunning = state.kind !== "kept" && state.kind !== "missed";
  const acknowledgedOn = file.state.status === "acknowledged" ? file.state.acknowledgedOn : null;
  return (
    <li>
      <h4>
        {law.say(`clock.${clock.name}`)}{" "}
        <span class={`basis basis-${clock.basis}`}>{law.say(`basis.${clock.basis}`)}</span>
      </h4>
      <p>
        <ClockWords running={running} />
      </p>
      <p class="arithmetic">{sayDue(law, limitOf(clock))}.</p>
      {listDueRemarks(law, limitOf(clock)).map((remark) => (
        <p key={remark} class="remark">
          {remark}
        </p>
      ))}
      {clock.name === "acknowledge" && acknowledgedOn !== null && isRunning && (
        <p>{say("clock.awaits-classification", { date: formatDate(language, acknowledgedOn) })}</p>
      )}
      {isRunning && clock.hardDue.on !== limitOf(clock).on && (
        <p class="remark">{say("clock.hard", { date: formatDate(language, clock.hardDue.on) })}</p>
      )}
      <p class="remark">{law.say("citation", { citation: clock.citation })}</p>
      {!clock.verified && <p class="remark">{law.say("citation.unverified")}</p>}
    </li>
  );
}
