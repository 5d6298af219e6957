import type { JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import type { Workload as Work } from "../ledger/ledger.protocol.ts";
import { useTools } from "../tools.ts";
import type { Colleague } from "./colleagues.ts";
import type { WorkloadRow } from "./workload-rows.ts";

/** How much one officer has to do, in words: "12 việc, 2 quá hạn". */
export function useWorkloadWords(work: readonly Work[]): (officer: Colleague["officer"]) => string {
  const { say, language } = useTools().words;
  return (officer) => {
    const found = work.find((one) => one.officer === officer);
    return say("work.load", {
      open: formatNumber(language, found?.open ?? 0),
      overdue: formatNumber(language, found?.overdue ?? 0),
    });
  };
}

/** Who of the committee has how much to do, and who is late: seen at a glance by whoever gives the cases. */
export function Workload({ rows }: { readonly rows: readonly WorkloadRow[] }): JSX.Element {
  const { say, language } = useTools().words;
  return (
    <details class="workload">
      <summary>{say("work.title")}</summary>
      <table aria-label={say("work.title")}>
        <thead>
          <tr>
            <th scope="col">{say("work.officer")}</th>
            <th scope="col">{say("work.open")}</th>
            <th scope="col">{say("work.overdue")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ officer, title, open, overdue }) => (
            <tr key={officer}>
              <th scope="row">
                <bdi>{title}</bdi>
              </th>
              <td>{formatNumber(language, open)}</td>
              <td class={overdue > 0 ? "workload-late" : undefined}>{formatNumber(language, overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
