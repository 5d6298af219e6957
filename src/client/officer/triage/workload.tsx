import type { JSX } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import type { Workload as Work } from "../ledger/ledger.protocol.ts";
import { useTools } from "../tools.ts";
import type { Colleague } from "./colleagues.ts";

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

/** Who of the committee has how much to do, where somebody decides to whom a case goes. */
export function Workload({
  work,
  colleagues,
}: {
  readonly work: readonly Work[];
  readonly colleagues: readonly Colleague[];
}): JSX.Element | null {
  const { say, language } = useTools().words;
  if (colleagues.length === 0) return null;
  return (
    <table class="workload">
      <caption>{say("work.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("work.officer")}</th>
          <th scope="col">{say("work.open")}</th>
          <th scope="col">{say("work.overdue")}</th>
        </tr>
      </thead>
      <tbody>
        {colleagues.map(({ officer, title }) => {
          const found = work.find((one) => one.officer === officer);
          return (
            <tr key={officer}>
              <th scope="row">
                <bdi>{title}</bdi>
              </th>
              <td>{formatNumber(language, found?.open ?? 0)}</td>
              <td>{formatNumber(language, found?.overdue ?? 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
