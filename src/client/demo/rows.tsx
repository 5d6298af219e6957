import type { ComponentChildren, JSX } from "preact";
import { formatNumber } from "../../i18n/format.ts";
import type { Rows } from "./rows.ts";
import type { TourWords } from "./words.ts";

/** So much of a ciphertext is shown; the rest is as unreadable. */
const shownCharacters = 72;

/** What the server holds, table by table, as it stands there. */
export function RowTables({
  tour: { tell, words },
  rows,
}: {
  readonly tour: TourWords;
  readonly rows: Rows;
}): JSX.Element {
  return (
    <div class="stack">
      {Object.entries(rows).map(([table, lines]) => (
        <section key={table} class="stack-small">
          <h3>{tell("row.table", { table })}</h3>
          {lines.length === 0 && <p class="row-path">{tell("row.nothing")}</p>}
          {lines.map((line, index) => (
            // The rows of a table have no order and no common key.
            <table key={`${table} ${index}`} class="server-row">
              <thead class="visually-hidden">
                <tr>
                  <th scope="col">{tell("row.column")}</th>
                  <th scope="col">{tell("row.value")}</th>
                </tr>
              </thead>
              <tbody>
                {Object.entries(line).map(([column, value]) => (
                  <tr key={column}>
                    <th scope="row">{breakable(column)}</th>
                    <td>
                      <Cell tell={tell} language={words.language} value={value} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </section>
      ))}
    </div>
  );
}

/** A name that may break after its underscores. */
function breakable(column: string): ComponentChildren {
  return column.split("_").map((part, index) => (index === 0 ? part : [<wbr key={part} />, `_${part}`]));
}

function Cell({
  tell,
  language,
  value,
}: {
  readonly tell: TourWords["tell"];
  readonly language: TourWords["words"]["language"];
  readonly value: string | number | null;
}): JSX.Element {
  const text = String(value);
  if (text.length <= shownCharacters * 2) return <code>{text}</code>;
  const count = formatNumber(language, text.length - shownCharacters);
  return (
    <>
      <code>{text.slice(0, shownCharacters)}</code>{" "}
      <span class="sealed-rest">{tell("row.rest", { count })}</span>
    </>
  );
}
