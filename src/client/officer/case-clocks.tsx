import type { JSX } from "preact";
import { isDecided } from "../../domain/case/case.ts";
import { outerEscalationOf, rowOf } from "../../domain/case/case.clocks.ts";
import { limitOf } from "../../domain/clocks.ts";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { listDueRemarks, sayDue } from "../../i18n/law.ts";
import type { CaseFile, FileClock } from "../desk/case-file.ts";
import { ClockWords } from "./clock-words.tsx";
import { isRunning } from "./duty.ts";
import { useTools } from "./tools.ts";

/** Every limit of the case: where it stands, how it was counted, what moved it, which paper says so. */
export function Clocks({ file }: { readonly file: CaseFile }): JSX.Element {
  const { say, language } = useTools().words;
  const running = file.clocks.filter(isRunning);
  const stopped = file.clocks.filter((clock) => !isRunning(clock));
  return (
    <section class="block" aria-labelledby="clocks">
      <h3 id="clocks">{say("clock.title")}</h3>
      {running.length === 0 && <p class="remark">{say("clock.none-running")}</p>}
      <ClockItems clocks={running} file={file} />
      {file.state.superior !== null && !isDecided(file.state) && (
        <p class="outer">
          {say("clock.outer", { date: formatDate(language, outerEscalationOf(file.state, file.law)) })}
        </p>
      )}
      {stopped.length > 0 && (
        <details>
          <summary>{say("clock.stopped", { count: formatNumber(language, stopped.length) })}</summary>
          <ClockItems clocks={stopped} file={file} />
        </details>
      )}
    </section>
  );
}

function ClockItems({
  clocks,
  file,
}: {
  readonly clocks: readonly FileClock[];
  readonly file: CaseFile;
}): JSX.Element | null {
  if (clocks.length === 0) return null;
  return (
    <ul class="clocks">
      {clocks.map((clock) => (
        <ClockItem
          key={`${clock.facts.name} ${clock.facts.startedOn} ${clock.facts.knownOn}`}
          item={clock}
          file={file}
        />
      ))}
    </ul>
  );
}

function ClockItem({ item, file }: { readonly item: FileClock; readonly file: CaseFile }): JSX.Element {
  const { say, law, language } = useTools().words;
  const { clock, facts } = item;
  const runs = isRunning(item);
  const day = (on: Parameters<typeof formatDate>[1]) => formatDate(language, on);
  return (
    <li>
      <h4>
        {law.say(`clock.${clock.name}`)}{" "}
        <span class={`basis basis-${clock.basis}`}>{law.say(`basis.${clock.basis}`)}</span>
      </h4>
      <p>
        <ClockWords running={item} />
      </p>
      {facts.stoppedOn !== null && (
        <p class="remark">{say("clock.stopped-on", { date: day(facts.stoppedOn) })}</p>
      )}
      <p class="arithmetic">{sayDue(law, limitOf(clock), rowOf(facts, file.law).start)}.</p>
      {listDueRemarks(law, limitOf(clock)).map((remark) => (
        <p key={remark} class="remark">
          {remark}
        </p>
      ))}
      <ClockMoves item={item} file={file} />
      {clock.name === "acknowledge" && runs && "acknowledgedOn" in file.state && (
        <p>{say("clock.awaits-classification", { date: day(file.state.acknowledgedOn) })}</p>
      )}
      {runs && clock.hardDue.on !== limitOf(clock).on && (
        <p class="remark">{say("clock.hard", { date: day(clock.hardDue.on) })}</p>
      )}
      <p class="remark">{law.say(`basis.${clock.basis}.means`)}</p>
      <p class="remark">{law.say("citation", { citation: clock.citation })}</p>
      {!clock.verified && <p class="remark">{law.say("citation.unverified")}</p>}
    </li>
  );
}

/** What has moved a limit: extensions, questions to the reporter, a congress, and a promise that a new law did not move. */
function ClockMoves({ item, file }: { readonly item: FileClock; readonly file: CaseFile }): JSX.Element {
  const { say, law, language } = useTools().words;
  const { clock, facts } = item;
  const day = (on: Parameters<typeof formatDate>[1]) => formatDate(language, on);
  const { promise } = clock;
  const change = file.events.findLast(
    (event) => event.type === "LawChanged" && event.on === promise?.changedOn,
  );
  return (
    <>
      {limitOf(clock).on !== clock.due.on && (
        <p class="remark">{say("clock.original", { date: day(clock.due.on) })}</p>
      )}
      {facts.extensions.map((days, index) => (
        <p key={`e${index}`} class="remark">
          {say("clock.extension", { days: formatNumber(language, days) })}
        </p>
      ))}
      {facts.pauses.map(({ from, days, lastOn }) => (
        <p key={`p${from}`} class="remark">
          {lastOn === null
            ? say("clock.pausing", { from: day(from), days: formatNumber(language, days) })
            : say("clock.paused", { from: day(from), to: day(lastOn) })}
        </p>
      ))}
      {clock.heldSince !== null && (
        <p class="remark">{say("clock.held", { from: day(clock.heldSince), to: day(clock.startedOn) })}</p>
      )}
      {promise !== null && (
        <p class="promise">
          {say("clock.promise", {
            date: day(promise.changedOn),
            reason: change?.type === "LawChanged" ? law.say(`law-change.${change.because}`) : "–",
            reckoned: day(promise.reckonedOn),
            kept: day(limitOf(clock).on),
          })}
        </p>
      )}
    </>
  );
}
